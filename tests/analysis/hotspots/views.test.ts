import { describe, expect, it } from 'vitest';
import { chartTimes } from '../../../src/analysis/chartTimes';
import { findStretches } from '../../../src/analysis/hotspots/findStretches';
import { type Basis, basisOf, type OpenIncidents, pointsOf } from '../../../src/analysis/hotspots/hotspotState';
import { makeCellMap } from '../../../src/analysis/hotspots/makeCellMap';
import { makeDensityMap, suggestBandwidths } from '../../../src/analysis/hotspots/makeDensityMap';
import { makeEvaluation } from '../../../src/analysis/hotspots/makeEvaluation';
import { makeProfile } from '../../../src/analysis/hotspots/makeProfile';
import { makeRanking } from '../../../src/analysis/hotspots/makeRanking';
import { makeTiming } from '../../../src/analysis/hotspots/makeTiming';
import { MAIN_SHARE } from '../../../src/analysis/hotspots/scoreMethods';
import { MINUTES_PER_YEAR, wholeSpan } from '../../../src/analysis/hotspots/selectEvents';
import { poissonInterval } from '../../../src/analysis/statistics/poissonInterval';
import { edition, facts, ground, incidentsOf, inScope, zones } from './held';

const { columns, incidents } = incidentsOf(1_500);
const n = incidents.slot.length;
const all: readonly number[] = Array.from({ length: n }, (_, i) => i);

function must(basis: Basis | null): Basis {
  if (!basis) throw new Error('there are no incidents');
  return basis;
}

/** Only some of the incidents. */
const takeOf = (index: readonly number[]): OpenIncidents => {
  const pick = <A extends Float64Array | Uint8Array | Uint16Array | Uint32Array | Int32Array | Int8Array>(
    column: A,
  ): A => {
    const per = column.length / n;
    const Column = column.constructor as new (values: readonly number[]) => A;
    return new Column(index.flatMap((i) => Array.from(column.subarray(per * i, per * (i + 1)))));
  };
  return Object.fromEntries(
    Object.entries(incidents).map(([key, column]) => [key, pick(column)]),
  ) as unknown as OpenIncidents;
};

const whole = must(basisOf(incidents, { period: null, withDiscovered: false }));
const everything = must(basisOf(incidents, { period: null, withDiscovered: true }));
const middle = (whole.basis.fromMin + whole.basis.toMin) / 2;
const halves = [
  { fromMin: whole.basis.fromMin, toMin: middle },
  { fromMin: middle, toMin: whole.basis.toMin },
] as const;

describe('what a method takes', () => {
  it('is in the period, has a position, and was not found by a patrol unless that is wanted', () => {
    const span = wholeSpan(incidents)!;
    expect(whole.basis).toMatchObject(span);
    const reported = all.filter((i) => incidents.isDiscovered[i] === 0);
    expect([...whole.events.index]).toEqual(reported);
    expect(whole.basis.discovered).toBe(n - reported.length);
    expect(everything.basis).toMatchObject({ count: n, discovered: 0, unplaced: 0, simulated: n });
    const first = must(basisOf(incidents, { period: halves[0], withDiscovered: false }));
    expect([...first.events.index]).toEqual(reported.filter((i) => incidents.occurredMin[i]! < middle));
  });
});

describe('density', () => {
  const options = { kernel: 'quartic', bandwidthM: 800, compare: null, overUncertainty: false } as const;
  const map = makeDensityMap(ground, incidents, { ...whole, facts, options });

  it('has round levels, each within the one before it', () => {
    const { levels } = map;
    expect(levels.length).toBeGreaterThan(3);
    for (let k = 1; k < levels.length; k += 1) {
      expect(levels[k]!.level).toBeGreaterThan(levels[k - 1]!.level);
      expect(levels[k]!.areaKm2).toBeLessThan(levels[k - 1]!.areaKm2);
      expect(levels[k]!.count).toBeLessThanOrEqual(levels[k - 1]!.count);
    }
    expect(map.highest).toBeGreaterThanOrEqual(levels.at(-1)!.level);
    expect(levels.at(-1)!.tone).toBe(7);
  });

  it('holds another period against it in the same levels, and nothing against itself', () => {
    const other = makeDensityMap(ground, incidents, {
      ...whole,
      facts,
      options: { ...options, compare: { fromMin: whole.basis.fromMin, toMin: whole.basis.toMin } },
    });
    expect(other.other?.bands).toEqual(other.bands);
    expect(other.other?.more).toEqual([]);
    expect(other.other?.less).toEqual([]);
    const first = must(basisOf(incidents, { period: halves[1], withDiscovered: false }));
    const changed = makeDensityMap(ground, incidents, { ...first, facts, options: { ...options, compare: halves[0] } });
    expect(changed.other?.basis.count).toBe(whole.basis.count - first.basis.count);
    expect(changed.other?.difference.features.some(({ properties }) => properties.tone < 0)).toBe(true);
  });

  it('spreads unsure positions without losing any', () => {
    const spread = makeDensityMap(ground, incidents, {
      ...whole,
      facts,
      options: { ...options, overUncertainty: true },
    });
    expect(spread.highest).toBeGreaterThan(0);
    expect(spread.levels[0]!.count).toBeGreaterThan(0);
  });

  it('suggests bandwidths as one would set them', () => {
    const { ruleM, validatedM } = suggestBandwidths(pointsOf(incidents, whole.events.index), 'quartic');
    for (const suggested of [ruleM!, validatedM!]) {
      expect(suggested % 50).toBe(0);
      expect(suggested).toBeGreaterThanOrEqual(100);
    }
  });
});

describe('cells', () => {
  it('are drawn only where they are significant, and fewer are when many are answered for', () => {
    const options = {
      shape: 'hexagon',
      cellM: 700,
      neighbourM: 1_400,
      statistic: 'gi',
      correctsMany: true,
      overUncertainty: false,
    } as const;
    const corrected = makeCellMap(ground, incidents, { ...whole, facts, options });
    const raw = makeCellMap(ground, incidents, { ...whole, facts, options: { ...options, correctsMany: false } });
    expect(corrected.significant.length).toBeGreaterThan(0);
    expect(raw.significant.length).toBeGreaterThan(corrected.significant.length);
    expect(corrected.drawn.features).toHaveLength(corrected.significant.length);
    expect(corrected.significant.every(({ p }) => p <= 0.1)).toBe(true);
    const moran = makeCellMap(ground, incidents, {
      ...whole,
      facts,
      options: { ...options, statistic: 'moran', shape: 'square' },
    });
    expect(moran.significant.every(({ p, kind }) => p <= 0.05 && kind >= 1 && kind <= 4)).toBe(true);
  });
});

describe('the ranking', () => {
  it('has the counts, rates and exact intervals of each line', () => {
    const { lines } = makeRanking(ground, incidents, {
      ...whole,
      zones,
      options: { pieceM: null, exposure: 'length', compare: halves[0], overUncertainty: false },
    });
    expect(lines).toHaveLength(inScope.filter((isIn) => isIn === 1).length);
    const years = (whole.basis.toMin - whole.basis.fromMin) / MINUTES_PER_YEAR;
    for (const { line, count, rate, lower, upper, leftCount, rightCount, before, change, parts } of lines) {
      const own = [...whole.events.index].filter((i) => incidents.line[i] === line);
      expect(count).toBe(own.length);
      const kmYears = (ground.lengthM[line]! / 1_000) * years;
      expect(rate).toBeCloseTo(count / kmYears, 9);
      expect(lower).toBeCloseTo(poissonInterval(count)[0] / kmYears, 6);
      expect(upper).toBeCloseTo(poissonInterval(count)[1] / kmYears, 6);
      expect(leftCount).toBe(own.filter((i) => incidents.side[i]! > 0).length);
      expect(rightCount).toBe(own.filter((i) => incidents.side[i]! < 0).length);
      expect(before).toBe(own.filter((i) => incidents.occurredMin[i]! < middle).length);
      if (count < 5 || before! < 5) expect(change).toBeNull();
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(count);
    }
  });

  it('can be taken over nothing, and then is incidents a year', () => {
    const { lines } = makeRanking(ground, incidents, {
      ...whole,
      zones,
      options: { pieceM: null, exposure: 'none', compare: null, overUncertainty: false },
    });
    const years = (whole.basis.toMin - whole.basis.fromMin) / MINUTES_PER_YEAR;
    for (const { count, rate, lower, upper, before } of lines) {
      expect(rate).toBeCloseTo(count / years, 9);
      expect(lower).toBeCloseTo(poissonInterval(count)[0] / years, 6);
      expect(upper).toBeCloseTo(poissonInterval(count)[1] / years, 6);
      expect(before).toBeNull();
    }
  });
});

describe('the profile', () => {
  it('has each incident of its lines at its chainage and on its side', () => {
    const lines = [...inScope.keys()].filter((line) => inScope[line] === 1);
    const { chains } = makeProfile(ground, incidents, {
      ...whole,
      zones,
      options: { lines, bandwidthM: 500, overUncertainty: false },
    });
    expect(chains.flatMap(({ parts }) => parts.map(({ line }) => line)).sort((a, b) => a - b)).toEqual(lines);
    const counted = chains.reduce((sum, { marks }) => sum + marks.slot.length, 0);
    expect(counted).toBe([...whole.events.index].filter((i) => incidents.line[i]! >= 0).length);
    for (const { parts, marks, lengthM } of chains)
      marks.slot.forEach((slot, k) => {
        const i = incidents.slot.indexOf(slot);
        const part = parts.find(({ line }) => line === incidents.line[i])!;
        const at = marks.chainageM[k]! - part.fromM;
        const along = part.isReversed ? part.toM - part.fromM - at : at;
        expect(along).toBeCloseTo(incidents.chainageM[i]!, 6);
        expect(marks.chainageM[k]).toBeLessThanOrEqual(lengthM + 0.05);
        expect(Math.abs(marks.offsetM[k]!)).toBeCloseTo(incidents.side[i] === 0 ? 0 : incidents.distanceM[i]!, 6);
        const left =
          incidents.side[i]! > 0 ? edition.info.lines[part.line]!.leftUnit : edition.info.lines[part.line]!.rightUnit;
        if (incidents.side[i] !== 0) expect(marks.offsetM[k]! > 0 ? part.leftUnit : part.rightUnit).toBe(left);
      });
  });
});

describe('hot stretches', () => {
  it('are the same for the same seed, and over time lie within the period', () => {
    const options = { maxLengthM: 2_000, replicates: 99, seed: 7, overTime: false, overUncertainty: false };
    const found = findStretches(ground, incidents, { ...whole, zones, options });
    expect(findStretches(ground, incidents, { ...whole, zones, options }).stretches).toEqual(found.stretches);
    expect(found.scanned).toBe([...whole.events.index].filter((i) => incidents.line[i]! >= 0).length);
    const timed = findStretches(ground, incidents, {
      ...whole,
      zones,
      options: { ...options, replicates: 9, overTime: true },
    });
    expect(timed.binEdges?.[0]).toBe(whole.basis.fromMin);
    expect(timed.binEdges?.at(-1)).toBe(whole.basis.toMin);
    for (const { fromBin, toBin } of timed.stretches) expect(toBin).toBeGreaterThanOrEqual(fromBin!);
  });
});

describe('the check of what was foretold', () => {
  it('scores methods on the later half, and finds none without incidents', () => {
    const options = { kernel: 'quartic', bandwidthM: 800, cellM: 500, fit: null, overUncertainty: false } as const;
    const evaluation = makeEvaluation(ground, incidents, { ...whole, facts, zones, options })!;
    expect(evaluation.fit.count + evaluation.basis.count).toBe(whole.basis.count);
    for (const method of [...evaluation.byArea, ...evaluation.byLength]) {
      expect(method.curve[0]).toBe(0);
      expect(method.curve[100]).toBeCloseTo(1, 9);
      for (const { hitRate, lower, upper, pei, pai, share } of method.scores) {
        expect(hitRate).toBeGreaterThanOrEqual(lower - 1e-9);
        expect(hitRate).toBeLessThanOrEqual(upper + 1e-9);
        expect(pei).toBeLessThanOrEqual(1 + 1e-9);
        expect(pai).toBeCloseTo(hitRate / share, 9);
      }
    }
    // Simulated incidents keep to the same places: their density foretells the next half.
    expect(evaluation.byArea[0]!.isBetterThanChance).toBe(true);
    const nothing = { fromMin: whole.basis.fromMin - 1e6, toMin: whole.basis.fromMin - 1 };
    expect(
      makeEvaluation(ground, incidents, { ...whole, facts, zones, options: { ...options, fit: nothing } }),
    ).toBeNull();
  });

  const placed = all.filter((i) => incidents.line[i]! >= 0 && ground.isMember[incidents.unit[i]!] === 1);
  const first = placed[0]!;
  const elsewhere = placed.find((i) => incidents.line[i] !== incidents.line[first])!;
  /** One incident at the first place, and later ones. */
  const foretell = (...later: readonly number[]) => {
    const isDiscovered = new Uint8Array(later.length + 1);
    const occurredMin = Float64Array.from(isDiscovered, (_, k) => (k === 0 ? 0 : 9 * 1440));
    const from = { ...takeOf([first, ...later]), isDiscovered, occurredMin };
    const basis = must(basisOf(from, { period: { fromMin: 0, toMin: 10 * 1440 }, withDiscovered: false }));
    const options = { kernel: 'quartic', bandwidthM: 800, cellM: 500, fit: null, overUncertainty: false } as const;
    return makeEvaluation(ground, from, { ...basis, facts, zones, options })!;
  };

  it('says for each share whether it is more than chance', () => {
    // One of three comes where it was foretold: the interval of that reaches down to 6 %.
    for (const { scores, isBetterThanChance } of foretell(first, elsewhere, elsewhere).byArea) {
      expect(scores.map((score) => score.isBetterThanChance)).toEqual([true, false, false]);
      expect(scores[1]!.share).toBe(MAIN_SHARE);
      expect(isBetterThanChance).toBe(false);
    }
  });

  it('tells the same events from less than half an event of difference', () => {
    const same = foretell(first);
    expect([same.areaAgainstCounts, same.lengthAgainstCounts]).toEqual([null, null]);
    const { byArea, areaAgainstCounts, byLength, lengthAgainstCounts } = foretell(elsewhere);
    for (const [methods, against] of [
      [byArea, areaAgainstCounts],
      [byLength, lengthAgainstCounts],
    ] as const) {
      const [density, counts] = methods.map(({ scores }) => scores[1]!.hits);
      expect(density).not.toBe(counts);
      expect(against).toEqual({ p: 1, isBetter: density! > counts! });
    }
  });
});

describe('time', () => {
  it('counts months of the year and the last days', () => {
    const { season, recent } = makeTiming(incidents, { ...whole, seed: 3 });
    // Months that the period cuts are left out.
    const [start, end] = [whole.basis.fromMin, whole.basis.toMin].map((at) => new Date(at * 60_000));
    const from =
      Date.UTC(start!.getUTCFullYear(), start!.getUTCMonth() + (start!.getUTCDate() > 1 ? 1 : 0), 1) / 60_000;
    const to = Date.UTC(end!.getUTCFullYear(), end!.getUTCMonth(), 1) / 60_000;
    const counted = [...whole.events.index].filter(
      (i) => incidents.occurredMin[i]! >= from && incidents.occurredMin[i]! < to,
    );
    expect(season.observed.reduce((sum, count) => sum + count, 0)).toBe(counted.length);
    const week = [...whole.events.index].filter((i) => incidents.occurredMin[i]! > whole.basis.toMin - 7 * 1440).length;
    expect(recent.find(({ days }) => days === 7)?.count).toBe(week);
  });

  it('charts months by the calendar and hours by weights that add up', () => {
    const slots = Uint32Array.from(all);
    const timing = {
      anyDay: slots,
      anyHour: slots,
      anyStretch: slots,
      isOnStretch: new Uint8Array(n).fill(1),
      row: new Int32Array(n).fill(-1),
    };
    const { firstMonth, months, week } = chartTimes(columns, timing);
    all.forEach((i) => {
      const date = new Date(columns.occurredMin[i]! * 60_000);
      const month = 12 * (date.getUTCFullYear() - 1970) + date.getUTCMonth() - firstMonth;
      months[month]! -= 1;
    });
    expect(months.every((count) => count === 0)).toBe(true);
    expect(week.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(n, 6);
  });
});
