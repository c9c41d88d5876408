import { useEffect, useMemo, useState } from 'react';
import { nameLine } from '../../../analysis/nameLine';
import type { PlaceOptions } from '../../../analysis/patrols/proposePlaces';
import type { ProposalOptions, ProposedTask, TaskProposals } from '../../../analysis/patrols/proposeTasks';
import type { TaskChainage, TaskSource } from '../../../domain';
import { useFormat, useMessages } from '../../../i18n';
import { patrolWords } from '../../../i18n/patrolWords';
import { planDraftWords } from '../../../i18n/planDraftWords';
import { taskSourceWords } from '../../../i18n/taskSourceWords';
import { useWords } from '../../../i18n/useWords';
import { useSession } from '../../../store';
import { Button, Dialog, InlineMessage, NumberField, ProgressBar, RadioGroup } from '../../../ui';
import { useServices } from '../../services';
import { hotspotServiceOf } from '../../wiring/hotspotService';
import { questionOf } from '../../wiring/hotspotWish';
import { useObservable } from '../../wiring/useObservable';
import { useView } from '../../wiring/useView';

/** A proposal with the name that it will have, and the hours of the zone. */
export interface NamedProposal {
  readonly name: string;
  readonly source: TaskSource;
  readonly path: ProposedTask['path'];
  readonly chainage: TaskChainage;
  readonly perYear: number;
  readonly hours: readonly number[];
}

export interface ProposeDialogProps {
  readonly onTake: (proposals: readonly NamedProposal[]) => void;
  readonly onClose: () => void;
}

const PIECE_M = 1_000;
const LONGEST_M = 2_000;
const WITHIN_M = 150;
const FEWEST = 3;
const CELL_M = 500;
const REPLICATES = 999;
const SEED = 2018;

/** What patrols may watch, taken from what was recorded along the border. */
export function ProposeDialog({ onTake, onClose }: ProposeDialogProps) {
  const services = useServices();
  const { border, today } = services;
  const service = hotspotServiceOf(services);
  const words = useWords(patrolWords);
  const from = useWords(taskSourceWords);
  const draftWords = useWords(planDraftWords);
  const { common } = useMessages();
  const format = useFormat();
  const state = useObservable(service.state);
  const occurred = useSession((session) => session.filter.occurred);
  const summary = useView('summary');
  const info = useView('info');
  const [of, setOf] = useState<(ProposalOptions | PlaceOptions)['of']>('line');
  const [pieceM, setPieceM] = useState(PIECE_M);
  const [maxLengthM, setLongest] = useState(LONGEST_M);
  const [withinM, setWithin] = useState(WITHIN_M);
  const [fewest, setFewest] = useState(FEWEST);
  const [cellM, setCell] = useState(CELL_M);
  useEffect(() => {
    border.wantTiming(true);
    return () => border.wantTiming(false);
  }, [border]);
  /** What is computed for this dialog alone ends with it. */
  const close = (): void => {
    if (service.state.getSnapshot().progress !== undefined) service.cancel();
    onClose();
  };

  const contents = summary?.timing ? summary.contents : -1;
  const span = summary?.timing?.span ?? null;
  const wish = useMemo(() => {
    const question = questionOf(occurred, span, { withDiscovered: false, today });
    const options = ((): ProposalOptions | PlaceOptions => {
      if (of === 'line') return { of, pieceM };
      if (of === 'incident') return { of, withinM, fewest };
      if (of === 'hotspot') return { of, cellM };
      return { of, maxLengthM, replicates: REPLICATES, seed: SEED };
    })();
    return {
      key: JSON.stringify(['proposals', contents, question, options]),
      question: { ...question, ignoresStretch: true },
      run: ((api, asked, onProgress) => api.proposals(asked, options, onProgress)) as Parameters<
        typeof service.ask
      >[0]['run'],
    };
  }, [occurred, span, today, of, pieceM, maxLengthM, withinM, fewest, cellM, contents]);
  useEffect(() => {
    if (contents >= 0) service.ask(wish);
  }, [service, wish, contents]);

  const isDone = state.answer.key === wish.key;
  const found = isDone ? (state.answer.value as TaskProposals | null) : null;
  const named = useMemo((): NamedProposal[] => {
    const lines = state.answer.info;
    if (!found || !lines) return [];
    const km = (metres: number): string => format.decimal(metres / 1_000, 1);
    const times = new Map<string, number>();
    /** Two circles may lie at the same place of a line, on either side of it. */
    const unlike = (name: string): string => {
      const time = (times.get(name) ?? 0) + 1;
      times.set(name, time);
      return time === 1 ? name : `${name} ${format.count(time)}`;
    };
    return found.tasks.map(({ line, fromM, toM, path, perYear }) => ({
      name: unlike(
        path.length > 1
          ? words.taskName(nameLine(lines, line), km(fromM), km(toM))
          : from.placeName(nameLine(lines, line), format.decimal((fromM + toM) / 2_000, 2), from.kinds[of]),
      ),
      source: of,
      path,
      chainage: { lineId: lines.lines[line]!.id, fromM, toM },
      perYear,
      hours: found.hours,
    }));
  }, [found, state.answer.info, words, from, format, of]);
  const day = (minutes: number): string => format.date(new Date(minutes * 60_000).toISOString());
  const isOfPlaces = of === 'incident' || of === 'hotspot';
  const isEmpty = summary !== null && summary.total === 0;
  return (
    <Dialog
      title={words.proposeTitle}
      isOpen
      onClose={close}
      size="small"
      footer={
        <>
          <Button onPress={close}>{common.cancel}</Button>
          <Button variant="primary" isDisabled={named.length === 0} onPress={() => onTake(named)}>
            {isOfPlaces ? from.take(format.count(named.length)) : words.take(format.count(named.length))}
          </Button>
        </>
      }
    >
      <div className="gr-Stack">
        <RadioGroup
          label={words.proposeFrom}
          options={[
            { id: 'line', title: words.fromLines },
            { id: 'hotStretch', title: words.fromHot },
            { id: 'incident', title: from.fromIncidents },
            { id: 'hotspot', title: from.fromHotspots },
          ]}
          value={of}
          onChange={setOf}
        />
        {of === 'line' ? (
          <NumberField
            label={words.pieceM}
            unit="m"
            value={pieceM}
            onChange={(value) => setPieceM(value ?? PIECE_M)}
            min={100}
            max={10_000}
          />
        ) : of === 'incident' ? (
          <div className="gr-Halves">
            <NumberField
              label={from.withinM}
              unit="m"
              value={withinM}
              onChange={(value) => setWithin(value ?? WITHIN_M)}
              min={20}
              max={2_000}
            />
            <NumberField
              label={from.fewest}
              value={fewest}
              onChange={(value) => setFewest(value ?? FEWEST)}
              min={1}
              max={1_000}
            />
          </div>
        ) : of === 'hotspot' ? (
          <NumberField
            label={from.cellM}
            unit="m"
            value={cellM}
            onChange={(value) => setCell(value ?? CELL_M)}
            min={100}
            max={5_000}
          />
        ) : (
          <NumberField
            label={words.longestM}
            unit="m"
            value={maxLengthM}
            onChange={(value) => setLongest(value ?? LONGEST_M)}
            min={200}
            max={10_000}
          />
        )}
        {isEmpty || !info ? (
          <p>{words.noIncidents}</p>
        ) : isDone ? (
          found && named.length > 0 ? (
            <>
              <p>
                {(isOfPlaces ? from.proposed : words.proposed)(
                  format.count(named.length),
                  format.count(found.hoursCount),
                  day(found.basis.fromMin),
                  day(found.basis.toMin - 1),
                )}
              </p>
              <p className="gr-muted gr-small">
                {(isOfPlaces ? from.riskNote : words.riskNote)(format.count(found.hoursCount))}
              </p>
              {found.basis.simulated > 0 && <p className="gr-muted gr-small">{words.simulated}</p>}
            </>
          ) : (
            <p>{found ? (isOfPlaces ? from.none : words.proposedNone) : words.noIncidents}</p>
          )
        ) : state.failure === null ? (
          <ProgressBar label={words.proposing} share={state.progress ?? null} onCancel={close} />
        ) : (
          <InlineMessage
            tone="error"
            isLive
            title={draftWords.proposalsFailed}
            detail={state.failure}
            remedy={draftWords.failedRemedy}
          />
        )}
      </div>
    </Dialog>
  );
}
