import { describe, expect, it } from 'vitest';
import { added, makeIncidents, openTestStore, valueIn } from './support';

describe('the entries of one command', () => {
  it('ST-15 are listed newest first with whether each still stands, through undoing and redoing', async () => {
    const store = await openTestStore();
    const imports = async () =>
      (await store.listEntries('importIncidents')).map(({ header, isUndone }) => [header.params.file, isUndone]);
    const take = async (file: string, first: number): Promise<void> => {
      const change = { incidents: added(...makeIncidents(2, {}, first)) };
      valueIn(await store.commit(change, { command: 'importIncidents', params: { file } }));
    };
    expect(await imports()).toEqual([]);
    await take('thang-3.csv', 0);
    valueIn(await store.commit({ incidents: added(...makeIncidents(1, {}, 500)) }, { command: 'addIncident' }));
    await take('thang-4.csv', 100);
    expect(await imports()).toEqual([
      ['thang-4.csv', false],
      ['thang-3.csv', false],
    ]);
    valueIn(await store.undo());
    expect(await imports()).toEqual([
      ['thang-4.csv', true],
      ['thang-3.csv', false],
    ]);
    // The incident entered by hand, then the first file.
    valueIn(await store.undo());
    valueIn(await store.undo());
    expect((await imports()).map(([, isUndone]) => isUndone)).toEqual([true, true]);
    valueIn(await store.redo());
    expect(await imports()).toEqual([
      ['thang-4.csv', true],
      ['thang-3.csv', false],
    ]);
    valueIn(await store.undo());
    expect((await imports()).map(([, isUndone]) => isUndone)).toEqual([true, true]);
    store.close();
  });

  it('ST-15 are at most five hundred', async () => {
    const store = await openTestStore();
    for (let i = 0; i < 505; i += 1)
      valueIn(
        await store.commit({ incidents: added(...makeIncidents(1, {}, i)) }, { command: 'addIncident', params: { i } }),
      );
    const listed = await store.listEntries('addIncident');
    expect(listed).toHaveLength(500);
    expect(new Set(listed.map(({ header }) => header.params.i))).toEqual(
      new Set(Array.from({ length: 500 }, (_, i) => i + 5)),
    );
    store.close();
  });
});
