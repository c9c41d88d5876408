import { describe, expect, it } from 'vitest';
import { nameLine } from '../../src/analysis/nameLine';
import { makeSearchIndex, type SearchEntry } from '../../src/analysis/searchIndex';
import { createSearchTasks } from '../../src/workers/searchTasks';
import { openReal } from './support/realEditions';

const { info } = openReal('2018');
const units = info.units.map(({ code, name }): SearchEntry => ({ id: code, kind: 'unit', text: name }));
const lines = info.lines.map(({ id }, n): SearchEntry => ({ id, kind: 'line', text: nameLine(info, n) }));

function indexOf(entries: readonly SearchEntry[]) {
  const index = makeSearchIndex();
  index.add(entries);
  return index;
}
const unitIndex = indexOf(units);
const lineIndex = indexOf(lines);
const firstUnit = (query: string): string | undefined => unitIndex.find(query, 10)[0]?.text;
const firstLine = (query: string): string | undefined => lineIndex.find(query, 10)[0]?.text;

describe('a search among the units of 2018', () => {
  it.each([
    ['song lo', 'Xã Sông Lô'],
    ['sông lô', 'Xã Sông Lô'],
    ['SÔNG LÔ', 'Xã Sông Lô'],
    ['so\u0302ng lo\u0302', 'Xã Sông Lô'],
    ['vinh tuong', 'Thị trấn Vĩnh Tường'],
    ['thi tran vinh tuong', 'Thị trấn Vĩnh Tường'],
    ['bo sao', 'Xã Bồ Sao'],
    ['sao bo', 'Xã Bồ Sao'],
    ['xa son dong', 'Xã Sơn Đông'],
    ['Đông Sơn', 'Xã Sơn Đông'],
    ['cao đ', 'Xã Cao Đại'],
    ['cao d', 'Xã Cao Đại'],
    ['viet xu', 'Xã Việt Xuân'],
  ])('finds for "%s" first %s', (query, name) => {
    expect(firstUnit(query)).toBe(name);
  });

  it('forgives a slip in a long word, not in a short one', () => {
    expect(unitIndex.find('truonh', 10).length).toBe(0);
    expect(firstUnit('phuongg bach hac')).toBe('Phường Bạch Hạc');
    expect(unitIndex.find('bx sao', 10)).toEqual([]);
  });

  it('finds by every word, whatever stands between them', () => {
    expect(unitIndex.find('bach hac song lo', 10)).toEqual([]);
    expect(unitIndex.find('', 10)).toEqual([]);
    expect(unitIndex.find('  –  ', 10)).toEqual([]);
  });

  it('gives as many as asked for', () => {
    expect(unitIndex.find('xa', 3)).toHaveLength(3);
  });
});

describe('a search among the border lines of 2018', () => {
  it.each([
    ['Bạch Hạc – Bồ Sao', 'Bạch Hạc – Bồ Sao'],
    ['bach hac - bo sao', 'Bạch Hạc – Bồ Sao'],
    ['bo sao bach hac', 'Bạch Hạc – Bồ Sao'],
    ['bach hac,bo sao', 'Bạch Hạc – Bồ Sao'],
  ])('finds for "%s" first %s', (query, name) => {
    expect(firstLine(query)).toBe(name);
  });
});

describe('a search over all kinds', () => {
  it('is not crowded out by incidents, and forgets the kinds that are cleared', () => {
    const tasks = createSearchTasks();
    tasks.add([...units, ...lines]);
    tasks.add(
      Array.from({ length: 500 }, (_, i): SearchEntry => ({ id: `i${i}`, kind: 'incident', text: 'Trộm ở Bồ Sao' })),
    );
    const kinds = tasks.find('bo sao', 5).map(({ kind }) => kind);
    expect(kinds[0]).toBe('unit');
    expect(kinds.filter((kind) => kind === 'incident')).toHaveLength(5);
    expect(kinds).toContain('line');
    tasks.clear(['incident', 'line']);
    expect(tasks.find('bo sao', 5)).toEqual([{ id: '09097', kind: 'unit', text: 'Xã Bồ Sao' }]);
    tasks.add([{ id: 'i1', kind: 'incident', text: 'Bồ Sao' }]);
    expect(tasks.find('bo sao', 5).map(({ id }) => id)).toEqual(['09097', 'i1']);
  });
});
