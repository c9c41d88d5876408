import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  areCategoriesNear,
  areTimesNear,
  DUPLICATE_LIMITS,
  distanceM,
  reachOf,
} from '../../src/analysis/duplicates/comparePair';
import {
  codeOf,
  type DuplicateColumns,
  type DuplicateRecord,
  makeDuplicateColumns,
  putDuplicateRecord,
  removeDuplicateRecord,
} from '../../src/analysis/duplicates/duplicateColumns';
import { findCrowds } from '../../src/analysis/duplicates/findCrowds';
import { isSameNumber } from '../../src/analysis/duplicates/findNumberPairs';
import { isSameText } from '../../src/analysis/duplicates/findTextPairs';
import { readCaseNumber } from '../../src/analysis/duplicates/readCaseNumber';
import { type DuplicateOptions, findDuplicates } from '../../src/analysis/findDuplicates';

const record = (fields: Partial<DuplicateRecord> & { id?: string | null; at?: string } = {}): DuplicateRecord => {
  const { id = null, at = '2024-05-04T21:30', ...rest } = fields;
  return {
    occurred: { from: at, to: at },
    lng: 105.45,
    lat: 21.3,
    positionAccuracyM: null,
    category: 'theft',
    unitCode: null,
    summary: '',
    source: { kind: 'file', id },
    ...rest,
  };
};
const columnsOf = (records: readonly DuplicateRecord[]): DuplicateColumns => {
  const columns = makeDuplicateColumns();
  for (const [i, each] of records.entries()) putDuplicateRecord(columns, `r${i}`, each);
  return columns;
};
const find = (records: readonly DuplicateRecord[], options?: DuplicateOptions) =>
  findDuplicates(columnsOf(records), options);
const told = (records: readonly DuplicateRecord[], options?: DuplicateOptions) =>
  find(records, options).pairs.map(({ a, b, reason, strength }) => `${a}-${b} ${reason} ${strength}`);
const day = (date: string) => ({ occurred: { from: `${date}T00:00`, to: `${date}T23:59` } });
/** Degrees of latitude. */
const north = (metres: number): number => 21.3 + metres / 110_730;

describe('the clerk’s own number', () => {
  it('is compared without its dress', () => {
    expect(readCaseNumber(' Số 012/2018')).toEqual({ text: '12 2018', kind: 'dated' });
    expect(readCaseNumber('12-2018')).toEqual(readCaseNumber('12 / 2018'));
    expect(readCaseNumber('VV-00123')).toEqual(readCaseNumber('vv 123'));
    expect(readCaseNumber('Mã số 7')).toEqual({ text: '7', kind: 'bare' });
    expect(readCaseNumber('2018')?.kind).toBe('bare');
    expect(readCaseNumber('HS104523')?.kind).toBe('long');
    expect([readCaseNumber(null), readCaseNumber(' — '), readCaseNumber('không có')]).toEqual([null, null, null]);
  });

  it('that names its year makes one case of two records wherever they are', () => {
    const far = { lng: 105.2, at: '2024-09-30T07:00', id: 'số 12/2024', category: 'drugs' };
    expect(told([record({ id: '12/2024' }), record(far)])).toEqual(['0-1 number strong']);
    expect(told([record({ id: '12/2024', unitCode: '1' }), record({ ...far, unitCode: '2' })])).toEqual([]);
    expect(told([record({ id: '12/2023' }), record(far)])).toEqual([]);
  });

  it('that is repeated every year counts within its year, a bare one within days or in one file', () => {
    const other = (id: string, at: string) => record({ id, at, lng: 105.2 });
    expect(told([record({ id: 'AB 4523' }), other('AB 4523', '2024-11-01T08:00')])).toEqual(['0-1 number strong']);
    expect(told([record({ id: 'AB 4523' }), other('AB 4523', '2025-05-04T08:00')])).toEqual([]);
    expect(told([record({ id: '7' }), other('07', '2024-05-06T08:00')])).toEqual(['0-1 number fair']);
    const later = [record({ id: '7' }), other('07', '2024-07-06T08:00')];
    expect(told(later)).toEqual([]);
    expect(told(later, { isOneSeries: true })).toEqual(['0-1 number fair']);
    expect(told(later, { isOneSeries: true, firstNew: 1 })).toEqual([]);
  });

  it('that dozens of records bear says nothing, which is told', () => {
    const many = Array.from({ length: 12 }, (_, i) => record({ id: 'HS-KHONG-1', lng: 105 + i / 10 }));
    const { pairs, crowds } = find(many);
    expect(pairs).toEqual([]);
    expect(crowds.map(({ reason, slots }) => [reason, slots.length])).toEqual([['number', 12]]);
  });
});

describe('records near in place, time and category', () => {
  it('are pairs up to the radius and what accuracies allow, the nearest first', () => {
    const at = (metres: number, positionAccuracyM: number | null = null) =>
      record({ lat: north(metres), positionAccuracyM });
    expect(find([at(0), at(99)]).pairs).toMatchObject([{ a: 0, b: 1, reason: 'place', strength: 'fair', gapMin: 0 }]);
    expect(find([at(0), at(99)]).pairs[0]!.distanceM).toBeCloseTo(99, 0);
    expect(told([at(0), at(101)])).toEqual([]);
    expect(told([at(0, 50), at(165, 20)])).toEqual(['0-1 place weak']);
    expect(told([at(0, 50), at(175, 20)])).toEqual([]);
    expect(told([at(0, 90_000), at(1_090)])).toEqual(['0-1 place weak']);
    expect(told([at(0, 90_000), at(1_110)])).toEqual([]);
    expect(told([at(0), at(180, 100), at(40)])).toEqual(['0-2 place fair', '1-2 place weak', '0-1 place weak']);
  });

  it('need times that touch, or lie within hours; a day alone the same day', () => {
    const at = (from: string, to = from) => record({ occurred: { from, to } });
    const [moment] = [at('2024-05-04T21:30')];
    expect(told([moment!, at('2024-05-05T00:30')])).toEqual(['0-1 place weak']);
    expect(told([moment!, at('2024-05-05T00:31')])).toEqual([]);
    expect(told([moment!, at('2024-04-30T00:00', '2024-05-04T21:30')])).toEqual(['0-1 place fair']);
    expect(told([moment!, record(day('2024-05-04'))])).toEqual(['0-1 place fair']);
    expect(told([moment!, record(day('2024-05-05'))])).toEqual([]);
    expect(told([record(day('2024-05-04')), record(day('2024-05-05'))])).toEqual([]);
  });

  it('need one category, or one that says none; the same words and span make it sure', () => {
    expect(told([record(), record({ category: 'drugs' })])).toEqual([]);
    expect(told([record(), record({ category: 'other' })])).toEqual(['0-1 place weak']);
    const summary = 'Mất trộm một xe đạp trước cổng chợ';
    expect(told([record({ summary }), record({ summary: summary.toUpperCase() })])).toEqual(['0-1 place strong']);
  });

  it('are never pairs when simulated, nor found by an impossible time', () => {
    const source = { kind: 'simulated', id: null };
    expect(told([record({ source }), record({ source }), record()])).toEqual([]);
    expect(told([record({ at: 'gì đó' }), record()])).toEqual([]);
    expect(told([record({ occurred: { from: '2024-05-04T21:30', to: '2020-01-01T00:00' } }), record()])).toHaveLength(
      1,
    );
  });

  it('without a place are pairs by their words, day and category', () => {
    const summary = 'Trộm cắp tại nhà văn hoá thôn';
    const nowhere = { lng: null, lat: null, summary };
    expect(told([record(nowhere), record({ summary })])).toEqual(['0-1 text strong']);
    expect(told([record(nowhere), record({ summary, ...day('2024-05-04') })])).toEqual(['0-1 text fair']);
    expect(told([record(nowhere), record({ summary: 'Trộm cắp tại nhà văn hoá xã' })])).toEqual([]);
    expect(told([record({ ...nowhere, unitCode: '1' }), record({ summary, unitCode: '2' })])).toEqual([]);
    expect(told([record(nowhere), record({ summary, at: '2024-05-05T08:00' })])).toEqual([]);
  });
});

describe('many records at one place', () => {
  it('are told as a crowd, of which only rows that stand twice are pairs', () => {
    const many = Array.from({ length: 30 }, (_, i) => record({ summary: `Vi phạm nồng độ cồn, trường hợp ${i % 29}` }));
    const { pairs, crowds, isCut } = find(many);
    expect(crowds).toEqual([{ reason: 'place', slots: many.map((_, i) => i) }]);
    expect(pairs).toMatchObject([{ a: 0, b: 29, reason: 'text', strength: 'strong' }]);
    expect(isCut).toBe(false);
  });

  it('a few metres apart are bounded, and it says so', () => {
    const many = Array.from({ length: 400 }, (_, i) => record({ lat: 21.3 + i * 1e-7 }));
    const { pairs, isCut } = find(many);
    expect(isCut).toBe(true);
    expect(pairs.length).toBeLessThanOrEqual(4_000);
    expect(find(many, { mostPairs: 7 }).pairs).toEqual(pairs.slice(0, 7));
  });
});

describe('against every pair looked at', () => {
  const times = fc
    .tuple(fc.integer({ min: 0, max: 3 * 24 * 4 }), fc.integer({ min: 0, max: 60 }))
    .map(([quarter, long]) => {
      const text = (n: number) => new Date(Date.UTC(2024, 4, 4) + n * 900_000).toISOString().slice(0, 16);
      return quarter % 7 === 0
        ? day(text(quarter).slice(0, 10)).occurred
        : { from: text(quarter), to: text(quarter + (long > 40 ? long : 0)) };
    });
  const records = (lat: number) =>
    fc
      .array(
        fc.record({
          occurred: times,
          place: fc.option(fc.tuple(fc.integer({ min: 0, max: 25 }), fc.integer({ min: 0, max: 25 })), { freq: 9 }),
          positionAccuracyM: fc.option(fc.constantFrom(10, 80, 400, 5_000), { freq: 1 }),
          category: fc.constantFrom('theft', 'drugs', 'traffic', 'other'),
          unitCode: fc.constantFrom(null, '1', '2'),
          summary: fc.constantFrom('', 'Trộm cắp ở chợ', 'Đánh bạc ở quán', 'Đổ rác ra bờ đê', 'Gây rối trên phà'),
          source: fc.record({
            kind: fc.constantFrom('file', 'manual', 'simulated'),
            id: fc.constantFrom(null, null, null, '1', '2', '7/2024', 'KB-99120'),
          }),
        }),
        { minLength: 8, maxLength: 40, size: 'max' },
      )
      .map((rows) =>
        rows.map(
          ({ place, ...rest }): DuplicateRecord => ({
            ...rest,
            lng: place ? 105.4 + place[0] * 4e-4 : null,
            lat: place ? lat + place[1] * 4e-4 : null,
          }),
        ),
      );

  const brute = (columns: DuplicateColumns, firstNew: number, isOneSeries: boolean): string[] => {
    const other = codeOf(columns, 'category', 'other');
    const pairs: string[] = [];
    for (let b = firstNew; b < columns.count; b += 1) {
      for (let a = 0; a < b; a += 1) {
        if (columns.simulated[a] || columns.simulated[b]) continue;
        const limits = DUPLICATE_LIMITS;
        const isNear =
          distanceM(columns, a, b) <= limits.radiusM + reachOf(columns, a, limits) + reachOf(columns, b, limits) &&
          areTimesNear(columns, a, b, limits) &&
          areCategoriesNear(columns, a, b, other);
        const hasNumber = isSameNumber(columns, a, b, isOneSeries && a >= firstNew);
        if (hasNumber || isNear || isSameText(columns, [a, b], limits, other)) pairs.push(`${a}-${b}`);
      }
    }
    return pairs.sort();
  };

  it.each([21.3, -0.01, -70, 89.99])('the same pairs come out at latitude %d', (lat) => {
    let compared = 0;
    fc.assert(
      fc.property(
        records(lat),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.boolean(),
        (rows, share, isOneSeries) => {
          const columns = columnsOf(rows);
          const firstNew = Math.floor(share * rows.length);
          const { pairs, isCut, crowds } = findDuplicates(columns, { firstNew, isOneSeries });
          if (isCut || crowds.length > 0 || findCrowds(columns).crowds.length > 0) return;
          compared += pairs.length;
          expect(pairs.map(({ a, b }) => `${a}-${b}`).sort()).toEqual(brute(columns, firstNew, isOneSeries));
        },
      ),
      { numRuns: 300 },
    );
    expect(compared).toBeGreaterThan(300);
  });

  it('and the same when records were replaced and removed on the way', () => {
    fc.assert(
      fc.property(records(21.3), fc.array(fc.nat(39)), (rows, gone) => {
        const columns = columnsOf([...rows].reverse());
        for (const [i, row] of rows.entries()) putDuplicateRecord(columns, `r${i}`, row);
        for (const i of gone) removeDuplicateRecord(columns, `r${i}`);
        const kept = rows.flatMap((row, i) => (gone.includes(i) ? [] : [{ row, id: `r${i}` }]));
        const fresh = makeDuplicateColumns();
        for (const { row, id } of kept) putDuplicateRecord(fresh, id, row);
        const named = (of: DuplicateColumns) =>
          brute(of, 0, false)
            .map((pair) =>
              pair
                .split('-')
                .map((slot) => of.ids[Number(slot)]!)
                .sort()
                .join(),
            )
            .sort();
        expect(columns.count).toBe(kept.length);
        expect(named(columns)).toEqual(named(fresh));
      }),
    );
  });
});
