import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { classifyLines } from '../../../src/analysis/clusterLines';
import { findZoneRows } from '../../../src/analysis/findZoneRows';
import { assignCells } from '../../../src/analysis/hotspots/assignCells';
import { cellPositions } from '../../../src/analysis/hotspots/densityGround';
import { gatherHotspotIncidents } from '../../../src/analysis/hotspots/gatherHotspotIncidents';
import { openGround, openIncidents } from '../../../src/analysis/hotspots/hotspotState';
import { indexZones } from '../../../src/analysis/hotspots/indexZones';
import { makeHotspotGround } from '../../../src/analysis/hotspots/makeHotspotGround';
import { emptyColumns, encodeIncidents, positionsOf, putIncidents } from '../../../src/analysis/incidentColumns';
import { membersInEdition } from '../../../src/analysis/membersInEdition';
import { openEdition } from '../../../src/analysis/openEdition';
import { streamSimulatedIncidents } from '../../../src/analysis/simulateIncidents';
import { firstCluster } from '../../../src/commands';
import { locateUnit } from '../../../src/geo';

const opened = openEdition(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../geodata/layers/edition-2018.json'), 'utf8')),
);
if (!opened.ok) throw new Error('the edition cannot be opened');

/** The edition of 2018 with the first cluster's members. */
export const edition = opened.value;
export const { zoneM } = firstCluster.cluster;

const { info } = edition;
const codes = new Set(
  membersInEdition(firstCluster.members, { editionId: info.edition.id, units: info.units }).units.map(
    ({ code }) => code,
  ),
);
export const members = new Set(info.units.flatMap(({ code }, number) => (codes.has(code) ? [number] : [])));
export const inScope = Uint8Array.from(classifyLines(info.lines, members), (kind) => (kind === 'none' ? 0 : 1));
export const ground = openGround(makeHotspotGround(edition, inScope, { members, isWhole: false }));
const units = locateUnit(edition.unitIndex, cellPositions(ground, ground.grid));
/** Of each line. */
export const zoneOfLineM = Float64Array.from(ground.levels, (level) => zoneM[level]);
export const facts = assignCells(ground, units, zoneOfLineM);
export const zones = indexZones(ground, zoneOfLineM);

/** So many simulated incidents, as the engine hands them on. */
export function incidentsOf(count: number) {
  const memberCodes = firstCluster.members.map(({ unitCode }) => unitCode);
  const columns = emptyColumns();
  putIncidents(
    columns,
    encodeIncidents([...streamSimulatedIncidents({ seed: 2018, units: edition.shapes, memberCodes, count })]),
  );
  const rows = findZoneRows(edition.borderIndex, positionsOf(columns), { zoneM, inScope });
  if (!rows.ok) throw new Error('no zones');
  const n = columns.count;
  const flags = {
    ...rows.value,
    unit: locateUnit(edition.unitIndex, positionsOf(columns)),
    zoneLayers: new Uint32Array(n),
    certainty: new Uint8Array(n),
  };
  const gathered = gatherHotspotIncidents(columns, flags, {
    slots: Uint32Array.from({ length: n }, (_, i) => i),
    rows: Int32Array.from({ length: n }, (_, i) => (flags.start[i]! < flags.start[i + 1]! ? flags.start[i]! : -1)),
    isOnStretch: new Uint8Array(n).fill(1),
    lines: info.lines,
    unitNumberOf: new Map(info.units.map(({ code }, number) => [Number(code), number])),
  });
  return { columns, flags, incidents: openIncidents(ground, gathered) };
}
