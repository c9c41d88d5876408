import { describe, expect, it } from 'vitest';
import type { IncidentDraft } from '../../src/analysis/import/types';
import { createRowDuplicates } from '../../src/workers/rowDuplicates';
import { makeIncident } from '../store/records';

const { id: _id, source: _source, rev: _rev, ...facts } = makeIncident(1);
const rowsOf = (...numbers: readonly (string | null)[]): IncidentDraft[] =>
  numbers.map((sourceId, i) => ({ ...facts, row: i + 2, sourceId }));

describe('rows that may be known already', () => {
  it('are left out by themselves only where all is the same, which a masked number does not say', () => {
    const summaryOf = (rows: readonly IncidentDraft[]) => createRowDuplicates().find(rows, []);
    expect(summaryOf(rowsOf('7/2018', '7/2018'))).toMatchObject({ rows: 1, skip: 1, undecided: 0 });
    expect(summaryOf(rowsOf(null, null))).toMatchObject({ rows: 1, skip: 1, undecided: 0 });
    expect(summaryOf(rowsOf('••••••••••', '••••••••••'))).toMatchObject({ rows: 1, skip: 0, undecided: 1 });
  });
});
