import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { basisOf, narrowGround } from '../../../src/analysis/hotspots/hotspotState';
import { placeAt } from '../../../src/analysis/hotspots/lineCourses';
import { makeLinePieces } from '../../../src/analysis/hotspots/linePieces';
import { makeRanking } from '../../../src/analysis/hotspots/makeRanking';
import { nearestOnLines } from '../../../src/analysis/hotspots/nearestOnLines';
import { MINUTES_PER_YEAR } from '../../../src/analysis/hotspots/selectEvents';
import { zonePopulation } from '../../../src/analysis/hotspots/zonePopulation';
import { facts, ground, incidentsOf, inScope, zones } from './held';

const lengthsM = fc.array(
  fc.integer({ min: 10, max: 300_000 }).map((decimetres) => decimetres / 10),
  { minLength: 1, maxLength: 8 },
);

describe('pieces of lines', () => {
  it('cover each line end to end, all of a line as long as each other and near the length asked for', () => {
    fc.assert(
      fc.property(lengthsM, fc.integer({ min: 50, max: 5_000 }), (lengths, askedM) => {
        const pieces = makeLinePieces({ lengthM: Float64Array.from(lengths) }, askedM);
        lengths.forEach((lengthM, line) => {
          const own = [...pieces.line.keys()].filter((piece) => pieces.line[piece] === line);
          expect(pieces.fromM[own[0]!]).toBe(0);
          expect(pieces.toM[own.at(-1)!]).toBeCloseTo(lengthM, 6);
          for (const [k, piece] of own.entries()) {
            const pieceM = pieces.toM[piece]! - pieces.fromM[piece]!;
            expect(pieceM).toBeCloseTo(lengthM / own.length, 6);
            if (k > 0) expect(pieces.fromM[piece]).toBe(pieces.toM[own[k - 1]!]);
            if (own.length > 1) expect(Math.abs(Math.log2(pieceM / askedM))).toBeLessThan(1);
          }
        });
      }),
    );
  });

  it('hold each place of a line once, and what lies beyond its ends', () => {
    fc.assert(
      fc.property(
        lengthsM,
        fc.integer({ min: 50, max: 5_000 }),
        fc.integer({ min: -100, max: 1_100 }),
        (lengths, askedM, thousandths) => {
          const pieces = makeLinePieces({ lengthM: Float64Array.from(lengths) }, askedM);
          const line = lengths.length - 1;
          const atM = (thousandths / 1_000) * lengths[line]!;
          const piece = pieces.pieceAt(line, atM);
          expect(pieces.line[piece]).toBe(line);
          const inside = Math.min(lengths[line]!, Math.max(0, atM));
          expect(pieces.fromM[piece]! - 1e-6).toBeLessThanOrEqual(inside);
          expect(pieces.toM[piece]! + 1e-6).toBeGreaterThanOrEqual(inside);
        },
      ),
    );
  });

  it('have together the incidents and the people of their lines', () => {
    const { incidents } = incidentsOf(3_000);
    const whole = basisOf(incidents, { period: null, withDiscovered: true })!;
    const rank = (pieceM: number | null) =>
      makeRanking(ground, incidents, {
        ...whole,
        zones,
        options: { pieceM, exposure: 'length', compare: null, overUncertainty: false },
      }).lines;
    const stretches = rank(1_000);
    expect(stretches.length).toBeGreaterThan(rank(null).length);
    for (const { line, count, lengthM } of rank(null)) {
      const own = stretches.filter((each) => each.line === line);
      expect(own.reduce((sum, each) => sum + each.count, 0)).toBe(count);
      expect(own.reduce((sum, each) => sum + each.lengthM, 0)).toBeCloseTo(lengthM, 6);
      for (const piece of own) {
        const inside = [...whole.events.index].filter(
          (i) =>
            incidents.line[i] === line && incidents.chainageM[i]! >= piece.fromM && incidents.chainageM[i]! < piece.toM,
        );
        // The last piece also has what is at the very end.
        if (piece.toM < lengthM - 1) expect(piece.count).toBe(inside.length);
      }
    }
    const peopleOf = (pieceM: number | null) => {
      const pieces = makeLinePieces(ground, pieceM);
      return { pieces, people: zonePopulation(ground, facts, { pieces, zones }) };
    };
    const [cut, uncut] = [peopleOf(1_000), peopleOf(null)];
    for (let line = 0; line < inScope.length; line += 1) {
      if (inScope[line] === 0) continue;
      const sum = cut.people.reduce((all, each, piece) => all + (cut.pieces.line[piece] === line ? each : 0), 0);
      if (Number.isNaN(uncut.people[line]!)) expect(sum).toBeNaN();
      else expect(sum).toBeCloseTo(uncut.people[line]!, 3);
    }
  });
});

describe('a ranking by population', () => {
  it('leaves out lines in whose zone it is not known how many live, and ranks the others', () => {
    const { incidents } = incidentsOf(500);
    const whole = basisOf(incidents, { period: null, withDiscovered: true })!;
    const population = Float64Array.from(ground.lengthM, (_, line) => (line % 3 === 0 ? Number.NaN : 1_000 + line));
    const { lines } = makeRanking(ground, incidents, {
      ...whole,
      zones,
      options: { pieceM: null, exposure: 'population', population, compare: null, overUncertainty: false },
    });
    const ranked = [...inScope.keys()].filter((line) => inScope[line] === 1 && line % 3 !== 0);
    expect(lines.map(({ line }) => line).sort((a, b) => a - b)).toEqual(ranked);
    const years = (whole.basis.toMin - whole.basis.fromMin) / MINUTES_PER_YEAR;
    for (const { line, count, rate } of lines) expect(rate).toBeCloseTo(count / ((1_000 + line) / 1_000) / years, 6);
  });
});

describe('a narrowed ground', () => {
  it('counts only lines that are wanted and counted before', () => {
    const wanted = [...inScope.keys()].filter((line) => line % 2 === 0);
    expect([...narrowGround(ground, wanted).inScope]).toEqual(
      [...inScope].map((isIn, line) => (line % 2 === 0 ? isIn : 0)),
    );
    expect(narrowGround(ground, null)).toBe(ground);
  });
});

describe('the nearest place of some lines', () => {
  it('is the place itself where it is on a line', () => {
    const lines = [...inScope.keys()].filter((line) => inScope[line] === 1);
    for (const line of lines.slice(0, 12))
      for (const share of [0.1, 0.45, 0.83]) {
        const atM = share * ground.lengthM[line]!;
        const near = nearestOnLines(ground.courses, [line], placeAt(ground.courses, line, atM))!;
        expect(near.line).toBe(line);
        expect(near.distanceM).toBeLessThan(0.01);
        const back = placeAt(ground.courses, line, near.alongM);
        const place = placeAt(ground.courses, line, atM);
        expect(Math.hypot(back[0] - place[0], back[1] - place[1])).toBeLessThan(1e-6);
        expect(nearestOnLines(ground.courses, lines, place)!.distanceM).toBeLessThan(0.01);
      }
    expect(nearestOnLines(ground.courses, [], [105.4, 21.3])).toBeNull();
  });
});
