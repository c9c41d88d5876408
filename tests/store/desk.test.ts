import { describe, expect, it } from 'vitest';
import { dumpTables, entriesOf, freshName, openTestStore, valueIn } from './support';

describe('ST-80 what lies on the desk', () => {
  it('is there after a reload and in no journal, and is gone when it is cleared', async () => {
    const name = freshName();
    const store = await openTestStore({ name });
    valueIn(await store.desk.write('mapping', { date: 'Ngày' }));
    store.close();
    const again = await openTestStore({ name });
    expect(await again.desk.read('mapping')).toEqual({ date: 'Ngày' });
    expect(await entriesOf(again)).toEqual([]);
    expect(JSON.stringify(await dumpTables(name))).not.toContain('Ngày');
    await again.desk.clear('mapping');
    expect(await again.desk.read('mapping')).toBeUndefined();
  });
});
