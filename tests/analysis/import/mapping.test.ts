import { describe, expect, it } from 'vitest';
import {
  completeChoices,
  describeValues,
  fileShape,
  guessColumns,
  type NamedTerm,
  recogniseIncidents,
  type ValueChoice,
} from '../../../src/analysis/import';
import { editDistance, nearestText } from '../../../src/analysis/import/nearestText';
import { OPTIONS, sheet } from './support';

/** Headers that say nothing; what stands below them does. */
const UGLY = sheet(
  ['A1', 'Khi nào', 'B', 'C', 'Việc gì', 'Ai lo', 'Mấy', 'Điện thoại'],
  ['1', '05/03/2018', '21.2965', '105.4411', 'Trộm cắp', 'Xã Bồ Sao', '2', '0912345678'],
  ['2', '06/03/2018', '21.3156', '105.4575', 'Ma tuý', 'P. Bạch Hạc', '1', '0912345679'],
  ['3', '07/03/2018', '21.2812', '105.4512', 'Trộm cắp', 'Xã Bồ Sao', '1', '0912345670'],
);

const fields = (table: typeof UGLY): (string | null)[] =>
  guessColumns(table, OPTIONS).columns.map(({ guess, guessedBy }) => guess && `${guess} by ${guessedBy}`);

describe('guessColumns', () => {
  it('knows columns by what they hold where names say nothing', () => {
    const { columns, headerIndex } = guessColumns(UGLY, OPTIONS);
    expect(headerIndex).toBe(0);
    const guessed = Object.fromEntries(columns.map(({ header, guess }) => [header, guess]));
    expect(guessed).toMatchObject({
      'Khi nào': 'date',
      B: 'lat',
      C: 'lng',
      'Việc gì': 'category',
      'Ai lo': 'unit',
      'Điện thoại': null,
    });
    expect(columns.every(({ guessedBy }) => guessedBy !== 'name')).toBe(true);
  });
  it('shows no sample of a column with particulars of persons, and takes none for a field', () => {
    const phone = guessColumns(UGLY, OPTIONS).columns.at(-1);
    expect(phone).toMatchObject({ isPersonal: true, samples: [], guess: null });
  });
  it('believes names before contents, and gives a field to one column', () => {
    const table = sheet(
      ['Ngày xảy ra', 'Ngày nào đó', 'Vĩ độ', 'Kinh độ'],
      ['05/03/2018', '06/03/2018', '21.3', '105.4'],
    );
    expect(fields(table)).toEqual(['date by name', null, 'lat by name', 'lng by name']);
  });
});

describe('columns that the user names', () => {
  it('are read as said, also where no header names any field', () => {
    const columns = [null, 'date', 'lat', 'lng', 'category', 'unit', 'persons', null] as const;
    const read = recogniseIncidents(UGLY, 'xau.csv', { ...OPTIONS, columns });
    expect(read).toMatchObject({ ok: true, value: { counts: { usable: 3, persons: 4, withUnit: 3 } } });
    expect(recogniseIncidents(UGLY, 'xau.csv', OPTIONS)).toMatchObject({ ok: false });
  });
  it('that lack a date are told', () => {
    const read = recogniseIncidents(UGLY, 'xau.csv', { ...OPTIONS, columns: [null, null, 'lat', 'lng'] });
    expect(read).toMatchObject({ ok: false, problem: { kind: 'missingColumns', missing: ['date'] } });
  });
});

const TERMS: readonly NamedTerm[] = [
  { list: 'category', id: 'theft', name: 'Trộm cắp', current: 'theft' },
  { list: 'category', id: 'drugs', name: 'Ma tuý', current: 'term-2' },
  { list: 'category', id: 'term-1', name: 'Đánh bắt trái phép', current: 'term-1' },
];

describe('describeValues', () => {
  const table = sheet(
    ['Ngày', 'Vĩ độ', 'Kinh độ', 'Loại', 'Đơn vị', 'Trạng thái'],
    ['05/03/2018', '21.3', '105.4', 'Trộm căp', 'Bồ Sa0', 'xong'],
    ['05/03/2018', '21.3', '105.4', 'trộm cáp', 'Bồ Sao', 'xong'],
    ['05/03/2018', '21.3', '105.4', 'Đánh bắt trái phép', 'Bồ Sao', '?'],
    ['05/03/2018', '21.3', '105.4', 'Chuyện lạ', 'Bồ Sao', 'xong'],
    ['05/03/2018', '21.3', '105.4', 'ma túy', 'Bồ Sao', 'xong'],
  );
  const columns = ['date', 'lat', 'lng', 'category', 'unit', 'status'] as const;
  const described = describeValues(table, 0, { columns, terms: TERMS, editions: OPTIONS.editions });
  const guess = (field: string, folded: string) =>
    described.find((group) => group.field === field)?.values.find((value) => value.folded === folded);

  it('counts texts that differ by marks and case alone as one', () => {
    expect(guess('category', 'trom cap')).toMatchObject({ count: 2, guess: 'theft', guessedBy: 'words' });
  });
  it('knows own terms by name, merged ones as what they are today, mistyped ones by likeness', () => {
    expect(guess('category', 'danh bat trai phep')).toMatchObject({ guess: 'term-1' });
    expect(guess('category', 'ma tuy')).toMatchObject({ guess: 'term-2' });
    expect(guess('category', 'chuyen la')).toMatchObject({ guess: null, guessedBy: null });
    expect(guess('unit', 'bo sa0')).toMatchObject({ guess: '09097', guessedBy: 'near' });
  });
  it('becomes choices: what the user said stands before any guess', () => {
    const chosen: readonly ValueChoice[] = [
      { field: 'category', text: 'chuyen la', value: 'term-1' },
      { field: 'category', text: 'trom cap', value: null },
    ];
    const values = completeChoices(described, chosen);
    const read = recogniseIncidents(table, 'tep.csv', { ...OPTIONS, columns, values });
    if (!read.ok) throw new Error(read.problem.kind);
    expect(read.value.incidents.map(({ category, unitCode }) => [category, unitCode])).toEqual([
      ['other', '09097'],
      ['other', '09097'],
      ['term-1', '09097'],
      ['term-1', '09097'],
      ['term-2', '09097'],
    ]);
    expect(read.value.notes.map(({ kind }) => kind)).not.toContain('categoryUnknown');
  });
});

describe('nearestText', () => {
  it('counts single letters', () => {
    expect(editDistance('bo sao', 'bo sa0', 3)).toBe(1);
    expect(editDistance('kitten', 'sitting', 5)).toBe(3);
    expect(editDistance('abc', 'xyz', 1)).toBe(2);
  });
  it('takes no short word for another, and none of two that are equally near', () => {
    expect(nearestText('xe', [['xa', 1]])).toBeNull();
    expect(
      nearestText('son dong', [
        ['son dung', 1],
        ['son dang', 2],
      ]),
    ).toBeNull();
    expect(
      nearestText('son dong', [
        ['son dung', 1],
        ['son dang', 1],
      ]),
    ).toBe(1);
  });
});

describe('fileShape', () => {
  it('is the same for the same headers, whatever their marks and case, and for no others', () => {
    const shape = fileShape('rows', ['Ngày', 'Vĩ độ', '']);
    expect(fileShape('rows', ['NGÀY ', 'vi do'])).toBe(shape);
    expect(fileShape('workbook', ['Ngày', 'Vĩ độ'])).not.toBe(shape);
    expect(fileShape('rows', ['Vĩ độ', 'Ngày'])).not.toBe(shape);
  });
});
