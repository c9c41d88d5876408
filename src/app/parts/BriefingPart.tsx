import './briefing/briefing.css';
import {
  Camera,
  Ellipsis,
  FileDown,
  FilePlus,
  FolderOpen,
  MonitorPlay,
  Pencil,
  Presentation,
  Save,
  Trash2,
  WandSparkles,
} from 'lucide-react';
import { type RefObject, useRef, useState } from 'react';
import { v7 } from 'uuid';
import {
  addBriefing,
  addScene,
  changeBriefing,
  changeScene,
  removeBriefing,
  removeScene,
  reorderScenes,
} from '../../commands';
import { BRIEFING_LIMITS, type Briefing, foldVietnamese, type Scene, type SceneId } from '../../domain';
import { useFormat, useLanguage } from '../../i18n';
import { briefingFileWords } from '../../i18n/briefingFileWords';
import { briefingWords } from '../../i18n/briefingWords';
import { useWords } from '../../i18n/useWords';
import type { MapHandle } from '../../map/types';
import { readBriefingFile, useSession, writeBriefingFile } from '../../store';
import { Button, Disclosure, EmptyState, IconButton, InlineMessage, Menu, Select, Switch } from '../../ui';
import { useServices } from '../services';
import { saveBlob } from '../wiring/saveBlob';
import { useActions } from '../wiring/useActions';
import { blankBriefing, sceneOfScreen } from './briefing/addSceneNow';
import { BriefingDialog } from './briefing/BriefingDialog';
import { clusterCamera } from './briefing/clusterCamera';
import { FigureAside } from './briefing/FigureAside';
import { FilesDialog } from './briefing/FilesDialog';
import { PrepareDialog } from './briefing/PrepareDialog';
import { SceneForm } from './briefing/SceneForm';
import { SceneList } from './briefing/SceneList';
import { captureView } from './briefing/sceneView';
import { useBriefings } from './briefing/useBriefings';
import { useShownScene } from './briefing/useShownScene';

/** What a number behind a name takes. */
const NUMBER_ROOM = 6;

export interface BriefingPartProps {
  readonly mapRef: RefObject<MapHandle | null>;
}

/** The panel of briefings: the scenes of one, what is said to each, and the way to the projector. */
export default function BriefingPart({ mapRef }: BriefingPartProps) {
  const services = useServices();
  const { store, today } = services;
  const words = useWords(briefingWords);
  const language = useLanguage();
  const format = useFormat();
  const actions = useActions();
  const { briefings, scenes, chosen, own, scene } = useBriefings();
  const setBriefing = useSession((session) => session.setBriefing);
  const showsInternal = useSession((session) => session.briefing.showsInternal);
  // Pictures take the scenes one by one, from a map out of sight: the one on screen stays.
  const [isWriting, setWriting] = useState(false);
  const [edited, setEdited] = useState<{ readonly briefing: Briefing; readonly isNew: boolean } | null>(null);
  const files = useWords(briefingFileWords);
  const [isPreparing, setPreparing] = useState(false);
  const [leftOut, setLeftOut] = useState<readonly string[]>([]);
  const input = useRef<HTMLInputElement>(null);

  // Whoever comes back to briefings, or loads the page anew, sees the scene that was open.
  const { show, isShown } = useShownScene(isWriting ? null : scene, mapRef);

  const editNew = (): void =>
    setEdited({ briefing: blankBriefing(today, words.blankName(format.date(today))), isNew: true });
  const add = (): void => {
    if (!chosen) return;
    const next = sceneOfScreen(services, { briefingId: chosen.id, language });
    isShown(next.id);
    void actions
      .apply(addScene({ scenes }, { scene: next, after: scene?.id ?? null }), { command: 'addScene' })
      .then((isDone) => {
        if (isDone) setBriefing({ briefingId: chosen.id, sceneId: next.id });
      });
  };
  const duplicate = (from: Scene): void => {
    const copy = { ...from, id: v7() as SceneId, title: words.copyOf(from.title || words.untitled) };
    void actions.apply(addScene({ scenes }, { scene: copy, after: from.id }), { command: 'duplicateScene' });
  };
  const takeFile = async (file: File): Promise<void> => {
    const read = readBriefingFile(await file.text(), () => v7());
    if (!read.ok) {
      actions.report(read.problem);
      return;
    }
    const taken = new Set(briefings.map((briefing) => foldVietnamese(briefing.name)));
    const plain = read.value.briefing.name.trim();
    let name = plain;
    for (let i = 2; taken.has(foldVietnamese(name)); i += 1)
      name = `${plain.slice(0, BRIEFING_LIMITS.name - NUMBER_ROOM)} (${i})`;
    const made = { ...read.value, briefing: { ...read.value.briefing, name } };
    const done = words.imported(name, format.count(made.scenes.length));
    if (await actions.apply(addBriefing({ briefings }, made), { command: 'importBriefing' }, done))
      setBriefing({ briefingId: made.briefing.id, sceneId: null });
  };
  const save = (): void => {
    if (!chosen) return;
    const blob = new Blob([writeBriefingFile(chosen, own)], { type: 'application/json' });
    saveBlob(blob, `${chosen.name.replace(/[\\/:*?"<>|]/g, '-')}.giapranh.json`);
  };

  return (
    <div className="gr-PanelPart">
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        data-file="briefing"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) void takeFile(file);
        }}
      />
      {chosen ? (
        <>
          <div className="gr-Briefing-head">
            <Select
              label={words.choose}
              options={briefings.map(({ id, name, from, to }) => ({
                id: id as string,
                title: name,
                detail: words.period(format.date(from), format.date(to)),
              }))}
              value={chosen.id as string}
              onChange={(id) => setBriefing({ briefingId: id as Briefing['id'], sceneId: null })}
            />
            <Menu
              label={words.more}
              trigger={<IconButton label={words.more} icon={Ellipsis} />}
              groups={[
                {
                  id: 'briefing',
                  entries: [
                    {
                      id: 'rename',
                      title: words.rename,
                      icon: Pencil,
                      onAction: () => setEdited({ briefing: chosen, isNew: false }),
                    },
                    {
                      id: 'prepare',
                      title: `${words.prepare}…`,
                      icon: WandSparkles,
                      onAction: () => setPreparing(true),
                    },
                    { id: 'new', title: words.newBriefing, icon: FilePlus, onAction: editNew },
                    { id: 'import', title: words.import, icon: FolderOpen, onAction: () => input.current?.click() },
                    { id: 'export', title: words.export, icon: Save, onAction: save },
                    {
                      id: 'remove',
                      title: words.remove,
                      icon: Trash2,
                      isDanger: true,
                      onAction: () => {
                        setBriefing({ briefingId: null, sceneId: null });
                        void actions.apply(
                          removeBriefing({ briefings, scenes }, chosen.id),
                          { command: 'removeBriefing' },
                          words.removed(chosen.name),
                        );
                      },
                    },
                  ],
                },
              ]}
            />
          </div>
          <p className="gr-muted">
            {words.period(format.date(chosen.from), format.date(chosen.to))} ·{' '}
            {words.sceneCount(format.count(own.length))}
          </p>
          <div className="gr-Actions">
            <Button
              icon={MonitorPlay}
              variant="primary"
              isDisabled={own.length === 0}
              onPress={() => {
                const first = scene ?? own[0];
                if (!first) return;
                void document.documentElement.requestFullscreen?.().catch(() => undefined);
                setBriefing({ briefingId: chosen.id, sceneId: first.id, show: 'on' });
              }}
            >
              {words.present}
            </Button>
            <Button icon={Camera} onPress={add}>
              {words.addScene}
            </Button>
            <Button icon={FileDown} isDisabled={own.length === 0} onPress={() => setWriting(true)}>
              {files.open}
            </Button>
          </div>
          {leftOut.length > 0 && (
            <InlineMessage
              tone="info"
              title={words.leftOut}
              detail={
                <ul>
                  {leftOut.map((text) => (
                    <li key={text}>{text}</li>
                  ))}
                </ul>
              }
              isLive
            />
          )}
          <Switch
            isSelected={showsInternal}
            onChange={(isOn) => setBriefing({ showsInternal: isOn })}
            hint={words.internalHint}
          >
            {words.internal}
          </Switch>
          {own.length === 0 ? (
            <p className="gr-muted">{words.noScenes}</p>
          ) : (
            <SceneList
              scenes={own}
              chosenId={scene?.id ?? null}
              onChoose={show}
              onReorder={(ids) =>
                void actions.apply(reorderScenes({ scenes }, { briefingId: chosen.id, ids }), {
                  command: 'reorderScenes',
                })
              }
              onDuplicate={duplicate}
              onTakeView={(of) =>
                void actions.apply(
                  changeScene({ scenes }, { ...of, ...captureView(store.layers.getSnapshot()) }),
                  { command: 'changeScene' },
                  words.viewTaken,
                )
              }
              onRemove={(of) =>
                void actions.apply(
                  removeScene({ scenes }, of.id),
                  { command: 'removeScene' },
                  words.sceneRemoved(of.title || words.untitled),
                )
              }
            />
          )}
          {scene && <SceneForm key={scene.id} scene={scene} />}
          {scene && <FigureAside briefing={chosen} aside={scene.aside} />}
          <Disclosure title={words.keysTitle} level={2}>
            <dl className="gr-Facts">
              {words.keys.map(([keys, does]) => (
                <div key={keys}>
                  <dt>{keys}</dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </Disclosure>
        </>
      ) : (
        <EmptyState
          icon={Presentation}
          title={words.none}
          detail={words.noneDetail}
          action={
            <div className="gr-Actions">
              <Button icon={WandSparkles} variant="primary" onPress={() => setPreparing(true)}>
                {words.prepare}
              </Button>
              <Button icon={FilePlus} onPress={editNew}>
                {words.blank}
              </Button>
              <Button icon={FolderOpen} onPress={() => input.current?.click()}>
                {words.import.replace('…', '')}
              </Button>
            </div>
          }
        />
      )}
      {isWriting && chosen && <FilesDialog briefing={chosen} scenes={own} onClose={() => setWriting(false)} />}
      {isPreparing && (
        <PrepareDialog
          briefings={briefings}
          camera={clusterCamera(services)}
          onDone={(id, left) => {
            setPreparing(false);
            setLeftOut(left);
            setBriefing({ briefingId: id, sceneId: null });
          }}
          onClose={() => setPreparing(false)}
        />
      )}
      {edited && (
        <BriefingDialog
          {...edited}
          plan={(next) =>
            edited.isNew
              ? addBriefing({ briefings }, { briefing: next, scenes: [] })
              : changeBriefing({ briefings }, next)
          }
          onDone={({ id }) => {
            setEdited(null);
            setBriefing({ briefingId: id, ...(edited.isNew ? { sceneId: null } : {}) });
          }}
          onClose={() => setEdited(null)}
        />
      )}
    </div>
  );
}
