import { useMemo } from 'react';
import { changedGaps, type GapChange, type PlanSummary, summarisePlan } from '../../../analysis/patrols/comparePlans';
import type { PatrolTask, PlainDate, Team } from '../../../domain';
import { useFormat } from '../../../i18n';
import { gapWords } from '../../../i18n/gapWords';
import { patrolWords } from '../../../i18n/patrolWords';
import { useWords } from '../../../i18n/useWords';
import { Button, SimpleTable } from '../../../ui';
import type { FoundPlan } from '../../../workers/patrolTasks';

/** More changed gaps than these are told by their number. */
const MOST_CHANGES = 10;

interface Side {
  readonly teams: readonly Team[];
  readonly found: FoundPlan;
}

export interface WhatIfOutcomeProps {
  readonly title: string;
  readonly tasks: readonly PatrolTask[];
  readonly days: readonly PlainDate[];
  readonly before: Side;
  readonly after: Side;
  readonly onShow: (id: string) => void;
}

/** Two plans side by side, and the gaps that differ. */
export function WhatIfOutcome({ title, tasks, days, before, after, onShow }: WhatIfOutcomeProps) {
  const words = useWords(gapWords);
  const patrols = useWords(patrolWords);
  const format = useFormat();
  const [{ teams: teamsBefore, found: foundBefore }, { teams: teamsAfter, found: foundAfter }] = [before, after];
  const [a, b, changes] = useMemo(() => {
    const first = summarisePlan({ tasks, teams: teamsBefore, days }, foundBefore);
    const second = summarisePlan({ tasks, teams: teamsAfter, days }, foundAfter);
    return [first, second, changedGaps(first.covers, second.covers)] as const;
  }, [tasks, days, teamsBefore, teamsAfter, foundBefore, foundAfter]);
  const { measures } = words;
  const hours = (minutes: number): number => minutes / 60;
  const rows: readonly {
    readonly name: string;
    readonly digits: number;
    readonly of: (side: PlanSummary) => number;
  }[] = [
    { name: measures.worth, digits: 3, of: ({ worth }) => worth },
    { name: measures.planned(format.count(a.wanted)), digits: 0, of: ({ planned }) => planned },
    { name: measures.uncovered, digits: 0, of: ({ uncovered }) => uncovered },
    { name: measures.unvisited, digits: 0, of: ({ unvisited }) => unvisited },
    { name: measures.longest, digits: 0, of: ({ longestMinutes }) => hours(longestMinutes) },
    { name: measures.meanLongest, digits: 1, of: ({ meanLongestMinutes }) => hours(meanLongestMinutes) },
    { name: measures.riskAlone, digits: 3, of: ({ riskAlone }) => riskAlone },
    { name: measures.hours, digits: 1, of: ({ minutes }) => hours(minutes) },
    { name: measures.km, digits: 1, of: ({ metres }) => metres / 1_000 },
    { name: measures.nights, digits: 0, of: ({ nights }) => nights },
  ];
  /** With a sign, and as the difference of the figures that are shown. */
  const signed = (difference: number, digits: number): string => {
    const shown = Number(difference.toFixed(digits));
    const text = format.decimal(Math.abs(shown), digits);
    return shown > 0 ? `+${text}` : shown < 0 ? `−${text}` : text;
  };
  const shownDifference = (from: number, to: number, digits: number): number =>
    Number(to.toFixed(digits)) - Number(from.toFixed(digits));
  const gapHours = ({ fromMinute, toMinute }: GapChange['before']): string =>
    format.decimal(hours(toMinute - fromMinute), 1);
  const list = (all: readonly GapChange[], caption: string) => (
    <SimpleTable
      caption={caption}
      rows={all.slice(0, MOST_CHANGES)}
      rowKey={({ task }) => String(task)}
      columns={[
        {
          id: 'task',
          title: patrols.task,
          isRowHeader: true,
          text: ({ task }) => tasks[task]!.name,
          cell: ({ task }) => (
            <Button variant="quiet" onPress={() => onShow(tasks[task]!.id)}>
              {tasks[task]!.name}
            </Button>
          ),
        },
        { id: 'before', title: words.gapFrom, align: 'end', text: (change) => gapHours(change.before) },
        { id: 'after', title: words.gapTo, align: 'end', text: (change) => gapHours(change.after) },
        {
          id: 'risk',
          title: words.gapRisk,
          align: 'end',
          text: (change) => signed(change.after.risk - change.before.risk, 3),
        },
      ]}
    />
  );
  const count = (all: readonly unknown[]): string => format.count(Math.min(MOST_CHANGES, all.length));
  const { opened, closed } = changes;
  return (
    <div className="gr-Stack gr-WhatIf">
      <SimpleTable
        caption={title}
        rows={rows}
        rowKey={({ name }) => name}
        columns={[
          { id: 'measure', title: words.measure, isRowHeader: true, text: ({ name }) => name },
          { id: 'before', title: words.before, align: 'end', text: ({ of, digits }) => format.decimal(of(a), digits) },
          { id: 'after', title: words.after, align: 'end', text: ({ of, digits }) => format.decimal(of(b), digits) },
          {
            id: 'difference',
            title: words.difference,
            align: 'end',
            text: ({ of, digits }) => signed(shownDifference(of(a), of(b), digits), digits),
          },
        ]}
      />
      {opened.length > 0 ? (
        list(opened, words.openedNote(count(opened), format.count(opened.length)))
      ) : (
        <p>{words.noneOpened}</p>
      )}
      {closed.length > 0 ? (
        list(closed, words.closedNote(count(closed), format.count(closed.length)))
      ) : (
        <p>{words.noneClosed}</p>
      )}
    </div>
  );
}
