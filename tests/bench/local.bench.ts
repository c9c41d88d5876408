import { cellNeighbours, makeCells } from '../../src/analysis/local/cellGrid';
import { getisOrdLocal } from '../../src/analysis/local/getisOrdLocal';
import type { NeighbourRows } from '../../src/analysis/local/spatialWeights';
import { makeRandom } from '../../src/analysis/simulation/random';
import { type BenchRow, compareMs, rounded } from './measure';

const CELLS_ACROSS = 316;
const SIZE_M = 100;
const REPETITIONS = 25;
/** Until then the memory for results comes from the system page by page, which on some machines takes longer than all else. */
const WARM_RUNS = 100;

/** The floor: each cell's sum over its neighbours, and nothing else. */
function sumNeighbours(values: Float64Array, { start, index }: NeighbourRows, sums: Float64Array): void {
  for (let i = 0; i < values.length; i++) {
    const end = start[i + 1]!;
    let sum = 0;
    for (let k = start[i]!; k < end; k++) sum += values[index[k]!]!;
    sums[i] = sum;
  }
}

/** Scores and their tails over 316 × 316 cells, to the floor in the same run; of both the least of all repetitions. */
export function run(): BenchRow[] {
  const rows: BenchRow[] = [];
  const farM = (CELLS_ACROSS - 0.5) * SIZE_M;
  const cells = makeCells({ shape: 'square', sizeM: SIZE_M, bbox: [0, 0, farM, farM] });
  const random = makeRandom(316);
  const sums = new Float64Array(cells.count);
  const kinds = {
    'values by chance': Float64Array.from(sums, () => random.next()),
    'counts, most of them 0': Float64Array.from(sums, () => (random.next() < 0.9 ? 0 : 1 + random.below(5))),
  };
  for (const radiusCells of [1, 1.5, 2.5, 4, 6]) {
    const neighbours = cellNeighbours(cells, { radiusM: radiusCells * SIZE_M });
    const middle = (cells.rows >> 1) * cells.columns + (cells.columns >> 1);
    const size = neighbours.start[middle + 1]! - neighbours.start[middle]!;
    for (const [kind, values] of Object.entries(kinds)) {
      for (let i = 0; i < WARM_RUNS; i++) getisOrdLocal(values, neighbours, { includeSelf: i % 2 === 0 });
      const [floor, star, plain] = compareMs(
        [
          () => sumNeighbours(values, neighbours, sums),
          () => void getisOrdLocal(values, neighbours),
          () => void getisOrdLocal(values, neighbours, { includeSelf: false }),
        ],
        1,
        REPETITIONS,
      );
      const said = `${cells.count} cells of ${size} neighbours, ${kind}`;
      rows.push({ what: `${said}: the sums alone`, figure: rounded(floor!.least), unit: 'ms' });
      for (const [name, time] of [
        ['Gi*', star],
        ['Gi', plain],
      ] as const) {
        const figure = rounded(time!.least / floor!.least);
        rows.push({ what: `${said}: ${name} and p, to the sums`, figure, unit: '×', goal: '≤ 5', isMet: figure <= 5 });
      }
    }
  }
  return rows;
}
