import './import.css';
import { useState } from 'react';
import type { GivenPosition } from '../../analysis/import';
import type { Problem } from '../../domain';
import { useFormat, useMessages } from '../../i18n';
import { describeProblem } from '../../i18n/describeProblem';
import { Button, Dialog, InlineMessage, ProgressBar, SegmentedControl, Switch } from '../../ui';
import type { FileProgress } from '../../workers/fileTasks';
import type { BadRowsView } from './BadRows';
import { ImportFooter } from './ImportFooter';
import { IncidentReview, type ReviewTab } from './IncidentReview';
import type {
  ImportMemory,
  ImportSurroundings,
  ImportTasks,
  IncidentImport,
  KeptWork,
  LayerImport,
  ReadIncidents,
} from './importTasks';
import { LayerReview, layerNames } from './LayerReview';
import { SheetChoice } from './SheetChoice';
import { useDuplicates } from './useDuplicates';
import { type CommitProgress, useImport } from './useImport';
import { useKeepWork } from './useKeepWork';
import { useTopRows } from './useTopRows';

export interface ImportDialogProps {
  /** The chosen or dropped file. */
  readonly file: File;
  readonly tasks: ImportTasks;
  readonly surroundings: ImportSurroundings;
  readonly memory: ImportMemory;
  /** What was done about this file before the page was loaded anew. */
  readonly resumed: KeptWork | null;
  readonly readIncidents: ReadIncidents;
  /** A new UUID. */
  readonly newId: () => string;
  /** Simulated incidents in the register; 0: nothing is asked about them. */
  readonly simulatedCount: number;
  readonly simulatedActivities: number;
  /** Name of a unit by its code, for the preview. */
  readonly unitName: (code: string) => string;
  /** Writes all in one commit; null: done. */
  readonly onImportIncidents: (input: IncidentImport) => Promise<Problem | null>;
  readonly onImportLayers: (layers: readonly LayerImport[]) => Promise<Problem | null>;
  /** Lets the user point at a place on the map, for which the dialog makes way; null: cancelled. */
  readonly pickPosition: () => Promise<GivenPosition | null>;
  readonly onSaveBlob: (blob: Blob, name: string) => void;
  /** Asks for another file. */
  readonly onPickAnother: () => void;
  /** Closed or cancelled: the worker that reads is to be ended. */
  readonly onClose: () => void;
}

/** From a user's file to incidents or layers: reads it, shows what was understood, and takes it in with one button. */
export function ImportDialog(props: ImportDialogProps) {
  const { file, tasks, surroundings, memory, resumed, simulatedCount, onClose } = props;
  const messages = useMessages();
  const words = messages.importing;
  const { state, choices, choose, reopen, repairs, repair, commit, cancelCommit, failure } = useImport({
    file,
    tasks,
    surroundings,
    memory,
    resumed,
  });
  const [removeSimulated, setRemoveSimulated] = useState(true);
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const [tab, setTab] = useState<ReviewTab | null>(null);
  const [badRows, setBadRows] = useState<BadRowsView>({ reason: null, page: 0 });
  const [isAside, setAside] = useState(false);
  const top = useTopRows(state.opened, tasks);
  const isWriting = state.stage === 'working' && state.progress.step === 'committing';
  const preview = state.stage === 'incidents' && !state.isReviewing ? state.preview : null;
  const duplicates = useDuplicates(tasks, preview, resumed);
  const kept = useKeepWork({ memory, tasks, state, choices, repairs, decided: duplicates.summary, resumed });

  const importIncidents = async (): Promise<void> => {
    if (state.stage !== 'incidents' || !state.preview) return;
    const { columns, preview: shown } = state;
    const hash = await tasks.fileHash();
    const { counts, repaired } = shown;
    const isDone = await commit((onProgress, signal) =>
      props.onImportIncidents({
        file: file.name,
        count: counts.usable,
        take: tasks.takeIncidents,
        takeSettled: tasks.takeSettled,
        newCategories: choices.newCategories.filter(({ id }) => choices.values.some(({ value }) => value === id)),
        report: { hash, rowsInFile: counts.rows, repaired, leftOut: counts.rows - counts.usable },
        removeSimulated: removeSimulated && simulatedCount > 0,
        onProgress,
        signal,
      }),
    );
    if (!isDone) return;
    if (choices.columns && kept.isMappedByHand)
      await memory.writeMapping(columns.shape, { columns: choices.columns, values: choices.values });
    await kept.drop();
    onClose();
  };
  const startAfresh = async (): Promise<void> => {
    if (state.stage === 'incidents') await memory.clearMapping(state.columns.shape);
    choose({ columns: null, values: [] });
  };
  const parts = state.stage === 'layer' ? state.layers.parts : [];
  const namedParts = layerNames(file.name, parts, names, words.layerSuffix);
  const importLayers = async (): Promise<void> => {
    const layers = parts.map((part, i) => ({ name: (namedParts[i] ?? '').normalize('NFC').trim(), part }));
    if (!(await commit(() => props.onImportLayers(layers)))) return;
    await kept.drop();
    onClose();
  };
  const saveRejected = async (): Promise<void> => {
    const headings = { row: words.row, reason: words.reason, text: words.text };
    props.onSaveBlob(await tasks.rejectedCsv(headings, words.rejectReason), words.rejectedFile(file.name));
  };
  const pickPosition = async (): Promise<GivenPosition | null> => {
    setTab('bad');
    setAside(true);
    const picked = await props.pickPosition();
    setAside(false);
    return picked;
  };
  const discard = (): void => void kept.drop().then(onClose);

  return (
    <Dialog
      title={words.titleOf(file.name)}
      isOpen={!isAside}
      onClose={kept.hasWork ? onClose : discard}
      size={state.stage === 'incidents' ? 'large' : 'medium'}
      mustAnswer={isWriting}
      footer={
        isWriting ? (
          <Button onPress={cancelCommit}>{messages.common.cancel}</Button>
        ) : (
          <ImportFooter
            state={state}
            duplicates={duplicates.summary}
            isLooking={duplicates.isLooking}
            canLeave={kept.hasWork}
            layerNames={namedParts}
            onPickAnother={props.onPickAnother}
            onDiscard={discard}
            onLeave={onClose}
            onShowDuplicates={() => setTab('duplicates')}
            onImportIncidents={() => void importIncidents()}
            onImportLayers={() => void importLayers()}
          />
        )
      }
    >
      <div className="gr-Import">
        {state.opened?.canBeLayer && !isWriting && (
          <SegmentedControl
            label={words.openAs}
            segments={[
              { id: 'incidents', title: words.openAsName.incidents },
              { id: 'layer', title: words.openAsName.layer },
            ]}
            value={choices.as}
            onChange={(as) => choose({ as })}
          />
        )}
        {state.opened && !state.opened.canBeLayer && !isWriting && (
          <SheetChoice
            opened={state.opened}
            top={top}
            isDisabled={state.stage === 'working' || (state.stage !== 'refused' && state.isReviewing)}
            onSheet={(sheet) => void reopen({ sheet, header: null })}
            onHeader={(header) => void reopen({ ...choices.look, header })}
          />
        )}
        {state.opened?.legacy && !isWriting && (
          <Switch
            isSelected={choices.convertLegacy}
            onChange={(convertLegacy) => choose({ convertLegacy })}
            hint={state.opened.legacy.samples.map(({ before, after }) => words.legacySample(before, after)).join(' ')}
          >
            {words.legacy[state.opened.legacy.font]}
          </Switch>
        )}
        {kept.hasNoRoom && <InlineMessage tone="warn" title={messages.intake.keep.noRoom} />}
        {duplicates.hasFailed && state.stage === 'incidents' && (
          <InlineMessage
            tone="error"
            isLive
            title={messages.intake.duplicates.failed}
            detail={messages.intake.duplicates.failedDetail}
            remedy={<Button onPress={duplicates.lookAgain}>{messages.intake.duplicates.lookAgain}</Button>}
          />
        )}
        {failure && <Refused problem={failure} />}
        {state.stage === 'working' && <Working progress={state.progress} />}
        {state.stage === 'refused' && <Refused problem={state.problem} />}
        {state.stage === 'incidents' && (
          <IncidentReview
            state={state}
            tasks={tasks}
            surroundings={surroundings}
            choices={choices}
            onChoose={choose}
            onStartAfresh={() => void startAfresh()}
            newId={props.newId}
            repairs={repairs}
            onRepair={repair}
            duplicates={duplicates.summary}
            isLooking={duplicates.isLooking}
            onDecide={duplicates.decide}
            readIncidents={props.readIncidents}
            tab={tab}
            onTab={setTab}
            badRows={badRows}
            onBadRows={setBadRows}
            pickPosition={pickPosition}
            simulatedCount={simulatedCount}
            simulatedActivities={props.simulatedActivities}
            removeSimulated={removeSimulated}
            onRemoveSimulated={setRemoveSimulated}
            unitName={props.unitName}
            onSaveRejected={() => void saveRejected()}
          />
        )}
        {state.stage === 'layer' && (
          <LayerReview
            layers={state.layers}
            names={namedParts}
            isReviewing={state.isReviewing}
            personalTexts={choices.personalTexts}
            onPersonalTexts={(personalTexts) => choose({ personalTexts })}
            onName={(geometry, name) => setNames((before) => ({ ...before, [geometry]: name }))}
          />
        )}
      </div>
    </Dialog>
  );
}

function Working({ progress }: { readonly progress: FileProgress | CommitProgress }) {
  const { importing: words } = useMessages();
  const format = useFormat();
  const { step, done, total } = progress;
  const isBytes = step === 'reading';
  const text = (value: number): string => (isBytes ? format.decimal(value / 1_000_000, 1) : format.count(value));
  // Characters are what is counted while rows are split: they tell a share, but nothing to read.
  const detail =
    total === 0 || step === 'parsing'
      ? ''
      : (isBytes ? words.progressBytes : words.progressRows)(text(done), text(total));
  return (
    <ProgressBar
      label={words.step[step]}
      share={total === 0 ? null : done / total}
      {...(detail === '' ? {} : { detail })}
    />
  );
}

function Refused({ problem }: { readonly problem: Problem }) {
  const messages = useMessages();
  const { title, detail, remedy } = describeProblem(messages, problem);
  return <InlineMessage tone="error" title={title} detail={detail} remedy={remedy} isLive />;
}
