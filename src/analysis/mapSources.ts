import { simplify } from '@turf/turf';
import type { FeatureCollection } from 'geojson';
import { toBorderLineFeatures } from '../geo';
import { classifyLines, type LineScope } from './clusterLines';
import type { OpenEdition } from './openEdition';

/** How many light tints tell districts apart. */
const TINTS = 3;
/** About 20 m. */
const SLIM_DEG = 2e-4;

/** The texts of an edition's map sources, GeoJSON, made off the page's thread. */
export interface EditionSources {
  readonly units: string;
  readonly borderLines: string;
  readonly coverageEdge: string;
  /** The lines that have a zone, slim, for bands that follow a moving distance. */
  readonly zoneLines: string;
}

/**
 * What the map draws of an edition and its cluster.
 * @param edition  an opened edition
 * @param members  numbers of the units that are members
 * @param scope    which lines have a zone
 */
export function makeEditionSources(
  edition: OpenEdition,
  { members, scope }: { readonly members: ReadonlySet<number>; readonly scope: LineScope },
): EditionSources {
  const { info, network, shapes, outerEdges } = edition;
  const areas = [...new Set(info.units.map(areaOf))].sort();
  const units: FeatureCollection = {
    type: 'FeatureCollection',
    features: shapes.features.map(({ geometry }, number) => {
      const unit = info.units[number]!;
      return {
        type: 'Feature',
        properties: {
          code: unit.code,
          name: unit.name,
          kind: unit.kind,
          district: unit.district,
          tint: areas.indexOf(areaOf(unit)) % TINTS,
          isCore: unit.isCore,
          isMember: members.has(number),
        },
        geometry,
      };
    }),
  };
  const clusterLine = classifyLines(info.lines, members);
  const borderLines: FeatureCollection = {
    type: 'FeatureCollection',
    features: toBorderLineFeatures(network).features.map(({ geometry }, number) => {
      const line = info.lines[number]!;
      return {
        type: 'Feature',
        properties: {
          id: line.id,
          level: line.level,
          exactness: line.exactness,
          clusterLine: clusterLine[number]!,
          hasZone: scope === 'all' || clusterLine[number] !== 'none',
          isCore: info.units[line.leftUnit]!.isCore || info.units[line.rightUnit]!.isCore,
        },
        geometry,
      };
    }),
  };
  return {
    units: JSON.stringify(units),
    borderLines: JSON.stringify(borderLines),
    coverageEdge: JSON.stringify(outerEdges),
    zoneLines: JSON.stringify(slimZoneLines(borderLines)),
  };
}

/** The lines that have a zone, within some 20 m of their course. */
function slimZoneLines(borderLines: FeatureCollection): FeatureCollection {
  const zoned = borderLines.features.filter(({ properties }) => properties?.hasZone);
  return {
    type: 'FeatureCollection',
    features: zoned.map((line) => ({
      ...simplify(line, { tolerance: SLIM_DEG, highQuality: true }),
      properties: { level: line.properties?.level },
    })),
  };
}

/** What a unit shares its tint with: its district, or where there are none any more, the one that most of it was in. */
function areaOf(unit: { readonly district: string | null; readonly districts2018: readonly string[] }): string {
  return unit.district ?? unit.districts2018[0] ?? '';
}
