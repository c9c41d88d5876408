import { drawNumber } from './drawNumber';
import { fitsDuration } from './fitsDuration';
import { nextAllowed, pinStop } from './keepGaps';
import type { RouteState } from './routeState';

/** A place in a route where a visit could start between `from` and `to`. */
interface Opening {
  readonly r: number;
  readonly slot: number;
  readonly from: number;
  readonly to: number;
  readonly cost: number;
}

/** How much of the gap of a spacing a visit may move by. */
const PLAY = 0.1;
/** Spans longer than this are endless. */
const LONG_AFTER = 1e12;

/**
 * Puts in a stop whose visit depends on visits of other routes, with its partner if it is of a joint visit: its start is pinned to a narrow
 * window, so that each route still stands by itself. Locked stops keep their order.
 * @param isEarliest  whether to start as early as can be, or now and then at another time
 * @returns whether it fitted
 */
export function placePinned(state: RouteState, stop: number, isEarliest: boolean): boolean {
  const { problem } = state;
  if (state.routeOf[stop]! >= 0 || state.groupUsed[problem.groupOf[stop]!]) return false;
  const partner = problem.partnerOf[stop]!;
  const openings = findOpenings(state, stop);
  if (partner < 0) return placeAlone(state, stop, openings, isEarliest);
  if (state.groupUsed[problem.groupOf[partner]!] || problem.groupOf[partner] === problem.groupOf[stop]) return false;
  return placeTogether(state, [stop, partner], [openings, findOpenings(state, partner)], isEarliest);
}

function placeAlone(state: RouteState, stop: number, openings: readonly Opening[], isEarliest: boolean): boolean {
  let best = Infinity;
  let found: { opening: Opening; start: number } | undefined;
  for (const opening of openings) {
    if (opening.cost >= best) continue;
    const start = chooseStart(state, [stop], opening, isEarliest);
    if (start === Infinity || !fits(state, stop, opening, start)) continue;
    best = opening.cost;
    found = { opening, start };
  }
  if (found === undefined) return false;
  pinStop(state, stop, found.opening.slot, { start: found.start, play: PLAY });
  return true;
}

function placeTogether(
  state: RouteState,
  [a, b]: readonly [number, number],
  [openingsOfA, openingsOfB]: readonly [readonly Opening[], readonly Opening[]],
  isEarliest: boolean,
): boolean {
  let best = Infinity;
  let found: { ofA: Opening; ofB: Opening; start: number } | undefined;
  for (const ofA of openingsOfA) {
    for (const ofB of openingsOfB) {
      const cost = ofA.cost + ofB.cost;
      if (ofA.r === ofB.r || cost >= best) continue;
      const both = { from: Math.max(ofA.from, ofB.from), to: Math.min(ofA.to, ofB.to) };
      if (both.from > both.to) continue;
      const start = chooseStart(state, [a, b], both, isEarliest);
      if (start === Infinity || !fits(state, a, ofA, start) || !fits(state, b, ofB, start)) continue;
      best = cost;
      found = { ofA, ofB, start };
    }
  }
  if (found === undefined) return false;
  pinStop(state, a, found.ofA.slot, { start: found.start, play: PLAY });
  pinStop(state, b, found.ofB.slot, { start: found.start, play: PLAY });
  return true;
}

const fits = (state: RouteState, stop: number, { r, slot }: Opening, start: number): boolean =>
  fitsDuration(state, r, { at: slot - 1, stop, opens: start, closes: start });

/** Where the stop can come, in routes that may have it. */
function findOpenings(state: RouteState, stop: number): Opening[] {
  const { problem, width, nodes, earliest, latest, legs } = state;
  const size = problem.nodeCount;
  const openings: Opening[] = [];
  for (let j = problem.teamsFrom[stop]!; j < problem.teamsFrom[stop + 1]!; j++) {
    const r = problem.teamsOf[j]!;
    const mode = problem.modeOf[r]!;
    const first = r * width;
    const [low, high] = slotsOf(state, stop, r);
    for (let slot = low; slot <= high; slot++) {
      const there = problem.legsBack[mode]![stop * size + nodes[slot - 1]!]!;
      const on = problem.legs[mode]![stop * size + nodes[slot]!]!;
      const from = Math.max(problem.opens[stop]!, earliest[slot - 1]! + there);
      const to = Math.min(problem.closes[stop]!, latest[slot]! - on);
      if (from <= to)
        openings.push({
          r,
          slot,
          from,
          to,
          cost: there + on - (slot > first + 1 || state.counts[r]! > 0 ? legs[slot - 1]! : 0),
        });
    }
  }
  return openings;
}

/** First and last slot of a route for the stop: any, unless it is locked and must keep its order. */
function slotsOf(state: RouteState, stop: number, r: number): [number, number] {
  const { problem, nodes, counts, width } = state;
  let low = r * width + 1;
  let high = low + counts[r]!;
  if (problem.lockedTeam[stop] !== r) return [low, high];
  for (let slot = low; slot <= r * width + counts[r]!; slot++) {
    const node = nodes[slot]!;
    if (problem.lockedTeam[node] !== r) continue;
    if (problem.lockedRank[node]! < problem.lockedRank[stop]!) low = slot + 1;
    else high = Math.min(high, slot);
  }
  return [low, high];
}

/**
 * A start in the span that keeps the gaps of the stops' spacings: the earliest, or where `isEarliest` is not asked for, now and then the latest or
 * the next after any time.
 * @returns Infinity where there is none
 */
function chooseStart(
  state: RouteState,
  stops: readonly number[],
  { from, to }: { readonly from: number; readonly to: number },
  isEarliest: boolean,
): number {
  if (isPairTooClose(state, stops)) return Infinity;
  const draw = isEarliest || to > LONG_AFTER + from ? 1 : drawNumber(state.chance);
  const isLatest = draw < 0.15;
  let start = isLatest ? to : draw < 0.3 ? from + drawNumber(state.chance) * (to - from) : from;
  for (let last = Number.NaN; last !== start && start >= from && start <= to; ) {
    last = start;
    for (const stop of stops) start = nextAllowed(state, stop, start, isLatest);
  }
  return start >= from && start <= to ? start : Infinity;
}

/** Partners of a joint visit in one spacing could never keep their gap. */
function isPairTooClose({ problem }: RouteState, [a, b]: readonly number[]): boolean {
  if (a === undefined || b === undefined) return false;
  const spacing = problem.spacingOf[a]!;
  return spacing >= 0 && spacing === problem.spacingOf[b] && problem.minGap[spacing]! > 0;
}
