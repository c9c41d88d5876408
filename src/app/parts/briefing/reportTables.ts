import type { ReviewFigures } from '../../../analysis/briefing/reviewFigures';
import type { ReportTable } from '../../../formats/briefing/officialReport';
import { reviewReport } from '../../../i18n/vi/reviewReport';
import { type FigureTableKind, type FigureWording, figureTable } from './figureTables';

/** Names are as broad as three numbers. */
const NAME_SHARE = 3;
/** Where the tables of incidents have their intervals. */
const INTERVAL_AT = 2;

/**
 * A table of the figures as a report has it: the last row is the total of those above.
 * @param withIntervals  false in the text, where they make the table too broad to be read
 */
export function reportTable(
  kind: FigureTableKind,
  figures: ReviewFigures,
  { wording, withIntervals }: { readonly wording: FigureWording; readonly withIntervals: boolean },
): ReportTable {
  const { words, format } = wording;
  const { columns, rows } = figureTable(kind, figures, wording);
  const isDropped = (at: number): boolean => !withIntervals && kind !== 'outreach' && at === INTERVAL_AT;
  const kept = <T>(all: readonly T[]): T[] => all.filter((_, at) => !isDropped(at));
  const cell = (value: string | number | null): string =>
    typeof value === 'number' ? format.count(value) : (value ?? reviewReport.noNumber);
  const hasDash = rows.some((row) => row.includes(null));
  const notes = [
    ...(hasDash ? [reviewReport.dash] : []),
    ...(kind === 'outreach' ? [] : [withIntervals ? words.few : reviewReport.fullTable]),
  ];
  const { from, to } = figures.period;
  return {
    kind: 'table',
    caption: reviewReport.tableOf(reviewReport.titles[kind], format.date(from), format.date(to)),
    unitLine: kind === 'outreach' ? reviewReport.unitDone : reviewReport.unit,
    columns: kept(columns).map(({ heading, align }, at) => ({
      heading,
      align,
      share: at === 0 ? NAME_SHARE : 1,
    })),
    rows: rows.map((row, i) => ({ cells: kept(row).map(cell), isTotal: i === rows.length - 1 })),
    note: notes.length > 0 ? notes.join(' ') : null,
  };
}
