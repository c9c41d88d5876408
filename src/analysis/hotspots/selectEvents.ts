import type { HotspotIncidents } from './gatherHotspotIncidents';

/** Which incidents a method takes. Minutes of the local wall clock since 1970, the end left out. */
export interface EventSelection {
  readonly fromMin: number;
  readonly toMin: number;
  /** Whether what patrols came upon counts: they find what they look for. */
  readonly withDiscovered: boolean;
  /** Whether incidents off the pieces of lines that are filtered by count, too. */
  readonly ignoresStretch?: boolean;
}

export const MINUTES_PER_YEAR = 365.2425 * 1440;
const DAY_MIN = 1440;

export const yearsOf = ({ fromMin, toMin }: EventSelection): number => (toMin - fromMin) / MINUTES_PER_YEAR;

/**
 * The whole days over which incidents happened.
 * @returns null where there are none
 */
export function wholeSpan({ occurredMin }: HotspotIncidents): { fromMin: number; toMin: number } | null {
  let [first, last] = [Infinity, -Infinity];
  for (const at of occurredMin) {
    if (at < first) first = at;
    if (at > last) last = at;
  }
  if (first > last) return null;
  return { fromMin: Math.floor(first / DAY_MIN) * DAY_MIN, toMin: (Math.floor(last / DAY_MIN) + 1) * DAY_MIN };
}

/** Places in the columns of what is taken, and how many in the period are left out and why. */
export interface SelectedEvents {
  readonly index: Int32Array;
  readonly discovered: number;
  readonly unplaced: number;
}

/**
 * The incidents that a method takes: within the period, with a position, and reported by people unless others are wanted, too.
 * @param incidents  n incidents
 */
export function selectEvents(incidents: HotspotIncidents, selection: EventSelection): SelectedEvents {
  const { occurredMin, positions, isDiscovered, isOnStretch } = incidents;
  const { fromMin, toMin, withDiscovered, ignoresStretch = false } = selection;
  const index = new Int32Array(occurredMin.length);
  let [count, discovered, unplaced] = [0, 0, 0];
  for (let i = 0; i < occurredMin.length; i += 1) {
    if (occurredMin[i]! < fromMin || occurredMin[i]! >= toMin) continue;
    if (!ignoresStretch && isOnStretch[i] === 0) continue;
    if (!withDiscovered && isDiscovered[i] === 1) discovered += 1;
    else if (Number.isNaN(positions[2 * i]!)) unplaced += 1;
    else {
      index[count] = i;
      count += 1;
    }
  }
  return { index: index.slice(0, count), discovered, unplaced };
}
