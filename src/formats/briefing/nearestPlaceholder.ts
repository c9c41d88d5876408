import { foldVietnamese, PART_PLACEHOLDERS, type ReportPlaceholder, TEXT_PLACEHOLDERS } from '../../domain';

const ALL: readonly ReportPlaceholder[] = [...TEXT_PLACEHOLDERS, ...PART_PLACEHOLDERS];

export const isPlaceholder = (name: string): name is ReportPlaceholder => ALL.some((known) => known === name);

/** How many signs have to be put in, left out or changed. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}

/** Names further away than this share of their letters are not what was meant. */
const FARTHEST = 0.4;
const LONGEST = 60;

/** The placeholder that a name is most likely meant for: without marks, spaces or a few letters of difference. */
export function nearestPlaceholder(name: string): ReportPlaceholder | null {
  const plain = foldVietnamese(name)
    .replace(/[\s\-.]+/g, '_')
    .slice(0, LONGEST);
  let best: ReportPlaceholder | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const known of ALL) {
    const distance = editDistance(plain, known);
    if (distance < least) [best, least] = [known, distance];
  }
  return best !== null && least <= FARTHEST * best.length ? best : null;
}
