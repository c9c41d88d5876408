import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReviewFigures } from '../../../src/analysis/briefing/reviewFigures';
import { poissonETest } from '../../../src/analysis/statistics/poissonETest';
import { poissonInterval } from '../../../src/analysis/statistics/poissonInterval';
import { firstCluster } from '../../../src/commands';
import { CATEGORIES, type Incident, type UnitCode, type WallClock } from '../../../src/domain';
import garwood from '../../reference/rates/distributions.json';
import { askFigures, day, days, engineWith, figuresOf, incident, opened, outreach, sample, sumOf } from './support';

describe('the sample of 2018', () => {
  const figures = figuresOf(sample, { activities: outreach });

  it('has the real totals: 15 cases with 19 persons, 46 violations with 63, 24 meetings, 425 broadcasts', () => {
    const { criminal, administrative } = figures.kinds;
    expect([criminal.incidents.now, criminal.persons.now]).toEqual([15, 19]);
    expect([administrative.incidents.now, administrative.persons.now]).toEqual([46, 63]);
    expect([figures.total.incidents.now, figures.total.persons.now]).toEqual([61, 82]);
    const { meeting, broadcast, jointPatrol } = figures.outreach.total;
    expect([meeting.now, broadcast.now, jointPatrol.now]).toEqual([24, 425, 0]);
  });

  it('says that all of it is simulated, and from when it is', () => {
    expect(figures.simulated.now).toBe(61);
    expect(figures.outreach.simulated).toBe(449);
    const starts = sample.map(({ occurred }) => occurred.from.slice(0, 10)).sort();
    expect(figures.recordsFrom).toBe(starts[0]);
    expect(figures.dataDay).toBe(
      sample
        .map(({ reportedOn }) => reportedOn!)
        .sort()
        .at(-1),
    );
  });

  it('knows nothing of 2017, which is not the same as nothing happened', () => {
    expect(figures.before).toEqual(days('2017-01-01', '2017-12-31'));
    expect(figures.total.incidents).toMatchObject({ before: null, change: null, p: null });
    expect(figures.kinds.criminal.persons.before).toBeNull();
    expect(figures.byMember.every(({ incidents }) => incidents.before === null)).toBe(true);
    expect(figures.outreach.total.meeting.before).toBeNull();
  });

  it('adds up to the same by member, line, category and month, on either edition and by the units of then and now', () => {
    for (const year of ['2018', '2025'] as const)
      for (const countBy of ['then', 'now'] as const) {
        const told = figuresOf(sample, { year, countBy, activities: outreach });
        for (const rows of tablesOf(told)) expect(sumOf(rows).incidents[0]).toBe(61);
        const { byMember, rest } = told.outreach;
        const broadcasts = [...byMember, ...rest].reduce((sum, row) => sum + row.broadcast.now, 0);
        expect(broadcasts).toBe(425);
      }
  });

  it('is the year before of 2019, of which the register knows nothing yet but that', () => {
    const next = figuresOf(sample, { period: days('2019-01-01', '2019-12-31') });
    expect(next.total.incidents).toMatchObject({ now: 0, before: 61, change: null });
    expect(next.total.incidents.p).toBeLessThan(0.001);
    expect(next.kinds.criminal.persons).toEqual({ now: 0, before: 19 });
  });
});

const tablesOf = (figures: ReviewFigures) => [
  [...figures.byMember, ...figures.noMember],
  [...figures.byLine, ...figures.noLine],
  figures.byCategory,
  figures.byMonth,
];

describe('intervals and tests', () => {
  it('are those of Poisson counts, as others reckon them', () => {
    const figures = figuresOf(sample);
    for (const [count, confidence, lower, upper] of garwood.garwood as [number, number, number, number][]) {
      if (confidence !== 0.95 || count > 40) continue;
      const own = figuresOf(Array.from({ length: count }, (_, i) => incident(i))).total.incidents;
      expect(own.now).toBe(count);
      expect(own.lower).toBeCloseTo(lower, 6);
      expect(own.upper).toBeCloseTo(upper, 6);
    }
    // SciPy: chi2.ppf(0.025, 30) / 2, chi2.ppf(0.975, 32) / 2.
    expect(figures.kinds.criminal.incidents.lower).toBeCloseTo(8.395_385_7, 6);
    expect(figures.kinds.criminal.incidents.upper).toBeCloseTo(24.740_219, 5);
    expect([figures.total.incidents.lower, figures.total.incidents.upper]).toEqual(poissonInterval(61));
  });

  it('go by days where the year before is a day shorter, and tell no share below five', () => {
    const many = [
      ...Array.from({ length: 12 }, (_, i) => incident(i, { at: '2020-03-01T08:00' })),
      ...Array.from({ length: 5 }, (_, i) => incident(100 + i, { at: '2019-03-01T08:00' })),
    ];
    const period = days('2020-01-01', '2020-12-31');
    const { incidents } = figuresOf(many, { period }).total;
    expect(incidents.p).toBe(poissonETest(12, 5, { firstExposure: 366, secondExposure: 365 }).p);
    expect(incidents.change).toBeCloseTo(12 / 366 / (5 / 365) - 1, 12);
    const fewer = figuresOf(many.slice(0, -1), { period }).total.incidents;
    expect([fewer.before, fewer.change]).toEqual([4, null]);
    expect(fewer.p).not.toBeNull();
  });

  it('answer in a table for how many rows were tested', () => {
    const two = [
      ...Array.from({ length: 20 }, (_, i) => incident(i, { category: 'theft', at: '2019-05-01T08:00' })),
      ...Array.from({ length: 6 }, (_, i) => incident(100 + i, { category: 'theft' })),
      ...Array.from({ length: 6 }, (_, i) => incident(200 + i, { category: 'drugs' })),
      ...Array.from({ length: 6 }, (_, i) => incident(300 + i, { category: 'drugs', at: '2019-05-01T08:00' })),
    ];
    const { byCategory } = figuresOf(two, { period: days('2019-01-01', '2019-12-31') });
    const [theft, drugs] = byCategory;
    expect([theft!.category, theft!.incidents.now, theft!.incidents.before]).toEqual(['theft', 20, 6]);
    expect(theft!.incidents.adjustedP).toBeCloseTo(2 * theft!.incidents.p!, 12);
    expect(drugs!.incidents.adjustedP).toBe(1);
  });
});

describe('a period', () => {
  const edge = [
    incident(1, { at: '2018-12-31T23:00' }),
    incident(2, { occurred: { from: '2018-12-31T22:00' as WallClock, to: '2019-01-01T04:00' as WallClock } }),
    incident(3, { occurred: { from: '2017-12-31T22:00' as WallClock, to: '2018-01-01T04:00' as WallClock } }),
    incident(4, { at: '2019-01-01T00:00' }),
  ];

  it('counts by the beginning, and tells what crosses its ends', () => {
    const figures = figuresOf(edge);
    expect(figures.total.incidents).toMatchObject({ now: 2, before: 1 });
    expect(figures.crossing).toEqual({ out: 1, into: 1 });
    expect(figures.byMonth.map(({ incidents }) => incidents.now)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2]);
    expect(figures.byMonth.at(-1)).toMatchObject({ month: '2018-12', incidents: { before: 1 } });
  });

  it('ends today where it goes on beyond, and so does the one before', () => {
    const figures = figuresOf(edge, { today: '2018-06-30' });
    expect(figures.isCut).toBe(true);
    expect([figures.period, figures.before]).toEqual([
      days('2018-01-01', '2018-06-30'),
      days('2017-01-01', '2017-06-30'),
    ]);
    expect(figures.total.incidents).toMatchObject({ now: 0, before: null });
    expect(figures.dataDay).toBe('2017-12-31');
  });

  it('of two years is held against the two before, so that they do not overlap', () => {
    const figures = figuresOf(edge, { period: days('2018-01-01', '2019-12-31') });
    expect(figures.before).toEqual(days('2016-01-01', '2017-12-31'));
    expect(figures.byMonth).toHaveLength(24);
    expect(figures.byMonth[23]).toMatchObject({ month: '2019-12', incidents: { now: 0, before: 1 } });
  });

  it('before of which the filter leaves nothing was not without records', () => {
    const filter = { category: ['drugs' as const] };
    expect(figuresOf(edge, { filter }).total.incidents).toMatchObject({ now: 0, before: 0 });
  });
});

describe('a filter', () => {
  it('holds for both periods but for its days, and lines count as they pass', () => {
    const engine = engineWith(sample);
    const whole = askFigures(engine);
    const line = opened['2018'].info.lines.findIndex(({ id }) => id === whole.byLine[0]!.id);
    const theft = askFigures(engine, { filter: { category: ['theft'], occurredDay: { from: 0, to: 1 } } });
    expect(theft.isFiltered).toBe(true);
    expect(theft.total.incidents.now).toBe(sample.filter(({ category }) => category === 'theft').length);
    const onLine = askFigures(engine, { filter: { line: [line] } });
    expect(onLine.byLine.map(({ name }) => name)).toEqual([whole.byLine[0]!.name]);
    expect(onLine.total.incidents.now).toBeGreaterThanOrEqual(whole.byLine[0]!.incidents.now);
    expect(sumOf(onLine.noLine).incidents[0]).toBe(0);
    expect(askFigures(engine, { filter: { occurredDay: { from: 0, to: 1 } } }).isFiltered).toBe(false);
  });
});

const CODES = ['09097', '07912', '07930', '09106', '99999'] as UnitCode[];
const anyIncident = fc.record({
  at: fc.date({ min: new Date('2016-12-01'), max: new Date('2020-02-01'), noInvalidDate: true }),
  hours: fc.constantFrom(0, 0, 5, 40),
  kind: fc.constantFrom('criminal' as const, 'administrative' as const),
  category: fc.constantFrom(...CATEGORIES.slice(0, 4)),
  persons: fc.nat(4),
  unitCode: fc.option(fc.constantFrom(...CODES)),
  place: fc.option(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))),
  discovery: fc.constantFrom('reported' as const, 'discovered' as const),
});
const [west, south, east, north] = opened['2018'].info.bbox;
const clock = (ms: number): WallClock => new Date(ms).toISOString().slice(0, 16) as WallClock;

function toIncidents(drawn: readonly (typeof anyIncident extends fc.Arbitrary<infer T> ? T : never)[]): Incident[] {
  return drawn.map(({ at, hours, place, persons, ...rest }, i) =>
    incident(i, {
      ...rest,
      occurred: { from: clock(at.getTime()), to: clock(at.getTime() + hours * 3_600_000) },
      personsInvolved: persons,
      lng: place ? west + place[0] * (east - west) : null,
      lat: place ? south + place[1] * (north - south) : null,
    }),
  );
}

describe('any register', () => {
  it('adds up in every table to what is counted one by one', () => {
    fc.assert(
      fc.property(fc.array(anyIncident, { maxLength: 60 }), fc.constantFrom('then', 'now'), (drawn, countBy) => {
        const incidents = toIncidents(drawn);
        const figures = figuresOf(incidents, {
          countBy: countBy as 'then' | 'now',
          period: days('2018-01-01', '2018-12-31'),
        });
        const of = (year: string, pick: (each: Incident) => number): number =>
          incidents.filter(({ occurred }) => occurred.from.startsWith(year)).reduce((sum, each) => sum + pick(each), 0);
        const both = (pick: (each: Incident) => number): [number, number] => [of('2018', pick), of('2017', pick)];
        const expected = {
          incidents: both(() => 1),
          persons: both(({ personsInvolved }) => personsInvolved),
          criminal: both(({ kind }) => (kind === 'criminal' ? 1 : 0)),
          administrative: both(({ kind }) => (kind === 'criminal' ? 0 : 1)),
        };
        for (const rows of tablesOf(figures)) expect(sumOf(rows)).toEqual(expected);
        expect(figures.total.incidents.before ?? 0).toBe(expected.incidents[1]);
        expect(figures.total.incidents.before === null).toBe(expected.incidents[1] === 0);
        const lost = figures.noMember.find(({ why }) => why === 'unmapped')!.incidents.now;
        expect(figures.unmapped.reduce((sum, { now }) => sum + now, 0)).toBe(lost);
        expect(lost).toBe(of('2018', ({ unitCode }) => (unitCode === '99999' ? 1 : 0)));
        const noPosition = figures.noLine.find(({ why }) => why === 'noPosition')!.incidents.now;
        expect(noPosition).toBe(of('2018', ({ lng }) => (lng === null ? 1 : 0)));
        const theft = figures.byCategory.find(({ category }) => category === 'theft')?.incidents.now ?? 0;
        expect(theft).toBe(of('2018', ({ category }) => (category === 'theft' ? 1 : 0)));
        expect(figures.discovered.now).toBe(of('2018', ({ discovery }) => (discovery === 'discovered' ? 1 : 0)));
        const { reported, parts, weekdays } = figures.timing;
        for (const { classes, unclear } of [parts, weekdays])
          expect(classes.reduce((sum, { count }) => sum + count, unclear)).toBe(reported);
        expect(reported + figures.discovered.now).toBe(expected.incidents[0]);
      }),
      { numRuns: 25 },
    );
  });

  it('is counted by lines as the answer of the engine counts its nearest ones', () => {
    const engine = engineWith(sample);
    const figures = askFigures(engine, { period: days('2018-01-01', '2018-12-31'), today: day('2026-01-01') });
    const answer = engine.query({
      zoneM: firstCluster.cluster.zoneM,
      scope: 'cluster',
      filter: {},
      sort: { key: 'occurred', descending: true },
    });
    const rows = answer.ok ? engine.rows(answer.value.version, 0, 61) : [];
    const counts = new Map<number, number>();
    for (const { hit } of rows) if (hit) counts.set(hit.line, (counts.get(hit.line) ?? 0) + 1);
    const { lines } = opened['2018'].info;
    expect(Object.fromEntries(figures.byLine.map(({ id, incidents }) => [id, incidents.now]))).toEqual(
      Object.fromEntries([...counts].map(([line, count]) => [lines[line]!.id, count])),
    );
  });
});
