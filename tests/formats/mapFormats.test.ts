import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import geodesic from 'geographiclib-geodesic';
import { describe, expect, it } from 'vitest';
import { geojsonLayers } from '../../src/formats/geojsonLayers';
import { groupRings } from '../../src/formats/groupRings';
import { plainText } from '../../src/formats/plainText';
import type { RawFeature } from '../../src/formats/readGeojson';
import { readGpx } from '../../src/formats/readGpx';
import { readKml } from '../../src/formats/readKml';
import { readShapefile } from '../../src/formats/readShapefile';
import { listZip } from '../../src/formats/zip';
import { readPrj } from '../../src/geo/readPrj';
import { fromVn2000, VN2000_ZONES } from '../../src/geo/vn2000';
import {
  dbfBytes,
  INDIAN_PRJ,
  type Shape,
  shpBytes,
  UTM_PRJ,
  vn2000Prj,
  WGS84_PRJ,
  zippedShapefile,
} from '../support/ugly/shapefiles';

const featuresOf = (read: ReturnType<typeof readKml>): readonly RawFeature[] => {
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
};
const kml = (content: string) => featuresOf(readKml(`<kml><Document>${content}</Document></kml>`, 'a.kml'));
const ring = (text: string) => `<LinearRing><coordinates>${text}</coordinates></LinearRing>`;

describe('KML', () => {
  it('gives lines and polygons with their holes', () => {
    const features = kml(
      `<Placemark><LineString><coordinates>
         105.1,21.1,5
         105.2,21.2 </coordinates></LineString></Placemark>
       <Placemark><Polygon><innerBoundaryIs>${ring('1,1 2,1 2,2 1,1')}</innerBoundaryIs><outerBoundaryIs>${ring('0,0, 9,0, 9,9, 0,0')}</outerBoundaryIs></Polygon></Placemark>
       <Placemark><Polygon><outerBoundaryIs>${ring('0,0 9,0 9,9 0,0')}</outerBoundaryIs><innerBoundaryIs>${ring('1,1 2,1 2,2 1,1')}</innerBoundaryIs></Polygon></Placemark>`,
    );
    expect(features[0]?.geometry).toEqual({
      type: 'LineString',
      coordinates: [
        [105.1, 21.1],
        [105.2, 21.2],
      ],
    });
    expect(features[2]?.geometry).toEqual({
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [9, 0],
          [9, 9],
          [0, 0],
        ],
        [
          [1, 1],
          [2, 1],
          [2, 2],
          [1, 1],
        ],
      ],
    });
    const layers = geojsonLayers(features, 'a.kml');
    expect(layers).toMatchObject({
      value: { parts: [{ geometry: 'polygon' }, { geometry: 'line', featureCount: 1 }] },
    });
  });

  it('takes a tag that is called as something every object has for one it does not know', () => {
    const point = '<Point><coordinates>105,21</coordinates></Point>';
    const [feature] = kml(
      `<Placemark><name>A</name><constructor>x</constructor><toString>y</toString>${point}</Placemark>`,
    );
    expect(feature?.properties).toEqual({ name: 'A' });
    const [waypoint] = featuresOf(
      readGpx('<gpx><wpt lat="21" lon="105"><constructor>x</constructor></wpt></gpx>', 'a.gpx'),
    );
    expect(waypoint?.properties).toEqual({});
  });

  it('joins the parts of an object, and reads a track', () => {
    const features = kml(
      `<Placemark><MultiGeometry><Point><coordinates>1,2</coordinates></Point><MultiGeometry><Point><coordinates>3,4</coordinates></Point></MultiGeometry></MultiGeometry></Placemark>
       <Placemark><MultiGeometry><Point><coordinates>1,2</coordinates></Point><LineString><coordinates>1,2 3,4</coordinates></LineString></MultiGeometry></Placemark>
       <Placemark><gx:Track><when>2018-03-05T00:00Z</when><gx:coord>105 21 0</gx:coord><gx:coord>105.1 21 0</gx:coord></gx:Track></Placemark>`,
    );
    expect(features.map(({ geometry }) => geometry)).toEqual([
      {
        type: 'MultiPoint',
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
      {
        type: 'GeometryCollection',
        geometries: [
          { type: 'Point', coordinates: [1, 2] },
          {
            type: 'LineString',
            coordinates: [
              [1, 2],
              [3, 4],
            ],
          },
        ],
      },
      {
        type: 'LineString',
        coordinates: [
          [105, 21],
          [105.1, 21],
        ],
      },
    ]);
  });

  it('names columns by what people see, and keeps what no object may be named', () => {
    const [feature] = kml(
      `<Folder><name>Năm <![CDATA[2018]]></name><Placemark><name>A &amp; B</name><ExtendedData>
         <Data name="a1"><displayName>Số người</displayName><value>3</value></Data>
         <Data name="__proto__"><value>x</value></Data></ExtendedData></Placemark></Folder>`,
    );
    expect(Object.entries(feature?.properties ?? {})).toEqual([
      ['name', 'A & B'],
      ['Số người', '3'],
      ['__proto__', 'x'],
      ['folder', 'Năm 2018'],
    ]);
  });
});

describe('descriptions', () => {
  it.each([
    ['a < b & c > d', 'a < b & c > d'],
    ['<p>Mất&nbsp;xe<br/>ở  <b>đê</b></p>', 'Mất xe\nở đê'],
    ['<style>p { color: red }</style><div>x</div>', 'x'],
    ['<table><tr><td>Số</td><td>3</td></tr></table>', 'Số 3'],
    ['&#9731;&#xZZ;&#0;&#1114112;', '☃&#xZZ;&#0;&#1114112;'],
  ])('as plain text: %s', (html, text) => expect(plainText(html)).toBe(text));

  it('take no longer than they are long', () => {
    for (const piece of ['<style>', '<', '<br ', '&#1', '<a b="'])
      expect(plainText(piece.repeat(100_000)).length).toBeLessThan(1_000_000);
  });
});

describe('GPX', () => {
  it('gives routes, and tracks of several stretches, as lines', () => {
    const features = featuresOf(
      readGpx(
        `<gpx><rte><rtept lat="1" lon="2"><name>no</name></rtept><rtept lat="3" lon="4"/><name>r</name></rte>
         <trk><name>t</name><trkseg><trkpt lat="1" lon="2"/><trkpt lat="1" lon="3"/></trkseg><trkseg/><trkseg><trkpt lat="5" lon="6"/><trkpt lat="5" lon="7"/></trkseg></trk></gpx>`,
        'a.gpx',
      ),
    );
    expect(features).toEqual([
      {
        geometry: {
          type: 'LineString',
          coordinates: [
            [2, 1],
            [4, 3],
          ],
        },
        properties: { name: 'r' },
      },
      {
        geometry: {
          type: 'MultiLineString',
          coordinates: [
            [
              [2, 1],
              [3, 1],
            ],
            [
              [6, 5],
              [7, 5],
            ],
          ],
        },
        properties: { name: 't' },
      },
    ]);
  });
});

const PROJ = readFileSync(resolve(import.meta.dirname, '../reference/vn2000/vn2000.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(',').map(Number) as [number, number, number, number, number]);
const METRES_PER_DEGREE = 111_000;

describe('the reference system of a Shapefile', () => {
  it.each(PROJ)('EPSG:%i at %d, %d agrees with PROJ', (epsg, eastingM, northingM, lat, lng) => {
    const zone = Object.values(VN2000_ZONES).find((each) => each.epsg === epsg);
    const [x = 0, y = 0] = readPrj(vn2000Prj(zone?.centralMeridianDeg ?? 0)).toWgs84?.(eastingM, northingM) ?? [];
    expect(Math.hypot(x - lng, y - lat) * METRES_PER_DEGREE).toBeLessThan(0.005);
  });
  it('may be UTM', () => {
    // Along the central meridian the map is 0.9996 of the ground, which Karney's algorithm knows.
    const northingM = 2_355_000;
    const [lng, lat] = readPrj(UTM_PRJ).toWgs84?.(500_000, northingM) ?? [];
    expect(lng).toBeCloseTo(105, 9);
    expect(lat).toBeCloseTo(geodesic.Geodesic.WGS84.Direct(0, 105, 0, northingM / 0.9996).lat2 ?? 0, 8);
  });
  it('may shift by what the file says', () => {
    const written = vn2000Prj(105).replace('PRIMEM', 'TOWGS84[-1000,0,0,0,0,0,0],PRIMEM');
    const [lng = 0] = readPrj(written).toWgs84?.(500_000, 2_355_000) ?? [];
    const usual = fromVn2000({ eastingM: 500_000, northingM: 2_355_000 }, 105);
    expect(Math.abs(lng - usual[0])).toBeGreaterThan(0.005);
  });
  it.each([
    ['degrees', WGS84_PRJ, true],
    ['another datum', INDIAN_PRJ, false],
    ['feet', UTM_PRJ.replace('UNIT["Meter",1.0]', 'UNIT["Foot",0.3048]'), false],
    ['another projection', UTM_PRJ.replace('Transverse_Mercator', 'Lambert_Conformal_Conic'), false],
    ['nothing', '', false],
  ])('%s: known %s', (_what, prj, isKnown) => expect(readPrj(prj).toWgs84 !== null).toBe(isKnown));
});

const square = (from: number, to: number, isClockwise: boolean): [number, number][] => {
  const positions: [number, number][] = [
    [from, from],
    [from, to],
    [to, to],
    [to, from],
    [from, from],
  ];
  return isClockwise ? positions : positions.reverse();
};

describe('Shapefiles', () => {
  it('give a hole to the smallest ring around it', () => {
    const [outer, island, lake, pond] = [
      square(0, 10, true),
      square(4, 6, true),
      square(3, 7, false),
      square(4.5, 5, false),
    ];
    expect(groupRings([outer, lake, island, pond])).toEqual([
      [island, pond],
      [outer, lake],
    ]);
    expect(groupRings([square(0, 1, false), square(5, 6, false)])).toHaveLength(2);
  });

  it('give points, lines and areas beside their attributes, deleted ones left out', async () => {
    const shapes: Shape[] = [
      { point: [105.4, 21.3] },
      { rings: [square(0, 9, true), square(2, 3, false)] },
      { lines: [square(0, 1, true), square(4, 5, true)] },
      null,
    ];
    const dbf = dbfBytes(
      [
        { name: 'SO', type: 'N', length: 8 },
        { name: 'CO', type: 'L', length: 1 },
        { name: 'NGAY', type: 'D', length: 8 },
      ],
      [
        ['1,5', 'T', '20180305'],
        ['********', '?', ''],
        ['3', 'F', 'abc'],
      ],
      { deleted: [2] },
    );
    const archive = zippedShapefile({ shp: shpBytes(shapes), dbf });
    const read = await readShapefile(listZip(archive) ?? [], 'a.zip');
    expect(read).toMatchObject({
      value: [
        {
          geometry: { type: 'Point', coordinates: [105.4, 21.3] },
          properties: { SO: 1.5, CO: true, NGAY: '2018-03-05' },
        },
        {
          geometry: { type: 'Polygon', coordinates: [square(0, 9, true), square(2, 3, false)] },
          properties: { SO: null, CO: null, NGAY: null },
        },
        { geometry: null, properties: {} },
      ],
    });
  });
});
