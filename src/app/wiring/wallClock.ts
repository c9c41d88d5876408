import type { WallClock } from '../../domain';

const VIETNAM_AHEAD_MS = 7 * 3_600_000;

/** Vietnam's wall clock now. */
export function wallClockNow(): WallClock {
  return new Date(Date.now() + VIETNAM_AHEAD_MS).toISOString().slice(0, 16) as WallClock;
}
