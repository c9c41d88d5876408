import { describe, expect, it } from 'vitest';
import { makeUnitsOfIncidents } from '../../../src/analysis/briefing/unitsOfIncidents';
import type { Activity, Incident, UnitCode, WallClock } from '../../../src/domain';
import { day, days, figuresOf, incident, opened, outreach } from './support';

const editions = [opened['2018'], opened['2025']].map(({ info, unitIndex }) => ({
  edition: info.edition,
  units: info.units,
  unitIndex,
}));
const then = makeUnitsOfIncidents(editions, 'then');
const now = makeUnitsOfIncidents(editions, 'now');

/** "2018 Xã Bồ Sao", or why there is none. */
function named(of: typeof then, code: string, on: string): string {
  const found = of.unitOf(code as UnitCode, of.editionAt(on));
  return found.kind === 'unit' ? `${found.editionId} ${found.unit.name}` : `${found.reason} ${found.name}`;
}

describe('the unit by which something counts', () => {
  it.each([
    // Resolutions 1287 and 1676: Bồ Sao, Cao Đại and Việt Xuân became Sao Đại Việt, and that a part of Vĩnh Thành.
    ['09097', '2018-06-01', '2018 Xã Bồ Sao', '2025 Xã Vĩnh Thành'],
    ['09109', '2018-06-01', '2018 Xã Cao Đại', '2025 Xã Vĩnh Thành'],
    ['07912', '2018-06-01', '2018 Phường Bạch Hạc', '2025 Phường Thanh Miếu'],
    ['07936', '2018-06-01', '2018 Xã Sông Lô', '2025 Phường Thanh Miếu'],
    // The same code and name, other land.
    ['08866', '2018-06-01', '2018 Xã Sơn Đông', '2025 Xã Sơn Đông'],
    ['08866', '2026-06-01', '2025 Xã Sơn Đông', '2025 Xã Sơn Đông'],
    // A day of no edition goes by the one before, as everywhere.
    ['09097', '2025-03-01', '2018 Xã Bồ Sao', '2025 Xã Vĩnh Thành'],
    // A clerk still writes the code of a unit that is gone.
    ['07912', '2026-06-01', '2025 Phường Thanh Miếu', '2025 Phường Thanh Miếu'],
    ['09999', '2018-06-01', 'unknownCode 09999', 'unknownCode 09999'],
    // Beyond the three districts there are units of 2025 whose lineage is not known.
    ['07942', '2018-06-01', 'notTraced Phường Phú Thọ', '2025 Phường Phú Thọ'],
  ])('of %s on %s is %s, and %s now', (code, on, byThen, byNow) => {
    expect(named(then, code, on)).toBe(byThen);
    expect(named(now, code, on)).toBe(byNow);
  });

  it('of a member named by another edition than the day’s is read by its own', () => {
    // 09106 was Lũng Hoà in 2018 and is Vĩnh Thành, of six units, since.
    const found = then.unitOf('09106' as UnitCode, 0, 1);
    expect(found).toMatchObject({ kind: 'unmapped', reason: 'several', name: 'Xã Vĩnh Thành' });
    expect(then.unitOf('07912' as UnitCode, 1, 0)).toMatchObject({ kind: 'unit', unit: { code: '07909' } });
  });
});

const at = (code: string | null, number: number, over: Partial<Incident> = {}): Incident =>
  incident(number, { unitCode: code as UnitCode | null, ...over });

describe('counting over changed boundaries', () => {
  const year = [at('09097', 1), at('09109', 2), at('09109', 3), at('07912', 4), at('07903', 5), at('99999', 6)];
  const rowsOf = (countBy: 'then' | 'now') =>
    figuresOf(year, { countBy })
      .byMember.filter(({ incidents }) => incidents.now > 0)
      .map(({ editionId, name, incidents }) => [editionId, name, incidents.now]);

  it('counts the founders by their units of 2018', () => {
    expect(rowsOf('then')).toEqual([
      ['2018', 'Phường Bạch Hạc', 1],
      ['2018', 'Xã Bồ Sao', 1],
      ['2018', 'Xã Cao Đại', 2],
    ]);
    const { noMember, unmapped } = figuresOf(year);
    // Tiên Cát is no member.
    expect(noMember.map(({ why, incidents }) => [why, incidents.now])).toEqual([
      ['outside', 1],
      ['unknown', 0],
      ['unmapped', 1],
    ]);
    expect(unmapped).toEqual([{ code: '99999', name: '99999', reason: 'unknownCode', now: 1, before: null }]);
  });

  it('counts them by the units of today that their land went into, with whom it took in', () => {
    expect(rowsOf('now')).toEqual([
      ['2025', 'Phường Thanh Miếu', 2],
      ['2025', 'Xã Vĩnh Thành', 3],
    ]);
    const row = figuresOf(year, { countBy: 'now' }).byMember.find(({ name }) => name === 'Phường Thanh Miếu');
    expect(row!.members).toEqual(['Phường Bạch Hạc', 'Phường Thanh Miếu', 'Phường Bến Gót']);
  });

  it('takes the unit that holds the position where none is said, of 2018 or of now', () => {
    const { label } = opened['2018'].info.units.find(({ code }) => code === '09097')!;
    const placed = at(null, 1, { lng: label[0], lat: label[1] });
    const nowhere = at(null, 2);
    const byThen = figuresOf([placed, nowhere]);
    expect(byThen.byMember.find(({ code }) => code === '09097')!.incidents.now).toBe(1);
    expect(byThen.noMember.find(({ why }) => why === 'unknown')!.incidents.now).toBe(1);
    const byNow = figuresOf([placed, nowhere], { countBy: 'now' });
    expect(byNow.byMember.find(({ code }) => code === '09106')!.incidents.now).toBe(1);
  });

  it('holds no unit of one edition against a period in which there was none of it', () => {
    const over = [
      at('09106', 1, { occurred: { from: '2026-01-05T08:00' as WallClock, to: '2026-01-05T08:00' as WallClock } }),
      at('09097', 2, { occurred: { from: '2025-01-05T08:00' as WallClock, to: '2025-01-05T08:00' as WallClock } }),
    ];
    const period = days('2026-01-01', '2026-03-31');
    const split = figuresOf(over, { period });
    const rows = split.byMember.map(({ editionId, code, incidents }) => [
      editionId,
      code,
      incidents.now,
      incidents.before,
      incidents.p,
    ]);
    expect(rows).toContainEqual(['2018', '09097', 0, 1, null]);
    expect(rows).toContainEqual(['2025', '09106', 1, null, null]);
    const joined = figuresOf(over, { period, countBy: 'now' });
    expect(joined.byMember.find(({ code }) => code === '09106')!.incidents).toMatchObject({ now: 1, before: 1, p: 1 });
    expect(joined.byMember.every(({ editionId }) => editionId === '2025')).toBe(true);
  });

  it('tells how many fall on days of no edition', () => {
    const between = incident(1, { at: '2023-05-01T08:00' });
    expect(figuresOf([between], { period: days('2023-01-01', '2023-12-31') }).betweenEditions).toBe(1);
    expect(figuresOf([incident(1)]).betweenEditions).toBe(0);
  });

  it('counts outreach and patrols by the same rows', () => {
    const activities: Activity[] = [
      { ...outreach[0]!, kind: 'meeting', on: day('2018-03-01'), unitCode: '09097' as UnitCode, count: 3 },
      { ...outreach[1]!, kind: 'jointPatrol', on: day('2018-03-02'), unitCode: '07903' as UnitCode, count: 2 },
      { ...outreach[2]!, kind: 'broadcast', on: day('2017-03-02'), unitCode: '09109' as UnitCode, count: 7 },
    ];
    const visit = {
      on: day('2018-05-01'),
      unit: { unitCode: '07912' as UnitCode, editionId: editions[0]!.edition.id },
    };
    const patrols = { visits: [visit, { on: day('2018-05-01'), unit: null }], meetings: [day('2018-05-01')] };
    const told = figuresOf([], { activities, patrols, countBy: 'now' }).outreach;
    const row = (code: string) => told.byMember.find((each) => each.code === code)!;
    expect([row('09106').meeting.now, row('09106').broadcast.before]).toEqual([3, 7]);
    expect(row('07909')).toMatchObject({ jointPatrol: { now: 2, before: 0 }, visits: { now: 1, before: null } });
    expect(told.rest.find(({ why }) => why === 'unknown')!.visits.now).toBe(1);
    expect(told.total).toEqual({
      meeting: { now: 3, before: 0 },
      broadcast: { now: 0, before: 7 },
      jointPatrol: { now: 2, before: 0 },
      visits: { now: 2, before: null },
    });
    expect(told.meetings).toEqual({ now: 1, before: null });
  });
});
