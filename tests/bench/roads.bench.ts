import { inflateSync } from 'node:zlib';
import { readRoads } from '../../src/formats/roads/readRoads';
import type { FixtureNode, FixtureWay } from '../formats/roads/support/network';
import { dataContent, headerBlock, pbfBlock } from '../formats/roads/support/writePbf';
import { type BenchRow, rounded } from './measure';

const MB = 1_000_000;
const FILE_BYTES = 50 * MB;
const NODES_PER_BLOCK = 8_000;
const WAYS_PER_BLOCK = 1_000;
/** As in extracts of Vietnam: of three ways one is a road, the others are houses and fields. */
const ROADS_OF_TEN = 3;
const ROUNDS = 3;
const SEEDED = 0x2545f491;

/** Numbers as if by chance, the same in every run. */
function makeChance(): () => number {
  let state = SEEDED;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

interface Made {
  readonly blob: Blob;
  /** The packed bytes of each block, as they stand in the file. */
  readonly packed: Uint8Array[];
  readonly nodes: number;
  readonly ways: number;
}

/** Nodes as they were drawn one after the other: some metres apart along a line, then somewhere else. */
function makeNodes(first: number, chance: () => number): FixtureNode[] {
  let [lng, lat] = [0, 0];
  return Array.from({ length: NODES_PER_BLOCK }, (_, i) => {
    if (i % 12 === 0) [lng, lat] = [105 + 0.4 * chance(), 21 + 0.4 * chance()];
    lng += 0.0006 * (chance() - 0.5);
    lat += 0.0006 * (chance() - 0.5);
    return {
      id: first + 3 * i + Math.floor(2 * chance()),
      lng: Number(lng.toFixed(7)),
      lat: Number(lat.toFixed(7)),
    };
  });
}

/** A town of some blocks, again and again with other numbers: what is packed in each block is as hard to unpack as the real thing. */
function makeFile(): Made {
  const chance = makeChance();
  const nodeBlocks: Uint8Array<ArrayBuffer>[] = [];
  const wayBlocks: Uint8Array<ArrayBuffer>[] = [];
  let [bytes, nodes, ways] = [0, 0, 0];
  while (bytes < FILE_BYTES) {
    const some = makeNodes(1 + nodes * 3, chance);
    nodeBlocks.push(pbfBlock('OSMData', dataContent(some, [])));
    bytes += nodeBlocks.at(-1)!.length;
    nodes += some.length;
    const theirs: FixtureWay[] = Array.from({ length: WAYS_PER_BLOCK }, (_, i) => {
      const from = 12 * Math.floor((chance() * (some.length - 24)) / 12);
      const refs = some.slice(from, from + 4 + Math.floor(10 * chance())).map(({ id }) => id);
      const tags: Record<string, string> =
        i % 10 < ROADS_OF_TEN
          ? { highway: i % 2 === 0 ? 'residential' : 'service', name: `Ngõ ${Math.floor(900 * chance())}` }
          : { building: 'yes', 'building:levels': String(1 + (i % 7)) };
      return { id: ways + i + 1, refs, tags };
    });
    wayBlocks.push(pbfBlock('OSMData', dataContent([], theirs)));
    bytes += wayBlocks.at(-1)!.length;
    ways += theirs.length;
  }
  const blocks = [headerBlock({ optional: ['Sort.Type_then_ID'] }), ...nodeBlocks, ...wayBlocks];
  return { blob: new Blob(blocks), packed: blocks.slice(1).map(packedOf), nodes, ways };
}

/** What zlib wrote into a block: it begins with its mark, and runs to the end. */
function packedOf(block: Uint8Array): Uint8Array {
  const headerBytes = new DataView(block.buffer, block.byteOffset).getUint32(0);
  for (let i = 4 + headerBytes; i < 4 + headerBytes + 16; i++)
    if (block[i] === 0x78 && block[i + 1] === 0x9c) return block.subarray(i);
  throw new Error('no zlib data');
}

async function inflate(packed: Uint8Array): Promise<number> {
  const stream = new Blob([packed as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream('deflate'));
  return (await new Response(stream).arrayBuffer()).byteLength;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

async function timeMs(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const arrayBytes = (): number => process.memoryUsage().arrayBuffers;

async function read(blob: Blob, look: () => void): Promise<{ ways: number; nodes: number }> {
  const result = await readRoads(blob, { file: 'town.osm.pbf', onProgress: look });
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value.report;
}

/** A file of 50 MB to a network, against unpacking its blocks, and the memory of arrays that it takes on the way. */
export async function run(): Promise<BenchRow[]> {
  const { blob, packed, nodes, ways } = makeFile();
  const sizeMb = blob.size / MB;
  const times: Record<'read' | 'box' | 'stream' | 'sync', number[]> = { read: [], box: [], stream: [], sync: [] };
  let peakBytes = 0;
  let found = { ways: 0, nodes: 0 };
  for (let round = 0; round <= ROUNDS; round++) {
    const before = arrayBytes();
    const readMs = await timeMs(async () => {
      found = await read(blob, () => {
        peakBytes = Math.max(peakBytes, arrayBytes() - before);
      });
    });
    const boxMs = await timeMs(() => readRoads(blob, { file: 'town.osm.pbf', box: [105.1, 21.1, 105.11, 21.11] }));
    const streamMs = await timeMs(async () => {
      for (const block of packed) await inflate(block);
    });
    const syncMs = await timeMs(async () => {
      for (const block of packed) inflateSync(block);
    });
    if (round === 0) continue;
    times.read.push(readMs);
    times.box.push(boxMs);
    times.stream.push(streamMs);
    times.sync.push(syncMs);
  }
  const readMs = median(times.read);
  const ratio = rounded(readMs / median(times.stream));
  const ratioSync = rounded(readMs / median(times.sync));
  // Every node kept as its number and its place, as a reader of one run would.
  const allNodesBytes = 24 * nodes;
  const what = `${Math.round(sizeMb)} MB of .osm.pbf, ${(nodes / MB).toFixed(1)} million nodes, ${Math.round(ways / 1000)} thousand ways`;
  return [
    { what: `${what}: read`, figure: rounded(readMs), unit: 'ms' },
    { what: 'Megabytes of the file a second', figure: rounded((1000 * sizeMb) / readMs), unit: 'MB/s' },
    { what: 'Read, against unpacking each block once as browsers do', figure: ratio, unit: '×' },
    { what: "Read, against Node's own unpacking in one piece", figure: ratioSync, unit: '×' },
    { what: 'Read with a box of 1 km', figure: rounded(median(times.box)), unit: 'ms' },
    { what: 'Ways kept', figure: found.ways, unit: 'ways' },
    { what: 'Most bytes of arrays beyond the file', figure: rounded(peakBytes / MB), unit: 'MB' },
    { what: 'The places of all nodes would take', figure: rounded(allNodesBytes / MB), unit: 'MB' },
  ];
}
