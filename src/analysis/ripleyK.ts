import { makeRandom } from './simulation/random';
import { type BandLookup, bandOf, makeBandLookup } from './timing/bandLookup';
import { type Strips, sortIntoStrips, squaredReach, visitNearPairs } from './timing/strips';
import { makeWindow, type StudyWindow, type WindowMask } from './timing/studyWindow';

export interface RipleyOptions {
  /** Where points could have been: a rectangle in metres, or cells of a lattice. */
  readonly window: readonly [minX: number, minY: number, maxX: number, maxY: number] | WindowMask;
  /** `none`: pairs count 1 each, and K is too low where the window's edge is near. `translation`: unbiased. */
  readonly correction: 'none' | 'translation';
  /** Patterns drawn at random for the envelopes; 0 by default. */
  readonly simulations?: number;
  readonly seed?: number;
}

/** A value per radius. */
export interface RipleyResult {
  /** Square metres. */
  readonly k: Float64Array;
  /** L(r) − r in metres: 0 is what complete randomness has, more is clustering, less is regularity. */
  readonly l: Float64Array;
  /** Range of L(r) − r that 95 % of the random patterns keep to, radius by radius. */
  readonly low?: Float64Array;
  readonly high?: Float64Array;
  /** Range of L(r) − r in which 95 % of the random patterns stay at all radii together. */
  readonly globalLow?: Float64Array;
  readonly globalHigh?: Float64Array;
}

const TAIL = 0.025;
const MOST_RADII = 10_000;

/** K at each radius. */
function estimate(
  strips: Strips,
  bands: BandLookup,
  { window, isTranslated }: { readonly window: StudyWindow; readonly isTranslated: boolean },
): Float64Array {
  const { x, y } = strips;
  const { areaM2, overlapM2 } = window;
  const sums = new Float64Array(bands.edges.length);
  visitNearPairs(strips, (first, second, squared) => {
    const band = bandOf(bands, squared);
    if (!isTranslated) {
      sums[band]! += 1;
      return;
    }
    const overlap = overlapM2(x[second]! - x[first]!, y[second]! - y[first]!);
    if (overlap > 0) sums[band]! += areaM2 / overlap;
  });
  const count = x.length;
  let sum = 0;
  return sums.map((value) => {
    sum += value;
    return count < 2 ? Number.NaN : (2 * sum * areaM2) / (count * (count - 1));
  });
}

function check(points: Float64Array, radiiM: Float64Array, simulations: number): void {
  if (points.length % 2 !== 0) throw new RangeError('points must hold x and y of each point');
  if (!radiiM.every((radius, i) => radius >= 0 && radius < Infinity && !(radius < radiiM[i - 1]!)))
    throw new RangeError('radii must ascend from 0 or more');
  if (radiiM.length > MOST_RADII) throw new RangeError('too many radii');
  if (!(Number.isInteger(simulations) && simulations >= 0)) throw new RangeError('simulations must be a whole number');
}

/** Ranges of random curves, given one after the other: at each place alone, and at all places together in standard deviations from the mean. */
function makeEnvelopes(curves: Float64Array, size: number): Required<Omit<RipleyResult, 'k' | 'l'>> {
  const drawn = curves.length / size;
  const beyond = Math.max(1, Math.floor(TAIL * (drawn + 1)));
  const make = (): Float64Array => new Float64Array(size);
  const [low, high, mean, spread] = [make(), make(), make(), make()];
  const atPlace = new Float64Array(drawn);
  for (let place = 0; place < size; place += 1) {
    for (let i = 0; i < drawn; i += 1) atPlace[i] = curves[i * size + place]!;
    atPlace.sort();
    low[place] = atPlace[beyond - 1]!;
    high[place] = atPlace[drawn - beyond]!;
    mean[place] = atPlace.reduce((sum, value) => sum + value, 0) / drawn;
    const squares = atPlace.reduce((sum, value) => sum + (value - mean[place]!) ** 2, 0);
    spread[place] = Math.sqrt(squares / drawn);
  }
  const farthest = Float64Array.from({ length: drawn }, (_, i) => {
    let most = 0;
    for (let place = 0; place < size; place += 1)
      if (spread[place]! > 0)
        most = Math.max(most, Math.abs(curves[i * size + place]! - mean[place]!) / spread[place]!);
    return most;
  }).sort();
  const reach = farthest[drawn - Math.max(1, Math.floor(2 * TAIL * (drawn + 1)))]!;
  return {
    low,
    high,
    globalLow: mean.map((value, place) => value - reach * spread[place]!),
    globalHigh: mean.map((value, place) => value + reach * spread[place]!),
  };
}

/**
 * Ripley's K, and what complete randomness makes of it: as many points, each anywhere in the window. Points exactly a radius apart are within it.
 * @param points  [x0, y0, x1, y1 …] metres, in the window, its edges included
 * @param radiiM  ascending, 0 or more, in metres
 * @returns K and L(r) − r, envelopes where simulations are asked for; NaN of fewer than two points. Under `translation` a pair so far apart that
 *   no part of the window overlaps with the window shifted as much says nothing, and is left out
 * @problem RangeError where the window has no area, a point lies outside it or is no number, radii do not ascend or are more than 10 000, or
 *   simulations are no whole number
 * @source Ripley 1977, Modelling spatial patterns, Journal of the Royal Statistical Society B 39; L: Besag in its discussion; translation:
 *   Ohser 1983, Mathematische Operationsforschung und Statistik 14; all radii together: Myllymäki, Mrkvička, Grabarnik, Seijo & Hahn 2017,
 *   Global envelope tests for spatial processes, Journal of the Royal Statistical Society B 79 (the studentised deviation)
 */
export function ripleyK(points: Float64Array, radiiM: Float64Array, options: RipleyOptions): RipleyResult {
  const { correction, simulations = 0, seed = 0 } = options;
  check(points, radiiM, simulations);
  const size = radiiM.length;
  const reachM = radiiM.at(-1) ?? 0;
  const studied = makeWindow(options.window, reachM);
  for (let i = 0; i < points.length; i += 2)
    if (!studied.holds(points[i]!, points[i + 1]!)) throw new RangeError('points must lie in the window');
  if (size === 0) return { k: new Float64Array(0), l: new Float64Array(0) };

  const bands = makeBandLookup(radiiM.map(squaredReach));
  const how = { window: studied, isTranslated: correction === 'translation' };
  const toL = (value: number, i: number): number => Math.sqrt(value / Math.PI) - radiiM[i]!;
  const k = estimate(sortIntoStrips(points, reachM), bands, how);
  const l = k.map(toL);
  if (simulations === 0) return { k, l };

  const random = makeRandom(seed);
  const drawn = new Float64Array(points.length);
  const curves = new Float64Array(size * simulations);
  for (let i = 0; i < simulations; i += 1) {
    for (let at = 0; at < drawn.length; at += 2) studied.draw(random, drawn, at);
    curves.set(estimate(sortIntoStrips(drawn, reachM), bands, how).map(toL), i * size);
  }
  return { k, l, ...makeEnvelopes(curves, size) };
}
