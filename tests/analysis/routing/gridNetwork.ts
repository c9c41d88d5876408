import { makeRandom } from '../../../src/analysis/simulation/random';
import { AGAINST, ALONG, BITS_PER_MODE, ROAD_CLASSES, type RoadClass, type RoadWays } from '../../../src/domain';
import { fromLocal } from '../../../src/geo/localFrame';

const ALL_MODES = 4;
const LONGEST_RUN = 8;

/** The access of all modes at once. */
export const accessOf = (bits: number): number =>
  Array.from({ length: ALL_MODES }, (_, m) => bits << (m * BITS_PER_MODE)).reduce((sum, each) => sum | each, 0);

interface Street {
  readonly nodes: number[];
  readonly kind: RoadClass;
  readonly bits: number;
}

/**
 * A town of `side` by `side` crossings about 120 m apart, none quite in its place: streets in both directions, an eighth of their pieces gone, a sixth of
 * them one-way for bicycles, motorbikes and cars; two rivers from west to east with a bridge every `bridgesApart` streets.
 */
export function gridNetwork(side: number, { seed = 5, bridgesApart = 24 } = {}): RoadWays {
  const random = makeRandom(seed);
  const local: number[] = [];
  const place = (x: number, y: number): number => local.push(x, y) / 2 - 1;
  const shift = (): number => (random.next() - 0.5) * 60;
  for (let j = 0; j < side; j++) for (let i = 0; i < side; i++) place(i * 120 + shift(), j * 120 + shift());
  const streets: Street[] = [];
  const rivers = new Set([Math.floor(side / 3), Math.floor((2 * side) / 3)]);
  const crossing = (line: number, k: number, isRow: boolean): number => (isRow ? line * side + k : k * side + line);
  for (const isRow of [true, false])
    for (let line = 0; line < side; line++) {
      const kind: RoadClass = line % 40 === 0 ? 'primary' : line % 10 === 0 ? 'tertiary' : 'residential';
      const oneWay = kind === 'residential' && random.next() < 0.17 ? 1 + random.below(2) : 3;
      let run: number[] = [];
      const close = (): void => {
        if (run.length > 1) streets.push({ nodes: run, kind, bits: oneWay });
        run = [];
      };
      for (let k = 0; k + 1 < side; k++) {
        const [a, b] = [crossing(line, k, isRow), crossing(line, k + 1, isRow)];
        const isRiver = !isRow && rivers.has(k) && line % bridgesApart !== 0;
        if (isRiver || (kind === 'residential' && random.next() < 0.125)) {
          close();
          continue;
        }
        if (run.length === 0) run.push(a);
        const [x, y] = [0, 1].map((axis) => (local[2 * a + axis]! + local[2 * b + axis]!) / 2 + shift() / 4);
        run.push(place(x!, y!), b);
        if (run.length > 2 * LONGEST_RUN) close();
      }
      close();
    }
  const starts = new Uint32Array(streets.length + 1);
  streets.forEach(({ nodes }, w) => {
    starts[w + 1] = starts[w]! + nodes.length;
  });
  const foot = ALONG | AGAINST;
  return {
    nodes: new Float64Array(fromLocal({ lng: 105.42, lat: 21.3 }, Float64Array.from(local))),
    starts,
    members: Uint32Array.from(streets.flatMap(({ nodes }) => nodes)),
    classes: Uint8Array.from(streets, ({ kind }) => ROAD_CLASSES.indexOf(kind)),
    access: Uint8Array.from(streets, ({ bits }) => (accessOf(bits) & ~foot) | foot),
    postedKmh: new Uint8Array(streets.length),
    nameOf: new Uint32Array(streets.length),
    names: [''],
  };
}
