import type { TravelMode } from '../../domain';
import { barrierBends } from './barrierBends';
import { type Gate, makeLegTest, type Place } from './barrierLegs';
import { lineSegments } from './lineSamples';
import type { TravelMatrix } from './travelMatrix';

/** A bridge, ford or landing where barriers may be passed. */
export interface Crossing {
  readonly x: number;
  readonly y: number;
  /** How far from it a leg may pass a barrier; 50 unless given. */
  readonly radiusM?: number;
  /** Modes that may not pass here. */
  readonly closedTo?: readonly TravelMode[];
}

export interface StraightOptions {
  /** How much longer ways are than the straight line: 1 or more. */
  readonly detourFactor: number;
  readonly speedMps: number;
  /** Lines `[x0, y0 …]` that may not be passed, metres. */
  readonly barriers?: readonly Float64Array[];
  readonly crossings?: readonly Crossing[];
  /** Leaves out the crossings that are closed to it. */
  readonly mode?: TravelMode;
}

/** Travel between n places by straight legs. */
export interface StraightTravel extends TravelMatrix {
  /** `[x0, y0 …]` of the places. */
  readonly places: Float64Array;
  /** `[x0, y0 …]` of m places where legs may meet: crossings, and ends and bends of barriers. */
  readonly turns: Float64Array<ArrayBuffer>;
  /** n × m: the turn before each turn on the way from each place, −1 for the place itself. */
  readonly before: Int32Array<ArrayBuffer>;
  /** n × n: the last turn on the way from place to place, −1 if it is straight, −2 if there is none. */
  readonly lastTurn: Int32Array<ArrayBuffer>;
}

const RADIUS_M = 50;

function openGates({ crossings = [], mode }: StraightOptions): Gate[] {
  const open = crossings.filter(({ closedTo }) => mode === undefined || !closedTo?.includes(mode));
  const gates = open.map(({ x, y, radiusM = RADIUS_M }) => ({ x, y, radiusM }));
  if (gates.some(({ x, y, radiusM }) => !Number.isFinite(x) || !Number.isFinite(y) || !(radiusM >= 0)))
    throw new RangeError('a crossing without a place or with a radius that is none');
  return gates;
}

/** The turns to which straight ways lead from places of either kind: lengths, row by row, Infinity where a barrier is in between. */
function legLengths(
  from: readonly Place[],
  to: readonly Place[],
  isClear: (a: Place, b: Place) => boolean,
): Float64Array {
  const lengths = new Float64Array(from.length * to.length).fill(Infinity);
  const isSame = from === to;
  for (let i = 0; i < from.length; i++)
    for (let j = isSame ? i + 1 : 0; j < to.length; j++) {
      const lengthM = Math.hypot(to[j]![0] - from[i]![0], to[j]![1] - from[i]![1]);
      if (!Number.isFinite(lengthM) || !isClear(from[i]!, to[j]!)) continue;
      lengths[i * to.length + j] = lengthM;
      if (isSame) lengths[j * to.length + i] = lengthM;
    }
  return lengths;
}

/** Dijkstra over all turns from one place: shortest lengths, and the turn before each. */
function spread(first: Float64Array, legs: Float64Array, before: Int32Array): Float64Array {
  const count = first.length;
  const lengths = first.slice();
  const isDone = new Uint8Array(count);
  for (let round = 0; round < count; round++) {
    let nearest = -1;
    for (let m = 0; m < count; m++)
      if (isDone[m] === 0 && (nearest < 0 || lengths[m]! < lengths[nearest]!)) nearest = m;
    if (!(lengths[nearest]! < Infinity)) break;
    isDone[nearest] = 1;
    for (let m = 0; m < count; m++) {
      const lengthM = lengths[nearest]! + legs[nearest * count + m]!;
      if (!(lengthM < lengths[m]!)) continue;
      lengths[m] = lengthM;
      before[m] = nearest;
    }
  }
  return lengths;
}

/** Lines of at least two places, without those that have no position. */
const linesOf = (barriers: readonly Float64Array[]): Float64Array[] =>
  barriers
    .map((line) => lineSegments(line))
    .filter(({ lengthM }) => lengthM > 0)
    .map(({ segments }) => {
      const line = new Float64Array(segments.length / 2 + 2);
      for (let i = 0; 4 * i < segments.length; i++) line.set(segments.subarray(4 * i, 4 * i + 4), 2 * i);
      return line;
    });

function segmentsOf(lines: readonly Float64Array[]): Float64Array {
  const segments: number[] = [];
  for (const line of lines)
    for (let i = 0; i + 3 < line.length; i += 2) segments.push(line[i]!, line[i + 1]!, line[i + 2]!, line[i + 3]!);
  return Float64Array.from(segments);
}

/**
 * Travel where there is no network: straight legs, lengthened by a factor. Barriers are passed only at crossings, or round their ends; where a barrier bends
 * between two places, the way follows its bank. A place within a centimetre of a barrier is on both banks.
 * An end within 10 m of another barrier, or of a farther part of its own, is joined to it and lets nobody round.
 * @param places  n places `[x0, y0 …]`, metres
 * @returns seconds and metres (of the lengthened way), and what `straightPath` draws; 0 from a place to itself, Infinity where barriers leave no way, and
 * from and to places without a position
 * @problem RangeError for a factor below 1, a speed that is not above 0, a crossing without a place
 */
export function straightTravel(places: Float64Array, options: StraightOptions): StraightTravel {
  const { detourFactor, speedMps, barriers = [] } = options;
  if (!(detourFactor >= 1 && detourFactor < Infinity))
    throw new RangeError('a way is no shorter than the straight line');
  if (!(speedMps > 0 && speedMps < Infinity)) throw new RangeError('a speed that is none');
  const gates = openGates(options);
  const lines = linesOf(barriers);
  const segments = segmentsOf(lines);
  const isClear = makeLegTest(segments, gates);
  const closed = makeLegTest(segments, []);
  const turns =
    lines.length > 0 ? [...gates.map(({ x, y }): Place => [x, y]), ...barrierBends(lines, segments, closed)] : [];
  const count = places.length / 2;
  const ends = Array.from({ length: count }, (_, i): Place => [places[2 * i]!, places[2 * i + 1]!]);
  const legs = legLengths(turns, turns, isClear);
  const toTurns = legLengths(ends, turns, isClear);
  const direct = legLengths(ends, ends, isClear);
  const before = new Int32Array(count * turns.length).fill(-1);
  const lastTurn = new Int32Array(count * count).fill(-2);
  const metres = new Float64Array(count * count).fill(Infinity);
  for (let i = 0; i < count; i++) {
    const [from, to] = [i * turns.length, (i + 1) * turns.length];
    const lengths = spread(toTurns.subarray(from, to), legs, before.subarray(from, to));
    for (let j = 0; j < count; j++) {
      const k = i * count + j;
      let best = i === j ? 0 : direct[k]!;
      if (best < Infinity) lastTurn[k] = -1;
      for (let m = 0; i !== j && m < turns.length; m++) {
        const lengthM = lengths[m]! + toTurns[j * turns.length + m]!;
        if (!(lengthM < best)) continue;
        best = lengthM;
        lastTurn[k] = m;
      }
      metres[k] = best * detourFactor;
    }
  }
  const seconds = metres.map((each) => each / speedMps);
  return { count, seconds, metres, places, turns: Float64Array.from(turns.flat()), before, lastTurn };
}
