import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Clerk } from './driver.ts';
import { eventually } from './eventually.ts';
import { countsOf, openKernel, sampleIncidents } from './kernel.ts';

const sample = sampleIncidents();

describe('the editions', () => {
  let clerk: Clerk;
  beforeAll(async () => {
    clerk = await Clerk.sitsDown();
    await clerk.opens();
  });
  afterAll(async () => {
    expect(await clerk.leaves()).toEqual([]);
  });

  it('keep the same incidents and count them along other lines', async () => {
    const [old, now] = [openKernel('2018'), openKernel('2025')];
    await eventually(() => clerk.panel.counts('line')).toEqual(countsOf(old, sample).line);
    await clerk.choosesEdition('2025');
    await eventually(() => clerk.panel.counts('line')).toEqual(countsOf(now, sample).line);
    expect(await clerk.panel.figures()).toMatchObject({
      shown: 61,
      persons: 82,
      flagged: countsOf(now, sample).flagged,
    });
    const { kindName } = clerk.words.incidents;
    expect(await clerk.panel.counts('kind')).toEqual({ [kindName.criminal]: 15, [kindName.administrative]: 46 });
  });

  it('follow the members through their lineage: Vĩnh Thành, Sơn Đông, Thanh Miếu', async () => {
    const { boundaries } = clerk.words;
    expect(Object.keys(await clerk.panel.counts('member')).sort()).toEqual([
      'Phường Thanh Miếu',
      'Xã Sơn Đông',
      'Xã Vĩnh Thành',
    ]);
    const members = await clerk.panel.members();
    expect(Object.keys(members)).toHaveLength(9);
    for (const [member, home] of [
      ['Xã Cao Đại', 'Xã Vĩnh Thành'],
      ['Xã Việt Xuân', 'Xã Vĩnh Thành'],
      ['Xã Bồ Sao', 'Xã Vĩnh Thành'],
      ['Công ty cổ phần VLXD Bồ Sao', 'Xã Vĩnh Thành'],
      ['Xã Sơn Đông', 'Xã Sơn Đông'],
      ['Phường Bạch Hạc', 'Phường Thanh Miếu'],
      ['Phường Thanh Miếu', 'Phường Thanh Miếu'],
      ['Phường Bến Gót', 'Phường Thanh Miếu'],
      ['Xã Sông Lô', 'Phường Thanh Miếu'],
    ] as const)
      expect(members[member]).toContain(boundaries.mapsTo(home));
    await clerk.panel.presses('Xã Cao Đại');
    await eventually(() => clerk.panel.title()).toBe('Xã Vĩnh Thành');
    expect((await clerk.panel.facts())[boundaries.predecessors]).toContain('Xã Cao Đại');
  });

  it('let go of a unit of the edition before, but not of an incident, which is said to be older than the lines', async () => {
    await clerk.choosesEdition('2018');
    await eventually(() => clerk.panel.text()).toContain(clerk.words.boundaries.zones);
    await clerk.choosesRole('register');
    await eventually(async () => (await clerk.table.rows()).length).toBeGreaterThan(0);
    await clerk.table.pressesRow(0);
    const { occurred } = clerk.words.incidents;
    await eventually(async () => (await clerk.panel.facts())[occurred]).toBeTruthy();
    const before = (await clerk.panel.facts())[occurred];
    const isOlder = clerk.words.incidents.beforeEdition('01/07/2025');
    expect(await clerk.panel.text()).not.toContain(isOlder);
    await clerk.choosesEdition('2025');
    await eventually(() => clerk.panel.text()).toContain(isOlder);
    expect((await clerk.panel.facts())[occurred]).toBe(before);
  });
});
