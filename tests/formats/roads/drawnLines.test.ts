import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinPoints } from '../../../src/formats/roads/lineNet';
import { makeSegmentGrid, nearestOn } from '../../../src/formats/roads/segmentGrid';
import { simplifyTrack } from '../../../src/formats/roads/simplifyTrack';
import { plainWays, problemOf, roadsOf } from './support/read';

const M_PER_LAT = 110_727;
const M_PER_LNG = 103_800;
/** A place so many metres east and north of a point. */
const place = (x: number, y: number): [number, number] => [105.4 + x / M_PER_LNG, 21.3 + y / M_PER_LAT];
type Point = readonly [x: number, y: number];

const geojson = (lines: readonly (readonly Point[])[], properties: unknown = {}): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: lines.map((line) => ({
      type: 'Feature',
      properties,
      geometry: { type: 'LineString', coordinates: line.map(([x, y]) => place(x, y)) },
    })),
  });

const point = ([x, y]: Point, time = ''): string => {
  const [lng, lat] = place(x, y);
  return `<trkpt lat="${lat.toFixed(7)}" lon="${lng.toFixed(7)}">${time}</trkpt>`;
};
const track = (points: readonly Point[], name = '', time = ''): string =>
  `<trk><name>${name}</name><trkseg>${points.map((each) => point(each, time)).join('')}</trkseg></trk>`;
const gpx = (...tracks: readonly string[]): string =>
  `<?xml version="1.0"?><gpx version="1.1"><metadata><time>2026-10-01T00:00:00Z</time></metadata>${tracks.join('\n')}</gpx>`;

describe('Lines of GeoJSON', () => {
  it('join where they have a point in common, to a tenth of a metre', async () => {
    const { report } = await roadsOf(
      geojson([
        [
          [0, 0],
          [100, 0],
        ],
        [
          [100, 0.06],
          [100, 100],
        ],
        [
          [100, 100.9],
          [100, 200],
        ],
      ]),
    );
    expect(report).toMatchObject({ nodes: 5, components: { count: 2 }, joined: { merged: 1, inserted: 0 } });
  });

  it('join where an end touches another line, inside of it or at a corner', async () => {
    const { ways, report } = await roadsOf(
      geojson([
        [
          [0, 0],
          [100, 0],
          [200, 50],
        ],
        [
          [40, 0.3],
          [40, 90],
        ],
        [
          [100.3, -0.2],
          [100, -90],
        ],
        [
          [150, 26],
          [150, 90],
        ],
      ]),
    );
    expect(report.joined).toEqual({ merged: 1, inserted: 1, crossings: 0, repeated: 0 });
    expect(report.components.count).toBe(2);
    expect(plainWays(ways).map(({ places }) => places.length)).toEqual([4, 2, 2, 2]);
  });

  it('stay apart where they only cross, since one may be a bridge', async () => {
    const { report } = await roadsOf(
      geojson([
        [
          [0, 0],
          [100, 0],
        ],
        [
          [50, -50],
          [50, 50],
        ],
      ]),
    );
    expect(report.components.count).toBe(2);
  });

  it('may be of many parts, in a collection, one feature or bare, with heights', async () => {
    const line = { type: 'LineString', coordinates: [place(0, 0), place(9, 9)] };
    const lines = { type: 'MultiLineString', coordinates: [line.coordinates, [[...place(90, 0), 12], place(99, 9)]] };
    const ways = async (root: unknown): Promise<number> => (await roadsOf(JSON.stringify(root))).report.ways;
    expect(await ways(line)).toBe(1);
    expect(await ways({ type: 'Feature', geometry: lines, properties: null })).toBe(2);
    expect(await ways({ type: 'GeometryCollection', geometries: [line, lines] })).toBe(3);
    expect(await ways({ features: [{ type: 'Feature', geometry: line }], type: 'FeatureCollection' })).toBe(1);
  });

  it('tell what was left out', async () => {
    const features = [
      { geometry: { type: 'LineString', coordinates: [place(0, 0), place(9, 9)] } },
      { geometry: { type: 'Point', coordinates: place(0, 0) } },
      { geometry: { type: 'Polygon', coordinates: [] } },
      { geometry: null },
      { geometry: { type: 'LineString', coordinates: [place(0, 0)] } },
      { geometry: { type: 'LineString', coordinates: [place(0, 0), ['x', null]] } },
      { geometry: { type: 'LineString', coordinates: [place(50, 0), place(60, 0), null, place(70, 0), place(80, 0)] } },
      null,
    ];
    const { report } = await roadsOf(JSON.stringify({ type: 'FeatureCollection', features }));
    expect(report.ways).toBe(3);
    expect(report.cutWays).toBe(1);
    expect(report.dropped).toMatchObject({ notARoad: 1, area: 1, tooFewNodes: 1, missingNodes: 3 });
    expect(report.attribution).toBeNull();
  });

  it('in another reference system are refused, by its name or by their metres', async () => {
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::9205' } };
    const named = JSON.stringify({ type: 'FeatureCollection', crs, features: [] });
    expect(await problemOf(named)).toMatchObject({ kind: 'unsupportedCrs', crs: 'urn:ogc:def:crs:EPSG::9205' });
    const metres = '{"type":"LineString","coordinates":[[500000,2350000],[500010,2350000]]}';
    expect(await problemOf(metres)).toMatchObject({ kind: 'unsupportedCrs', crs: '?' });
    const usual = { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } };
    const line = { type: 'LineString', coordinates: [place(0, 0), place(9, 9)] };
    expect((await roadsOf(JSON.stringify({ ...line, crs: usual }))).report.ways).toBe(1);
  });
});

describe('Tracks of GPX', () => {
  const straight = (y: number, length = 40): Point[] => Array.from({ length }, (_, i) => [i * 10, y + (i % 2) * 3]);

  it('become ways that are open to all, without the wiggles of the receiver', async () => {
    const { ways, report } = await roadsOf(gpx(track(straight(0), 'Tổ 1 ca đêm')));
    const [way] = plainWays(ways);
    expect(way).toMatchObject({ roadClass: 'unknown', access: 0xff, postedKmh: 0, name: 'Tổ 1 ca đêm' });
    expect(way?.places).toHaveLength(2);
    expect(report).toMatchObject({ format: 'gpx', date: '2026-10-01T00:00:00.000Z', attribution: null });
    expect(report.lengthKm).toBeCloseTo(0.39, 3);
  });

  it('along one road are one way, whoever rode it first', async () => {
    const { report } = await roadsOf(gpx(track(straight(0)), track(straight(4).toReversed()), track(straight(2))));
    expect(report.lengthKm).toBeCloseTo(0.39, 2);
    expect(report.components.count).toBe(1);
    expect(report.joined.repeated).toBeGreaterThan(0);
  });

  it('that cross or meet are joined there, and others are not', async () => {
    const cross: Point[] = [
      [205, -300],
      [205, 300],
    ];
    const meet: Point[] = [
      [100, 300],
      [100, 6],
    ];
    const apart: Point[] = [
      [300, 300],
      [300, 60],
    ];
    const { report } = await roadsOf(gpx(track(straight(0)), track(cross), track(meet), track(apart)));
    expect(report.joined.crossings).toBe(1);
    expect(report.joined.inserted).toBe(1);
    expect(report.components.count).toBe(2);
  });

  it('are cut where the receiver was silent for long, but not where they were drawn by hand', async () => {
    const far: Point[] = [
      [0, 0],
      [100, 0],
      [1000, 0],
      [1100, 0],
    ];
    const drawn = await roadsOf(gpx(track(far)));
    expect(drawn.report).toMatchObject({ ways: 1, cutWays: 0 });
    const recorded = await roadsOf(gpx(track(far, '', '<time>2026-10-01T00:00:00Z</time>')));
    expect(recorded.report).toMatchObject({ ways: 2, cutWays: 1, components: { count: 2 } });
  });

  it('and routes are read, waypoints and tracks of one place are not', async () => {
    const route = `<rte>${point([0, 0])}${point([90, 0])}<name>Vòng 2</name></rte>`.replaceAll('trkpt', 'rtept');
    const read = await roadsOf(
      gpx(
        '<wpt lat="21" lon="105"/>',
        route,
        track([[500, 500]]),
        track([
          [0, 900],
          [1, 900],
        ]),
      ),
    );
    expect(read.report).toMatchObject({ ways: 1, dropped: { tooFewNodes: 2 } });
    expect(read.ways.names).toEqual(['', 'Vòng 2']);
  });

  it('that go to and fro many times are read in bounded time', async () => {
    const points = Array.from({ length: 60 }, (_, k) => straight(0, 60).map(([x, y]): Point => [x, y + (k % 7)]));
    const { report } = await roadsOf(gpx(...points.map((each) => track(each))));
    expect(report.components.count).toBe(1);
    expect(report.lengthKm).toBeLessThan(1.2);
  });
});

const coordinate = fc.integer({ min: 0, max: 6_000 }).map((hundredths) => hundredths / 100);
const polyline = fc.array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 12 });

describe('What lines are joined with', () => {
  it('puts no point farther than the tolerance, and joins all that lie at the same place', () => {
    fc.assert(
      fc.property(
        fc.array(polyline, { minLength: 1, maxLength: 5 }),
        fc.double({ min: 0.01, max: 9, noNaN: true }),
        (lines, tolerance) => {
          const { local, nodes } = joinPoints(
            lines.map((line) => line.flat()),
            tolerance,
          );
          for (const [i, line] of lines.entries()) {
            let k = 0;
            for (const [x, y] of line) {
              // Either the node of the point before, or the next one of the run.
              const reach = (node: number | undefined): boolean =>
                node !== undefined && Math.hypot(local[2 * node]! - x, local[2 * node + 1]! - y) <= tolerance;
              if (k > 0 && reach(nodes[i]![k - 1]) && !reach(nodes[i]![k])) continue;
              expect(reach(nodes[i]![k]) || reach(nodes[i]![k - 1])).toBe(true);
              k += reach(nodes[i]![k]) ? 1 : 0;
            }
          }
          for (let a = 0; a < local.length; a += 2)
            for (let b = 0; b < a; b += 2)
              expect(Math.hypot(local[a]! - local[b]!, local[a + 1]! - local[b + 1]!)).toBeGreaterThan(tolerance);
        },
      ),
    );
  });

  it('finds in one cell every segment within reach of a point', () => {
    fc.assert(
      fc.property(fc.array(polyline, { minLength: 1, maxLength: 6 }), fc.tuple(coordinate, coordinate), (lines, at) => {
        const local = lines.flat(2);
        const ends: number[] = [];
        let start = 0;
        for (const line of lines) {
          for (let i = 1; i < line.length; i++) ends.push(start + i - 1, start + i);
          start += line.length;
        }
        const grid = makeSegmentGrid(local, ends, 6);
        const found = new Set(grid.cells.get(grid.keyOf(...at)) ?? []);
        const node = (i: number): [number, number] => [local[2 * i]!, local[2 * i + 1]!];
        for (let s = 0; s < ends.length / 2; s++)
          if (nearestOn(at, node(ends[2 * s]!), node(ends[2 * s + 1]!)).distanceSquared <= 36)
            expect(found).toContain(s);
      }),
      { numRuns: 1_000 },
    );
  });

  it('simplifies a line so that every point stays within the tolerance of it', () => {
    fc.assert(
      fc.property(polyline, fc.double({ min: 0.1, max: 20, noNaN: true }), (line, tolerance) => {
        const simple = simplifyTrack(line.flat(), tolerance);
        expect(simple.slice(0, 2)).toEqual(line[0]);
        expect(simple.slice(-2)).toEqual(line.at(-1));
        for (const each of line) {
          let least = Number.POSITIVE_INFINITY;
          for (let i = 0; i + 3 < simple.length; i += 2)
            least = Math.min(
              least,
              nearestOn(each, [simple[i]!, simple[i + 1]!], [simple[i + 2]!, simple[i + 3]!]).distanceSquared,
            );
          expect(Math.sqrt(least)).toBeLessThanOrEqual(tolerance + 1e-9);
        }
      }),
    );
  });
});
