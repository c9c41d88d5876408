import { describe, expect, it } from 'vitest';
import { catalogues } from '../../src/i18n';
import { formatters } from '../../src/i18n/format';
import { addPoint, EMPTY_SKETCH, finish, removeLastPoint, sketchFeatures } from '../../src/map/sketch';
import type { Sketch } from '../../src/map/types';

const A = [105.4, 21.3] as const;
const B = [105.5, 21.3] as const;
const C = [105.5, 21.4] as const;
const sketchOf = (...points: (readonly [number, number])[]): Sketch => points.reduce(addPoint, EMPTY_SKETCH);

describe('a sketch', () => {
  it('measures its legs on the ellipsoid', () => {
    const { legsM, totalM } = sketchOf(A, B, C);
    // From geographiclib-geodesic 2.2.0.
    expect(legsM[0]).toBeCloseTo(10_376.123, 2);
    expect(legsM[1]).toBeCloseTo(11_072.161, 2);
    expect(totalM).toBeCloseTo(legsM[0]! + legsM[1]!, 9);
  });

  it('ends only with points enough', () => {
    expect(finish(sketchOf(A), 'line').isFinished).toBe(false);
    expect(finish(sketchOf(A, B), 'line').isFinished).toBe(true);
    expect(finish(sketchOf(A, B), 'polygon').isFinished).toBe(false);
  });

  it('closes a polygon, whose last leg counts', () => {
    const closed = finish(sketchOf(A, B, C), 'polygon');
    expect(closed.points).toEqual([A, B, C, A]);
    expect(closed.legsM).toHaveLength(3);
  });

  it('begins anew after the end', () => {
    expect(addPoint(finish(sketchOf(A, B), 'line'), C)).toMatchObject({ points: [C], totalM: 0, isFinished: false });
  });

  it('takes its last point back', () => {
    expect(removeLastPoint(sketchOf(A, B, C))).toEqual(sketchOf(A, B));
    expect(removeLastPoint(EMPTY_SKETCH)).toEqual(EMPTY_SKETCH);
  });
});

describe('a drawn sketch', () => {
  const options = { shape: 'line', format: formatters.vi, words: catalogues.vi.map } as const;
  const roles = (sketch: Sketch, cursor: readonly [number, number] | null, shape: 'line' | 'polygon' = 'line') =>
    sketchFeatures(sketch, cursor, { ...options, shape }).features.map(({ properties }) => properties?.role as string);

  it('is nothing before the first point', () => {
    expect(roles(EMPTY_SKETCH, A)).toEqual([]);
  });

  it('leads to the pointer until it ends', () => {
    expect(roles(sketchOf(A), B)).toEqual(['preview', 'point', 'label']);
    expect(roles(sketchOf(A, B), C)).toEqual(['line', 'preview', 'point', 'point', 'label']);
    expect(roles(finish(sketchOf(A, B), 'line'), C)).toEqual(['line', 'point', 'point', 'label']);
  });

  it('shows the area of a polygon from its third corner', () => {
    expect(roles(sketchOf(A, B), C, 'polygon')).toEqual(['area', 'line', 'preview', 'point', 'point']);
    expect(roles(finish(sketchOf(A, B, C), 'polygon'), null, 'polygon')).toEqual([
      'area',
      'line',
      'point',
      'point',
      'point',
    ]);
  });

  it('says which length is the leg under way and which the sum, in the user’s numbers', () => {
    const textOf = (sketch: Sketch, cursor: readonly [number, number] | null) =>
      sketchFeatures(sketch, cursor, options).features.at(-1)?.properties?.text as string;
    expect(textOf(sketchOf(A), B)).toBe('Đoạn 10,38 km');
    expect(textOf(sketchOf(A, B), C)).toBe('Đoạn 11,07 km\nTổng 21,45 km');
    expect(textOf(sketchOf(A, B, C), null)).toBe('Đoạn 11,07 km\nTổng 21,45 km');
    expect(textOf(finish(sketchOf(A, B), 'line'), C)).toBe('Tổng 10,38 km');
  });
});
