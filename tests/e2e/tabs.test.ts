import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Clerk } from './driver.ts';
import { eventually } from './eventually.ts';

describe('two tabs', () => {
  let first: Clerk;
  let second: Clerk;
  beforeAll(async () => {
    first = await Clerk.sitsDown();
    await first.opens();
    second = await first.opensAnotherTab();
  });
  afterAll(async () => {
    expect(await first.leaves()).toEqual([]);
  });

  it('show each other’s changes of the zones', async () => {
    await first.comesToTheFront();
    await first.panel.typesZoneM('commune', 870);
    await second.comesToTheFront();
    await eventually(() => second.panel.zoneM('commune')).toBe(870);
    await second.panel.typesZoneM('district', 1440);
    await first.comesToTheFront();
    await eventually(() => first.panel.zoneM('district')).toBe(1440);
    expect((await first.panel.figures()).flagged).toBe((await second.panel.figures()).flagged);
  });

  it('show each other’s imports', async () => {
    await first.opensFile('vu-viec-2018.csv');
    await first.importing.takesIn();
    await eventually(async () => (await first.panel.figures()).shown).toBe(5);
    await second.comesToTheFront();
    await eventually(async () => (await second.panel.figures()).shown).toBe(5);
    await eventually(() => second.panel.simulatedStamp()).toBeNull();
  });
});
