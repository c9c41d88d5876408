import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { membersInEdition } from '../../../src/analysis/membersInEdition';
import { type OpenEdition, openEdition } from '../../../src/analysis/openEdition';
import { firstCluster } from '../../../src/commands';
import type { PlainDate } from '../../../src/domain';

/** The last day of 2018: the founders are members, Sông Lô is not yet. */
const FOUNDERS_DAY = '2018-12-31' as PlainDate;

/** The text of a shipped layer file. */
export function editionText(id: '2018' | '2025'): string {
  return readFileSync(resolve(import.meta.dirname, `../../../geodata/layers/edition-${id}.json`), 'utf8');
}

export function openReal(id: '2018' | '2025'): OpenEdition {
  const opened = openEdition(JSON.parse(editionText(id)));
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
  return opened.value;
}

/** Numbers of the units where the first cluster's members of a day are. */
export function memberNumbers({ info }: OpenEdition, onDay = FOUNDERS_DAY): Set<number> {
  const placed = membersInEdition(firstCluster.members, { editionId: info.edition.id, units: info.units, onDay });
  const codes = new Set(placed.units.map(({ code }) => code));
  return new Set(info.units.flatMap((unit, number) => (codes.has(unit.code) ? [number] : [])));
}

/** The vertices of a line of the network, WGS 84 degrees. */
export function courseOf({ network }: OpenEdition, line: number): [number, number][] {
  const { start, end } = network.lines[line]!;
  const course: [number, number][] = [];
  for (let i = start; i < end; i += 1) course.push([network.coordinates[2 * i]!, network.coordinates[2 * i + 1]!]);
  return course;
}
