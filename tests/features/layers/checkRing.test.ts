import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRing } from '../../../src/features/layers/checkRing';

type Point = [number, number];
const A: Point = [105.4, 21.3];
const B: Point = [105.42, 21.3];
const C: Point = [105.42, 21.32];
const D: Point = [105.4, 21.32];

const problemOf = (points: readonly Point[]): string | null => {
  const checked = checkRing(points);
  return checked.ok ? null : checked.problem;
};
const ringOf = (points: readonly Point[]): Point[] => {
  const checked = checkRing(points);
  if (!checked.ok) throw new Error(checked.problem);
  return checked.value;
};

/** Twice the signed area in square degrees. */
const doubleArea = (ring: readonly Point[]): number =>
  ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i]![0] * y - x * ring[i]![1], 0);

describe('a sketched ring', () => {
  it('is closed and counter-clockwise, whichever way it was drawn', () => {
    expect(ringOf([A, B, C, D])).toEqual([A, B, C, D, A]);
    expect(ringOf([D, C, B, A])).toEqual([A, B, C, D, A]);
  });

  it('may come closed, and with points that a double click set twice', () => {
    expect(ringOf([A, B, B, C, D, D, A])).toEqual([A, B, C, D, A]);
  });

  it('needs three different corners', () => {
    expect(problemOf([])).toBe('tooFewPoints');
    expect(problemOf([A, B])).toBe('tooFewPoints');
    expect(problemOf([A, B, A, B, A])).toBe('tooFewPoints');
    expect(problemOf([A, B, C])).toBeNull();
  });

  it('encloses something', () => {
    expect(problemOf([A, B, [105.44, 21.3]])).toBe('noArea');
    expect(problemOf([A, B, [105.41, 21.3], [105.43, 21.3]])).toBe('noArea');
  });

  it.each<[string, Point[]]>([
    ['two edges cross', [A, C, B, D]],
    ['a corner lies on another edge', [A, B, C, [105.41, 21.3], D]],
    ['a corner is visited twice', [A, B, C, [105.41, 21.31], D, [105.39, 21.33], [105.41, 21.31]]],
    ['a spike goes out and back', [A, B, [105.44, 21.3], B, C, D]],
    ['an edge turns back on the one before', [A, [105.44, 21.3], B, C, D]],
  ])('neither crosses nor touches itself, wherever it begins and whichever way it goes: %s', (_, points) => {
    for (const way of [points, [...points].reverse()]) {
      for (let first = 0; first < way.length; first += 1) {
        expect(problemOf([...way.slice(first), ...way.slice(0, first)])).toBe('selfCrossing');
      }
    }
  });

  it('may bend inwards, and may have corners in the middle of a side', () => {
    expect(problemOf([A, B, C, [105.41, 21.305], D])).toBeNull();
    expect(problemOf([A, [105.41, 21.3], B, C, D])).toBeNull();
  });

  it('is accepted around a centre in order of angle, and refused when two far corners change places', () => {
    const star = fc.array(fc.double({ min: 0.2, max: 1, noNaN: true }), { minLength: 6, maxLength: 30 }).map((radii) =>
      radii.map((radius, i): Point => {
        const angle = (2 * Math.PI * i) / radii.length;
        return [105.4 + 0.01 * radius * Math.cos(angle), 21.3 + 0.01 * radius * Math.sin(angle)];
      }),
    );
    fc.assert(
      fc.property(star, (points) => {
        const ring = ringOf(points);
        expect(ring).toHaveLength(points.length + 1);
        expect(doubleArea(ring)).toBeGreaterThan(0);
        expect(ringOf([...points].reverse())).toHaveLength(points.length + 1);
      }),
    );
    const circle = Array.from(
      { length: 12 },
      (_, i): Point => [105.4 + Math.cos((i * Math.PI) / 6) / 100, 21.3 + Math.sin((i * Math.PI) / 6) / 100],
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 2, max: 9 }), (i, gap) => {
        const swapped = [...circle];
        const j = (i + gap) % 12;
        [swapped[i], swapped[j]] = [swapped[j]!, swapped[i]!];
        expect(problemOf(swapped)).toBe('selfCrossing');
      }),
    );
  });
});
