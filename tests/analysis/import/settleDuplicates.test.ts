import { describe, expect, it } from 'vitest';
import { draftIncidents, type IncidentDraft, type SettledRow, settleDuplicates } from '../../../src/analysis/import';
import type { Incident, IncidentId } from '../../../src/domain';

const draft = (row: number, change: Partial<IncidentDraft> = {}): IncidentDraft => ({
  row,
  occurred: { from: '2018-03-05T21:30' as never, to: '2018-03-05T21:30' as never },
  reportedOn: null,
  lng: 105.4,
  lat: 21.3,
  positionAccuracyM: null,
  positionMethod: 'coordinates',
  category: 'theft',
  kind: 'criminal',
  discovery: 'reported',
  personsInvolved: 1,
  unitCode: null,
  status: 'open',
  summary: `Dòng ${row}`,
  sourceId: null,
  ...change,
});
const records = (...drafts: IncidentDraft[]): Incident[] =>
  draftIncidents(drafts, { ids: drafts.map(({ row }) => `new-${row}`), fileName: 'tep.csv' });
const registered = (id: string, change: Partial<IncidentDraft> = {}): Incident => {
  const [record] = draftIncidents([draft(1, change)], { ids: [id], fileName: 'cu.csv' });
  if (!record) throw new Error('no record');
  return { ...record, rev: 3 };
};
const known = (...incidents: Incident[]): Map<IncidentId, Incident> => new Map(incidents.map((one) => [one.id, one]));
const settled = (row: number, decision: 'merge' | 'skip', to: string | number): SettledRow => ({
  row,
  decision,
  known: typeof to === 'number' ? { row: to } : { id: to as IncidentId },
});

describe('settleDuplicates', () => {
  it('adds what nothing was said about', () => {
    const rows = records(draft(2), draft(3));
    expect(settleDuplicates(rows, [], new Map())).toEqual({ added: rows, updated: [], merged: 0, skipped: 0 });
  });
  it('merges with a record of the register in the same step, twice into one pair', () => {
    const old = registered('old', { status: 'open', summary: 'Cũ' });
    const rows = records(draft(2, { status: 'handled' }), draft(3, { reportedOn: '2018-03-06' as never }));
    const out = settleDuplicates(rows, [settled(2, 'merge', 'old'), settled(3, 'merge', 'old')], known(old));
    expect(out).toMatchObject({ added: [], merged: 2, skipped: 0 });
    expect(out.updated).toHaveLength(1);
    expect(out.updated[0]?.[0]).toBe(old);
    expect(out.updated[0]?.[1]).toMatchObject({ id: 'old', rev: 3, status: 'handled', reportedOn: '2018-03-06' });
  });
  it('merges with an earlier row of the file', () => {
    const rows = records(draft(2), draft(3, { unitCode: '09097' as never }));
    const out = settleDuplicates(rows, [settled(3, 'merge', 2)], new Map());
    expect(out.added).toMatchObject([{ id: 'new-2', unitCode: '09097' }]);
    expect(out.merged).toBe(1);
  });
  it('follows a row to where it went', () => {
    const old = registered('old');
    const rows = records(draft(2), draft(3, { unitCode: '09097' as never }));
    const out = settleDuplicates(rows, [settled(2, 'skip', 'old'), settled(3, 'merge', 2)], known(old));
    expect(out.updated[0]?.[1]).toMatchObject({ id: 'old', unitCode: '09097' });
    expect(out).toMatchObject({ added: [], merged: 1, skipped: 1 });
  });
  it('adds a row whose record is gone by now', () => {
    const rows = records(draft(2));
    expect(settleDuplicates(rows, [settled(2, 'merge', 'gone')], new Map())).toMatchObject({ added: rows, merged: 0 });
  });
});
