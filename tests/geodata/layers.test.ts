import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FeatureCollection, LineString, Point } from 'geojson';
import { describe, expect, it } from 'vitest';
import { buildLayers, inspectEdition } from '../../geodata/build';
import { toGrid } from '../../geodata/grid';
import type { PlaceProperties, RiverLineProperties } from '../../geodata/makeReferences';
import { readSources } from '../../geodata/readSources';
import { decodeEdition, type EditionTopology } from '../../src/geo/decodeEdition';

const LAYERS = resolve(import.meta.dirname, '../../geodata/layers');
const SOURCES = resolve(import.meta.dirname, '../../../shared/geodata');

const text = (file: string): string => readFileSync(join(LAYERS, file), 'utf8');
const topologyOf = (edition: '2018' | '2025'): EditionTopology => JSON.parse(text(`edition-${edition}.json`));
const manifest: { files: Record<string, { sha256: string; bytes: number }>; build: string } = JSON.parse(
  text('manifest.json'),
);

describe('the layers that the app ships', () => {
  it('are those of the manifest', () => {
    for (const [file, { sha256, bytes }] of Object.entries(manifest.files)) {
      expect(createHash('sha256').update(text(file)).digest('hex'), file).toBe(sha256);
      expect(Buffer.byteLength(text(file))).toBe(bytes);
    }
    expect(Object.keys(manifest.files)).toHaveLength(4);
  });

  it.each(['2018', '2025'] as const)('have no fault in the edition of %s', (edition) => {
    const topology = topologyOf(edition);
    const shapes = new Map(
      decodeEdition(topology).units.features.map(({ properties, geometry }) => [
        properties.code,
        toGrid(properties.code, geometry).unit,
      ]),
    );
    const { quality, faults } = inspectEdition({ shapes, repeatedVertices: 0 }, topology);
    expect(faults).toEqual([]);
    expect(quality).toMatchObject({ units: edition === '2018' ? 73 : 69, arcsOfMoreThanTwo: 0 });
    expect(quality.sharedKm).toBeGreaterThan(edition === '2018' ? 370 : 1_100);
  });

  it('stay within what the first screen may load, 400 KB compressed', () => {
    const bytes = ['edition-2018.json', 'river-lines.json', 'places.json']
      .map((file) => gzipSync(text(file)).length)
      .reduce((a, b) => a + b);
    expect(bytes).toBeLessThanOrEqual(400 * 1024);
  });

  it('write every name in composed form', () => {
    for (const file of Object.keys(manifest.files)) expect(text(file).normalize('NFC') === text(file), file).toBe(true);
  });

  it('name the river by Việt Trì the Hồng alone, without a gap where the Đà has joined it', () => {
    const rivers: FeatureCollection<LineString, RiverLineProperties> = JSON.parse(text('river-lines.json'));
    const [above, below] = rivers.features;
    expect([above?.properties.name, below?.properties.name]).toEqual(['Sông Đà, sông Hồng', 'Sông Hồng']);
    expect(Math.max(...above!.geometry.coordinates.map(([lng]) => lng!))).toBeLessThan(105.38);
    expect(below!.geometry.coordinates[0]).toEqual(above!.geometry.coordinates.at(-1));
    expect(new Set(rivers.features.map(({ properties }) => properties.id)).size).toBe(rivers.features.length);
  });

  it('name each place once, district seats first', () => {
    const places: FeatureCollection<Point, PlaceProperties> = JSON.parse(text('places.json'));
    const kinds = places.features.map(({ properties }) => properties.kind);
    expect(kinds.lastIndexOf('seat')).toBe(kinds.filter((kind) => kind === 'seat').length - 1);
    expect(new Set(places.features.map(({ properties }) => properties.id)).size).toBe(places.features.length);
    expect(places.features.some(({ properties }) => properties.name === 'Việt Trì')).toBe(true);
  });
});

describe.skipIf(!existsSync(SOURCES))('the build from the sources', () => {
  it('gives exactly the layers that are committed', () => {
    const { files } = buildLayers(readSources(SOURCES));
    for (const [file, content] of files) expect(content === text(file), file).toBe(true);
    expect(files.size).toBe(5);
  });

  it('fails when a source has a fault', () => {
    const sources = readSources(SOURCES);
    const [first, ...others] = sources.units2025.features;
    const moved = structuredClone(first!);
    const position = moved.geometry.coordinates.flat(2)[3] as number[];
    position[0] = Math.round((position[0]! + 0.0005) * 1e6) / 1e6;
    const broken = { ...sources.units2025, features: [moved, ...others] };
    expect(() => buildLayers({ ...sources, units2025: broken })).toThrow(/Edition 2025|Border/);
  });
});
