import { type LineGraph, makeLineGraph } from '../../../src/analysis/strip/lineGraph';

/** A graph from [node, node, metres] a line. */
export function graphOf(lines: readonly (readonly [from: number, to: number, lengthM: number])[]): LineGraph {
  const coordinates: number[] = [];
  const made = lines.map(([from, to, lengthM], line) => {
    const start = coordinates.length / 2;
    // A vertex between, which no other line has.
    coordinates.push(from, 0, line, 1 + line, to, 0);
    return { start, end: start + 3, lengthM };
  });
  return makeLineGraph({ lines: made, coordinates: Float64Array.from(coordinates) } as never);
}

/** Small whole numbers by chance, the same for the same seed. */
export function makeDice(seed: number): (end: number) => number {
  let state = seed >>> 0;
  return (end) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * end);
  };
}
