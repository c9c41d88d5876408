import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeRandom } from '../../src/analysis/simulation/random';
import { type LineGraph, makeLineGraph } from '../../src/analysis/strip/lineGraph';
import { type LineEvents, type ScanOptions, scanBorder } from '../../src/analysis/strip/scanBorder';
import type { EditionId } from '../../src/domain';
import { buildBorderNetwork } from '../../src/geo';
import { decodeEdition, type EditionTopology } from '../../src/geo/decodeEdition';
import { type BenchRow, rounded, timeMs } from './measure';

const EVENTS = 10_000;
const REPLICATES = 999;
const BINS = 24;

/** The lines nearest to one, by junctions between, until there are so many. */
function linesAround(graph: LineGraph, first: number, count: number): Uint8Array {
  const mask = new Uint8Array(graph.lengthM.length);
  const found = [first];
  mask[first] = 1;
  for (let next = 0; next < found.length; next++)
    for (const node of [graph.startNode[found[next]!]!, graph.endNode[found[next]!]!])
      for (const line of graph.lineAt.subarray(graph.firstEnd[node]!, graph.firstEnd[node + 1]!)) {
        if (mask[line] === 1 || found.length === count) continue;
        mask[line] = 1;
        found.push(line);
      }
  return mask;
}

/** Events on the lines of a mask, evenly or half of them around twenty places. */
function makeEvents(graph: LineGraph, mask: Uint8Array, { isClustered }: { isClustered: boolean }): LineEvents {
  const random = makeRandom(2_018);
  const lengths = Array.from(graph.lengthM, (lengthM, line) => lengthM * mask[line]!);
  const anywhere = () => {
    const line = random.weighted(lengths);
    return { line, chainageM: random.next() * graph.lengthM[line]! };
  };
  const places = Array.from({ length: 20 }, anywhere);
  const events = Array.from({ length: EVENTS }, () => {
    if (!isClustered || random.next() < 0.5) return anywhere();
    const place = random.pick(places);
    return { ...place, chainageM: place.chainageM + 500 * (random.next() - 0.5) };
  });
  return {
    line: Int32Array.from(events, ({ line }) => line),
    chainageM: Float64Array.from(events, ({ chainageM }) => chainageM),
    bin: Int32Array.from(events, () => random.below(BINS)),
  };
}

export function run({ root }: { root: string }): BenchRow[] {
  const text = readFileSync(join(root, 'geodata/layers/edition-2018.json'), 'utf8');
  const network = buildBorderNetwork(decodeEdition(JSON.parse(text) as EditionTopology).units, {
    editionId: '2018' as EditionId,
  });
  if (!network.ok) throw new Error(JSON.stringify(network.problem));
  const graph = makeLineGraph(network.value);
  const all = new Uint8Array(graph.lengthM.length).fill(1);
  const around = linesAround(graph, 60, 30);
  const rows: BenchRow[] = [];
  const add = (what: string, figure: number, unit: string, mostFigure?: number): void => {
    const goal = mostFigure === undefined ? {} : { goal: `≤ ${mostFigure}`, isMet: figure <= mostFigure };
    rows.push({ what, figure: rounded(figure), unit, ...goal });
  };
  const seconds = (events: LineEvents, options: Omit<ScanOptions, 'seed' | 'limit'>): number =>
    timeMs(() => void scanBorder(events, graph, { seed: 1, limit: 5, ...options })) / 1_000;

  const even = makeEvents(graph, all, { isClustered: false });
  seconds(even, { maxLengthM: 3_000, replicates: 50 });
  for (const [said, lines] of [
    ['all lines', all],
    ['30 lines', around],
  ] as const)
    for (const isClustered of [false, true]) {
      const events = makeEvents(graph, lines, { isClustered });
      for (const maxLengthM of [3_000, 5_000])
        add(
          `10 000 events ${isClustered ? 'in clusters' : 'evenly'} on ${said}, up to ${maxLengthM} m, 999 replicates`,
          seconds(events, { lines, maxLengthM, replicates: REPLICATES }),
          's',
          said === 'all lines' ? 2 : undefined,
        );
    }
  const once = seconds(even, { maxLengthM: 3_000, replicates: REPLICATES });
  const twice = seconds(even, { maxLengthM: 3_000, replicates: 2 * REPLICATES });
  add('1 998 replicates to 999', twice / once, '×', 2.2);
  const timed = { maxLengthM: 3_000, binCount: BINS };
  seconds(even, { ...timed, replicates: 20 });
  const overTime = seconds(even, { ...timed, replicates: REPLICATES });
  add(`${BINS} time bins, 10 000 events evenly on all lines, up to 3000 m, 999 replicates`, overTime, 's', 2);
  add('with time bins to without', overTime / once, '×');
  const fewer = seconds(even, { ...timed, replicates: 250 });
  const more = seconds(even, { ...timed, replicates: 500 });
  add('with time bins, 500 replicates to 250', more / fewer, '×', 2.2);
  return rows;
}
