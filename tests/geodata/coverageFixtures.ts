import { type GridUnit, toGrid } from '../../geodata/grid';

type Corner = readonly [x: number, y: number];

/** A unit from its corners, in steps of 0.001° from 105° E, 21° N; the ring closes itself. */
export function unit(code: string, ...corners: readonly Corner[]): GridUnit {
  const place = ([x, y]: Corner): number[] => [(105_000 + x) / 1000, (21_000 + y) / 1000];
  const ring = [...corners, corners[0]!].map(place);
  return toGrid(code, { type: 'Polygon', coordinates: [ring] }).unit;
}

/** Two squares side by side that share an edge, and a third below both that shares its corners. */
export const soundCoverage: readonly GridUnit[] = [
  unit('00001', [0, 10], [10, 10], [10, 20], [0, 20]),
  unit('00002', [10, 10], [20, 10], [20, 20], [10, 20]),
  unit('00003', [0, 0], [20, 0], [20, 10], [10, 10], [0, 10]),
];
