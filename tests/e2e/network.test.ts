import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Clerk } from './driver.ts';
import { eventually } from './eventually.ts';
import { countsOf, openKernel, sampleIncidents } from './kernel.ts';

describe('the network', () => {
  let clerk: Clerk;
  beforeAll(async () => {
    clerk = await Clerk.sitsDown();
    await clerk.opens();
  });
  afterAll(async () => {
    await clerk.leaves();
  });

  it('is used for the program’s own files only, and none of them breaks the page’s policy', async () => {
    await eventually(() => clerk.map.countColours()).toBeGreaterThan(50);
    await clerk.choosesEdition('2025');
    await eventually(() => clerk.panel.zoneLevels()).toEqual(['commune', 'province']);
    await clerk.searches('viet tri');
    await eventually(async () => Object.keys(await clerk.found())).not.toEqual([]);
    await clerk.searches('');
    expect(clerk.requests.length).toBeGreaterThan(10);
    expect(clerk.complaints).toEqual([]);
  });

  it('is not needed after the first visit: the page reloads without it, with its data and both editions', async () => {
    await clerk.isKeptForOffline();
    await clerk.losesTheNetwork();
    expect(await clerk.canReach('./no-such-file')).toBe(false);
    await clerk.reloads();
    const sample = sampleIncidents();
    expect(await clerk.edition()).toBe('2025');
    await eventually(() => clerk.panel.counts('line')).toEqual(countsOf(openKernel('2025'), sample).line);
    await clerk.choosesEdition('2018');
    await eventually(() => clerk.panel.counts('line')).toEqual(countsOf(openKernel('2018'), sample).line);
    await eventually(() => clerk.map.countColours()).toBeGreaterThan(50);
    await clerk.looksUp('lap thach', 'Lập Thạch');
    await clerk.panel.typesZoneM('commune', 640);
    await clerk.reloads();
    expect(await clerk.panel.zoneM('commune')).toBe(640);
    await clerk.regainsTheNetwork();
  });

  it('would be seen if it were used for anything else', async () => {
    const before = clerk.complaints.length;
    expect(await clerk.canReach('https://example.org/')).toBe(false);
    await eventually(() => clerk.complaints.slice(before).join('\n')).toMatch(/policy: connect-src/);
  });
});
