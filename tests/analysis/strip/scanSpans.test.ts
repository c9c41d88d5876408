import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeRandom } from '../../../src/analysis/simulation/random';
import { drawScanEvents } from '../../../src/analysis/strip/drawScanEvents';
import type { LineGraph } from '../../../src/analysis/strip/lineGraph';
import { makeBinDraw } from '../../../src/analysis/strip/scanBins';
import { scanBorder } from '../../../src/analysis/strip/scanBorder';
import { type LineExposure, layScan } from '../../../src/analysis/strip/scanLayout';
import { makeScanTimes } from '../../../src/analysis/strip/scanTimes';
import { graphOf, makeDice } from './graphs';
import { type NaiveInput, naiveWindows } from './naiveScan';

type Dice = (end: number) => number;

/** A network with closed lines, very short lines and dead ends. */
function smallGraph(dice: Dice): LineGraph {
  const nodes = 2 + dice(4);
  return graphOf(
    Array.from({ length: 2 + dice(5) }, () => [
      dice(nodes),
      dice(nodes),
      dice(4) === 0 ? 2 + dice(20) : 50 + dice(700),
    ]),
  );
}

/** Exposure with stretches of none. */
function unevenExposure(graph: LineGraph, dice: Dice): LineExposure {
  const stepM = 40;
  const start = [0];
  const cumulative: number[] = [];
  graph.lengthM.forEach((lengthM, line) => {
    let sum = 0;
    cumulative.push(sum);
    for (let step = 0; step < Math.max(1, Math.ceil(lengthM / stepM)); step++) {
      sum += line === 0 ? 1 : dice(4);
      cumulative.push(sum);
    }
    start.push(cumulative.length);
  });
  return { stepM, start: Uint32Array.from(start), cumulative: Float64Array.from(cumulative) };
}

const binsOf = (dice: Dice) => {
  const binExposure = Float64Array.from({ length: 1 + dice(9) }, (_, bin) => (bin === 0 ? 2 : dice(4)));
  return { binExposure, maxBins: 1 + dice(binExposure.length) };
};

const bestOf = (input: NaiveInput): number => naiveWindows(input).reduce((best, { ratio }) => Math.max(best, ratio), 0);

const scanOf = (input: NaiveInput, more: { limit: number; replicates: number; seed: number }) =>
  scanBorder(input, input.graph, { ...input, binCount: input.binExposure!.length, ...more });

describe('scanBorder over time', () => {
  it('finds the best of all windows in all runs of bins, where events gather in space and in time too', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
        const dice = makeDice(seed);
        for (let i = 0; i < 5; i++) dice(2);
        const graph = smallGraph(dice);
        const { binExposure, maxBins } = binsOf(dice);
        const hot = { line: dice(graph.lengthM.length), bin: dice(binExposure.length) };
        const events = Array.from({ length: 3 + dice(35) }, () => {
          const isHot = dice(3) === 0;
          const line = isHot ? hot.line : dice(graph.lengthM.length);
          const lengthM = graph.lengthM[line]!;
          return {
            line,
            chainageM: [0, lengthM, dice(lengthM + 1), dice(Math.min(80, lengthM + 1))][dice(4)]!,
            bin: isHot ? Math.min(binExposure.length - 1, hot.bin + dice(2)) : dice(binExposure.length),
          };
        });
        const input: NaiveInput = {
          graph,
          line: Int32Array.from(events, ({ line }) => line),
          chainageM: Float64Array.from(events, ({ chainageM }) => chainageM),
          bin: Int32Array.from(events, ({ bin }) => bin),
          ...(dice(2) === 0 ? { exposure: unevenExposure(graph, dice) } : {}),
          binExposure,
          maxBins,
          maxLengthM: 60 + dice(900),
          resolutionM: [10, 50][dice(2)]!,
          minEvents: 1 + dice(3),
        };
        const [found] = scanOf(input, { limit: 1, replicates: 0, seed: 1 }).stretches;
        const best = bestOf(input);
        if (best > 1e-9) expect(found!.logLikelihoodRatio).toBeCloseTo(best, 8);
        else expect(found?.logLikelihoodRatio ?? 0).toBeLessThan(1e-9);
      }),
      { numRuns: 300 },
    );
  });

  it('has the greatest ratio of each replicate, however much those before it had', () => {
    for (const seed of [3, 4, 5, 6]) {
      const dice = makeDice(seed);
      for (let i = 0; i < 5; i++) dice(2);
      const graph = smallGraph(dice);
      const exposure = seed % 2 === 0 ? unevenExposure(graph, dice) : undefined;
      const binExposure = Float64Array.of(1, 2, 0, 1, 3, 1, 1);
      const total = 30;
      const input: NaiveInput = {
        graph,
        line: new Int32Array(total),
        chainageM: new Float64Array(total),
        bin: Int32Array.from({ length: total }, () => dice(7)),
        ...(exposure ? { exposure } : {}),
        binExposure,
        maxBins: 4,
        maxLengthM: 500,
        resolutionM: 50,
        minEvents: 2,
      };
      const { maxima } = scanOf(input, { limit: 0, replicates: 30, seed });
      // The same draws, searched by all windows.
      const layout = layScan(graph, undefined, exposure);
      const random = makeRandom(seed);
      const drawn = { placeM: new Float64Array(total), firstOf: new Int32Array(layout.lines.length + 1) };
      const bin = new Int32Array(total);
      const drawBins = makeBinDraw(binExposure);
      for (const found of maxima) {
        drawScanEvents(random, layout, drawn);
        drawBins(random, bin);
        const slots = Array.from(drawn.placeM, (_, i) => drawn.firstOf.findLastIndex((first) => first <= i));
        const best = bestOf({
          ...input,
          line: Int32Array.from(slots, (slot) => layout.lines[slot]!),
          chainageM: Float64Array.from(slots, (slot, i) => drawn.placeM[i]! - layout.fromM[slot]!),
          bin,
        });
        expect(found).toBeCloseTo(best, 7);
      }
    }
  });

  it('is one bin what it is without time', () => {
    const dice = makeDice(8);
    const graph = smallGraph(dice);
    const line = Int32Array.from({ length: 200 }, () => dice(graph.lengthM.length));
    const chainageM = Float64Array.from(line, (each) => dice(graph.lengthM[each]! + 1));
    const options = { maxLengthM: 300, replicates: 40, seed: 2, limit: 4 };
    const plain = scanBorder({ line, chainageM }, graph, options);
    const { stretches } = scanBorder({ line, chainageM, bin: new Int32Array(200) }, graph, { ...options, binCount: 1 });
    expect(stretches.map(({ fromBin: _from, toBin: _to, p: _p, ...rest }) => rest)).toEqual(
      plain.stretches.map(({ p: _p, ...rest }) => rest),
    );
  });
});

describe('makeScanTimes', () => {
  it('has each run of bins that has time once, below nodes whose bins and least share hold for it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 26 }),
        fc.integer({ min: 1, max: 30 }),
        fc.constantFrom(1, 1.5, 3),
        (list, maxBins, mostSlack) => {
          fc.pre(list.some((each) => each > 0));
          const times = makeScanTimes(Float64Array.from(list), maxBins, mostSlack);
          const total = list.reduce((sum, each) => sum + each, 0);
          const found: string[] = [];
          const walk = (node: number, above: readonly number[]): void => {
            const nodes = [...above, node];
            const [left, right] = [times.left[node]!, times.right[node]!];
            if (left >= 0) walk(left, nodes);
            if (right >= 0) walk(right, nodes);
            if (left >= 0 || right >= 0) return;
            const [from, until] = [times.from[node]!, times.until[node]!];
            const share = list.slice(from, until).reduce((sum, each) => sum + each, 0) / total;
            expect(times.share[node]).toBeCloseTo(share, 12);
            expect(times.isSifted[node]).toBe(1);
            found.push(`${from}–${until}`);
            for (const each of nodes) {
              expect(times.from[each]).toBeLessThanOrEqual(from);
              expect(times.until[each]).toBeGreaterThanOrEqual(until);
              expect(times.share[each]).toBeLessThanOrEqual(share * (1 + 1e-12));
            }
          };
          walk(times.root, []);
          const wanted: string[] = [];
          for (let from = 0; from < list.length; from++)
            for (let until = from + 1; until <= Math.min(list.length, from + maxBins); until++)
              if (list.slice(from, until).some((each) => each > 0)) wanted.push(`${from}–${until}`);
          expect(found.sort()).toEqual(wanted.sort());
        },
      ),
    );
  });
});
