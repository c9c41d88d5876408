import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeRandom } from '../../../src/analysis/simulation/random';
import type { LineGraph } from '../../../src/analysis/strip/lineGraph';
import { type HotStretch, type LineEvents, scanBorder } from '../../../src/analysis/strip/scanBorder';
import type { LineExposure } from '../../../src/analysis/strip/scanLayout';
import { graphOf, makeDice } from './graphs';
import { type NaiveInput, naiveWindows } from './naiveScan';

/** A small network with rings, closed lines and dead ends, and events that coincide and lie on junctions. */
function smallCase(seed: number): NaiveInput & { seed: number } {
  const dice = makeDice(seed);
  for (let i = 0; i < 5; i++) dice(2);
  const nodes = 2 + dice(4);
  const graph = graphOf(Array.from({ length: 1 + dice(6) }, () => [dice(nodes), dice(nodes), 20 + dice(300)] as const));
  const count = graph.lengthM.length;
  const lines = dice(3) === 0 ? Uint8Array.from({ length: count }, () => (dice(4) > 0 ? 1 : 0)) : undefined;
  const line: number[] = [];
  const chainage: number[] = [];
  const hot = dice(count);
  for (let i = dice(26); i > 0; i--) {
    const on = dice(3) === 0 ? hot : dice(count);
    const lengthM = graph.lengthM[on]!;
    const place = dice(10);
    line.push(dice(20) === 0 ? -1 : on);
    if (place === 0) chainage.push(0);
    else if (place === 1) chainage.push(lengthM);
    else if (place === 2) chainage.push(Math.min(lengthM, 50));
    else chainage.push(dice(lengthM + 1));
  }
  const binCount = dice(3) === 0 ? 1 + dice(4) : undefined;
  const binExposure = binCount
    ? Float64Array.from({ length: binCount }, (_, bin) => (bin === 0 ? 3 : dice(4)))
    : undefined;
  return {
    seed,
    graph,
    line: Int32Array.from(line),
    chainageM: Float64Array.from(chainage),
    ...(lines ? { lines } : {}),
    ...(dice(3) === 0 ? { exposure: unevenExposure(graph, dice) } : {}),
    ...(binExposure
      ? { binExposure, bin: Int32Array.from(line, () => dice(binExposure.length)), maxBins: 1 + dice(4) }
      : {}),
    maxLengthM: 60 + dice(600),
    resolutionM: [10, 50, 50, 60][dice(4)]!,
    minEvents: 1 + dice(3),
  };
}

function unevenExposure(graph: LineGraph, dice: (end: number) => number): LineExposure {
  const stepM = 30;
  const start = [0];
  const cumulative: number[] = [];
  for (const lengthM of graph.lengthM) {
    let sum = dice(5);
    cumulative.push(sum);
    for (let step = 0; step < Math.ceil(lengthM / stepM); step++) {
      sum += dice(4);
      cumulative.push(sum);
    }
    start.push(cumulative.length);
  }
  return { stepM, start: Uint32Array.from(start), cumulative: Float64Array.from(cumulative) };
}

const scanOf = (input: NaiveInput, more: { limit: number }) =>
  scanBorder(input, input.graph, {
    ...input,
    ...(input.binExposure ? { binCount: input.binExposure.length } : {}),
    replicates: 0,
    seed: 1,
    ...more,
  });

const piecesOf = (stretch: HotStretch) =>
  stretch.parts.map(({ line, fromM, toM }) => ({ line, fromM: Math.min(fromM, toM), toM: Math.max(fromM, toM) }));

/** Each part begins at the node in which the one before it ends. */
function expectOneWalk(graph: LineGraph, { parts }: HotStretch): void {
  const nodeAt = (line: number, atM: number): number => {
    expect([0, graph.lengthM[line]]).toContain(atM);
    return (atM === 0 ? graph.startNode : graph.endNode)[line]!;
  };
  for (let i = 1; i < parts.length; i++)
    expect(nodeAt(parts[i]!.line, parts[i]!.fromM)).toBe(nodeAt(parts[i - 1]!.line, parts[i - 1]!.toM));
}

/** Three lines that meet in one junction, two that go on, and a ring on one of them. */
const FORK = graphOf([
  [0, 1, 2_000],
  [2, 1, 1_500],
  [1, 3, 1_800],
  [3, 4, 900],
  [3, 3, 1_200],
]);

function evenEvents(graph: LineGraph, count: number, seed: number): { line: number[]; chainageM: number[] } {
  const random = makeRandom(seed);
  const lengths = [...graph.lengthM];
  const line = Array.from({ length: count }, () => random.weighted(lengths));
  return { line, chainageM: line.map((each) => random.next() * lengths[each]!) };
}

const columns = ({ line, chainageM }: { line: number[]; chainageM: number[] }): LineEvents => ({
  line: Int32Array.from(line),
  chainageM: Float64Array.from(chainageM),
});

describe('scanBorder', () => {
  it('finds the best window, and the best ones beside it, as all windows of small networks do', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
        const input = smallCase(seed);
        const windows = naiveWindows(input).sort((one, other) => other.ratio - one.ratio);
        const { stretches } = scanOf(input, { limit: 3 });
        const closed: ReturnType<typeof piecesOf> = [];
        for (let rank = 0; rank < 3; rank++) {
          const best = windows.find(({ pieces }) =>
            pieces.every((piece) =>
              closed.every(({ line, fromM, toM }) => line !== piece.line || piece.toM < fromM || piece.fromM > toM),
            ),
          );
          const found = stretches[rank];
          if (!found) {
            expect(best?.ratio ?? 0).toBeLessThan(1e-9);
            break;
          }
          expect(found.logLikelihoodRatio).toBeCloseTo(best!.ratio, 8);
          // What is reported is a window of the definition, as it says of itself.
          const pieces = piecesOf(found);
          const same = windows.filter(
            (each) =>
              Math.abs(each.ratio - found.logLikelihoodRatio) < 1e-8 &&
              each.count === found.count &&
              (input.bin === undefined || (each.fromBin === found.fromBin && each.toBin === found.toBin)) &&
              JSON.stringify(sorted(each.pieces)) === JSON.stringify(sorted(pieces)),
          );
          expect(same.length).toBeGreaterThan(0);
          expect(found.expected).toBeCloseTo(same[0]!.expected, 8);
          expectOneWalk(input.graph, found);
          closed.push(...pieces);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('finds the best window among many events', () => {
    for (const seed of [1, 2, 3]) {
      const dice = makeDice(seed);
      const { line } = evenEvents(FORK, 150, seed);
      const input: NaiveInput = {
        graph: FORK,
        line: Int32Array.from(line),
        chainageM: Float64Array.from(line, (each) => dice(FORK.lengthM[each]! + 1)),
        maxLengthM: 1_000 * seed,
        resolutionM: 50,
        minEvents: 2,
      };
      const most = naiveWindows(input).reduce((best, { ratio }) => Math.max(best, ratio), 0);
      expect(scanOf(input, { limit: 1 }).stretches[0]!.logLikelihoodRatio).toBeCloseTo(most, 8);
    }
  });

  it('finds a planted stretch across a junction, with its ends', () => {
    const { line, chainageM } = evenEvents(FORK, 300, 7);
    for (let i = 0; i <= 40; i++) {
      const along = i * 20;
      // 400 m before the junction on line 0, then against nothing into line 2.
      line.push(along < 400 ? 0 : 2);
      chainageM.push(along < 400 ? 1_600 + along : along - 400);
    }
    const { stretches } = scanBorder(columns({ line, chainageM }), FORK, {
      maxLengthM: 2_000,
      replicates: 199,
      seed: 5,
    });
    const [best] = stretches;
    expect(best!.p).toBe(1 / 200);
    const parts = [...best!.parts].sort((one, other) => one.line - other.line);
    expect(parts.map((part) => part.line)).toEqual([0, 2]);
    expect(Math.abs(Math.min(parts[0]!.fromM, parts[0]!.toM) - 1_575)).toBeLessThan(100);
    expect(Math.max(parts[0]!.fromM, parts[0]!.toM)).toBe(2_000);
    expect(Math.min(parts[1]!.fromM, parts[1]!.toM)).toBe(0);
    expect(Math.abs(Math.max(parts[1]!.fromM, parts[1]!.toM) - 425)).toBeLessThan(100);
    // One walk: the first part ends where the second begins.
    expect(best!.parts.map(({ fromM, toM }) => [fromM, toM])[0]![1]).toBe(best!.parts[0]!.line === 0 ? 2_000 : 0);
    expect(best!.relativeRisk).toBeGreaterThan(2);
  });

  it('does not depend on the numbers of the lines nor on their directions', () => {
    const { line, chainageM } = evenEvents(FORK, 120, 11);
    const reversed = new Set([0, 2, 4]);
    const lines = [
      [0, 1, 2_000],
      [2, 1, 1_500],
      [1, 3, 1_800],
      [3, 4, 900],
      [3, 3, 1_200],
    ] as const;
    const order = [3, 0, 4, 1, 2];
    const other = graphOf(
      order.map((each) => {
        const [from, to, lengthM] = lines[each]!;
        return reversed.has(each) ? [to, from, lengthM] : [from, to, lengthM];
      }),
    );
    const options = { maxLengthM: 1_500, replicates: 0, seed: 1, limit: 4 };
    const one = scanBorder(columns({ line, chainageM }), FORK, options).stretches;
    const two = scanBorder(
      columns({
        line: line.map((each) => order.indexOf(each)),
        chainageM: chainageM.map((each, i) => (reversed.has(line[i]!) ? FORK.lengthM[line[i]!]! - each : each)),
      }),
      other,
      options,
    ).stretches;
    expect(one).toHaveLength(4);
    const covered = (stretches: readonly HotStretch[], isOther: boolean) =>
      stretches.map((stretch) =>
        sorted(
          piecesOf(stretch).map(({ line: each, fromM, toM }) => {
            const original = isOther ? order[each]! : each;
            const lengthM = FORK.lengthM[original]!;
            return isOther && reversed.has(original)
              ? { line: original, fromM: lengthM - toM, toM: lengthM - fromM }
              : { line: original, fromM, toM };
          }),
        ).map((piece) => `${piece.line}: ${piece.fromM.toFixed(6)} to ${piece.toM.toFixed(6)}`),
      );
    expect(covered(two, true)).toEqual(covered(one, false));
    one.forEach((stretch, i) => {
      expect(two[i]!.count).toBe(stretch.count);
      expect(two[i]!.logLikelihoodRatio).toBeCloseTo(stretch.logLikelihoodRatio, 8);
    });
  });

  it('has p that are about even where nothing is hot, with exposure and with bins too', () => {
    const exposure = unevenExposure(FORK, makeDice(3));
    const plain = { maxLengthM: 800, replicates: 99, limit: 1 };
    for (const kind of ['length', 'exposure', 'bins'] as const) {
      const values: number[] = [];
      for (let round = 0; round < 80; round++) {
        let events = columns(evenEvents(FORK, 50, 1_000 + round));
        if (kind === 'exposure') events = columns(exposedEvents(exposure, 50, round));
        if (kind === 'bins') {
          const random = makeRandom(round);
          events = { ...events, bin: Int32Array.from(events.line, () => random.weighted([1, 2, 5])) };
        }
        const { stretches } = scanBorder(events, FORK, {
          ...plain,
          ...(kind === 'exposure' ? { exposure } : {}),
          ...(kind === 'bins' ? { binCount: 3, maxBins: 2, binExposure: Float64Array.of(1, 2, 5) } : {}),
          seed: round,
        });
        values.push(stretches[0]!.p);
      }
      const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
      expect(Math.abs(mean - 0.5)).toBeLessThan(0.13);
      const low = values.filter((each) => each <= 0.1).length;
      expect(low).toBeGreaterThan(0);
      expect(low).toBeLessThan(20);
    }
  });

  it('finds when as well as where', () => {
    const { line, chainageM } = evenEvents(FORK, 400, 21);
    const random = makeRandom(4);
    const bin = line.map(() => random.below(10));
    for (let i = 0; i < 25; i++) {
      line.push(1);
      chainageM.push(700 + 12 * i);
      bin.push(4 + (i % 2));
    }
    const events = { ...columns({ line, chainageM }), bin: Int32Array.from(bin) };
    const { stretches } = scanBorder(events, FORK, { maxLengthM: 1_000, replicates: 99, seed: 1, binCount: 10 });
    expect(stretches[0]).toMatchObject({ fromBin: 4, toBin: 5, p: 0.01 });
    expect(stretches[0]!.parts[0]!.line).toBe(1);
  });

  it('neither scans nor walks over lines that are left out', () => {
    const line = [...Array(20).fill(0), ...Array(20).fill(2), ...Array(30).fill(3)];
    const chainageM = line.map((each, i) => (each === 0 ? 2_000 - (i % 20) : each === 2 ? i % 20 : 100));
    const lines = Uint8Array.of(1, 1, 1, 0, 1);
    const { stretches, total, totalExposure } = scanBorder(columns({ line, chainageM }), FORK, {
      lines,
      maxLengthM: 500,
      replicates: 9,
      seed: 1,
    });
    expect(total).toBe(40);
    expect(totalExposure).toBe(6_500);
    expect(stretches[0]!.count).toBe(40);
    for (const stretch of stretches) for (const part of stretch.parts) expect(part.line).not.toBe(3);
    const cut = scanBorder(
      columns({ line, chainageM }),
      graphOf([
        [0, 1, 2_000],
        [1, 5, 10],
        [5, 3, 1_800],
        [3, 4, 900],
      ]),
      {
        lines: Uint8Array.of(1, 0, 1, 0),
        maxLengthM: 500,
        replicates: 0,
        seed: 1,
      },
    );
    for (const stretch of cut.stretches) expect(stretch.parts).toHaveLength(1);
  });

  it('gives the same for the same seed, and tells how far it is', () => {
    const events = columns(evenEvents(FORK, 80, 2));
    const shares: number[] = [];
    const options = { maxLengthM: 700, replicates: 200, seed: 9 };
    const one = scanBorder(events, FORK, { ...options, onProgress: (share) => shares.push(share) });
    expect(scanBorder(events, FORK, options)).toEqual(one);
    expect(scanBorder(events, FORK, { ...options, seed: 10 }).maxima).not.toEqual(one.maxima);
    expect(shares).toHaveLength(50);
    expect(shares.at(-1)).toBe(1);
    for (const { logLikelihoodRatio, p } of one.stretches)
      expect(p).toBeCloseTo((1 + one.maxima.filter((each) => each >= logLikelihoodRatio).length) / 201, 12);
  });

  it('finds nothing among no events, one event, or where nothing is exposed', () => {
    const none = scanBorder(columns({ line: [], chainageM: [] }), FORK, { maxLengthM: 500, replicates: 3, seed: 1 });
    expect(none).toEqual({ stretches: [], maxima: new Float64Array(3), total: 0, totalExposure: 7_400 });
    const one = scanBorder(columns({ line: [1], chainageM: [4] }), FORK, { maxLengthM: 500, replicates: 3, seed: 1 });
    expect(one.stretches).toEqual([]);
    const flat = unevenExposure(FORK, () => 0);
    const options = { maxLengthM: 500, replicates: 3, seed: 1, exposure: flat };
    expect(scanBorder(columns({ line: [1, 1], chainageM: [4, 4] }), FORK, options).stretches).toEqual([]);
    const apart = scanBorder(columns({ line: [1, 1], chainageM: [4, 4] }), FORK, {
      maxLengthM: 500,
      replicates: 3,
      seed: 1,
    });
    expect(apart.stretches[0]).toMatchObject({ count: 2, relativeRisk: Number.POSITIVE_INFINITY });
  });

  it('refuses what makes no sense', () => {
    const events = columns({ line: [0, 1], chainageM: [5, 5] });
    const options = { maxLengthM: 500, seed: 1, replicates: 1 };
    const bad: [LineEvents, object][] = [
      [{ ...events, chainageM: Float64Array.of(1) }, {}],
      [columns({ line: [9], chainageM: [1] }), {}],
      [columns({ line: [0], chainageM: [Number.NaN] }), {}],
      [events, { maxLengthM: 10 }],
      [events, { resolutionM: 0 }],
      [events, { maxLengthM: Number.NaN }],
      [events, { replicates: 1.5 }],
      [events, { minEvents: 0 }],
      [events, { lines: Uint8Array.of(1) }],
      [events, { binCount: 3 }],
      [{ ...events, bin: Int32Array.of(0, 3) }, { binCount: 3 }],
      [
        { ...events, bin: Int32Array.of(0, 1) },
        { binCount: 3, binExposure: Float64Array.of(0, 0, 0) },
      ],
      [events, { exposure: { stepM: 100, start: Uint32Array.of(0), cumulative: new Float64Array(0) } }],
    ];
    for (const [given, more] of bad) expect(() => scanBorder(given, FORK, { ...options, ...more })).toThrow(RangeError);
  });
});

function sorted<T extends { line: number; fromM: number }>(pieces: readonly T[]): T[] {
  return [...pieces].sort((one, other) => one.line - other.line || one.fromM - other.fromM);
}

/** Events by an exposure, by trial: a line and a step as likely as its rise, then anywhere in the step. */
function exposedEvents({ stepM, start, cumulative }: LineExposure, count: number, seed: number) {
  const random = makeRandom(seed);
  const steps: { line: number; fromM: number; toM: number; rise: number }[] = [];
  FORK.lengthM.forEach((lengthM, line) => {
    for (let at = start[line]!; at + 1 < start[line + 1]!; at++) {
      const fromM = (at - start[line]!) * stepM;
      steps.push({ line, fromM, toM: Math.min(lengthM, fromM + stepM), rise: cumulative[at + 1]! - cumulative[at]! });
    }
  });
  const picked = Array.from({ length: count }, () => steps[random.weighted(steps.map(({ rise }) => rise))]!);
  return {
    line: picked.map(({ line }) => line),
    chainageM: picked.map(({ fromM, toM }) => fromM + random.next() * (toM - fromM)),
  };
}
