import { describe, expect, it } from 'vitest';
import type { WallClock } from '../../../src/domain';
import type { RouteFile } from '../../../src/formats/patrols/routeFile';
import { type CalendarDuty, writeDutiesIcs } from '../../../src/formats/patrols/writeDutiesIcs';
import { writeRouteGpx } from '../../../src/formats/patrols/writeRouteGpx';
import { writeRouteKml } from '../../../src/formats/patrols/writeRouteKml';
import { readGpx } from '../../../src/formats/readGpx';
import { readKml } from '../../../src/formats/readKml';

const route: RouteFile = {
  name: 'Tổ 1 <& "Ca tối">',
  description: '01/12/2026\n18:00–22:00',
  stops: [
    { name: '1. Cầu Việt Trì', description: '18:10–18:25', at: [105.4451234, 21.3], path: null },
    {
      name: '2. Bạch Hạc – Bồ Sao, km 1,0–2,0',
      description: '18:40–18:50',
      at: [105.45, 21.31],
      path: [
        [105.45, 21.31],
        [105.46, 21.32],
      ],
    },
  ],
  post: { name: 'Trụ sở', description: '0210 384', at: [105.44, 21.29] },
  course: [
    [105.44, 21.29],
    [105.4451234, 21.3],
    [105.45, 21.31],
  ],
};

describe('a route as GPX', () => {
  it('has the stops in order and the course when it is read back', () => {
    const read = readGpx(writeRouteGpx(route), 'route.gpx');
    if (!read.ok) throw new Error(read.problem.kind);
    expect(read.value.map(({ properties }) => properties.name)).toEqual([
      route.post.name,
      ...route.stops.map(({ name }) => name),
      route.name,
    ]);
    expect(read.value[1]?.geometry).toEqual({ type: 'Point', coordinates: [105.445123, 21.3] });
    expect(read.value[3]?.geometry).toMatchObject({ type: 'LineString' });
  });

  it('has no track where the course is not known', () => {
    expect(writeRouteGpx({ ...route, course: [] })).not.toContain('<trk>');
  });
});

describe('a route as KML', () => {
  it('has the course, the post and the stops when it is read back, a stretch with its way', () => {
    const read = readKml(writeRouteKml(route), 'route.kml');
    if (!read.ok) throw new Error(read.problem.kind);
    const names = new Set(read.value.map(({ properties }) => properties.name));
    expect(names).toEqual(new Set([route.name, route.post.name, ...route.stops.map(({ name }) => name)]));
    const kinds = read.value.map(({ geometry }) => (geometry as { readonly type: string } | null)?.type);
    expect(kinds.filter((kind) => kind === 'Point').length).toBeGreaterThanOrEqual(2);
  });
});

const duty: CalendarDuty = {
  id: 'duty-1',
  from: '2026-12-01T23:00' as WallClock,
  to: '2026-12-02T05:00' as WallClock,
  title: 'Tổ 1; Ca đêm, xe máy',
  description: `1. Cầu\n2. ${'Đường giáp ranh '.repeat(20)}`,
  place: 'Trụ sở',
  at: [105.44, 21.29],
};

/** The lines as a calendar reads them: unfolded. */
const linesOf = (text: string): string[] => text.replace(/\r\n /g, '').trimEnd().split('\r\n');

describe('duties as a calendar', () => {
  const text = writeDutiesIcs([duty], { name: 'Kế hoạch', stamp: '2026-11-29T08:30:05.123Z' });

  it('are told in the time of Vietnam, also over midnight, and say what that is', () => {
    const lines = linesOf(text);
    expect(lines).toContain('DTSTART;TZID=Asia/Ho_Chi_Minh:20261201T230000');
    expect(lines).toContain('DTEND;TZID=Asia/Ho_Chi_Minh:20261202T050000');
    expect(lines).toContain('DTSTAMP:20261129T083005Z');
    expect(lines.indexOf('BEGIN:VTIMEZONE')).toBeLessThan(lines.indexOf('BEGIN:VEVENT'));
  });

  it('keep what they are called for good, so that a calendar renews them', () => {
    const again = writeDutiesIcs([{ ...duty, title: 'Khác' }], { name: 'x', stamp: '2027-01-01T00:00:00Z' });
    expect(linesOf(text).find((line) => line.startsWith('UID:'))).toBe('UID:duty-1@giap-ranh');
    expect(again).toContain('UID:duty-1@giap-ranh');
  });

  it('are folded to 75 octets without breaking a sign, and escaped', () => {
    for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    const lines = linesOf(text);
    expect(lines).toContain('SUMMARY:Tổ 1\\; Ca đêm\\, xe máy');
    expect(lines.find((line) => line.startsWith('DESCRIPTION:'))).toContain('1. Cầu\\n2. Đường giáp ranh Đường');
  });
});
