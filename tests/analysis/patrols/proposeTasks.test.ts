import { describe, expect, it } from 'vitest';
import { basisOf } from '../../../src/analysis/hotspots/hotspotState';
import { placeAt } from '../../../src/analysis/hotspots/lineCourses';
import { proposeTasks } from '../../../src/analysis/patrols/proposeTasks';
import { ground, incidentsOf, inScope, zones } from '../hotspots/held';

const { incidents } = incidentsOf(3_000);
const basis = basisOf(incidents, { period: null, withDiscovered: true })!;
const years = (basis.basis.toMin - basis.basis.fromMin) / (365.2425 * 1_440);
const inZones = incidents.line.reduce((sum, line) => sum + (line >= 0 ? 1 : 0), 0);

describe('what patrols may watch', () => {
  const { tasks, hours, hoursCount } = proposeTasks(ground, incidents, {
    ...basis,
    zones,
    options: { of: 'line', pieceM: 800 },
  });

  it('are all lines that count in pieces, with what was recorded on each', () => {
    expect(tasks.reduce((sum, { count }) => sum + count, 0)).toBe(inZones);
    const covered = tasks.reduce((sum, { fromM, toM }) => sum + toM - fromM, 0);
    const whole = Array.from(ground.lengthM).reduce((sum, lengthM, line) => sum + (inScope[line] ? lengthM : 0), 0);
    expect(covered).toBeCloseTo(whole, 3);
    for (const { line, fromM, toM, path, count } of tasks) {
      expect(path[0]).toEqual(placeAt(ground.courses, line, fromM));
      expect(path.at(-1)).toEqual(placeAt(ground.courses, line, toM));
      const own = incidents.chainageM.filter((atM, i) => incidents.line[i] === line && atM >= fromM && atM < toM);
      expect(Math.abs(own.length - count)).toBeLessThanOrEqual(1);
    }
  });

  it('expect in a year about what a year had, more evenly than it was', () => {
    const expected = tasks.reduce((sum, { perYear }) => sum + perYear, 0);
    expect(expected / (inZones / years)).toBeGreaterThan(0.9);
    expect(expected / (inZones / years)).toBeLessThan(1.1);
    for (const { perYear, count } of tasks) if (count === 0) expect(perYear).toBeGreaterThan(0);
  });

  it('know the hours, each with something, adding up to the day', () => {
    expect(hoursCount).toBe(inZones);
    expect(hours.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
    expect(Math.min(...hours)).toBeGreaterThan(0);
  });

  it('are hot stretches where there are any, line by line', () => {
    const shares: number[] = [];
    const hot = proposeTasks(
      ground,
      incidents,
      { ...basis, zones, options: { of: 'hotStretch', maxLengthM: 2_000, replicates: 99, seed: 1 } },
      (share) => shares.push(share),
    );
    expect(hot.tasks.length).toBeGreaterThan(0);
    expect(shares.length).toBeGreaterThan(0);
    for (const { line, fromM, toM, count, perYear } of hot.tasks) {
      expect(toM).toBeGreaterThan(fromM);
      expect(perYear).toBeCloseTo(count / years, 9);
      const own = incidents.chainageM.filter((atM, i) => incidents.line[i] === line && atM >= fromM && atM <= toM);
      expect(count).toBe(own.length);
    }
  });
});
