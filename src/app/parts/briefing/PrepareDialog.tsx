import { useRef, useState } from 'react';
import { v7 } from 'uuid';
import { dayOfMinutes } from '../../../analysis/incidentColumns';
import { addBriefing } from '../../../commands';
import { BRIEFING_LIMITS, type Briefing, type BriefingId, COUNT_BYS, type PlainDate } from '../../../domain';
import { useFormat, useMessages, useTerms } from '../../../i18n';
import { briefingDraftWords } from '../../../i18n/briefingDraftWords';
import { briefingWords } from '../../../i18n/briefingWords';
import { describeProblem } from '../../../i18n/describeProblem';
import { useWords } from '../../../i18n/useWords';
import { useSession } from '../../../store';
import { Button, Dialog, InlineMessage, ProgressBar, Select, TextField } from '../../../ui';
import { useServices } from '../../services';
import { sayLeftOut } from '../../wiring/briefingDrafts/sayDraft';
import { periodText } from '../../wiring/briefingDrafts/speech';
import { type PreparingStep, prepareBriefing } from '../../wiring/prepareBriefing';
import { useActions } from '../../wiring/useActions';
import { useView } from '../../wiring/useView';
import { scenesOfDrafts } from './scenesOfDrafts';

export interface PrepareDialogProps {
  readonly briefings: readonly Briefing[];
  /** Where the map shows the whole cluster. */
  readonly camera: Parameters<typeof scenesOfDrafts>[1]['session']['camera'];
  readonly onDone: (id: BriefingId, leftOut: readonly string[]) => void;
  readonly onClose: () => void;
}

type Work =
  | { readonly kind: 'idle' }
  | { readonly kind: 'working'; readonly step: PreparingStep; readonly share: number }
  | { readonly kind: 'wrong'; readonly title: string; readonly detail: string };

/** Makes a first briefing from the data, and says what of it could not be made. */
export function PrepareDialog({ briefings, camera, onDone, onClose }: PrepareDialogProps) {
  const services = useServices();
  const messages = useMessages();
  const words = useWords(briefingWords);
  const drafts = useWords(briefingDraftWords);
  const format = useFormat();
  const terms = useTerms();
  const actions = useActions();
  const summary = useView('summary');
  // Until the register is read its last year is not known.
  const reading = useView('reading') !== null || summary === null;
  const { occurred, ...filter } = useSession((session) => session.filter);
  // Whole years are what a cluster reviews: that of the last incident, unless days are filtered.
  const year = summary?.span ? dayOfMinutes(summary.span[1]).slice(0, 4) : services.today.slice(0, 4);
  const [chosenFrom, setFrom] = useState<PlainDate | null>(null);
  const [chosenTo, setTo] = useState<PlainDate | null>(null);
  const from = chosenFrom ?? occurred?.from ?? (`${year}-01-01` as PlainDate);
  const to = chosenTo ?? occurred?.to ?? (`${year}-12-31` as PlainDate);
  const [countBy, setCountBy] = useState<Briefing['countBy']>('then');
  const [name, setName] = useState<string | null>(null);
  const [work, setWork] = useState<Work>({ kind: 'idle' });
  const abort = useRef<AbortController | null>(null);
  const speech = { words: drafts, format, categoryName: terms.name };
  const isPeriod = from !== '' && to !== '' && from <= to;
  const suggested = isPeriod ? words.newName(periodText({ from, to }, speech)) : '';

  const stop = (): void => {
    abort.current?.abort();
    abort.current = null;
  };
  const close = (): void => {
    stop();
    onClose();
  };
  const prepare = async (): Promise<void> => {
    const wrong = (title: string, detail = ''): void => setWork({ kind: 'wrong', title, detail });
    if (!isPeriod) {
      const { title, remedy } = describeProblem(messages, { kind: 'periodEndsBeforeStart' });
      wrong(title, remedy);
      return;
    }
    const aborting = new AbortController();
    abort.current = aborting;
    setWork({ kind: 'working', step: 'figures', share: 0 });
    const prepared = await prepareBriefing(
      services,
      { period: { from, to }, countBy, filter },
      { signal: aborting.signal, onProgress: (step, share) => setWork({ kind: 'working', step, share }) },
    );
    if (aborting.signal.aborted || prepared.kind === 'cancelled') {
      setWork({ kind: 'idle' });
      return;
    }
    if (prepared.kind !== 'done') {
      if (prepared.kind === 'notReady') wrong(words.notReady);
      else wrong(words.prepareFailed, words.prepareFailedRemedy);
      return;
    }
    const id = v7() as BriefingId;
    const { editionId, scope } = useSession.getState();
    const taken = new Set(briefings.map((each) => each.name));
    const base = name ?? suggested;
    let free = base;
    // A second draft of the same period is another briefing, not a fault.
    for (let i = 2; name === null && taken.has(free); i += 1) free = `${base} (${i})`;
    const briefing = { id, name: free, from, to, countBy, rev: 0 };
    const scenes = scenesOfDrafts(prepared.drafts, {
      briefingId: id,
      speech,
      session: { editionId, scope, filter, camera },
    });
    const planned = addBriefing({ briefings }, { briefing, scenes });
    if (!planned.ok) {
      const { title, detail, remedy } = describeProblem(messages, planned.problem);
      wrong(title, [detail, remedy].filter(Boolean).join(' '));
      return;
    }
    const done = words.prepared(free, format.count(scenes.length));
    if (await actions.apply(planned, { command: 'prepareBriefing' }, done))
      onDone(
        id,
        prepared.leftOut.map((each) => sayLeftOut(each, speech)),
      );
    else setWork({ kind: 'idle' });
  };

  return (
    <Dialog
      title={words.prepare}
      isOpen
      onClose={close}
      size="small"
      footer={
        <>
          <Button onPress={close}>{messages.common.cancel}</Button>
          <Button variant="primary" isDisabled={work.kind === 'working' || reading} onPress={() => void prepare()}>
            {words.make}
          </Button>
        </>
      }
    >
      <form
        className="gr-Stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (work.kind !== 'working' && !reading) void prepare();
        }}
      >
        <p className="gr-muted">{words.prepareHint}</p>
        <TextField label={words.from} type="date" value={from} onChange={(day) => setFrom(day as PlainDate)} />
        <TextField label={words.to} type="date" value={to} onChange={(day) => setTo(day as PlainDate)} />
        <TextField label={words.name} value={name ?? suggested} onChange={setName} maxLength={BRIEFING_LIMITS.name} />
        <Select
          label={words.countBy}
          options={COUNT_BYS.map((each) => ({
            id: each,
            title: each === 'then' ? words.countByThen : words.countByNow,
          }))}
          value={countBy}
          onChange={setCountBy}
        />
        {reading && <ProgressBar label={messages.incidents.reading} share={null} />}
        {work.kind === 'working' && <ProgressBar label={words.steps[work.step]} share={work.share} onCancel={stop} />}
        {work.kind === 'wrong' && <InlineMessage tone="error" title={work.title} detail={work.detail} isLive />}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
