import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hitRateCurve } from '../../../src/analysis/scoring/hitRateCurve';
import { shareOfEventsAt } from '../../../src/analysis/scoring/shareOfEventsAt';
import { cellLists, columnsOf, densityOf, naiveShareAt } from './support';

describe('hitRateCurve', () => {
  it('has a knot per score, and an area that can be worked out by hand', () => {
    const curve = hitRateCurve({
      predicted: Float64Array.of(1, 3, 3, 2),
      observed: [0, 5, 1, 4],
      size: Float64Array.of(4, 1, 3, 2),
    });
    expect(curve.shareOfSize).toEqual(Float64Array.of(0, 0.4, 0.6, 1));
    expect(curve.shareOfEvents).toEqual(Float64Array.of(0, 0.6, 1, 1));
    expect(curve.area).toBeCloseTo(0.12 + 0.16 + 0.4, 12);
    expect(curve.best.shareOfSize).toEqual(Float64Array.of(0, 0.1, 0.3, 0.6, 1));
    expect(curve.best.shareOfEvents).toEqual(Float64Array.of(0, 0.5, 0.9, 1, 1));
    expect(curve.best.area).toBeCloseTo(0.025 + 0.14 + 0.285 + 0.4, 12);
  });

  it('is what the definition says at any share, never above the best, and of an area from 0 to 1', () => {
    fc.assert(
      fc.property(cellLists, fc.double({ min: 0.01, max: 1, noNaN: true }), (cells, share) => {
        const curve = hitRateCurve(columnsOf(cells));
        const read = shareOfEventsAt(curve, share);
        expect(read).toBeCloseTo(
          naiveShareAt(cells, share, (cell) => cell.predicted),
          10,
        );
        expect(shareOfEventsAt(curve.best, share)).toBeCloseTo(naiveShareAt(cells, share, densityOf), 10);
        expect(read).toBeLessThanOrEqual(shareOfEventsAt(curve.best, share) + 1e-12);
        const steps = 4000;
        let area = 0;
        for (let i = 0; i < steps; i++) area += shareOfEventsAt(curve, (i + 0.5) / steps) / steps;
        expect(curve.area).toBeCloseTo(area, 2);
        expect(curve.area).toBeGreaterThanOrEqual(0);
        expect(curve.area).toBeLessThanOrEqual(curve.best.area + 1e-12);
        expect(curve.best.area).toBeLessThanOrEqual(1);
        expect([curve.shareOfSize.at(-1), curve.shareOfEvents.at(-1)]).toEqual([1, 1]);
      }),
    );
  });

  it('stands upright where cells without size have events, and is read at the top', () => {
    const curve = hitRateCurve({
      predicted: Float64Array.of(3, 2, 1),
      observed: [2, 6, 2],
      size: Float64Array.of(1, 0, 1),
    });
    expect([0, 0.25, 0.5, 0.75, 1].map((share) => shareOfEventsAt(curve, share))).toEqual([0, 0.1, 0.8, 0.9, 1]);
    expect(shareOfEventsAt(curve.best, 0)).toBe(0.6);
    expect(curve.area).toBeCloseTo(0.05 + 0.45, 12);
  });

  it('is the diagonal when all scores are equal, and turns over with the scores', () => {
    fc.assert(
      fc.property(cellLists, (cells) => {
        const columns = columnsOf(cells);
        const equal = hitRateCurve({ ...columns, predicted: columns.predicted.map(() => 3) });
        expect(equal.area).toBeCloseTo(equal.chanceArea, 12);
        const turned = hitRateCurve({ ...columns, predicted: columns.predicted.map((score) => -score) });
        expect(hitRateCurve(columns).area + turned.area).toBeCloseTo(1, 10);
      }),
    );
  });

  it('keeps its digits over many small cells', () => {
    const n = 100_000;
    const predicted = Float64Array.from({ length: n }, (_, i) => n - i);
    const curve = hitRateCurve({ predicted, observed: new Uint8Array(n).fill(1), size: new Float64Array(n).fill(0.1) });
    let furthest = 0;
    for (let i = 0; i <= n; i++) furthest = Math.max(furthest, Math.abs(curve.shareOfSize[i]! - i / n));
    expect(furthest).toBeLessThan(1e-15);
    expect(curve.area).toBeCloseTo(0.5, 10);
  });

  it('knows nothing without events or cells', () => {
    const none = hitRateCurve({ predicted: Float64Array.of(2, 1), observed: [0, 0], size: Float64Array.of(1, 1) });
    const empty = hitRateCurve({ predicted: new Float64Array(), observed: [], size: new Float64Array() });
    for (const curve of [none, empty]) {
      expect([curve.area, curve.best.area]).toEqual([Number.NaN, Number.NaN]);
      expect(shareOfEventsAt(curve, 0.5)).toBeNaN();
    }
  });
});
