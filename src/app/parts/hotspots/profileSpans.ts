import type { StripProfile } from '../../../analysis/hotspots/makeProfile';
import type { EditionInfo } from '../../../analysis/openEdition';
import type { HotStretch } from '../../../analysis/strip/scanBorder';
import type { ChainSpan, HotSpan } from '../../../features/hotspots';
import type { StretchFilter } from '../../../store';

/** Pieces are cut at whole metres. */
const TOUCHING_M = 2;

type Part = StripProfile['parts'][number];

/** A place along a line as a place along the chain, and the other way round: it is the same sum. */
const turned = (part: Part, atM: number): number => (part.isReversed ? part.toM - atM : part.fromM + atM);

/** Where a place of the chain is on its line; null beyond the chain. */
export function lineAt(
  { parts }: StripProfile,
  atM: number,
): { readonly line: number; readonly alongM: number } | null {
  const part = parts.find(({ fromM, toM }) => fromM <= atM && atM <= toM);
  return part ? { line: part.line, alongM: part.isReversed ? part.toM - atM : atM - part.fromM } : null;
}

/** Where a place of a line is on the chain; null where the line is not in it. */
export function chainAt({ parts }: StripProfile, line: number, alongM: number): number | null {
  const part = parts.find((each) => each.line === line);
  return part ? turned(part, alongM) : null;
}

/** The pieces of lines that a span of the chain covers. */
export function stretchesOf(
  { parts }: StripProfile,
  { fromM, toM }: ChainSpan,
  info: EditionInfo,
): readonly StretchFilter[] {
  return parts.flatMap((part) => {
    const [low, high] = [Math.max(fromM, part.fromM), Math.min(toM, part.toM)];
    if (low >= high) return [];
    const along = part.isReversed ? [part.toM - high, part.toM - low] : [low - part.fromM, high - part.fromM];
    // Outwards: what lies beyond a line's end stands at its end.
    return [{ line: info.lines[part.line]!.id, fromM: Math.floor(along[0]!), toM: Math.ceil(along[1]!) }];
  });
}

/** The spans of the chain that pieces of lines cover, in order; those that meet are one. */
export function spansOf(
  { parts }: StripProfile,
  stretch: readonly StretchFilter[],
  info: EditionInfo,
): readonly ChainSpan[] {
  const pieces = stretch.flatMap(({ line, fromM, toM }): ChainSpan[] => {
    const part = parts.find((each) => info.lines[each.line]!.id === line);
    if (!part) return [];
    const ends = [turned(part, fromM), turned(part, toM)];
    return [{ fromM: Math.max(part.fromM, Math.min(...ends)), toM: Math.min(part.toM, Math.max(...ends)) }];
  });
  const spans: { fromM: number; toM: number }[] = [];
  for (const piece of pieces.toSorted((a, b) => a.fromM - b.fromM)) {
    const last = spans.at(-1);
    if (last && piece.fromM <= last.toM + TOUCHING_M) last.toM = Math.max(last.toM, piece.toM);
    else spans.push({ ...piece });
  }
  return spans;
}

/** The pieces of hot stretches that lie on the chain, by rank. */
export function hotSpans(profile: StripProfile, stretches: readonly HotStretch[]): HotSpan[] {
  return stretches.flatMap(({ parts, p }, k) =>
    parts.flatMap(({ line, fromM, toM }) => {
      const [a, b] = [chainAt(profile, line, fromM), chainAt(profile, line, toM)];
      return a === null || b === null ? [] : [{ fromM: Math.min(a, b), toM: Math.max(a, b), rank: k + 1, p }];
    }),
  );
}
