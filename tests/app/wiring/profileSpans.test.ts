import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StripProfile } from '../../../src/analysis/hotspots/makeProfile';
import { chainAt, lineAt, spansOf, stretchesOf } from '../../../src/app/parts/hotspots/profileSpans';
import { edition } from '../../analysis/hotspots/held';

const { info } = edition;
/** A chain of lines of some lengths, each with or against its own direction. */
const chains = fc
  .array(fc.tuple(fc.integer({ min: 200, max: 90_000 }), fc.boolean()), { minLength: 1, maxLength: 5 })
  .map((lines): StripProfile => {
    let atM = 0;
    const parts = lines.map(([decimetres, isReversed], line) => {
      const fromM = atM;
      atM += decimetres / 10;
      return { line, isReversed, fromM, toM: atM, leftUnit: 0, rightUnit: 1 };
    });
    return { parts, lengthM: atM } as unknown as StripProfile;
  });
const share = fc.integer({ min: 0, max: 1_000 }).map((thousandths) => thousandths / 1_000);

describe('places of a chain', () => {
  it('go to their line and back', () => {
    fc.assert(
      fc.property(chains, share, (chain, at) => {
        const place = lineAt(chain, at * chain.lengthM)!;
        expect(chainAt(chain, place.line, place.alongM)).toBeCloseTo(at * chain.lengthM, 6);
      }),
    );
  });
});

describe('spans of a chain', () => {
  it('become pieces of lines that hold all of the span, whole metres, within a metre of it, and come back as one span', () => {
    fc.assert(
      fc.property(chains, share, share, (chain, a, b) => {
        const [fromM, toM] = a < b ? [a * chain.lengthM, b * chain.lengthM] : [b * chain.lengthM, a * chain.lengthM];
        if (toM - fromM < 0.5) return;
        const pieces = stretchesOf(chain, { fromM, toM }, info);
        for (const piece of pieces) {
          expect(Number.isInteger(piece.fromM) && Number.isInteger(piece.toM) && piece.fromM < piece.toM).toBe(true);
        }
        const [span, ...more] = spansOf(chain, pieces, info);
        expect(more).toEqual([]);
        expect(span!.fromM).toBeLessThanOrEqual(fromM + 1e-6);
        expect(span!.toM).toBeGreaterThanOrEqual(toM - 1e-6);
        expect(span!.fromM).toBeGreaterThan(fromM - 1.001);
        expect(span!.toM).toBeLessThan(toM + 1.001);
      }),
    );
  });

  it('stay apart where the pieces are', () => {
    const parts = [0, 1, 2].map((line) => ({
      line,
      isReversed: line === 1,
      fromM: 1_000 * line,
      toM: 1_000 * (line + 1),
    }));
    const chain = { parts, lengthM: 3_000 } as unknown as StripProfile;
    const piece = (line: number, fromM: number, toM: number) => ({ line: info.lines[line]!.id, fromM, toM });
    expect(spansOf(chain, [piece(2, 500, 1_000), piece(0, 0, 200)], info)).toEqual([
      { fromM: 0, toM: 200 },
      { fromM: 2_500, toM: 3_000 },
    ]);
    // The second line runs against the chain.
    expect(spansOf(chain, [piece(1, 0, 300), piece(2, 0, 100)], info)).toEqual([{ fromM: 1_700, toM: 2_100 }]);
    expect(spansOf(chain, [piece(7, 0, 100)], info)).toEqual([]);
  });
});
