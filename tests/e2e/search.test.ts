import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Clerk } from './driver.ts';
import { eventually } from './eventually.ts';
import { sampleIncidents } from './kernel.ts';

describe('the search', () => {
  let clerk: Clerk;
  beforeAll(async () => {
    clerk = await Clerk.sitsDown();
    await clerk.opens();
  });
  afterAll(async () => {
    expect(await clerk.leaves()).toEqual([]);
  });

  it('finds Sông Lô by “song lo”, as a unit and in the names of its lines', async () => {
    const { groups } = clerk.words.search;
    await clerk.presses('/');
    await clerk.types('song lo');
    await eventually(async () => (await clerk.found())[groups.unit]).toContain('Xã Sông Lô');
    expect((await clerk.found())[groups.line]?.every((name) => name.includes('Sông Lô'))).toBe(true);
    await clerk.presses('Enter');
    await eventually(() => clerk.panel.title()).toBe('Xã Sông Lô');
  });

  it('finds a place by “lap thach”, and goes there', async () => {
    const { groups } = clerk.words.search;
    await clerk.searches('lap thach');
    await eventually(async () => (await clerk.found())[groups.place]).toContain('Lập Thạch');
    await clerk.choosesFound('Lập Thạch');
    await eventually(async () => (await clerk.map.camera()).lat).toBeCloseTo(21.41539, 3);
    expect((await clerk.map.camera()).lng).toBeCloseTo(105.46081, 3);
  });

  it('finds an incident by words of its summary, without their marks', async () => {
    const { incidents, search } = clerk.words;
    const theft = sampleIncidents().find(({ category, summary }) => category === 'theft' && summary !== '');
    if (!theft) throw new Error('The sample has no theft.');
    const plain = theft.summary
      .normalize('NFD')
      .replace(/\p{Mark}/gu, '')
      .replace(/đ/gi, 'd')
      .toLowerCase();
    await clerk.searches(plain);
    await eventually(async () => (await clerk.found())[search.groups.incident]).toContain(theft.summary);
    await clerk.choosesFound(theft.summary);
    await eventually(() => clerk.panel.title()).toBe(incidents.categoryName.theft);
    expect(await clerk.panel.text()).toContain(theft.summary);
  });

  it('says so when nothing is found', async () => {
    await clerk.searches('khong co gi nhu the xyz');
    await eventually(() => clerk.screenText()).toContain(clerk.words.search.nothing);
  });
});
