import { describe, expect, it } from 'vitest';
import { createFileTasks } from '../../../src/workers/fileTasks';
import { OPTIONS } from '../../analysis/import/support';
import { parseXml, type XmlElement } from './parseXml';
import { NOTES, ROWS, UNPLACED, writeFile } from './support';

const rows = [...ROWS, UNPLACED];
const text = (element: XmlElement, name: string): string[] =>
  element.children.filter((child) => child.name === name).map((child) => child.text);

describe('GeoJSON of incidents', () => {
  it('parses back with exact positions, numbers, and what is said of the file', async () => {
    const collection = JSON.parse(await (await writeFile({ format: 'geojson', language: 'en', rows })).text());
    expect([collection.type, collection.name, collection.crs, collection.features.length]).toEqual([
      'FeatureCollection',
      'vu-viec',
      undefined,
      2,
    ]);
    expect(collection.about).toEqual(Object.fromEntries(NOTES.map(({ label, text: said }) => [label, said])));
    expect(collection.dictionary.distance_m).toMatch(/^Distance to line \(m\): Geodesic/);
    expect(collection.features[0].geometry).toEqual({ type: 'Point', coordinates: [105.412, 21.296512345] });
    expect(collection.features[0].properties).toMatchObject({
      category: 'Land and clearance disputes',
      occurred_from: '2018-03-05T21:30',
      distance_m: 350.13,
      chainage_m: 1234.57,
      side_code: '09097',
      simulated: false,
      flagged: true,
      zone_province_m: 1500,
      tier: 'Nội bộ cụm',
    });
    expect(collection.features[1].properties).toMatchObject({
      simulated: true,
      flagged: false,
      line_id: null,
      distance_m: null,
    });
  });

  it('has Vietnamese names without signs where Vietnamese columns are wanted, and can be opened again', async () => {
    const blob = await writeFile({ format: 'geojson', rows });
    const { properties } = JSON.parse(await blob.text()).features[0];
    expect(properties).toMatchObject({ cach_duong_m: 350.13, loai_vu_viec: 'Đất đai, giải phóng mặt bằng' });
    expect(Object.keys(properties).every((key) => /^[a-z0-9_]+$/.test(key))).toBe(true);
    expect(new Set(Object.keys(properties)).size).toBe(Object.keys(properties).length);
    const again = createFileTasks();
    expect(await again.openFile(blob, 'again.geojson')).toMatchObject({ ok: true, value: { suggestion: 'incidents' } });
    expect(again.reviewIncidents({ ...OPTIONS, convertLegacy: true })).toMatchObject({
      ok: true,
      value: { counts: { usable: 2, criminal: 2, persons: 4 } },
    });
  });

  it('is valid when nothing is exported', async () => {
    const collection = JSON.parse(await (await writeFile({ format: 'geojson', rows: [] })).text());
    expect(collection.features).toEqual([]);
  });
});

describe('KML of incidents', () => {
  it('is XML with a placemark for each position, all values by name, and what is said of the file', async () => {
    const kml = parseXml(await (await writeFile({ format: 'kml', rows })).text());
    const [document] = kml.children;
    expect([kml.name, document?.name, text(document!, 'name')]).toEqual(['kml', 'Document', ['vu-viec']]);
    expect(text(document!, 'description')[0]).toContain('dữ liệu mô phỏng: 1 <trong> 2 "vụ việc"');
    expect(text(document!, 'description')[0]).toContain('cach_duong_m – Cách đường (m): Khoảng cách trắc địa');
    const placemarks = document!.children.filter(({ name }) => name === 'Placemark');
    expect(placemarks).toHaveLength(2);
    const [first, second] = placemarks.map((placemark) => {
      const [data] = placemark.children.filter(({ name }) => name === 'ExtendedData');
      return Object.fromEntries(data!.children[0]!.children.map((child) => [child.attributes.name, child.text]));
    });
    expect(first).toMatchObject({
      thoi_gian_tu: '2018-03-05 21:30',
      tom_tat: 'Tranh chấp; "ranh đất",\nhai bên',
      trong_vung_giap_ranh: 'có',
      cach_duong_m: '350.13',
    });
    expect(second).toMatchObject({ tom_tat: '=HYPERLINK("x");=1\n- a & <b>', that_hay_mo_phong: 'dữ liệu mô phỏng' });
    const [point] = placemarks[0]!.children.filter(({ name }) => name === 'Point');
    expect(text(point!, 'coordinates')).toEqual(['105.412,21.296512345']);
    expect(text(placemarks[1]!, 'name')).toEqual(['Đất đai, giải phóng mặt bằng (dữ liệu mô phỏng)']);
  });
});

describe('GPX of incidents', () => {
  it('is XML with a waypoint for each position', async () => {
    const gpx = parseXml(await (await writeFile({ format: 'gpx', rows, language: 'en' })).text());
    expect([gpx.name, gpx.attributes.version, gpx.children.map(({ name }) => name)]).toEqual([
      'gpx',
      '1.1',
      ['metadata', 'wpt', 'wpt'],
    ]);
    expect(text(gpx.children[0]!, 'desc')[0]).toContain('Cấp tệp: Nội bộ cụm');
    expect(gpx.children[1]!.attributes).toEqual({ lat: '21.296512345', lon: '105.412' });
    expect(text(gpx.children[1]!, 'desc')[0]).toContain('Distance to line (m): 350.13\n');
    expect(text(gpx.children[2]!, 'name')).toEqual(['Land and clearance disputes (simulated data)']);
  });
});
