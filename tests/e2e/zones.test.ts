import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ZoneDistances } from '../../src/domain/index.ts';
import { Clerk } from './driver.ts';
import { eventually } from './eventually.ts';
import { countsOf, FIRST_ZONES, type KernelEdition, openKernel, type Scope, sampleIncidents } from './kernel.ts';

const sample = sampleIncidents();
const kernels = { '2018': openKernel('2018'), '2025': openKernel('2025') } as const;

describe('the zones', () => {
  let clerk: Clerk;
  beforeAll(async () => {
    clerk = await Clerk.sitsDown();
    await clerk.opens();
  });
  afterAll(async () => {
    expect(await clerk.leaves()).toEqual([]);
  });

  /** Panel, legend and register must all say what the kernel says. */
  async function agrees(edition: KernelEdition, zoneM: ZoneDistances, scope: Scope): Promise<void> {
    const { incidents, boundaries, layers } = clerk.words;
    const expected = countsOf(edition, sample, { zoneM, scope });
    await eventually(async () => (await clerk.panel.figures()).flagged).toBe(expected.flagged);
    await eventually(() => clerk.panel.counts('flag')).toEqual({
      [incidents.flagged]: expected.flagged,
      [incidents.unflagged]: 61 - expected.flagged,
    });
    await eventually(() => clerk.panel.counts('line')).toEqual(expected.line);
    await eventually(() => clerk.panel.counts('side')).toEqual(
      Object.fromEntries(Object.entries(expected.side).map(([name, count]) => [incidents.inSide(name), count])),
    );
    const levels = await clerk.panel.zoneLevels();
    await eventually(() => clerk.panel.counts('level')).toEqual(
      Object.fromEntries(levels.map((level) => [boundaries.level[level], expected.level[level]])),
    );
    await eventually(() => clerk.panel.counts('member')).toEqual(expected.member);
    await eventually(() => clerk.legend.text()).toContain(layers.incidentCount('61', String(expected.flagged)));
    const legend = await clerk.legend.text();
    for (const level of levels) expect(legend).toContain(layers.zone[level](clerk.format.metres(zoneM[level])));
    await clerk.legend.folds();
  }

  it('start with 500, 1,000 and 1,500 m along the lines of the cluster', async () => {
    expect(await clerk.panel.zoneM('commune')).toBe(500);
    expect(await clerk.panel.zoneM('district')).toBe(1000);
    expect(await clerk.panel.zoneM('province')).toBe(1500);
    await agrees(kernels['2018'], FIRST_ZONES, 'cluster');
  });

  it('follow a distance that is typed', async () => {
    await clerk.panel.typesZoneM('commune', 90);
    await clerk.panel.typesZoneM('district', 150);
    await clerk.panel.typesZoneM('province', 200);
    await agrees(kernels['2018'], { commune: 90, district: 150, province: 200 }, 'cluster');
  });

  it('follow the slider under the arrow keys', async () => {
    await clerk.panel.stepsZone('commune', 7);
    await agrees(kernels['2018'], { commune: 160, district: 150, province: 200 }, 'cluster');
  });

  it('follow the slider under the mouse while it moves, and keep where it is let go', async () => {
    await clerk.panel.dragsZone('province', [0.1, 0.5, 0.24], async () => {
      const province = await clerk.panel.zoneM('province');
      const expected = countsOf(kernels['2018'], sample, { zoneM: { commune: 160, district: 150, province } });
      await eventually(async () => (await clerk.panel.figures()).flagged).toBe(expected.flagged);
    });
    const province = await clerk.panel.zoneM('province');
    expect(province).toBeGreaterThan(1000);
    await agrees(kernels['2018'], { commune: 160, district: 150, province }, 'cluster');
    await clerk.panel.typesZoneM('province', 400);
  });

  it('count along all lines when asked to', async () => {
    await clerk.panel.choosesScope('all');
    await agrees(kernels['2018'], { commune: 160, district: 150, province: 400 }, 'all');
  });

  it('count along the lines of 2025, where no districts are left', async () => {
    await clerk.choosesEdition('2025');
    await eventually(() => clerk.panel.zoneLevels()).toEqual(['commune', 'province']);
    await agrees(kernels['2025'], { commune: 160, district: 150, province: 400 }, 'all');
    await clerk.panel.choosesScope('cluster');
    await agrees(kernels['2025'], { commune: 160, district: 150, province: 400 }, 'cluster');
    await clerk.panel.typesZoneM('commune', 1200);
    await agrees(kernels['2025'], { commune: 1200, district: 150, province: 400 }, 'cluster');
  });

  it('refuse a distance that is none, and keep to the range', async () => {
    await clerk.panel.typesZoneM('commune', 99_999);
    await eventually(() => clerk.panel.zoneM('commune')).toBe(5000);
  });

  it('stand where a slider was that goes away while it is held', async () => {
    const before = await clerk.panel.zoneM('province');
    await clerk.panel.dragsZone('province', [0.5], async () => {
      await clerk.goesTo('#edition=2025&unit=08866');
      await eventually(() => clerk.panel.title()).toBe('Xã Sơn Đông');
    });
    await clerk.panel.goesBack();
    await eventually(() => clerk.panel.zoneM('province')).toBeGreaterThan(2000);
    const province = await clerk.panel.zoneM('province');
    await agrees(kernels['2025'], { commune: 5000, district: 150, province }, 'cluster');
    await clerk.presses('Control+z');
    await eventually(() => clerk.panel.zoneM('province')).toBe(before);
    expect(await clerk.panel.zoneM('commune')).toBe(5000);
  });

  it('are there after a reload, and go back step by step by undo', async () => {
    await clerk.panel.typesZoneM('commune', 700);
    await clerk.reloads();
    expect(await clerk.panel.zoneM('commune')).toBe(700);
    await clerk.presses('Control+z');
    await eventually(() => clerk.panel.zoneM('commune')).toBe(5000);
    await clerk.presses('Control+Shift+z');
    await eventually(() => clerk.panel.zoneM('commune')).toBe(700);
    await agrees(kernels['2025'], { commune: 700, district: 150, province: 400 }, 'cluster');
  });
});
