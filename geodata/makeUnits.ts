import type { LineageCertainty, LineageStep, PlainDate, Unit, UnitCode, UnitKind } from '../src/domain';
import { RESOLUTIONS_SEEN } from './facts';
import type { GridUnit } from './grid';
import { areaKm2 } from './measure';
import type { LineageRow, SourceStep, Sources } from './readSources';

export interface MadeUnits {
  readonly units2018: readonly Unit[];
  readonly units2025: readonly Unit[];
}

const KINDS: Record<'Phường' | 'Xã' | 'Thị trấn', UnitKind> = { Phường: 'phuong', Xã: 'xa', 'Thị trấn': 'thiTran' };
const PROVINCES_2025: Record<'25_phu_tho' | '01_ha_noi', string> = { '25_phu_tho': 'Phú Thọ', '01_ha_noi': 'Hà Nội' };
const MERGER_OF_2025 = '2025-07-01';

/** The source's own words about how sure a row is begin so. */
const CERTAINTIES: readonly (readonly [beginning: string, LineageCertainty])[] = [
  ['unchanged until 30/06/2025', 'unchanged'],
  ['confirmed: ', 'resolution'],
  ['GSO code list ', 'codeList'],
  ['district plan ', 'plan'],
  ['intermediate unit not confirmed', 'unconfirmedStep'],
];

function certaintyOf({ code2018, confidence }: LineageRow): LineageCertainty {
  const found = CERTAINTIES.find(([beginning]) => confidence.startsWith(beginning));
  if (!found) throw new Error(`lineage.json: ${code2018}: confidence "${confidence}" has no short form yet`);
  return found[1];
}

function toStep({ effective, code, name, resolution }: SourceStep): LineageStep {
  const number = /\d+\/NQ-UBTVQH\d+/.exec(resolution)?.[0] ?? null;
  return {
    effective: effective as PlainDate,
    code: code as UnitCode,
    name,
    resolution: number,
    isResolutionConfirmed:
      number !== null && (!resolution.includes('not confirmed') || RESOLUTIONS_SEEN.includes(number)),
  };
}

function stepsOf(row: LineageRow): readonly LineageStep[] {
  const { code2025: code, name2025: name, resolution2025: resolution } = row;
  return [row.merged_2020, row.merged_2025_01_01, { effective: MERGER_OF_2025, code, name, resolution }].flatMap(
    (step) => (step ? [toStep(step)] : []),
  );
}

function byCode<T extends { readonly code: string }>(rows: readonly T[]): readonly T[] {
  return [...rows].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/**
 * The units of both editions in the project's form, in the order of their codes; throws where the sources contradict one
 * another. `shapes` holds the grid polygons of an edition by code: areas are measured on them.
 */
export function makeUnits(sources: Sources, shapes: Record<'2018' | '2025', ReadonlyMap<string, GridUnit>>): MadeUnits {
  const rows = new Map(sources.lineage.map((row) => [row.code2018, row]));
  const names2025 = new Map(sources.units2025.features.map(({ properties: p }) => [p.code, p.name]));
  const units2018 = byCode(sources.units2018.features.map(({ properties }) => properties)).map((source): Unit => {
    const row = rows.get(source.code);
    const population = sources.population.get(source.code);
    if (!row || !population) throw new Error(`${source.code}: in units-2018, but not in lineage and population`);
    const isSame =
      row.name2018 === source.name && row.code2025 === source.code2025 && names2025.get(row.code2025) === row.name2025;
    if (!isSame) throw new Error(`${source.code}: lineage and units do not say the same`);
    return {
      code: source.code as UnitCode,
      name: source.name,
      kind: KINDS[source.type],
      name2025: row.name2025,
      code2025: row.code2025 as UnitCode,
      district: source.district,
      province: source.province,
      population2019: population.population2019,
      areaKm2: areaKm2(shapes['2018'].get(source.code)!),
      isCore: true,
      lineage: stepsOf(row),
      lineageConfidence: row.confidence,
      lineageCertainty: certaintyOf(row),
      predecessors: [],
      predecessorNames: [],
      districts2018: [source.district],
      province2018: source.province,
    };
  });
  const units2025 = byCode(sources.units2025.features.map(({ properties }) => properties)).map((source): Unit => {
    const parts = units2018.filter(({ code2025 }) => code2025 === source.code);
    if (parts.length > 0 !== source.core) throw new Error(`${source.code}: core without predecessors, or the reverse`);
    const provinces = new Set(parts.map(({ province }) => province));
    if (provinces.size > 1) throw new Error(`${source.code}: predecessors in more than one province`);
    return {
      code: source.code as UnitCode,
      name: source.name,
      kind: KINDS[source.type],
      name2025: null,
      code2025: null,
      district: null,
      province: PROVINCES_2025[source.province2025],
      population2019: source.core ? parts.reduce((sum, part) => sum + (part.population2019 ?? Number.NaN), 0) : null,
      areaKm2: areaKm2(shapes['2025'].get(source.code)!),
      isCore: source.core,
      lineage: [],
      lineageConfidence: null,
      lineageCertainty: null,
      predecessors: parts.map(({ code }) => code),
      predecessorNames: parts.map(({ name }) => name),
      districts2018: districtsByArea(parts),
      province2018: [...provinces][0] ?? null,
    };
  });
  return { units2018, units2025 };
}

function districtsByArea(parts: readonly Unit[]): readonly string[] {
  const areas = new Map<string, number>();
  for (const { district, areaKm2: area } of parts) if (district) areas.set(district, (areas.get(district) ?? 0) + area);
  return [...areas].sort((a, b) => b[1] - a[1]).map(([district]) => district);
}
