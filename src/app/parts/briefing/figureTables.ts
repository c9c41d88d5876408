import type { Done, ReviewFigures, ReviewRow } from '../../../analysis/briefing/reviewFigures';
import type { CategoryId, SceneAside } from '../../../domain';
import type { DeckCell, DeckColumn, DeckTable } from '../../../formats/briefing/deck';
import type { Formatter } from '../../../i18n';
import type { figureWords } from '../../../i18n/figureWords';

export const FIGURE_TABLES = ['totals', 'members', 'lines', 'categories', 'months', 'outreach'] as const;
export type FigureTableKind = (typeof FIGURE_TABLES)[number];

export const isFigureTable = (aside: SceneAside): aside is FigureTableKind =>
  (FIGURE_TABLES as readonly SceneAside[]).includes(aside);

/** A table with how it is read: which column is drawn as bars, and what has to be said below it. */
export interface FigureTable extends DeckTable {
  readonly kind: FigureTableKind;
  readonly notes: readonly string[];
}

export interface FigureWording {
  readonly words: (typeof figureWords)['vi'];
  readonly format: Formatter;
  readonly categoryName: (id: CategoryId) => string;
}

/** Decimals of an interval's ends. */
const INTERVAL_DIGITS = 1;

/** What the figures rest on, one sentence each: shown below every table, and named in every file. */
export function figureNotes(figures: ReviewFigures, { words, format }: FigureWording): string[] {
  const { period, isCut, total, simulated, unmapped, dataDay, isFiltered, countBy } = figures;
  const notes: string[] = [];
  if (simulated.now > 0)
    notes.push(
      simulated.now === total.incidents.now
        ? words.simulatedAll
        : words.simulatedSome(format.count(simulated.now), format.count(total.incidents.now)),
    );
  if (isCut) notes.push(words.cut(format.date(period.to)));
  if (total.incidents.before === null) notes.push(words.noBefore);
  if (isFiltered) notes.push(words.filtered);
  notes.push(countBy === 'then' ? words.byThen : words.byNow);
  const lost = unmapped.filter(({ now }) => now > 0);
  if (lost.length > 0)
    notes.push(
      words.unmapped(lost.map(({ name, code, now }) => words.unmappedUnit(name, code, format.count(now))).join(', ')),
    );
  if (dataDay) notes.push(words.dataDay(format.date(dataDay)));
  return notes;
}

/** One table of the figures, its rows followed by what has no row and by the total, which they add up to. */
export function figureTable(kind: FigureTableKind, figures: ReviewFigures, wording: FigureWording): FigureTable {
  const { words, format } = wording;
  const { period } = figures;
  const made = kind === 'outreach' ? outreach(figures, wording) : incidents(kind, figures, wording);
  return {
    kind,
    caption: words.caption(words[kind], format.date(period.from), format.date(period.to)),
    ...made,
    notes: figureNotes(figures, wording),
  };
}

const number = (heading: string): DeckColumn => ({ heading, align: 'right' });

function incidents(
  kind: Exclude<FigureTableKind, 'outreach'>,
  figures: ReviewFigures,
  { words, format, categoryName }: FigureWording,
): Pick<DeckTable, 'columns' | 'rows'> {
  const rowOf = (name: string, { incidents: count, persons, criminal, administrative }: ReviewRow): DeckCell[] => [
    name,
    count.now,
    words.range(format.decimal(count.lower, INTERVAL_DIGITS), format.decimal(count.upper, INTERVAL_DIGITS)),
    count.before,
    persons.now,
    criminal.now,
    administrative.now,
  ];
  const { total, kinds } = figures;
  const sum: ReviewRow = {
    incidents: { ...total.incidents, adjustedP: null },
    persons: total.persons,
    criminal: kinds.criminal.incidents,
    administrative: kinds.administrative.incidents,
  };
  const isThere = ({ incidents: { now, before } }: ReviewRow): boolean => now > 0 || (before ?? 0) > 0;
  const columns = (first: string): DeckColumn[] => [
    { heading: first, align: 'left' },
    number(words.incidents),
    { heading: words.interval, align: 'right' },
    number(words.before),
    number(words.persons),
    number(words.criminal),
    number(words.administrative),
  ];
  const allRow = rowOf(words.all, sum);
  if (kind === 'members')
    return {
      columns: columns(words.member),
      rows: [
        ...figures.byMember.map((row) => rowOf(row.members.join(', ') || row.name, row)),
        ...figures.noMember.filter(isThere).map((row) => rowOf(words.noMember[row.why], row)),
        allRow,
      ],
    };
  if (kind === 'lines')
    return {
      columns: columns(words.line),
      rows: [
        ...figures.byLine.map((row) => rowOf(row.name, row)),
        ...figures.noLine.filter(isThere).map((row) => rowOf(words.noLine[row.why], row)),
        allRow,
      ],
    };
  if (kind === 'categories')
    return {
      columns: columns(words.category),
      rows: [...figures.byCategory.map((row) => rowOf(categoryName(row.category), row)), allRow],
    };
  if (kind === 'months')
    return {
      columns: columns(words.month),
      rows: [
        ...figures.byMonth.map((row) =>
          rowOf(words.monthName(Number(row.month.slice(5)), Number(row.month.slice(0, 4))), row),
        ),
        allRow,
      ],
    };
  const ofKind = (each: 'criminal' | 'administrative'): DeckCell[] => {
    const { incidents: count, persons } = kinds[each];
    return [
      words.kinds[each],
      count.now,
      words.range(format.decimal(count.lower, INTERVAL_DIGITS), format.decimal(count.upper, INTERVAL_DIGITS)),
      count.before,
      persons.now,
    ];
  };
  return {
    columns: columns(words.kind).slice(0, 5),
    rows: [ofKind('criminal'), ofKind('administrative'), allRow.slice(0, 5)],
  };
}

const DONE = ['meeting', 'broadcast', 'jointPatrol', 'visits'] as const satisfies readonly (keyof Done)[];

function outreach({ outreach: made }: ReviewFigures, { words }: FigureWording): Pick<DeckTable, 'columns' | 'rows'> {
  const counts = (done: Done): DeckCell[] => DONE.map((kind) => done[kind].now);
  const isThere = (done: Done): boolean => DONE.some((kind) => done[kind].now > 0);
  return {
    columns: [{ heading: words.member, align: 'left' }, ...DONE.map((kind) => number(words[kind]))],
    rows: [
      ...made.byMember.map((row) => [row.members.join(', ') || row.name, ...counts(row)]),
      ...made.rest.filter(isThere).map((row) => [words.noMember[row.why], ...counts(row)]),
      [words.all, ...counts(made.total)],
    ],
  };
}
