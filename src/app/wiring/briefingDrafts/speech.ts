import type { Days } from '../../../analysis/briefing/periodBefore';
import type { DraftFacts, DraftKind, GapFact, HotStretchFact } from '../../../analysis/briefing/sceneDraft';
import { momentOf } from '../../../analysis/patrols/momentOf';
import type { CategoryId, PlainDate } from '../../../domain';
import type { briefingDraftWords } from '../../../i18n/briefingDraftWords';
import type { Formatter } from '../../../i18n/format';

/** A scene in words, each to be changed by hand. */
export interface SaidDraft {
  readonly title: string;
  readonly sentences: readonly string[];
  /** What the speaker may need besides. */
  readonly notes: readonly string[];
}

/** A language, and what the register calls its categories. */
export interface Speech {
  readonly words: (typeof briefingDraftWords)['vi'];
  readonly format: Formatter;
  readonly categoryName: (id: CategoryId) => string;
}

export type Say<Kind extends DraftKind> = (facts: DraftFacts[Kind], speech: Speech) => SaidDraft;

export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

export const interval = ({ lower, upper }: Interval, { words, format }: Speech): string =>
  words.interval(format.decimal(lower, 1), format.decimal(upper, 1));

export const counted = (count: number, of: Interval, speech: Speech): string =>
  `${speech.words.cases(count, speech.format.count(count))} (${interval(of, speech)})`;

/** p with two digits that mean something, or below the least that is told. */
export function probability(p: number, { words, format }: Speech): string {
  if (p < 0.001) return words.pBelow(format.decimal(0.001, 3));
  // Rounded up to a limit it would look like another verdict.
  return words.p(format.decimal(p, p < 0.1 ? 3 : 2));
}

/** A whole calendar year by its number, anything else by its days. */
export function periodText({ from, to }: Days, { words, format }: Speech): string {
  const year = from.slice(0, 4);
  return from === `${year}-01-01` && to === `${year}-12-31`
    ? words.whole(year)
    : words.span(format.date(from), format.date(to));
}

/** A sentence about a number that is told only where there is something to tell. */
export const ifAny = (n: number, say: (n: number, text: string) => string, { format }: Speech): string[] =>
  n > 0 ? [say(n, format.count(n))] : [];

/** Where a hot stretch runs, line by line. */
export const stretchPlace = ({ parts }: HotStretchFact, { words, format }: Speech): string =>
  parts
    .map(({ line, fromM, toM }) => words.part(line, format.decimal(fromM / 1_000), format.decimal(toM / 1_000)))
    .join('; ');

/** When a gap begins, and for how many hours it lasts. */
export const gapTimes = ({ fromMinute, toMinute }: GapFact, from: PlainDate, { format }: Speech) => ({
  hours: format.count(Math.round((toMinute - fromMinute) / 60)),
  from: format.dateTime(momentOf(from, fromMinute)),
});
