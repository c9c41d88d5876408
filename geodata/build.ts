import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { MultiPolygon, Polygon } from 'geojson';
import type { Unit } from '../src/domain';
import { decodeEdition, type EditionTopology } from '../src/geo/decodeEdition';
import { type CoverageFault, checkCoverage } from './checkCoverage';
import { EDITION_2018, EDITION_2025, MISTYPED_AREAS_2009, SOURCE_2018, SOURCE_2025 } from './facts';
import { bordersOf, findExactness } from './findExactness';
import { type GridUnit, toGrid } from './grid';
import { makePlaces, makeRiverLines } from './makeReferences';
import { arcOwners, makeTopology } from './makeTopology';
import { makeUnits } from './makeUnits';
import { measureCoverage } from './measure';
import { readSources, type Sources } from './readSources';

export interface EditionQuality {
  readonly units: number;
  readonly vertices: number;
  readonly sharedKm: number;
  readonly borders: number;
  readonly approximateBorders: number;
  readonly repeatedVertices: number;
  readonly gaps: number;
  readonly overlaps: number;
  readonly invalidRings: number;
  readonly arcs: number;
  readonly arcsOfMoreThanTwo: number;
}

export interface BuiltLayers {
  /** File name → content, in the order in which they are written. */
  readonly files: ReadonlyMap<string, string>;
  readonly quality: Readonly<Record<'2018' | '2025', EditionQuality>>;
  /** What the sources' own areas say about the shapes. */
  readonly areas: {
    readonly largestDeviation2025: number;
    readonly medianDeviation2018: number;
    readonly worst2018: readonly string[];
  };
}

interface Gridded {
  readonly shapes: ReadonlyMap<string, GridUnit>;
  readonly repeatedVertices: number;
}

interface SourceFeature {
  readonly geometry: Polygon | MultiPolygon;
  readonly properties: { readonly code: string };
}

function gridded(features: readonly SourceFeature[]): Gridded {
  const units = features.map(({ geometry, properties: { code } }) => toGrid(code, geometry));
  units.sort((a, b) => (a.unit.code < b.unit.code ? -1 : 1));
  const shapes = new Map(units.map(({ unit }) => [unit.code, unit]));
  if (shapes.size !== units.length) throw new Error('A unit code occurs twice');
  return { shapes, repeatedVertices: units.reduce((sum, unit) => sum + unit.repeatedVertices, 0) };
}

const stringify = (value: unknown): string => `${JSON.stringify(value)}\n`;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Counts the faults of an edition; see `assertFaultless`. */
export function inspectEdition(
  { shapes, repeatedVertices }: Gridded,
  topology: EditionTopology,
): { readonly quality: EditionQuality; readonly faults: readonly CoverageFault[] } {
  const units = [...shapes.values()];
  const faults = checkCoverage(units);
  const count = (kind: CoverageFault['kind']): number => faults.filter((fault) => fault.kind === kind).length;
  const owners = arcOwners(topology);
  const { vertices, sharedKm } = measureCoverage(units);
  const exactness = Object.values(topology.giapRanh.exactness);
  const quality = {
    units: units.length,
    vertices,
    sharedKm,
    borders: exactness.length,
    approximateBorders: exactness.filter((value) => value === 'approximate').length,
    repeatedVertices,
    gaps: count('gap'),
    overlaps: count('overlap'),
    invalidRings: count('invalidRing'),
    arcs: owners.length,
    arcsOfMoreThanTwo: owners.filter((n) => n > 2).length,
  };
  return { quality, faults };
}

/** Throws with the first faults, if there is any: a layer with a fault must not be built. */
export function assertFaultless(
  edition: string,
  { quality, faults }: { readonly quality: EditionQuality; readonly faults: readonly CoverageFault[] },
): void {
  const { gaps, overlaps, invalidRings, arcsOfMoreThanTwo } = quality;
  if (gaps + overlaps + invalidRings + arcsOfMoreThanTwo === 0) return;
  const list = faults.slice(0, 10).map(({ kind, units, place, what }) => `  ${kind} ${units} at ${place}: ${what}`);
  throw new Error(
    [
      `Edition ${edition}: gaps ${gaps}, overlaps ${overlaps}, invalid rings ${invalidRings}, arcs of more than two units ${arcsOfMoreThanTwo}`,
      ...list,
    ].join('\n'),
  );
}

/** Every vertex of the source must come back from the layer as the very same number. */
function assertUnmoved(topology: EditionTopology, shapes: ReadonlyMap<string, GridUnit>): void {
  for (const { geometry, properties } of decodeEdition(topology).units.features) {
    const again = toGrid(properties.code, geometry);
    const [built, source] = [again.unit, shapes.get(properties.code)!].map((unit) =>
      unit.polygons.flat().map((ring) => {
        const vertices: string[] = [];
        for (let i = 0; i < ring.length; i += 2) vertices.push(`${ring[i]},${ring[i + 1]}`);
        // A ring may begin elsewhere; its vertices and their order may not differ.
        const first = vertices.indexOf([...vertices].sort()[0]!);
        return [...vertices.slice(first), ...vertices.slice(0, first)].join(' ');
      }),
    );
    if (again.repeatedVertices > 0 || built!.join('|') !== source!.join('|'))
      throw new Error(`${properties.code}: the layer does not give back the source's vertices`);
  }
}

/** 2018 nests in 2025: a border is exact where it parts two units of 2025, and approximate inside one. */
function assertNesting(topology: EditionTopology): void {
  const successor = new Map(topology.objects.units.geometries.map(({ properties: p }) => [p.code, p.code2025]));
  for (const [key, exactness] of Object.entries(topology.giapRanh.exactness)) {
    const [a, b] = key.split('-').map((code) => successor.get(code as Unit['code']));
    if ((a === b) !== (exactness === 'approximate'))
      throw new Error(`Border ${key} is ${exactness}, but its units become ${a} and ${b}`);
  }
}

function compareAreas(sources: Sources, units2018: readonly Unit[], units2025: readonly Unit[]): BuiltLayers['areas'] {
  const official = new Map(sources.units2025.features.map(({ properties: p }) => [p.code, p.area_km2_src]));
  const deviations2025 = units2025
    .filter(({ isCore }) => isCore)
    .map(({ code, areaKm2 }) => Math.abs(areaKm2 / official.get(code)! - 1));
  const deviations2018 = units2018
    .filter(({ code }) => !MISTYPED_AREAS_2009.includes(code))
    .map(({ code, name, areaKm2 }) => ({ name, by: areaKm2 / sources.population.get(code)!.areaKm2Of2009 - 1 }))
    .sort((a, b) => Math.abs(a.by) - Math.abs(b.by));
  return {
    largestDeviation2025: Math.max(...deviations2025),
    medianDeviation2018: Math.abs(deviations2018[Math.floor(deviations2018.length / 2)]!.by),
    worst2018: deviations2018
      .slice(-3)
      .reverse()
      .map(({ name, by }) => `${name} ${(by * 100).toFixed(1)} %`),
  };
}

/** Builds all layers in memory; throws when a source or a coverage is not as it must be. */
export function buildLayers(sources: Sources): BuiltLayers {
  const grids = { '2018': gridded(sources.units2018.features), '2025': gridded(sources.units2025.features) };
  const shapes = { '2018': grids['2018'].shapes, '2025': grids['2025'].shapes };
  const { units2018, units2025 } = makeUnits(sources, shapes);
  const coverages = { '2018': [...shapes['2018'].values()], '2025': [...shapes['2025'].values()] };
  const topology2018 = makeTopology({
    edition: EDITION_2018,
    source: SOURCE_2018,
    units: units2018,
    shapes: shapes['2018'],
    exactness: findExactness(coverages['2018'], coverages['2025']),
  });
  const topology2025 = makeTopology({
    edition: EDITION_2025,
    source: SOURCE_2025,
    units: units2025,
    shapes: shapes['2025'],
    exactness: new Map(bordersOf(coverages['2025']).map(({ key }) => [key, 'exact'])),
  });
  const inspected = {
    '2018': inspectEdition(grids['2018'], topology2018),
    '2025': inspectEdition(grids['2025'], topology2025),
  };
  for (const edition of ['2018', '2025'] as const) assertFaultless(edition, inspected[edition]);
  assertUnmoved(topology2018, shapes['2018']);
  assertUnmoved(topology2025, shapes['2025']);
  assertNesting(topology2018);

  const layers = new Map([
    ['edition-2018.json', stringify(topology2018)],
    ['edition-2025.json', stringify(topology2025)],
    ['river-lines.json', stringify(makeRiverLines(sources.riverLines))],
    ['places.json', stringify(makePlaces(sources.places))],
  ]);
  const manifest = {
    schema: 1,
    build: sha256([...layers.values()].map(sha256).join('\n')),
    files: Object.fromEntries(
      [...layers].map(([file, text]) => [file, { sha256: sha256(text), bytes: Buffer.byteLength(text) }]),
    ),
    editions: { '2018': EDITION_2018, '2025': EDITION_2025 },
    sources: sources.files,
  };
  const files = new Map([...layers, ['manifest.json', `${JSON.stringify(manifest, null, 2)}\n`]]);
  const quality = { '2018': inspected['2018'].quality, '2025': inspected['2025'].quality };
  return { files, quality, areas: compareAreas(sources, units2018, units2025) };
}

function report({ files, quality, areas }: BuiltLayers): string {
  const rows: readonly (readonly [string, (q: EditionQuality) => number | string])[] = [
    ['units', (q) => q.units],
    ['distinct vertices', (q) => q.vertices],
    ['repeated vertices dropped', (q) => q.repeatedVertices],
    ['arcs', (q) => q.arcs],
    ['shared length, km', (q) => q.sharedKm.toFixed(1)],
    ['borders of two units', (q) => q.borders],
    ['  of them approximate', (q) => q.approximateBorders],
    ['gaps', (q) => q.gaps],
    ['overlaps', (q) => q.overlaps],
    ['invalid rings', (q) => q.invalidRings],
    ['arcs with more than two owners', (q) => q.arcsOfMoreThanTwo],
  ];
  const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;
  return [
    `${''.padEnd(32)}${'2018'.padStart(10)}${'2025'.padStart(10)}`,
    ...rows.map(
      ([title, of]) =>
        title.padEnd(32) + String(of(quality['2018'])).padStart(10) + String(of(quality['2025'])).padStart(10),
    ),
    '',
    'Vertices: all as in the sources, none moved (grid of 1e-6°). Lengths and areas: geodesic on WGS 84 (Karney).',
    `Areas of 2025, three districts, against the official ones: at most ${percent(areas.largestDeviation2025)} off.`,
    `Areas of 2018 against those of 2009: median ${percent(areas.medianDeviation2018)} off; most: ${areas.worst2018.join(', ')}.`,
    `Borders inside a unit of 2025 are approximate: ±${SOURCE_2018.approximateWithinM?.usual} m, to ${SOURCE_2018.approximateWithinM?.worst} m (see geodata/SOURCES.md).`,
    '',
    ...[...files].map(
      ([file, text]) =>
        `${file.padEnd(22)}${String(Buffer.byteLength(text)).padStart(10)} bytes${String(gzipSync(text, { level: 9 }).length).padStart(10)} gzipped`,
    ),
  ].join('\n');
}

/** Builds the layers from the sources in `from` into `to`; returns the quality report. */
export function build(from: string, to: string): string {
  const built = buildLayers(readSources(from));
  mkdirSync(to, { recursive: true });
  for (const [file, text] of built.files) writeFileSync(join(to, file), text);
  return report(built);
}
