import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Database } from '../../src/store/database';
import { deleteMany, getMany } from '../../src/store/manyRows';
import { VERSIONS } from '../../src/store/versions';
import { freshName, makeIncident } from './support';

describe('reading and deleting many rows by id', () => {
  it('does what a request for each id would do, however they lie', async () => {
    const db = new Database(freshName(), VERSIONS);
    await db.open();
    const rows = db.rows('incidents');
    const numbers = fc.uniqueArray(fc.nat(80), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(numbers, numbers, async (present, asked) => {
        await rows.clear();
        await rows.bulkAdd(present.map((number) => makeIncident(number)));
        const ids = asked.map((number) => makeIncident(number).id as string);
        expect(await getMany(rows, ids)).toEqual(await rows.bulkGet(ids));
        const there = ids.filter((_, i) => present.includes(asked[i]!));
        await deleteMany(rows, there);
        const left = present.filter((number) => !asked.includes(number)).sort((a, b) => a - b);
        expect(await rows.orderBy('id').primaryKeys()).toEqual(left.map((number) => makeIncident(number).id));
      }),
      { numRuns: 200 },
    );
    db.close();
  });
});
