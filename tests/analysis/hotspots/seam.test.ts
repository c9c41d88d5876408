import { describe, expect, it } from 'vitest';
import { FALLBACK_BANDWIDTH_M } from '../../../src/analysis/hotspots/chooseBandwidth';
import { basisOf, type OpenGround, pointsOf } from '../../../src/analysis/hotspots/hotspotState';
import { makeSeam } from '../../../src/analysis/hotspots/makeSeam';
import { placesInArea } from '../../../src/analysis/hotspots/placesInArea';
import { yearsOf } from '../../../src/analysis/hotspots/selectEvents';
import { facts, ground, incidentsOf, inScope, zones } from './held';

const { incidents } = incidentsOf(1_500);
const whole = basisOf(incidents, { period: null, withDiscovered: false })!;
const isHeld = (i: number): boolean => ground.isMember[incidents.unit[i]!] === 1;
const known = [...whole.events.index].filter(isHeld);
const isInner = (line: number): boolean =>
  ground.isMember[ground.leftUnit[line]!] === 1 && ground.isMember[ground.rightUnit[line]!] === 1;

const BANDWIDTH_M = 800;
const seamOf = (
  of: OpenGround = ground,
  more: { zoneM?: Float64Array; bandwidthM?: number | null; index?: readonly number[] } = {},
) => {
  const { zoneM = zones.zoneM, bandwidthM = BANDWIDTH_M, index = whole.events.index } = more;
  return makeSeam(of, incidents, {
    ...whole,
    events: { ...whole.events, index: Int32Array.from(index) },
    facts,
    zones: { zoneM },
    options: { kernel: 'quartic', bandwidthM, overUncertainty: false },
  });
};
const seam = seamOf();
const unitCount = ground.isMember.length;
const withoutMembers = { ...ground, isMember: new Uint8Array(unitCount) };
const wholeEdition = { ...ground, isArea: new Uint8Array(unitCount).fill(1) };

describe('the seam', () => {
  it('shows together never less than alone, and the share that nobody sees by himself', () => {
    expect(seam.lines.length).toBeGreaterThan(5);
    for (const { together, alone, unseen, shareUnseen, leftUnseen, rightUnseen, ...counts } of seam.lines) {
      expect(together).toBeGreaterThanOrEqual(alone - 1e-6);
      expect(unseen).toBe(Math.max(0, together - alone));
      if (counts.leftCount + counts.rightCount < 5)
        expect([shareUnseen, leftUnseen, rightUnseen]).toEqual([null, null, null]);
      else expect(shareUnseen).toBeCloseTo(unseen / together, 4);
    }
    const { together, alone, unseen, shareUnseen } = seam.whole;
    const sumOf = (key: 'together' | 'alone' | 'unseen') => seam.lines.reduce((sum, line) => sum + line[key], 0);
    expect([together, alone, unseen]).toEqual([sumOf('together'), sumOf('alone'), sumOf('unseen')]);
    expect(shareUnseen).toBeCloseTo(1 - alone / together, 4);
    expect(shareUnseen).toBeGreaterThan(0.05);
    const order = seam.lines.map((line) => line.unseen);
    expect(order).toEqual(order.toSorted((a, b) => b - a));
  });

  it('counts what members hold on both sides of each line', () => {
    for (const { line, leftCount, rightCount } of seam.lines) {
      const own = known.filter((i) => incidents.line[i] === line);
      expect(leftCount).toBe(own.filter((i) => incidents.side[i]! > 0).length);
      expect(rightCount).toBe(own.filter((i) => incidents.side[i]! < 0).length);
    }
  });

  it('sees of a line what a naive sum over its land sees', () => {
    const { grid } = ground;
    const { line, together, alone } = seam.lines[0]!;
    let [all, own] = [0, 0];
    facts.line.forEach((of, cell) => {
      const unit = facts.unit[cell]!;
      if (of !== line || ground.isMember[unit] !== 1) return;
      const x = grid.minX + ((cell % grid.columns) + 0.5) * grid.cellM;
      const y = grid.minY + (Math.floor(cell / grid.columns) + 0.5) * grid.cellM;
      for (const i of known) {
        const squared = (incidents.local[2 * i]! - x) ** 2 + (incidents.local[2 * i + 1]! - y) ** 2;
        if (squared >= BANDWIDTH_M ** 2) continue;
        const perYear =
          ((3 / Math.PI) * (1 - squared / BANDWIDTH_M ** 2) ** 2 * (grid.cellM / BANDWIDTH_M) ** 2) /
          yearsOf(whole.selection);
        all += perYear;
        if (incidents.unit[i] === unit) own += perYear;
      }
    });
    expect(together / all).toBeCloseTo(1, 4);
    expect(alone / own).toBeCloseTo(1, 4);
    expect(together).toBeGreaterThan(alone);
  });
});

describe('what a cluster knows', () => {
  it('is what its members hold', () => {
    expect(known.length).toBeLessThan(whole.events.index.length);
    const { basis, ...rest } = seamOf(ground, { index: known });
    expect({ ...seam, basis }).toEqual({ basis, ...rest });
    const onLand = placesInArea(ground, facts, pointsOf(incidents, Int32Array.from(known))).count;
    expect(seam.basis).toEqual({ ...whole.basis, used: onLand });
  });

  it('is told only of lines between two members', () => {
    const told = new Set(seam.lines.map(({ line }) => line));
    for (const line of told) expect(isInner(line)).toBe(true);
    expect([...inScope.keys()].some((line) => inScope[line] === 1 && !isInner(line))).toBe(true);
    expect(seam.middles.features.map(({ properties }) => properties.line)).toEqual([...told]);
    // Nobody is said to miss what lies on the land of strangers.
    const { grid } = ground;
    const km2 = facts.unit.filter((unit) => ground.isMember[unit] === 1).length * (grid.cellM ** 2 / 1e6);
    for (const { areaKm2 } of [...seam.levels, ...seam.differenceLevels]) expect(areaKm2).toBeLessThan(km2);
  });

  it('is all that is known where no unit is a member, and over a whole edition', () => {
    const { count } = placesInArea(ground, facts, pointsOf(incidents, whole.events.index));
    const all = seamOf(withoutMembers);
    expect(all.basis.used).toBe(count);
    expect(count).toBeGreaterThan(seam.basis.used);
    expect(all.lines.some(({ line }) => !isInner(line))).toBe(true);
    for (const { line, leftCount, rightCount } of all.lines) {
      const own = [...whole.events.index].filter((i) => incidents.line[i] === line && incidents.side[i] !== 0);
      expect(leftCount + rightCount).toBe(own.length);
    }
    const edition = seamOf(wholeEdition);
    expect(edition.basis.used).toBeGreaterThanOrEqual(count);
    expect(edition.lines.map(({ line }) => line).sort()).toEqual(all.lines.map(({ line }) => line).sort());
  });
});

describe('the bandwidth of the seam', () => {
  const lineCount = inScope.length;
  const bandwidthsOf = (zoneOf: (line: number) => number, bandwidthM: number | null = null) => {
    const found = seamOf(ground, { zoneM: Float64Array.from({ length: lineCount }, (_, k) => zoneOf(k)), bandwidthM });
    return [found.bandwidthM, found.suggestedM];
  };
  const some = inScope.indexOf(1);

  it('is as far as the nearest zone of a line that counts', () => {
    expect(bandwidthsOf((line) => zones.zoneM[line]!)).toEqual([500, 500]);
    expect(bandwidthsOf((line) => (line === some ? 330 : inScope[line] === 1 ? 700 : 200))).toEqual([350, 350]);
    expect(bandwidthsOf((line) => (line === some ? 20 : 700))).toEqual([100, 100]);
    // A line without a zone has none that is near.
    for (const none of [0, -1, Number.NaN])
      expect(bandwidthsOf((line) => (line === some ? none : 700))).toEqual([700, 700]);
  });

  it('is what is asked for, or one that serves where there is no zone', () => {
    expect(bandwidthsOf(() => 700, 1_250)).toEqual([1_250, 700]);
    expect(bandwidthsOf((line) => (line % 2 === 0 ? -1 : 0))).toEqual([FALLBACK_BANDWIDTH_M, null]);
  });
});
