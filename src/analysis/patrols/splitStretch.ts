import type { Degrees, PatrolTask } from '../../domain';
import { geodesicLengthM } from '../../geo/geodesicLength';

/** What two parts of a stretch have of their own. */
type Part = Pick<PatrolTask, 'place' | 'chainage' | 'weight'>;

/** How long a path is, in metres. */
export function pathLengthM(path: readonly Degrees[]): number {
  let lengthM = 0;
  for (let i = 1; i < path.length; i += 1) lengthM += geodesicLengthM(path[i - 1]!, path[i]!);
  return lengthM;
}

/**
 * Cuts a stretch in two. Weight and chainage are shared out by length.
 * @param path  its course, at least two positions, WGS 84 degrees
 * @param atM   where, in metres from its beginning
 * @returns null where nothing would be left of one part
 */
export function splitStretch(
  { path, chainage, weight }: Pick<PatrolTask, 'chainage' | 'weight'> & { readonly path: readonly Degrees[] },
  atM: number,
): readonly [Part, Part] | null {
  const lengthM = pathLengthM(path);
  if (!(atM > 0 && atM < lengthM)) return null;
  let gone = 0;
  let i = 1;
  for (; i < path.length - 1; i += 1) {
    const next = gone + geodesicLengthM(path[i - 1]!, path[i]!);
    if (next > atM) break;
    gone = next;
  }
  const [from, to] = [path[i - 1]!, path[i]!];
  const part = Math.min(1, (atM - gone) / geodesicLengthM(from, to));
  const cut: Degrees = [from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1])];
  const isAt = (a: Degrees): boolean => a[0] === cut[0] && a[1] === cut[1];
  const share = atM / lengthM;
  const cutM = chainage ? chainage.fromM + share * (chainage.toM - chainage.fromM) : 0;
  return [
    {
      place: { kind: 'stretch', path: [...path.slice(0, isAt(from) ? i - 1 : i), cut] },
      chainage: chainage && { ...chainage, toM: cutM },
      weight: weight * share,
    },
    {
      place: { kind: 'stretch', path: [cut, ...path.slice(isAt(to) ? i + 1 : i)] },
      chainage: chainage && { ...chainage, fromM: cutM },
      weight: weight * (1 - share),
    },
  ];
}
