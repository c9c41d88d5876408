import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyLines, keepRowsInScope, type ZoneRows } from '../../src/analysis/clusterLines';
import { nameLine } from '../../src/analysis/nameLine';
import type { PlainDate } from '../../src/domain';
import { memberNumbers, openReal } from './support/realEditions';

const rowsArbitrary = fc.array(
  fc.array(fc.record({ line: fc.integer({ min: 0, max: 5 }), distanceM: fc.integer({ min: 0, max: 900 }) }), {
    maxLength: 4,
  }),
  { maxLength: 20 },
);

function compress(rows: readonly (readonly { line: number; distanceM: number }[])[]): ZoneRows {
  const flat = rows.flat();
  const start = new Uint32Array(rows.length + 1);
  rows.forEach((own, i) => {
    start[i + 1] = start[i]! + own.length;
  });
  return {
    start,
    line: Int32Array.from(flat, (row) => row.line),
    distanceM: Float64Array.from(flat, (row) => row.distanceM),
    chainageM: Float64Array.from(flat, (row) => 2 * row.distanceM),
    side: Int8Array.from(flat, (row) => (row.distanceM % 3) - 1),
  };
}

describe('the lines that count', () => {
  it('keep just their rows, each position its own and in the same order', () => {
    fc.assert(
      fc.property(rowsArbitrary, fc.uint8Array({ minLength: 6, maxLength: 6, max: 1 }), (rows, inScope) => {
        const kept = rows.map((own) => own.filter(({ line }) => inScope[line] === 1));
        expect(keepRowsInScope(compress(rows), inScope)).toEqual(compress(kept));
      }),
    );
  });

  it('are told apart by how many of their two units are members', () => {
    const lines = [
      { leftUnit: 0, rightUnit: 1 },
      { leftUnit: 1, rightUnit: 2 },
      { leftUnit: 2, rightUnit: 3 },
    ];
    expect(classifyLines(lines, new Set([0, 1]))).toEqual(['inner', 'outer', 'none']);
    expect(classifyLines(lines, new Set())).toEqual(['none', 'none', 'none']);
  });
});

describe('the first cluster', () => {
  const editions = { '2018': openReal('2018'), '2025': openReal('2025') };
  const innerOf = (id: '2018' | '2025', onDay?: PlainDate) => {
    const open = editions[id];
    const kinds = classifyLines(open.info.lines, memberNumbers(open, onDay));
    const inner = open.info.lines.flatMap((line, number) =>
      kinds[number] === 'inner'
        ? [`${nameLine(open.info, number)}: ${line.level}, ${Math.round(line.lengthM)} m, ${line.exactness}`]
        : [],
    );
    return { inner, outer: kinds.filter((kind) => kind === 'outer').length };
  };

  it('has eight lines between its founders in 2018, four of them between districts', () => {
    expect(innerOf('2018')).toEqual({
      inner: [
        'Thanh Miếu – Bến Gót: commune, 1661 m, approximate',
        'Bạch Hạc – Bến Gót: commune, 2063 m, approximate',
        'Bạch Hạc – Việt Xuân: province, 1286 m, exact',
        'Bạch Hạc – Bồ Sao: province, 2932 m, exact',
        'Bạch Hạc – Cao Đại: province, 621 m, exact',
        'Sơn Đông – Việt Xuân: district, 3806 m, exact',
        'Việt Xuân – Bồ Sao: commune, 1179 m, approximate',
        'Bồ Sao – Cao Đại: commune, 1066 m, approximate',
      ],
      outer: 21,
    });
  });

  it('gains the borders of Sông Lô on the day it joins', () => {
    const before = innerOf('2018', '2019-03-04' as PlainDate).inner;
    const after = innerOf('2018', '2019-03-05' as PlainDate).inner;
    expect(after.filter((line) => !before.includes(line)).map((line) => line.split(':')[0])).toEqual([
      'Thanh Miếu – Sông Lô',
      'Bạch Hạc – Sông Lô',
      'Bến Gót – Sông Lô',
      'Sông Lô – Sơn Đông',
      'Sông Lô – Việt Xuân',
    ]);
    expect(before.every((line) => after.includes(line))).toBe(true);
  });

  it('has three lines between its units of today', () => {
    expect(innerOf('2025')).toEqual({
      inner: [
        'Thanh Miếu – Sơn Đông: commune, 3423 m, exact',
        'Thanh Miếu – Vĩnh Thành: commune, 4858 m, exact',
        'Sơn Đông – Vĩnh Thành: commune, 3806 m, exact',
      ],
      outer: 13,
    });
  });
});
