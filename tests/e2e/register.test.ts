import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Clerk } from './driver.ts';
import { eventually } from './eventually.ts';
import { flagsOf, lineName, openKernel, sampleIncidents, unitOf } from './kernel.ts';

const sample = sampleIncidents();
const kernel = openKernel('2018');
const flags = flagsOf(kernel, sample);

describe('the register', () => {
  let clerk: Clerk;
  beforeAll(async () => {
    clerk = await Clerk.sitsDown();
    await clerk.opens();
  });
  afterAll(async () => {
    expect(await clerk.leaves()).toEqual([]);
  });

  it('is filtered by pressing a count, and says what it is filtered by', async () => {
    const { incidents } = clerk.words;
    const thefts = sample.filter(({ category }) => category === 'theft');
    await clerk.panel.filtersBy('category', incidents.categoryName.theft);
    await eventually(() => clerk.panel.figures()).toMatchObject({
      shown: thefts.length,
      persons: thefts.reduce((sum, { personsInvolved }) => sum + personsInvolved, 0),
    });
    expect((await clerk.panel.filters()).join()).toContain(incidents.categoryName.theft);
    // Its own dimension is still counted whole, so that its values can be compared.
    expect((await clerk.panel.counts('category'))[incidents.categoryName.traffic]).toBe(
      sample.filter(({ category }) => category === 'traffic').length,
    );
    await clerk.panel.filtersBy('kind', incidents.kindName.criminal);
    const both = thefts.filter(({ kind }) => kind === 'criminal').length;
    await eventually(async () => (await clerk.panel.figures()).shown).toBe(both);
  });

  it('shows the filtered rows in the table, and lets go of one filter or of all', async () => {
    const { incidents } = clerk.words;
    const shown = (await clerk.panel.figures()).shown;
    await clerk.choosesRole('register');
    await eventually(() => clerk.table.length()).toBe(shown);
    await eventually(() => clerk.table.column(incidents.category)).toEqual(
      Array.from({ length: shown }, () => incidents.categoryName.theft),
    );
    await clerk.panel.presses(incidents.clearFilter(incidents.kindName.criminal));
    await eventually(() => clerk.table.length()).toBe(sample.filter(({ category }) => category === 'theft').length);
    await clerk.commandsTo(clerk.words.commands.titles.clearFilter);
    await eventually(() => clerk.table.length()).toBe(61);
    await clerk.choosesRole('map');
  });

  it('is filtered by level, line, side, member and flag as the kernel counts them', async () => {
    const { boundaries, incidents } = clerk.words;
    const shown = async (): Promise<number> => (await clerk.panel.figures()).shown;
    const withLine = (test: (line: number, side: string | null) => boolean): number =>
      flags.filter((rows) => rows.some(({ line, side }) => test(line, side))).length;
    const { lines } = kernel.network;
    await clerk.panel.filtersBy('level', boundaries.level.district);
    await eventually(shown).toBe(withLine((line) => lines[line]?.level === 'district'));
    await clerk.panel.filtersBy('level', boundaries.level.district);
    const name = lineName(kernel, flags.find((rows) => rows.length > 0)?.[0]?.line ?? -1);
    await clerk.panel.filtersBy('line', name);
    await eventually(shown).toBe(withLine((line) => lineName(kernel, line) === name));
    await clerk.panel.filtersBy('line', name);
    const side = unitOf(kernel, '09097').name;
    await clerk.panel.filtersBy('side', incidents.inSide(side));
    await eventually(shown).toBe(withLine((_line, code) => code === '09097'));
    await clerk.panel.filtersBy('side', incidents.inSide(side));
    await clerk.panel.filtersBy('flag', incidents.unflagged);
    await eventually(shown).toBe(flags.filter((rows) => rows.length === 0).length);
    await clerk.panel.filtersBy('flag', incidents.unflagged);
    await eventually(shown).toBe(61);
  });

  it('is sorted by its heads, latest first to begin with', async () => {
    const { incidents } = clerk.words;
    const days = sample.map(({ occurred }) => clerk.format.dateTime(occurred.from));
    await clerk.choosesRole('register');
    await eventually(() => clerk.table.column(incidents.occurred)).toEqual(
      expect.arrayContaining(days.slice(-5).reverse()),
    );
    expect(await clerk.table.sortedBy()).toBe(`${incidents.occurred} descending`);
    await clerk.table.sortsBy(incidents.persons);
    await clerk.table.sortsBy(incidents.persons);
    const most = Math.max(...sample.map(({ personsInvolved }) => personsInvolved));
    await eventually(async () => (await clerk.table.column(incidents.persons))[0]).toBe(String(most));
    await clerk.table.sortsBy(incidents.distance);
    const nearest = Math.min(...flags.flatMap((rows) => rows.slice(0, 1).map(({ distanceM }) => distanceM)));
    await eventually(async () => (await clerk.table.column(incidents.distance))[0]?.replace('≈', '')).toBe(
      clerk.format.distance(nearest),
    );
  });

  it('and the map choose for each other', async () => {
    const { incidents } = clerk.words;
    await clerk.table.opensRow(4);
    await eventually(() => clerk.table.chosenRows()).toEqual([4]);
    // The map has gone there: pressing beside it lets go, pressing on it chooses it again.
    const chosen = async (): Promise<(typeof sample)[number] | undefined> => {
      const position = (await clerk.panel.facts())[incidents.position] ?? '';
      return sample.find(({ lng, lat }) =>
        position.startsWith(`${clerk.format.decimal(lat, 5)}, ${clerk.format.decimal(lng, 5)}`),
      );
    };
    // The row is marked before the panel has read the incident.
    await eventually(chosen).toBeDefined();
    const place = (await chosen())!;
    await eventually(async () => (await clerk.map.camera()).lat).toBeCloseTo(place.lat, 4);
    await clerk.letsGo();
    await eventually(() => clerk.table.chosenRows()).toEqual([]);
    // Its mark is there to be pressed once the ground it lies on is drawn.
    await eventually(async () => {
      await clerk.map.pointsAt({ lng: place.lng + 0.0004, lat: place.lat });
      await clerk.map.pointsAt(place);
      return clerk.map.hoverText();
    }).toContain(clerk.format.dateTime(place.occurred.from));
    await clerk.map.pressesAt(place);
    await eventually(() => clerk.table.chosenRows()).toEqual([4]);
  });

  it('is copied as a table that spreadsheets take', async () => {
    const { incidents } = clerk.words;
    await clerk.letsGo();
    await eventually(() => clerk.table.chosenRows()).toEqual([]);
    await clerk.table.takesTheFocus();
    await clerk.presses('Control+c');
    await eventually(async () => (await clerk.clipboard()).trimEnd().split('\n').length).toBe(62);
    const rows = (await clerk.clipboard())
      .trimEnd()
      .split(/\r?\n/)
      .map((line) => line.split('\t'));
    expect(rows[0]?.slice(0, 3)).toEqual([incidents.occurred, incidents.category, incidents.kind]);
    expect(new Set(rows.map((cells) => cells.length))).toEqual(new Set([10]));
    const persons = rows[0]?.indexOf(incidents.persons) ?? -1;
    expect(rows.slice(1).reduce((sum, cells) => sum + Number(cells[persons]), 0)).toBe(82);
  });

  it('is edited cell by cell, taken back, and refuses what leads to a person', async () => {
    const { incidents, register } = clerk.words;
    const at = async (title: string): Promise<string | undefined> => (await clerk.table.column(title))[2];
    const before = await at(incidents.summary);
    await clerk.table.types(2, incidents.summary, 'Mất trộm máy bơm');
    await eventually(() => at(incidents.summary)).toBe('Mất trộm máy bơm');
    await clerk.presses('Control+z');
    await eventually(() => at(incidents.summary)).toBe(before);
    await clerk.table.types(2, incidents.summary, 'Gọi 0912 345 678');
    await clerk.table.takesSuggestion();
    await eventually(() => at(incidents.summary)).toBe('Gọi •••• ••• •••');
    // Its history says so, and gives back what it was.
    await clerk.panel.presses(register.history);
    await clerk.panel.presses(register.restore);
    await eventually(() => at(incidents.summary)).toBe(before);
  });

  it('is edited many at once, in one step', async () => {
    const { incidents } = clerk.words;
    const persons = async (): Promise<string[]> => (await clerk.table.column(incidents.persons)).slice(0, 4);
    const before = await persons();
    await clerk.table.choosesRows(0, 2);
    await eventually(() => clerk.table.chosenRows()).toEqual([0, 1, 2]);
    await clerk.table.editsChosen(incidents.persons, '7');
    await eventually(persons).toEqual(['7', '7', '7', before[3]]);
    await eventually(() => clerk.table.chosenRows()).toEqual([0, 1, 2]);
    await clerk.presses('Control+z');
    await eventually(persons).toEqual(before);
  });

  it('is searched without marks, says how many it found, and keeps the search over a reload', async () => {
    const { filters } = clerk.words;
    const fold = (text: string): string =>
      text
        .normalize('NFD')
        .replace(/\p{Mark}/gu, '')
        .replace(/[đĐ]/g, 'd')
        .toLowerCase();
    const word = fold(sample[0]?.summary ?? '').split(' ')[0] ?? '';
    const least = sample.filter(({ summary }) => fold(summary).includes(word)).length;
    await clerk.table.searches(word);
    await eventually(
      async () => (await clerk.table.found()) === filters.found(String(await clerk.table.length())),
    ).toBe(true);
    expect(await clerk.table.length()).toBeGreaterThanOrEqual(least);
    await clerk.table.searches('khong co chu nay');
    await eventually(() => clerk.table.found()).toBe(filters.foundNone);
    expect((await clerk.panel.filters()).join()).toContain('khong co chu nay');
    await eventually(() => decodeURIComponent(clerk.address)).toContain('khong co chu nay');
    await clerk.reloads();
    await eventually(() => clerk.table.searchText()).toBe('khong co chu nay');
    await eventually(() => clerk.table.length()).toBe(0);
    await clerk.table.letsGoOfTheSearch();
    await eventually(() => clerk.table.length()).toBe(61);
    expect(await clerk.panel.filters()).toEqual([]);
  });

  it('is filtered by several values of a head, which says so', async () => {
    const { incidents, filters } = clerk.words;
    const { theft, traffic } = incidents.categoryName;
    await clerk.table.ticks(incidents.category, theft, traffic);
    const both = sample.filter(({ category }) => category === 'theft' || category === 'traffic').length;
    await eventually(() => clerk.table.length()).toBe(both);
    expect(await clerk.table.filterOf(incidents.category)).toContain(theft);
    expect((await clerk.panel.filters()).join()).toContain(traffic);
    expect(await clerk.table.filterOf(incidents.kind)).toBe(filters.column(incidents.kind));
    await clerk.commandsTo(clerk.words.commands.titles.clearFilter);
    await eventually(() => clerk.table.length()).toBe(61);
  });

  it('keeps the widths that its user gave to columns', async () => {
    const { incidents } = clerk.words;
    const before = await clerk.table.widthOf(incidents.occurred);
    await clerk.table.widens(incidents.occurred, 40);
    await eventually(() => clerk.table.widthOf(incidents.occurred)).toBe(before + 40);
    await clerk.reloads();
    await eventually(() => clerk.table.widthOf(incidents.occurred)).toBe(before + 40);
  });

  it('keeps the columns that its user chose', async () => {
    const { incidents } = clerk.words;
    await clerk.table.hidesColumn(incidents.chainage);
    await eventually(() => clerk.table.titles()).not.toContain(incidents.chainage);
    await clerk.reloads();
    await eventually(() => clerk.table.isShown()).toBe(true);
    await eventually(() => clerk.table.titles()).not.toContain(incidents.chainage);
    await clerk.table.hidesColumn(incidents.chainage);
  });

  it('gives its counts to the clipboard, too', async () => {
    const { incidents } = clerk.words;
    await clerk.choosesRole('map');
    await clerk.letsGo();
    await clerk.panel.copiesCounts('kind');
    await eventually(() => clerk.clipboard()).toContain(`${incidents.kindName.criminal}\t15`);
  });
});
