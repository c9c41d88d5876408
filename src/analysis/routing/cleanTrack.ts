/** A track as a receiver writes it: columns of n fixes. */
export interface Track {
  /** `[x0, y0 …]`, metres. */
  readonly points: Float64Array;
  /** Seconds since any moment, in any order. */
  readonly seconds: Float64Array;
  /** How far each fix may be off, metres; NaN where it is not told. */
  readonly accuraciesM?: Float64Array;
}

export interface TrackLimits {
  /** No team is faster: fixes that would need it to be are outliers; 45 m/s unless given. */
  readonly mostMps?: number;
  /** Fixes that may be off by more than this are left out; 100 m unless given. */
  readonly mostAccuracyM?: number;
  /** Between fixes farther apart than this nothing is known; 300 s unless given. */
  readonly mostGapSeconds?: number;
}

/** The fixes of a track that can be trusted, by time, and the pieces between them along which the team is taken to have gone straight. */
export interface CleanTrack {
  readonly points: Float64Array<ArrayBuffer>;
  readonly seconds: Float64Array<ArrayBuffer>;
  readonly accuraciesM: Float64Array<ArrayBuffer>;
  /** 1 where fix i follows on fix i − 1 without a gap; of one more than fixes, the first and the last 0. */
  readonly follows: Uint8Array<ArrayBuffer>;
  /** How many fixes were left out. */
  readonly dropped: number;
}

/** How many fixes back a fix may follow on, so that a burst of as many outliers is bridged. */
const LOOK_BACK = 30;
/** So many fixes have to agree with each other before they outweigh what came before. */
const JUMP_COST = 5;

/**
 * Leaves out of a track what cannot be: fixes without a place or time, too unsure ones, repeated moments, and jumps that no team can make. Of the rest the
 * chain of most fixes is kept in which each can be reached from the one before; a new chain far off begins only if enough fixes agree on it.
 * @param track  the fixes; none at all give an empty track
 * @problem RangeError for columns of different lengths
 */
export function cleanTrack(
  track: Track,
  { mostMps = 45, mostAccuracyM = 100, mostGapSeconds = 300 }: TrackLimits = {},
): CleanTrack {
  const { points, seconds, accuraciesM } = track;
  const count = seconds.length;
  if (points.length !== 2 * count || (accuraciesM && accuraciesM.length !== count))
    throw new RangeError('columns of different lengths');
  const isSure = (i: number): boolean =>
    Number.isFinite(points[2 * i]!) &&
    Number.isFinite(points[2 * i + 1]!) &&
    Number.isFinite(seconds[i]!) &&
    !((accuraciesM?.[i] ?? NaN) > mostAccuracyM);
  const order = [...seconds.keys()].filter(isSure).sort((a, b) => seconds[a]! - seconds[b]! || a - b);
  const canFollow = (a: number, b: number): boolean => {
    const lasts = seconds[order[b]!]! - seconds[order[a]!]!;
    const [i, k] = [2 * order[a]!, 2 * order[b]!];
    return lasts > 0 && Math.hypot(points[k]! - points[i]!, points[k + 1]! - points[i + 1]!) <= mostMps * lasts;
  };
  // The longest chain that ends at each fix, and the best of all that ended before.
  const lengths = new Float64Array(order.length);
  const before = new Int32Array(order.length).fill(-1);
  const isJump = new Uint8Array(order.length);
  let best = -1;
  for (let k = 0; k < order.length; k++) {
    lengths[k] = 1;
    for (let i = k - 1; i >= Math.max(0, k - LOOK_BACK); i--)
      if (lengths[i]! + 1 > lengths[k]! && canFollow(i, k)) {
        lengths[k] = lengths[i]! + 1;
        before[k] = i;
      }
    if (best >= 0 && lengths[best]! + 1 - JUMP_COST > lengths[k]! && seconds[order[k]!]! > seconds[order[best]!]!) {
      lengths[k] = lengths[best]! + 1 - JUMP_COST;
      before[k] = best;
      isJump[k] = 1;
    }
    if (best < 0 || lengths[k]! > lengths[best]!) best = k;
  }
  const kept: number[] = [];
  for (let k = best; k >= 0; k = before[k]!) kept.push(k);
  kept.reverse();
  const follows = new Uint8Array(kept.length + 1);
  for (let i = 1; i < kept.length; i++) {
    const gap = seconds[order[kept[i]!]!]! - seconds[order[kept[i - 1]!]!]!;
    follows[i] = isJump[kept[i]!] === 0 && gap <= mostGapSeconds ? 1 : 0;
  }
  return {
    points: Float64Array.from(kept.flatMap((k) => [points[2 * order[k]!]!, points[2 * order[k]! + 1]!])),
    seconds: Float64Array.from(kept, (k) => seconds[order[k]!]!),
    accuraciesM: Float64Array.from(kept, (k) => accuraciesM?.[order[k]!] ?? NaN),
    follows,
    dropped: count - kept.length,
  };
}
