import { lngLat } from '../../../src/domain';
import { toVn2000 } from '../../../src/geo/vn2000';
import { bytesOf, typeTcvn3 } from '../../formats/legacyFonts';
import { type DbfColumn, dbfBytes, INDIAN_PRJ, shpBytes, vn2000Prj, WGS84_PRJ, zippedShapefile } from './shapefiles';
import { GOOD, ROWS, SUMMARY } from './texts';
import { join, packZip, type UglyFile, utf8, utf16, windows1258 } from './writers';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const places = ROWS.map(([, , lat, lng]) => [Number(lng), Number(lat)] as const);
const isoDays = ROWS.map(([day]) => day.split('/').reverse().join('-'));
const isoTimes = ROWS.map(([, time], i) => `${isoDays[i]}T${time}:00+07:00`);
const good = { rows: GOOD, summary: SUMMARY };
const EVENING = '2018-03-05T21:30';

const kml = (placemarks: string, head = HEAD): string =>
  `${head}<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Sổ</name>${placemarks}</Document></kml>`;
const placemark = (i: number, more: string): string =>
  `<Placemark><name>Vụ ${i + 1}</name>${more}<Point><coordinates>${places[i]?.join(',')},0</coordinates></Point></Placemark>`;
const described = (i: number): string =>
  placemark(i, `<description>${ROWS[i]?.[5]}</description><TimeStamp><when>${isoTimes[i]}</when></TimeStamp>`);
const PLAIN_KML = kml(ROWS.map((_, i) => described(i)).join(''));
const kmlOf = (more: (i: number) => string): string => kml(ROWS.map((_, i) => placemark(i, more(i))).join(''));
const data = (name: string, value = ''): string => `<Data name="${name}"><value>${value}</value></Data>`;

const BOMB = `<!DOCTYPE kml [<!ENTITY a "ha">${'bcdefghij'
  .split('')
  .map((name, i) => `<!ENTITY ${name} "${`&${'abcdefghi'[i]};`.repeat(10)}">`)
  .join('')}]>`;
const nested = (name: string, depth: number): string => `<${name}>`.repeat(depth) + `</${name}>`.repeat(depth);

const KML_FILES: readonly UglyFile[] = [
  { name: 'plain.kml', bytes: () => utf8(PLAIN_KML), ...good, from: EVENING },
  { name: 'utf-16.kml', bytes: () => utf16(PLAIN_KML.replace('UTF-8', 'UTF-16'), true, true), ...good },
  { name: 'windows-1258.kml', bytes: () => windows1258(PLAIN_KML.replace('UTF-8', 'windows-1258')), ...good },
  { name: 'tcvn3.kml', bytes: () => bytesOf(typeTcvn3(PLAIN_KML)), ...good },
  {
    name: 'extended-data.kml',
    bytes: () =>
      utf8(
        kmlOf(
          (i) =>
            `<ExtendedData>${data('Ngày xảy ra', ROWS[i]?.[0])}${data('Giờ', ROWS[i]?.[1])}${data('Nội dung', ROWS[i]?.[5])}</ExtendedData>`,
        ),
      ),
    ...good,
    from: EVENING,
  },
  {
    name: 'schema-data.kml',
    bytes: () =>
      utf8(
        kmlOf(
          (i) =>
            `<ExtendedData><SchemaData schemaUrl="#s"><SimpleData name="Ngày">${ROWS[i]?.[0]}</SimpleData><SimpleData name="Nội dung">${ROWS[i]?.[5]}</SimpleData></SchemaData></ExtendedData>`,
        ),
      ),
    ...good,
  },
  {
    name: 'time-span.kml',
    bytes: () =>
      utf8(
        kmlOf(
          (i) =>
            `<description>${ROWS[i]?.[5]}</description><TimeSpan><begin>${isoTimes[i]}</begin><end>${isoDays[i]}</end></TimeSpan>`,
        ),
      ),
    ...good,
    from: EVENING,
  },
  {
    name: 'html-description.kml',
    bytes: () =>
      utf8(
        kmlOf(
          (i) =>
            `<description><![CDATA[<style>p{}</style><p><b>${ROWS[i]?.[5]}</b></p>]]></description><TimeStamp><when>${isoDays[i]}</when></TimeStamp>`,
        ),
      ),
    ...good,
  },
  {
    name: 'prefixes.kml',
    bytes: () => utf8(PLAIN_KML.replace(/<(\/?)(\w)/g, '<$1k:$2').replace('xmlns=', 'xmlns:k=')),
    ...good,
  },
  { name: 'numeric-references.kml', bytes: () => utf8(PLAIN_KML.replaceAll('Phát', '&#80;h&#xE1;t')), ...good },
  {
    name: 'one-without-point.kml',
    bytes: () => utf8(kml(`<Placemark><name>x</name></Placemark>${ROWS.map((_, i) => described(i)).join('')}`)),
    ...good,
  },
  {
    name: 'folders.kml',
    bytes: () =>
      utf8(kml(`<Folder><name>2018</name><Folder>${ROWS.map((_, i) => described(i)).join('')}</Folder></Folder>`)),
    ...good,
  },
  { name: 'no-placemarks.kml', bytes: () => utf8(kml('')), problem: 'noFeatures' },
  {
    name: 'network-link.kml',
    bytes: () => utf8(kml('<NetworkLink><Link><href>http://x</href></Link></NetworkLink>')),
    problem: 'noFeatures',
  },
  { name: 'truncated.kml', bytes: () => utf8(PLAIN_KML.slice(0, -60)), problem: 'unreadableFile' },
  {
    name: 'billion-laughs.kml',
    bytes: () => utf8(kml('<Placemark><name>&j;</name></Placemark>', HEAD + BOMB)),
    problem: 'unreadableFile',
  },
  {
    name: 'outside-entity.kml',
    bytes: () =>
      utf8(
        kml(
          '<Placemark><name>&x;</name></Placemark>',
          `${HEAD}<!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/passwd">]>`,
        ),
      ),
    problem: 'unreadableFile',
  },
  { name: 'deep.kml', bytes: () => utf8(kml(nested('Folder', 50_000))), problem: 'unreadableFile' },
  { name: 'dateless.kml', bytes: () => utf8(kmlOf(() => '')), problem: 'missingColumns' },
  { name: 'plain.kmz', bytes: () => packZip({ 'doc.kml': PLAIN_KML, 'files/a.png': 'x' }), ...good },
  { name: 'two-documents.kmz', bytes: () => packZip({ 'doc.kml': kml(''), 'files/so.kml': PLAIN_KML }), ...good },
  {
    name: 'bomb.kmz',
    bytes: () => packZip({ 'doc.kml': new Uint8Array(101_000_000).fill(0x20) }, 10),
    problem: 'fileTooLarge',
  },
  {
    name: 'spoilt.kmz',
    bytes: () => join(packZip({ 'doc.kml': PLAIN_KML }).fill(0xff, 40, 300)),
    problem: 'unreadableFile',
  },
];

const gpx = (content: string): string =>
  `${HEAD}<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">${content}</gpx>`;
const waypoint = (i: number): string =>
  `<wpt lat="${places[i]?.[1]}" lon="${places[i]?.[0]}"><ele>12</ele><time>${isoTimes[i]}</time><name>${i + 1}</name><desc>${ROWS[i]?.[5]}</desc></wpt>`;
const WAYPOINTS = ROWS.map((_, i) => waypoint(i)).join('');

const GPX_FILES: readonly UglyFile[] = [
  { name: 'waypoints.gpx', bytes: () => utf8(gpx(WAYPOINTS)), ...good, from: EVENING },
  {
    name: 'track-beside.gpx',
    bytes: () =>
      utf8(
        gpx(
          `${WAYPOINTS}<trk><name>t</name><trkseg><trkpt lat="21.3" lon="105.4"/><trkpt lat="21.31" lon="105.4"/></trkseg></trk>`,
        ),
      ),
    ...good,
  },
  { name: 'empty.gpx', bytes: () => utf8(gpx('')), problem: 'noFeatures' },
  { name: 'mismatched.gpx', bytes: () => utf8(gpx('<wpt lat="21" lon="105"></trk>')), problem: 'unreadableFile' },
  { name: 'plain.xml', bytes: () => utf8(`${HEAD}<so><vu/></so>`), problem: 'unknownFormat' },
];

const COLUMNS: readonly DbfColumn[] = [
  { name: 'NGAY', type: 'D', length: 8 },
  { name: 'GIO', type: 'C', length: 5 },
  { name: 'SO_NGUOI', type: 'N', length: 4 },
  { name: 'NOI_DUNG', type: 'C', length: 120 },
];
const RECORDS = ROWS.map(([, time, , , , summary], i) => [(isoDays[i] ?? '').replaceAll('-', ''), time, '1', summary]);
const SHP = shpBytes(places.map((point) => ({ point })));
const DBF = dbfBytes(COLUMNS, RECORDS);
const inZone = (meridian: number) =>
  places.map(([lng, lat]) => {
    const { eastingM, northingM } = toVn2000(lngLat(lng, lat), meridian);
    return { point: [eastingM, northingM] as const };
  });
const latin = (text: string) => bytesOf(typeTcvn3(text));
const CUT = 31;

const SHAPEFILES: readonly UglyFile[] = [
  {
    name: 'plain.zip',
    bytes: () => zippedShapefile({ shp: SHP, dbf: DBF, prj: WGS84_PRJ, cpg: 'UTF-8' }),
    ...good,
    from: EVENING,
  },
  { name: 'no-prj.zip', bytes: () => zippedShapefile({ shp: SHP, dbf: DBF }), ...good },
  { name: 'capitals.zip', bytes: () => zippedShapefile({ SHP, DBF, PRJ: WGS84_PRJ }), ...good },
  {
    name: 'vn-2000-105.zip',
    bytes: () => zippedShapefile({ shp: shpBytes(inZone(105)), dbf: DBF, prj: vn2000Prj(105) }),
    ...good,
  },
  {
    name: 'vn-2000-104-75.zip',
    bytes: () => zippedShapefile({ shp: shpBytes(inZone(104.75)), dbf: DBF, prj: vn2000Prj(104.75) }),
    ...good,
  },
  { name: 'vn-2000-no-prj.zip', bytes: () => zippedShapefile({ shp: shpBytes(inZone(104.75)), dbf: DBF }), ...good },
  {
    name: 'indian-1960.zip',
    bytes: () => zippedShapefile({ shp: SHP, dbf: DBF, prj: INDIAN_PRJ }),
    problem: 'unsupportedCrs',
  },
  {
    name: 'windows-1258.zip',
    bytes: () => zippedShapefile({ shp: SHP, dbf: dbfBytes(COLUMNS, RECORDS, { encode: windows1258 }), cpg: '1258' }),
    ...good,
  },
  {
    name: 'windows-1258-no-cpg.zip',
    bytes: () => zippedShapefile({ shp: SHP, dbf: dbfBytes(COLUMNS, RECORDS, { encode: windows1258 }) }),
    ...good,
  },
  {
    name: 'tcvn3.zip',
    bytes: () => zippedShapefile({ shp: SHP, dbf: dbfBytes(COLUMNS, RECORDS, { encode: latin, language: 0x57 }) }),
    ...good,
  },
  { name: 'wrong-cpg.zip', bytes: () => zippedShapefile({ shp: SHP, dbf: DBF, cpg: 'ISO-8859-1' }), ...good },
  {
    name: 'cut-letters.zip',
    bytes: () =>
      zippedShapefile({
        shp: SHP,
        dbf: dbfBytes(
          COLUMNS.map((column) => ({ ...column, length: Math.min(column.length, CUT) })),
          RECORDS,
        ),
        cpg: 'UTF-8',
      }),
    rows: GOOD,
  },
  {
    name: 'deleted-record.zip',
    bytes: () => zippedShapefile({ shp: SHP, dbf: dbfBytes(COLUMNS, RECORDS, { deleted: [1] }) }),
    rows: GOOD - 1,
  },
  {
    name: 'null-shape.zip',
    bytes: () => zippedShapefile({ shp: shpBytes([null, ...places.slice(1).map((point) => ({ point }))]), dbf: DBF }),
    rows: GOOD - 1,
  },
  { name: 'truncated-shp.zip', bytes: () => zippedShapefile({ shp: SHP.slice(0, -10), dbf: DBF }), rows: GOOD - 1 },
  {
    name: 'two-shapefiles.zip',
    bytes: () => packZip({ 'a/x.shp': SHP, 'a/x.dbf': DBF, 'b/x.shp': SHP, 'b/x.dbf': DBF }),
    rows: 2 * GOOD,
    summary: SUMMARY,
  },
  { name: 'no-dbf.zip', bytes: () => zippedShapefile({ shp: SHP, prj: WGS84_PRJ }), problem: 'missingColumns' },
  {
    name: 'broken-dbf.zip',
    bytes: () => zippedShapefile({ shp: SHP, dbf: DBF.slice(0, 20) }),
    problem: 'unreadableFile',
  },
  { name: 'broken-shp.zip', bytes: () => zippedShapefile({ shp: SHP.slice(50), dbf: DBF }), problem: 'unreadableFile' },
  {
    name: 'empty-shp.zip',
    bytes: () => zippedShapefile({ shp: shpBytes([]), dbf: dbfBytes(COLUMNS, []) }),
    problem: 'noFeatures',
  },
  {
    name: 'shapes-bomb.zip',
    bytes: () => zippedShapefile({ shp: join(shpBytes([]), new Uint8Array(8_000_000)), dbf: DBF }),
    problem: 'tooManyRows',
  },
  { name: 'bare.shp', bytes: () => SHP, problem: 'unknownFormat' },
];

const feature = (i: number) => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: places[i] },
  properties: { 'Ngày xảy ra': ROWS[i]?.[0], 'Nội dung': ROWS[i]?.[5] },
});
const collection = { type: 'FeatureCollection', features: ROWS.map((_, i) => feature(i)) };

const GEOJSON_FILES: readonly UglyFile[] = [
  { name: 'plain.geojson', bytes: () => utf8(JSON.stringify(collection)), ...good },
  { name: 'utf-16.geojson', bytes: () => utf16(JSON.stringify(collection), true, false), ...good },
  {
    name: 'null-feature.geojson',
    bytes: () => utf8(JSON.stringify({ ...collection, features: [null, ...collection.features] })),
    ...good,
  },
  { name: 'truncated.geojson', bytes: () => utf8(JSON.stringify(collection).slice(0, -5)), problem: 'unreadableFile' },
  { name: 'deep.geojson', bytes: () => utf8('['.repeat(200_000)), problem: 'unreadableFile' },
  { name: 'other.json', bytes: () => utf8('{"a":1}'), problem: 'unknownFormat' },
];

/** Files of maps: KML, KMZ, GPX, Shapefile, GeoJSON. */
export const UGLY_MAPS: readonly UglyFile[] = [...KML_FILES, ...GPX_FILES, ...SHAPEFILES, ...GEOJSON_FILES];
