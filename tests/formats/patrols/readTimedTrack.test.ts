import { describe, expect, it } from 'vitest';
import { readTimedTrack } from '../../../src/formats/patrols/readTimedTrack';

const gpx = (inside: string): string => `<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">${inside}</gpx>`;
const point = (lat: string, lon: string, time: string): string => `<trkpt lat="${lat}" lon="${lon}">${time}</trkpt>`;

describe('a recorded track', () => {
  it('has the fixes with their times; a time without a zone is UTC', () => {
    const read = readTimedTrack(
      gpx(
        `<metadata><time>2001-01-01T00:00:00Z</time></metadata><trk><name>Ca tối</name><trkseg>${point('21.3', '105.4', '<ele>5</ele><time>2026-12-01T12:00:00Z</time>')}${point('21.4', '105.5', '<time>2026-12-01T19:00:10.5+07:00</time>')}</trkseg><trkseg>${point('21.5', '105.6', '<time>2026-12-01T12:00:20</time>')}</trkseg></trk>`,
      ),
      'a.gpx',
    );
    if (!read.ok) throw new Error(read.problem.kind);
    expect([...read.value.positions]).toEqual([105.4, 21.3, 105.5, 21.4, 105.6, 21.5]);
    const noon = Date.parse('2026-12-01T12:00:00Z') / 1_000;
    expect([...read.value.seconds]).toEqual([noon, noon + 10.5, noon + 20]);
  });

  it('leaves out what has no time or place, and whatever is no track', () => {
    const time = '<time>2026-12-01T12:00:00Z</time>';
    const read = readTimedTrack(
      gpx(
        `<wpt lat="1" lon="1">${time}</wpt><rte><rtept lat="2" lon="2">${time}</rtept></rte><trk><trkseg>${point('21.3', '105.4', '')}${point('', '105.4', time)}${point('91', '105.4', time)}${point('x', '105.4', time)}${point('21.3', '105.4', '<time>gestern</time>')}</trkseg></trk>`,
      ),
      'a.gpx',
    );
    expect(read).toMatchObject({ ok: true, value: { seconds: new Float64Array(0) } });
  });

  it('that breaks off is told with its line', () => {
    expect(readTimedTrack('<gpx>\n<trk>\n<trkseg', 'vet.gpx')).toMatchObject({
      ok: false,
      problem: { kind: 'unreadableFile', file: 'vet.gpx', format: 'GPX' },
    });
  });
});
