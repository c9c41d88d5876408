import { describe, expect, it } from 'vitest';
import { editIncidents, restoreVersion } from '../../src/commands';
import type { Incident } from '../../src/domain';
import { added, makeIncidents, openTestStore, problemIn, removed, valueIn } from './support';

const command = { command: 'x' };

describe('the history of a record', () => {
  it('ST-14 holds every change, newest first, with what the record was after it', async () => {
    const store = await openTestStore();
    valueIn(await store.commit({ incidents: added(...makeIncidents(700)) }, { command: 'importIncidents' }));
    const { id } = makeIncidents(1, {}, 633)[0]!;
    const read = async (): Promise<Incident> => (await store.getIncidents([id]))[0]!;
    valueIn(await store.setUser('Lan'));
    const edit = editIncidents({ incidents: [await read()] }, { set: { status: 'handled', personsInvolved: 4 } });
    valueIn(await store.commit(valueIn(edit), { command: 'editIncidents' }));
    valueIn(await store.commit({ incidents: added(...makeIncidents(5, {}, 9_000)) }, command));
    valueIn(await store.undo());
    valueIn(await store.undo());
    valueIn(await store.redo());
    valueIn(await store.commit({ incidents: removed(await read()) }, { command: 'removeIncidents' }));
    valueIn(await store.undo());

    const history = await store.readRecordHistory('incidents', id);
    expect(history.map(({ header, row }) => [header.command, row?.personsInvolved, row?.status])).toEqual([
      ['removeIncidents', 4, 'handled'],
      ['removeIncidents', undefined, undefined],
      ['editIncidents', 4, 'handled'],
      ['editIncidents', 1, 'open'],
      ['editIncidents', 4, 'handled'],
      ['importIncidents', 1, 'open'],
    ]);
    expect(history[4]).toMatchObject({
      header: { user: 'Lan' },
      change: { from: { status: 'open', personsInvolved: 1 }, to: { status: 'handled', personsInvolved: 4 } },
    });
    // What it was last is what it is.
    expect({ ...history[0]?.row, rev: 0 }).toEqual({ ...(await read()), rev: 0 });
    expect(await store.readRecordHistory('incidents', 'nobody')).toEqual([]);
    store.close();
  });

  it('ST-14 goes through many entries, and can be given up', async () => {
    const store = await openTestStore();
    const [incident] = makeIncidents(1) as [Incident];
    valueIn(await store.commit({ incidents: added(incident) }, command));
    for (let i = 0; i < 120; i += 1)
      valueIn(await store.commit({ incidents: added(...makeIncidents(1, {}, 100 + i)) }, command));
    expect(await store.readRecordHistory('incidents', incident.id)).toHaveLength(1);
    expect(await store.readRecordHistory('incidents', incident.id, { signal: AbortSignal.abort() })).toEqual([]);
    store.close();
  });

  it('is what an incident is restored from, also one that was removed', async () => {
    const store = await openTestStore();
    const [incident] = makeIncidents(1) as [Incident];
    valueIn(await store.commit({ incidents: added(incident) }, command));
    const read = async (): Promise<Incident> => (await store.getIncidents([incident.id]))[0]!;
    const edit = editIncidents({ incidents: [await read()] }, { set: { summary: 'khác', sourceId: '7' } });
    valueIn(await store.commit(valueIn(edit), command));
    const first = (await store.readRecordHistory('incidents', incident.id)).at(-1)?.row;
    if (!first) throw new Error('There is no first version.');
    valueIn(
      await store.commit(valueIn(restoreVersion({ incident: await read(), terms: [] }, { version: first })), command),
    );
    expect({ ...(await read()), rev: 0 }).toEqual(incident);
    valueIn(await store.commit({ incidents: removed(await read()) }, command));
    valueIn(await store.commit(valueIn(restoreVersion({ incident: null, terms: [] }, { version: first })), command));
    expect({ ...(await read()), rev: 0 }).toEqual(incident);
    store.close();
  });

  it('names, when restored, what a merged category has become', () => {
    const [incident] = makeIncidents(1) as [Incident];
    const gone = { id: incident.category, list: 'category', name: 'Cũ', look: 'other', order: 1, rev: 1 } as const;
    const terms = [{ ...gone, isRetired: true, mergedInto: 'drugs' as Incident['category'] }] as const;
    const now = { ...incident, category: 'drugs' as Incident['category'], summary: 'khác' };
    const restored = valueIn(restoreVersion({ incident: now, terms }, { version: incident }));
    expect(restored.incidents?.updated).toEqual([[now, { ...incident, category: 'drugs' }]]);
  });

  it('is not restored with personal numbers', () => {
    const [incident] = makeIncidents(1) as [Incident];
    const version = { ...incident, summary: 'Gọi 0912 345 678' };
    expect(problemIn(restoreVersion({ incident, terms: [] }, { version })).kind).toBe('personalNumbers');
    expect(problemIn(restoreVersion({ incident: null, terms: [] }, { version })).kind).toBe('personalNumbers');
  });
});
