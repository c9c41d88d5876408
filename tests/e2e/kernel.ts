import { readFileSync } from 'node:fs';
import { pointOnFeature } from '@turf/turf';
import type { Polygon } from 'geojson';
import { type SimulatedIncident, simulateIncidents } from '../../src/analysis/simulateIncidents.ts';
import { firstCluster } from '../../src/commands/firstCluster.ts';
import type { EditionId, Problem, Result, Unit, ZoneDistances } from '../../src/domain/index.ts';
import { decodeEdition } from '../../src/geo/decodeEdition.ts';
import {
  type BorderIndex,
  type BorderNetwork,
  buildBorderNetwork,
  findBorderZones,
  indexBorderNetwork,
  indexUnits,
  locateUnit,
  type UnitIndex,
} from '../../src/geo/index.ts';
import type { Place } from './driver.ts';

/** An edition opened by the kernel itself, without any of the program around it. */
export interface KernelEdition {
  readonly id: '2018' | '2025';
  readonly units: readonly Unit[];
  readonly network: BorderNetwork;
  readonly index: BorderIndex;
  readonly unitIndex: UnitIndex;
  /** By "lower code-higher code". */
  readonly exactness: ReadonlyMap<string, 'exact' | 'approximate'>;
  /** A point inside each unit. */
  readonly inside: readonly Place[];
  /** Codes of the units that are members on the edition's day. */
  readonly members: ReadonlySet<string>;
}

export type Scope = 'cluster' | 'all';
export const FIRST_ZONES: ZoneDistances = { commune: 500, district: 1000, province: 1500 };

function get<T, N>(result: Result<T, Problem, N>): T {
  if (!result.ok) throw new Error(result.problem.kind);
  return result.value;
}

const today = (): string => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

const readEdition = (id: '2018' | '2025') =>
  JSON.parse(readFileSync(new URL(`../../geodata/layers/edition-${id}.json`, import.meta.url), 'utf8'));

export function openKernel(id: '2018' | '2025'): KernelEdition {
  const { units, edition, exactness } = decodeEdition(readEdition(id));
  const network = get(buildBorderNetwork(units, { editionId: id as EditionId }));
  const asOf = edition.validTo !== null && edition.validTo < today() ? edition.validTo : today();
  const codes2018 = firstCluster.members.filter(({ from }) => from <= asOf).map(({ unitCode }) => unitCode as string);
  const records = units.features.map(({ properties }) => properties);
  const isMember = ({ code, predecessors }: Unit): boolean =>
    id === '2018' ? codes2018.includes(code) : predecessors.some((old) => codes2018.includes(old));
  return {
    id,
    units: records,
    network,
    index: get(indexBorderNetwork(network, { capM: 5_000 })),
    unitIndex: get(indexUnits(units)),
    exactness,
    inside: units.features.map(({ geometry }) => {
      const rings = geometry.type === 'Polygon' ? geometry.coordinates : (geometry.coordinates[0] ?? []);
      const [lng = 0, lat = 0] = pointOnFeature({ type: 'Polygon', coordinates: rings } as Polygon).geometry
        .coordinates;
      return { lng, lat };
    }),
    members: new Set(records.filter(isMember).map(({ code }) => code as string)),
  };
}

/** The units of an edition, as polygons. */
export const kernelUnits = (id: '2018' | '2025') => decodeEdition(readEdition(id)).units;

/** The 61 simulated incidents that come with the program, by the generator itself. */
export function sampleIncidents(): SimulatedIncident[] {
  const units = kernelUnits('2018');
  const memberCodes = firstCluster.members.filter(({ from }) => from <= '2018-12-31').map(({ unitCode }) => unitCode);
  return simulateIncidents({ seed: 2018, units, memberCodes: [...new Set(memberCodes)] });
}

export const shortName = (unit: Unit): string => unit.name.replace(/^(Phường|Xã|Thị trấn) /u, '');

export function unitOf({ units }: KernelEdition, code: string): Unit {
  const unit = units.find((candidate) => candidate.code === code);
  if (!unit) throw new Error(`no unit ${code}`);
  return unit;
}

/** What a line is called: both units without their kinds, left first, and its number where there are several parts. */
export function lineName(edition: KernelEdition, number: number): string {
  const { lines } = edition.network;
  const line = lines[number]!;
  const parts = lines.filter(({ left, right }) => left === line.left && right === line.right);
  const name = `${shortName(unitOf(edition, line.left))} – ${shortName(unitOf(edition, line.right))}`;
  return parts.length === 1 ? name : `${name} (${parts.indexOf(line) + 1})`;
}

/** Whether a place lies in neither of the two units of a line. */
export function isOutsideBoth(
  { network, units, unitIndex }: KernelEdition,
  number: number,
  { lng, lat }: { readonly lng: number; readonly lat: number },
): boolean {
  const [unit = -1] = locateUnit(unitIndex, new Float64Array([lng, lat]));
  const { left, right } = network.lines[number]!;
  return unit >= 0 && ![left, right].some((code) => code === units[unit]!.code);
}

export function isApproximate({ network, exactness }: KernelEdition, number: number): boolean {
  const { left, right } = network.lines[number]!;
  return exactness.get(left < right ? `${left}-${right}` : `${right}-${left}`) === 'approximate';
}

/** One line in whose zone a position lies. */
export interface KernelFlag {
  readonly line: number;
  readonly distanceM: number;
  readonly chainageM: number;
  /** Code of the unit on whose side it lies; null on the line, where the handling unit is neither. */
  readonly side: string | null;
}

type Located = Pick<SimulatedIncident, 'lng' | 'lat' | 'unitCode'>;

/** The lines in range of each incident, nearest first. */
export function flagsOf(
  edition: KernelEdition,
  incidents: readonly Located[],
  { zoneM = FIRST_ZONES, scope = 'cluster' }: { readonly zoneM?: ZoneDistances; readonly scope?: Scope } = {},
): KernelFlag[][] {
  const positions = new Float64Array(incidents.flatMap(({ lng, lat }) => [lng, lat]));
  const zones = get(findBorderZones(edition.index, positions, { zoneM }));
  return incidents.map(({ unitCode }, i) => {
    const flags: KernelFlag[] = [];
    for (let r = zones.start[i]!; r < zones.start[i + 1]!; r += 1) {
      const { left, right } = edition.network.lines[zones.line[r]!]!;
      if (scope === 'cluster' && !edition.members.has(left) && !edition.members.has(right)) continue;
      const onLine = unitCode === left || unitCode === right ? unitCode : null;
      flags.push({
        line: zones.line[r]!,
        distanceM: zones.distanceM[r]!,
        chainageM: zones.chainageM[r]!,
        side: zones.side[r]! > 0 ? left : zones.side[r]! < 0 ? right : onLine,
      });
    }
    return flags;
  });
}

export interface KernelCounts {
  readonly flagged: number;
  readonly level: Readonly<Record<'commune' | 'district' | 'province', number>>;
  /** By the line's name; lines without incidents are left out. */
  readonly line: Readonly<Record<string, number>>;
  /** By the unit's name; likewise. */
  readonly side: Readonly<Record<string, number>>;
  /** By the name of the unit that holds the incident, members only. */
  readonly member: Readonly<Record<string, number>>;
}

/** How often each key occurs. */
function tally(keys: Iterable<string>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

/** What the panel has to say, counted the slow way: one incident after the other. */
export function countsOf(
  edition: KernelEdition,
  incidents: readonly Located[],
  options: { readonly zoneM?: ZoneDistances; readonly scope?: Scope } = {},
): KernelCounts {
  const flags = flagsOf(edition, incidents, options);
  const { lines } = edition.network;
  const once = (keysOf: (flag: KernelFlag) => string | null): Record<string, number> =>
    tally(flags.flatMap((rows) => [...new Set(rows.map(keysOf).filter((key) => key !== null))]));
  const level = once(({ line }) => lines[line]!.level);
  const holding = locateUnit(edition.unitIndex, new Float64Array(incidents.flatMap(({ lng, lat }) => [lng, lat])));
  const inUnit = tally(Array.from(holding, (number) => edition.units[number]?.code ?? ''));
  return {
    flagged: flags.filter((rows) => rows.length > 0).length,
    level: { commune: level.commune ?? 0, district: level.district ?? 0, province: level.province ?? 0 },
    line: once(({ line }) => lineName(edition, line)),
    side: once(({ side }) => (side === null ? null : unitOf(edition, side).name)),
    member: Object.fromEntries(
      edition.units.filter(({ code }) => edition.members.has(code)).map(({ code, name }) => [name, inUnit[code] ?? 0]),
    ),
  };
}
