import { bbox } from '@turf/turf';
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import {
  type BorderLineId,
  type BoundaryEdition,
  type Exactness,
  fail,
  type Level,
  MAX_ZONE_M,
  type Problem,
  type Result,
  succeed,
  type Unit,
} from '../domain';
import {
  type BorderIndex,
  type BorderNetwork,
  buildBorderNetwork,
  indexBorderNetwork,
  indexUnits,
  toOuterEdgeFeatures,
  type UnitIndex,
} from '../geo';
import { decodeEdition, type EditionSource, type EditionTopology } from '../geo/decodeEdition';
import { labelPoint } from './labelPoint';

/** [west, south, east, north], WGS 84 degrees. */
export type Bbox = readonly [number, number, number, number];

/** A unit as screens know it; its number is its place in `EditionInfo.units`. */
export interface UnitInfo extends Unit {
  /** Without the kind: "Bạch Hạc". */
  readonly shortName: string;
  readonly bbox: Bbox;
  /** A point inside, for its label. */
  readonly label: readonly [number, number];
  /** Geodesic length of its edge that no unit of this edition shares, metres. */
  readonly outerEdgeM: number;
}

/** A border line as screens know it; its number is its place in `EditionInfo.lines`. */
export interface LineInfo {
  readonly id: BorderLineId;
  readonly leftUnit: number;
  readonly rightUnit: number;
  readonly level: Level;
  readonly lengthM: number;
  readonly exactness: Exactness;
  /** Counts the separate parts of the same two units' border from 1; null where there is one. */
  readonly part: number | null;
  readonly bbox: Bbox;
}

export interface EditionInfo {
  readonly edition: BoundaryEdition;
  readonly source: EditionSource;
  readonly units: readonly UnitInfo[];
  readonly lines: readonly LineInfo[];
  /** Of the core units. */
  readonly bbox: Bbox;
}

export interface OpenEdition {
  readonly info: EditionInfo;
  readonly network: BorderNetwork;
  readonly borderIndex: BorderIndex;
  readonly unitIndex: UnitIndex;
  readonly shapes: FeatureCollection<Polygon | MultiPolygon, Unit>;
  readonly outerEdges: FeatureCollection;
}

/** The name without its kind: "Phường Bạch Hạc" → "Bạch Hạc". */
export function shortUnitName(name: string): string {
  return name.replace(/^(Phường|Xã|Thị trấn)\s+/u, '');
}

/**
 * Opens a shipped edition for everything that screens ask of it: network, indexes and facts.
 * @param topology  a parsed layer file of `geodata/layers`
 * @problem every problem of `buildBorderNetwork`
 */
export function openEdition(topology: EditionTopology): Result<OpenEdition, Problem> {
  const { edition, source, units, exactness } = decodeEdition(topology);
  const built = buildBorderNetwork(units, { editionId: edition.id });
  if (!built.ok) return built;
  const network = built.value;
  const indexed = indexBorderNetwork(network, { capM: MAX_ZONE_M });
  if (!indexed.ok) return indexed;
  const unitIndex = indexUnits(units);
  if (!unitIndex.ok) return unitIndex;
  const outerEdgeM = new Map<string, number>();
  for (const { unit, lengthM } of network.outerEdges) outerEdgeM.set(unit, (outerEdgeM.get(unit) ?? 0) + lengthM);
  const numberOf = new Map(units.features.map((unit, number) => [unit.properties.code as string, number]));
  const parts = countParts(network);
  const infos = units.features.map((unit) => describeUnit(unit, outerEdgeM.get(unit.properties.code) ?? 0));
  if (infos.length === 0) return fail({ kind: 'emptyCoverage' });
  const info: EditionInfo = {
    edition,
    source,
    units: infos,
    lines: network.lines.map((line, i) => ({
      id: line.id,
      leftUnit: numberOf.get(line.left)!,
      rightUnit: numberOf.get(line.right)!,
      level: line.level,
      lengthM: line.lengthM,
      exactness: exactness.get(`${line.left}-${line.right}`) ?? 'exact',
      part: parts[i]!,
      bbox: lineBbox(network, line.start, line.end),
    })),
    bbox: coreBox(units),
  };
  return succeed({
    info,
    network,
    borderIndex: indexed.value,
    unitIndex: unitIndex.value,
    shapes: units,
    outerEdges: toOuterEdgeFeatures(network),
  });
}

function countParts(network: BorderNetwork): (number | null)[] {
  const pairOf = (line: BorderNetwork['lines'][number]): string => `${line.left}-${line.right}`;
  const total = new Map<string, number>();
  for (const line of network.lines) total.set(pairOf(line), (total.get(pairOf(line)) ?? 0) + 1);
  const seen = new Map<string, number>();
  return network.lines.map((line) => {
    const pair = pairOf(line);
    const part = (seen.get(pair) ?? 0) + 1;
    seen.set(pair, part);
    return total.get(pair) === 1 ? null : part;
  });
}

function describeUnit(unit: Feature<Polygon | MultiPolygon, Unit>, outerEdgeM: number): UnitInfo {
  return {
    ...unit.properties,
    shortName: shortUnitName(unit.properties.name),
    bbox: unitBox(unit),
    label: labelPoint(unit.geometry),
    outerEdgeM,
  };
}

function unitBox(unit: Feature<Polygon | MultiPolygon>): Bbox {
  const [west, south, east, north] = bbox(unit);
  return [west, south, east, north];
}

/** The box of an edition's core units; of all where none is one. */
export function coreBox({ features }: FeatureCollection<Polygon | MultiPolygon, Unit>): Bbox {
  const core = features.filter(({ properties }) => properties.isCore);
  return joinBoxes((core.length > 0 ? core : features).map(unitBox));
}

function lineBbox(network: BorderNetwork, start: number, end: number): Bbox {
  const box: [number, number, number, number] = [180, 90, -180, -90];
  for (let i = start; i < end; i += 1) {
    const lng = network.coordinates[2 * i]!;
    const lat = network.coordinates[2 * i + 1]!;
    box[0] = Math.min(box[0], lng);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lng);
    box[3] = Math.max(box[3], lat);
  }
  return box;
}

export function joinBoxes(boxes: readonly Bbox[]): Bbox {
  return boxes.reduce<Bbox>(
    (all, box) => [
      Math.min(all[0], box[0]),
      Math.min(all[1], box[1]),
      Math.max(all[2], box[2]),
      Math.max(all[3], box[3]),
    ],
    [180, 90, -180, -90],
  );
}
