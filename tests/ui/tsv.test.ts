import { describe, expect, it } from 'vitest';
import { rowsAsTsv } from '../../src/ui/copyRows';
import { parseTsv, toTsv } from '../../src/ui/tsv';

describe('tab-separated text', () => {
  it('parts cells by tabs and ends rows by CR LF', () => {
    expect(
      toTsv([
        ['Đường', 'm'],
        ['Bồ Sao', '12'],
      ]),
    ).toBe('Đường\tm\r\nBồ Sao\t12\r\n');
  });

  it('lets no cell break the table or run as a formula', () => {
    expect(toTsv([['a\tb\nc', '=1+1', '+cmd', '@x', '-x']])).toBe("a b c\t'=1+1\t'+cmd\t'@x\t'-x\r\n");
  });

  it('leaves numbers numbers', () => {
    expect(toTsv([['-1.234,5', '+7', '-0']])).toBe('-1.234,5\t+7\t-0\r\n');
  });
});

describe('a block from the clipboard', () => {
  it('is read as spreadsheets write it', () => {
    expect(parseTsv('a\tb\r\nc\t\r\n')).toEqual([
      ['a', 'b'],
      ['c', ''],
    ]);
    expect(parseTsv('một')).toEqual([['một']]);
    expect(parseTsv('"hai\ndòng"\t"nói ""có"""\nb\tc')).toEqual([
      ['hai\ndòng', 'nói "có"'],
      ['b', 'c'],
    ]);
    expect(parseTsv('5" ống\n')).toEqual([['5" ống']]);
    expect(parseTsv('')).toEqual([['']]);
  });
});

describe('copying rows', () => {
  const columns = [{ title: 'Số', text: (row: number) => String(row) }];

  it('reads in chunks, in order, and counts what was not to be had', async () => {
    const asked: number[] = [];
    const indices = Array.from({ length: 2500 }, (_, index) => index);
    const { text, missing } = await rowsAsTsv({
      columns,
      indices,
      hasHead: true,
      load: (wanted) => {
        asked.push(wanted.length);
        return Promise.resolve(wanted.map((index) => (index === 7 ? undefined : index)));
      },
    });
    expect(asked).toEqual([1000, 1000, 500]);
    expect(missing).toBe(1);
    expect(text.split('\r\n').slice(0, 3)).toEqual(['Số', '0', '1']);
    expect(text.split('\r\n')).toHaveLength(2501);
  });
});
