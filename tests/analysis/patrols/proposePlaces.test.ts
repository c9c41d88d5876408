import { describe, expect, it } from 'vitest';
import { basisOf } from '../../../src/analysis/hotspots/hotspotState';
import { proposePlaces } from '../../../src/analysis/patrols/proposePlaces';
import { facts, ground, incidentsOf } from '../hotspots/held';

const { incidents } = incidentsOf(3_000);
const basis = basisOf(incidents, { period: null, withDiscovered: true })!;
const years = (basis.basis.toMin - basis.basis.fromMin) / (365.2425 * 1_440);
const inZones = incidents.line.reduce((sum, line) => sum + (line >= 0 ? 1 : 0), 0);

describe('places that patrols may visit', () => {
  it('are where incidents in the zones lie close together, and expect what was recorded there', () => {
    const options = { of: 'incident', withinM: 150, fewest: 3 } as const;
    const { tasks, hoursCount } = proposePlaces(ground, incidents, { ...basis, facts, options });
    expect(hoursCount).toBe(inZones);
    expect(tasks.length).toBeGreaterThan(0);
    for (const { count, perYear, path, fromM, toM } of tasks) {
      expect(count).toBeGreaterThanOrEqual(3);
      expect(perYear).toBeCloseTo(count / years, 9);
      expect(path).toHaveLength(1);
      expect(toM).toBeGreaterThanOrEqual(fromM);
    }
    expect(tasks.map(({ count }) => count)).toEqual(tasks.map(({ count }) => count).sort((a, b) => b - a));
    const all = proposePlaces(ground, incidents, { ...basis, facts, options: { ...options, fewest: 1 } });
    expect(all.tasks.reduce((sum, { count }) => sum + count, 0)).toBe(inZones);
  });

  it('are in hot cells, fewer incidents than there are in all', () => {
    const { tasks } = proposePlaces(ground, incidents, { ...basis, facts, options: { of: 'hotspot', cellM: 500 } });
    const count = tasks.reduce((sum, task) => sum + task.count, 0);
    expect(tasks.length).toBeGreaterThan(0);
    expect(count).toBeLessThan(inZones);
  });
});
