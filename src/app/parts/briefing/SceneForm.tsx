import { useEffect, useRef, useState } from 'react';
import { changeScene } from '../../../commands';
import { BRIEFING_LIMITS, SCENE_ASIDES, type Scene } from '../../../domain';
import { useFormat, useMessages } from '../../../i18n';
import { briefingWords } from '../../../i18n/briefingWords';
import { describeProblem } from '../../../i18n/describeProblem';
import { useWords } from '../../../i18n/useWords';
import { InlineMessage, Select, TextField } from '../../../ui';
import { useServices } from '../../services';
import { useObservable } from '../../wiring/useObservable';
import { missingIn } from './sceneView';

const FIELDS = ['title', 'text', 'notes'] as const;
type Field = (typeof FIELDS)[number];
type Draft = Readonly<Record<Field, string>>;
const draftOf = ({ title, text, notes }: Scene): Draft => ({ title, text, notes });

/** A field that is left while the one before is still being stored would be planned on a row that is old by then. */
let last: Promise<unknown> = Promise.resolve();
function inTurn(work: () => Promise<void>): Promise<void> {
  const next = last.then(work);
  last = next.catch(() => undefined);
  return next;
}

export interface SceneFormProps {
  readonly scene: Scene;
}

/** What is said to a scene. A field is stored when it is left, as one step that can be taken back. */
export function SceneForm({ scene }: SceneFormProps) {
  const { store } = useServices();
  const messages = useMessages();
  const words = useWords(briefingWords);
  const format = useFormat();
  const [draft, setDraft] = useState(() => draftOf(scene));
  const [wrong, setWrong] = useState<Partial<Draft>>({});
  // What another tab or an undo wrote shows at once, but never over what is being typed.
  const known = useRef(draftOf(scene));
  useEffect(() => {
    const next = draftOf(scene);
    const before = known.current;
    known.current = next;
    setDraft((now) => {
      const pick = (field: Field): string => (now[field] === before[field] ? next[field] : now[field]);
      return { title: pick('title'), text: pick('text'), notes: pick('notes') };
    });
  }, [scene]);

  const save = (field: Field, value: string): Promise<void> => inTurn(() => saveNow(field, value));
  const saveNow = async (field: Field, value: string): Promise<void> => {
    const scenes = store.scenes.getSnapshot();
    const stored = scenes.find(({ id }) => id === scene.id);
    if (!stored || stored[field] === value) {
      setWrong((faults) => ({ ...faults, [field]: undefined }));
      return;
    }
    const planned = changeScene({ scenes }, { ...stored, [field]: value });
    const result = planned.ok ? await store.commit(planned.value, { command: 'changeScene' }) : planned;
    const said = result.ok ? null : describeProblem(messages, result.problem);
    setWrong((faults) => ({
      ...faults,
      [field]: said ? [said.title, said.detail, said.remedy].filter(Boolean).join('. ') : undefined,
    }));
  };
  // Whoever goes to another scene right from a field has not left it as browsers see it.
  const typed = useRef(draft);
  typed.current = draft;
  const saveRef = useRef(save);
  saveRef.current = save;
  useEffect(
    () => () => {
      for (const field of FIELDS) void saveRef.current(field, typed.current[field]);
    },
    [],
  );

  const of = (field: Field) => ({
    label: words[field],
    value: draft[field],
    maxLength: BRIEFING_LIMITS[field],
    onChange: (value: string) => setDraft((now) => ({ ...now, [field]: value })),
    onBlur: () => void save(field, draft[field]),
    ...(wrong[field] ? { error: wrong[field] } : {}),
  });
  const missing = missingIn(scene, useObservable(store.layers));
  const told = [
    missing.edition !== null && words.missingEdition(missing.edition),
    missing.layers > 0 && words.missingLayers(format.count(missing.layers)),
  ].filter(Boolean);
  return (
    <div className="gr-Stack gr-SceneForm">
      {told.length > 0 && <InlineMessage tone="warn" title={told.join(' ')} />}
      <TextField {...of('title')} />
      <TextField {...of('text')} hint={words.textHint} isMultiline />
      <Select
        label={words.aside}
        options={SCENE_ASIDES.map((id) => ({ id, title: words.asides[id] }))}
        value={scene.aside}
        onChange={(aside) =>
          void inTurn(async () => {
            const scenes = store.scenes.getSnapshot();
            const stored = scenes.find(({ id }) => id === scene.id);
            const planned = stored && changeScene({ scenes }, { ...stored, aside });
            if (planned?.ok) await store.commit(planned.value, { command: 'changeScene' });
          })
        }
      />
      <TextField {...of('notes')} hint={words.notesHint} isMultiline />
    </div>
  );
}
