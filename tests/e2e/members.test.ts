import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Clerk } from './driver.ts';
import { eventually } from './eventually.ts';

describe('the members', () => {
  let clerk: Clerk;
  beforeAll(async () => {
    clerk = await Clerk.sitsDown();
    await clerk.opens();
  });
  afterAll(async () => {
    expect(await clerk.leaves()).toEqual([]);
  });

  it('are those who signed, the company, and Sông Lô with a first day that nobody recorded', async () => {
    const { boundaries } = clerk.words;
    const members = await clerk.panel.members();
    expect(Object.keys(members).sort()).toEqual(
      [
        'Công ty cổ phần VLXD Bồ Sao',
        'Phường Bạch Hạc',
        'Phường Bến Gót',
        'Phường Thanh Miếu',
        'Xã Bồ Sao',
        'Xã Cao Đại',
        'Xã Sông Lô',
        'Xã Sơn Đông',
        'Xã Việt Xuân',
      ].sort(),
    );
    expect(members['Xã Bồ Sao']).toContain(boundaries.memberSince('24/01/2018'));
    expect(members['Công ty cổ phần VLXD Bồ Sao']).toContain(boundaries.organisation);
    expect(members['Xã Sông Lô']).toContain(boundaries.memberSince('05/03/2019'));
    expect(members['Xã Sông Lô']).toContain(boundaries.memberProvisional);
  });

  it('may be given another first day, which is then no longer provisional, and that can be undone', async () => {
    const { boundaries } = clerk.words;
    await clerk.panel.setsMemberDays('Xã Sông Lô', { from: '2019-04-01' });
    await eventually(async () => (await clerk.panel.members())['Xã Sông Lô']).toContain(
      boundaries.memberSince('01/04/2019'),
    );
    expect((await clerk.panel.members())['Xã Sông Lô']).not.toContain(boundaries.memberProvisional);
    await clerk.reloads();
    expect((await clerk.panel.members())['Xã Sông Lô']).toContain(boundaries.memberSince('01/04/2019'));
    await clerk.presses('Control+z');
    await eventually(async () => (await clerk.panel.members())['Xã Sông Lô']).toContain(boundaries.memberProvisional);
  });

  it('cannot leave before they came', async () => {
    const { problems } = await import('./driver/words.ts').then(({ WORDS }) => WORDS.vi);
    await clerk.panel.setsMemberDays('Xã Bồ Sao', { to: '2017-01-01' });
    await eventually(() => clerk.dialogText()).toContain(
      problems.membershipEndsBeforeStart({ kind: 'membershipEndsBeforeStart' }).title,
    );
    await clerk.presses('Escape');
  });

  it('that have left no longer count on the map of today', async () => {
    await clerk.choosesEdition('2025');
    await eventually(async () => Object.keys(await clerk.panel.counts('member'))).toContain('Xã Sơn Đông');
    await clerk.panel.setsMemberDays('Xã Sơn Đông', { to: '2020-12-31' });
    await eventually(async () => Object.keys(await clerk.panel.counts('member'))).not.toContain('Xã Sơn Đông');
    await clerk.presses('Control+z');
    await eventually(async () => Object.keys(await clerk.panel.counts('member'))).toContain('Xã Sơn Đông');
  });
});
