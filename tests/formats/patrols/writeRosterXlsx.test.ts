import readWorkbook from 'read-excel-file/universal';
import { describe, expect, it } from 'vitest';
import { type RosterRow, type RosterWords, writeRosterXlsx } from '../../../src/formats/patrols/writeRosterXlsx';
import { patrolFieldWords } from '../../../src/i18n/patrolFieldWords';

const row: RosterRow = {
  on: '2026-12-01',
  team: 'Tổ 1',
  shift: 'Ca đêm',
  from: '2026-12-01T22:00',
  to: '2026-12-02T01:30',
  post: 'Trụ sở',
  contact: '0210 384 111',
  people: 4,
  mode: 'Xe máy',
  stops: 2,
  km: 12.34,
  order: '1. 22:05 Cầu\n2. 23:00 Chợ',
};

describe('a roster', () => {
  it('has a row for each duty, with days and times as such, under headings in the language', async () => {
    const words: RosterWords = patrolFieldWords.vi.roster;
    const blob = await writeRosterXlsx([row], {
      words,
      frame: {
        name: 'Kế hoạch',
        sheetTitle: 'Phân công',
        dictionaryTitle: 'Giải thích',
        dictionaryHeadings: ['a', 'b', 'c'],
      },
      notes: [{ label: 'Kế hoạch', text: 'Tháng 12' }],
    });
    const [roster] = await readWorkbook(await blob.arrayBuffer());
    const [headings, values] = roster!.data;
    expect(headings).toEqual(Object.values(words).map(([heading]) => heading));
    expect(values).toEqual([
      new Date('2026-12-01T00:00:00Z'),
      'Tổ 1',
      'Ca đêm',
      new Date('2026-12-01T22:00:00Z'),
      new Date('2026-12-02T01:30:00Z'),
      'Trụ sở',
      '0210 384 111',
      4,
      'Xe máy',
      2,
      12.3,
      row.order,
    ]);
  });
});
