import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { coursesOf, drawZones } from '../../src/analysis/drawZones';
import { encodeIncidents, type IncidentBatch } from '../../src/analysis/incidentColumns';
import { membersInEdition } from '../../src/analysis/membersInEdition';
import type { EditionInfo } from '../../src/analysis/openEdition';
import { streamSimulatedIncidents } from '../../src/analysis/simulateIncidents';
import { firstCluster } from '../../src/commands';
import type { Incident, Problem, Result, ZoneDistances } from '../../src/domain';
import { decodeEdition } from '../../src/geo/decodeEdition';
import type { QueryInput } from '../../src/workers/borderAnswers';
import { createBorderEngine } from '../../src/workers/borderEngine';
import { type BenchRow, medianMs, rounded, timeMs } from './measure';

const MILLION = 1_000_000;
const CHUNK = 10_000;
const { zoneM } = firstCluster.cluster;
const PLAIN: QueryInput = { zoneM, scope: 'cluster', filter: {}, sort: { key: 'occurred', descending: true } };

function must<T>(result: Result<T, Problem, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

function memberNumbers(info: EditionInfo): number[] {
  const { units } = membersInEdition(firstCluster.members, { editionId: info.edition.id, units: info.units });
  const codes = new Set(units.map(({ code }) => code));
  return info.units.flatMap(({ code }, number) => (codes.has(code) ? [number] : []));
}

/** Simulated incidents in the chunks in which the page sends them. */
function* batchesOf(incidents: Iterable<Incident>): Generator<IncidentBatch> {
  let chunk: Incident[] = [];
  for (const incident of incidents) {
    chunk.push(incident);
    if (chunk.length < CHUNK) continue;
    yield encodeIncidents(chunk);
    chunk = [];
  }
  if (chunk.length > 0) yield encodeIncidents(chunk);
}

export function run({ root }: { root: string }): BenchRow[] {
  const rows: BenchRow[] = [];
  const add = (what: string, figure: number, unit: string): void => {
    rows.push({ what, figure: rounded(figure), unit });
  };
  const texts = { '2018': read(root, '2018'), '2025': read(root, '2025') };
  const { units } = decodeEdition(JSON.parse(texts['2018']));
  const engineWith = (count: number) => {
    const engine = createBorderEngine();
    const info = must(engine.openEdition('2018', texts['2018']));
    engine.setMembers(memberNumbers(info), 'cluster');
    const memberCodes = firstCluster.members.map(({ unitCode }) => unitCode);
    const simulated = streamSimulatedIncidents({ seed: 2_018, units, memberCodes, count });
    for (const batch of batchesOf(simulated)) engine.putIncidents(batch);
    const firstMs = timeMs(() => void must(engine.query(PLAIN)));
    return { engine, firstMs };
  };

  // What an answer costs, by how many incidents there are.
  const sliderMs: number[] = [];
  for (const count of [100_000, MILLION]) {
    const { engine, firstMs } = engineWith(count);
    const said = count.toLocaleString('en-GB').replaceAll(',', ' ');
    let step = 0;
    const moved = (): ZoneDistances => {
      step = (step + 1) % 100;
      return { ...zoneM, commune: 400 + step };
    };
    const slider = medianMs(() => void must(engine.query({ ...PLAIN, zoneM: moved() })), 5);
    const further = timeMs(() => void must(engine.query({ ...PLAIN, zoneM: { ...zoneM, commune: 600 } })));
    must(engine.query(PLAIN));
    const filter = medianMs(() => void must(engine.query({ ...PLAIN, filter: { category: ['theft'] } })), 5);
    must(engine.query(PLAIN));
    const view = { bbox: [105.3, 21.2, 105.6, 21.4], zoom: 12 } as const;
    const marks = medianMs(() => void engine.marks(view), 5);
    sliderMs.push(slider);
    add(`${said} incidents: first answer, all taken in`, firstMs, 'ms');
    add(`${said} incidents: a step of a slider`, slider, 'ms');
    add(`${said} incidents: a step beyond the rows that are kept, to another step`, further / slider, '×');
    add(`${said} incidents: another filter, to a step of a slider`, filter / slider, '×');
    add(`${said} incidents: marks of a view, to a step of a slider`, marks / slider, '×');
    add(`${said} incidents: marks in that view`, engine.marks(view).length, 'marks');
  }
  add('a step of a slider, a million to ten times 100 000', sliderMs[1]! / sliderMs[0]! / 10, '×');

  // Drawing zones, which follows when a slider stands.
  for (const edition of ['2018', '2025'] as const) {
    const engine = createBorderEngine();
    let info: EditionInfo | undefined;
    const openMs = timeMs(() => {
      info = must(engine.openEdition(edition, texts[edition]));
    });
    engine.setMembers(memberNumbers(info!), 'cluster');
    add(`${edition}: opening the edition`, openMs, 'ms');
    for (const scope of ['cluster', 'all'] as const) {
      const lines = coursesOf(engine.linesInScope(scope));
      const drawMs = timeMs(() => void drawZones(lines, zoneM));
      add(`${edition}: drawing the zones of ${scope} lines`, drawMs, 'ms');
    }
  }
  return rows;
}

const read = (root: string, edition: string): string =>
  readFileSync(join(root, `geodata/layers/edition-${edition}.json`), 'utf8');
