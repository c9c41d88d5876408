import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lineString, point, pointToLineDistance } from '@turf/turf';
import type { EditionId, Problem, Result } from '../../src/domain';
import {
  type BorderLocations,
  buildBorderNetwork,
  findBorderZones,
  indexBorderNetwork,
  indexUnits,
  locateOnBorders,
  locateUnit,
  makeBorderLocations,
  toBorderLineFeatures,
  type UnitCollection,
} from '../../src/geo';
import { decodeEdition, type EditionTopology } from '../../src/geo/decodeEdition';
import { measureFloor } from './floor';
import { type BenchRow, compareMs, medianMs, rounded, timeMs } from './measure';
import { postgisMicroseconds } from './postgis';

const MILLION = 1_000_000;
const SLICE = 50_000;
/** Given in the contract, measured on a machine like this; taken where no database is at hand. */
const POSTGIS_GIVEN_US = 11;

function must<T>(result: Result<T, Problem, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

/** Positions evenly over the units, in no order. */
function positionsWithin(units: UnitCollection, count: number): Float64Array {
  const index = must(indexUnits(units));
  let state = 2_018;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const positions = new Float64Array(2 * count);
  let found = 0;
  while (found < count) {
    const trial = Float64Array.from({ length: 20_000 }, (_, i) => (i % 2 === 0 ? 105.2 : 21.1) + 0.5 * random());
    const unit = locateUnit(index, trial);
    for (let i = 0; i < unit.length && found < count; i++) {
      if (unit[i]! < 0) continue;
      positions.set(trial.subarray(2 * i, 2 * i + 2), 2 * found++);
    }
  }
  return positions;
}

const slicesOf = (locations: BorderLocations): BorderLocations[] =>
  Array.from({ length: locations.line.length / SLICE }, (_, slice) => {
    const [from, to] = [slice * SLICE, (slice + 1) * SLICE];
    return {
      distanceM: locations.distanceM.subarray(from, to),
      line: locations.line.subarray(from, to),
      side: locations.side.subarray(from, to),
      chainageM: locations.chainageM.subarray(from, to),
    };
  });

export function run({ root }: { root: string }): BenchRow[] {
  const rows: BenchRow[] = [];
  const open = (edition: string): UnitCollection =>
    decodeEdition(
      JSON.parse(readFileSync(join(root, `geodata/layers/edition-${edition}.json`), 'utf8')) as EditionTopology,
    ).units;
  const [units2018, units2025] = [open('2018'), open('2025')];
  const prepare = (units: UnitCollection, edition: string, capM: number) => {
    const network = must(buildBorderNetwork(units, { editionId: edition as EditionId }));
    return { network, index: must(indexBorderNetwork(network, { capM })) };
  };

  // Network and index of both editions.
  const cold = timeMs(() => {
    prepare(units2018, '2018', 1_000);
    prepare(units2025, '2025', 1_000);
  });
  const warm = medianMs(() => {
    prepare(units2018, '2018', 1_000);
    prepare(units2025, '2025', 1_000);
  }, 9);
  rows.push({ what: 'network and index of both editions, first time', figure: rounded(cold), unit: 'ms' });
  rows.push({
    what: 'network and index of both editions, warm',
    figure: rounded(warm),
    unit: 'ms',
    goal: '≤ 300',
    isMet: warm <= 300,
  });

  // The million against the floor.
  const { network, index } = prepare(units2018, '2018', 1_000);
  const positions = positionsWithin(units2018, MILLION);
  const columns = makeBorderLocations(MILLION);
  const columnsOf = slicesOf(columns);
  const floorM = new Float64Array(SLICE);
  const placesOf = columnsOf.map((_, slice) => positions.subarray(2 * SLICE * slice, 2 * SLICE * (slice + 1)));
  const [floor, kernel] = compareMs(
    [
      (slice) => measureFloor(index, placesOf[slice]!, floorM),
      (slice) => void locateOnBorders(index, placesOf[slice]!, columnsOf[slice]!),
    ],
    placesOf.length,
    15,
  );
  const kernelNs = kernel!.median;
  const ratio = kernel!.median / floor!.median;
  rows.push({ what: 'the floor, a position', figure: rounded(floor!.median), unit: 'ns' });
  rows.push({ what: 'locateOnBorders, a position', figure: rounded(kernelNs), unit: 'ns' });
  rows.push({
    what: 'locateOnBorders to the floor',
    figure: rounded(ratio),
    unit: '×',
    goal: '≤ 3',
    isMet: ratio <= 3,
  });
  rows.push({
    what: 'locateOnBorders to the floor, least times',
    figure: rounded(kernel!.least / floor!.least),
    unit: '×',
  });

  // Turf over all lines.
  const lines = toBorderLineFeatures(network).features.map(({ geometry }) => lineString(geometry.coordinates));
  const turfCount = 12;
  const turfMs = timeMs(() => {
    for (let i = 0; i < turfCount; i++)
      for (const line of lines)
        pointToLineDistance(point([positions[2 * i]!, positions[2 * i + 1]!]), line, { units: 'meters' });
  });
  const turfRatio = ((turfMs / turfCount) * 1e6) / kernelNs;
  rows.push({
    what: 'Turf pointToLineDistance over all lines, a position',
    figure: rounded(turfMs / turfCount),
    unit: 'ms',
  });
  rows.push({
    what: 'Turf to locateOnBorders',
    figure: rounded(turfRatio),
    unit: '×',
    goal: '≥ 100 000',
    isMet: turfRatio >= 1e5,
  });

  // PostGIS.
  const { DATABASE_URL } = process.env;
  const postgisUs = DATABASE_URL
    ? postgisMicroseconds(DATABASE_URL, network, positions.subarray(0, 2 * 20_000))
    : POSTGIS_GIVEN_US;
  const postgisRatio = (postgisUs * 1_000) / kernelNs;
  rows.push({
    what: `PostGIS ST_DWithin 500 m, a position, ${DATABASE_URL ? 'measured' : 'as given, no DATABASE_URL'}`,
    figure: rounded(postgisUs),
    unit: 'µs',
  });
  rows.push({
    what: 'PostGIS to locateOnBorders',
    figure: rounded(postgisRatio),
    unit: '×',
    goal: '≥ 100',
    isMet: postgisRatio >= 100,
  });

  // Linear to ten million, in the memory of one chunk.
  const chunk = 100_000;
  const chunkColumns = makeBorderLocations(chunk);
  const inChunks = (count: number): void => {
    for (let from = 0; from < count; from += chunk) {
      const at = from % MILLION;
      locateOnBorders(index, positions.subarray(2 * at, 2 * (at + chunk)), chunkColumns);
    }
  };
  inChunks(MILLION);
  const perMillion: number[] = [];
  for (const millions of [1, 3, 10]) {
    const before = process.memoryUsage();
    const ms = medianMs(() => inChunks(millions * MILLION), 3);
    const after = process.memoryUsage();
    perMillion.push(ms / millions);
    rows.push({ what: `${millions} million positions`, figure: rounded(ms), unit: 'ms' });
    rows.push({
      what: `${millions} million positions, more memory`,
      figure: rounded(
        Math.max(0, after.arrayBuffers + after.heapUsed - before.arrayBuffers - before.heapUsed) / 2 ** 20,
      ),
      unit: 'MB',
    });
  }
  const growth = perMillion[2]! / perMillion[0]!;
  rows.push({
    what: 'ten millions to ten times one',
    figure: rounded(growth),
    unit: '×',
    goal: '≤ 1.2',
    isMet: growth <= 1.2,
  });

  // Zones and units.
  const incidents = positions.subarray(0, 2 * 100_000);
  const zones = (capM: number, zoneM: { commune: number; district: number; province: number }): number => {
    const { index: wide } = prepare(units2018, '2018', capM);
    return medianMs(() => void must(findBorderZones(wide, incidents, { zoneM })), 5);
  };
  rows.push({
    what: 'findBorderZones, 100 000 incidents, zones 500, 1 000, 1 500 m',
    figure: rounded(zones(1_500, { commune: 500, district: 1_000, province: 1_500 })),
    unit: 'ms',
  });
  rows.push({
    what: 'findBorderZones, 100 000 incidents, every line within 5 000 m',
    figure: rounded(zones(5_000, { commune: 5_000, district: 5_000, province: 5_000 })),
    unit: 'ms',
  });
  const unitIndex = must(indexUnits(units2018));
  rows.push({ what: 'indexUnits 2018', figure: rounded(medianMs(() => void indexUnits(units2018), 5)), unit: 'ms' });
  rows.push({
    what: 'locateUnit, a position',
    figure: rounded(medianMs(() => void locateUnit(unitIndex, positions), 5)),
    unit: 'ns',
  });
  return rows;
}
