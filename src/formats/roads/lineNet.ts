import type { DropReason } from '../../domain';
import { latScaleSquared, lngScaleSquared } from '../../geo/ellipsoid';
import type { WayFacts } from './classifyWay';
import type { RawWays } from './collectOsm';
import { RoadStop } from './roadFile';
import { MOST_LINE_POINTS } from './roadLimits';
import { WayList } from './wayList';

/** A line as a file has it: `[lng0, lat0 …]`, degrees. */
export interface DrawnLine {
  readonly facts: WayFacts;
  readonly places: readonly number[];
}

/** Lines as runs of shared nodes. */
export interface LineNet {
  /** `[x0, y0 …]` of the nodes, metres from the south-west corner, good for short distances. */
  readonly local: number[];
  readonly lines: { readonly facts: WayFacts; readonly nodes: readonly number[] }[];
}

/** The plane that a net is on: metres per degree, and its corner. */
export interface LinePlane {
  readonly lng: number;
  readonly lat: number;
  readonly mPerLng: number;
  readonly mPerLat: number;
}

/** @throws RoadStop  tooManyRoads */
export function planeOf(lines: readonly DrawnLine[]): LinePlane {
  let [west, south, north, count] = [180, 90, -90, 0];
  for (const { places } of lines) {
    count += places.length / 2;
    if (count > MOST_LINE_POINTS) throw new RoadStop({ kind: 'tooManyRoads', limit: MOST_LINE_POINTS });
    for (let i = 0; i < places.length; i += 2) {
      west = Math.min(west, places[i]!);
      south = Math.min(south, places[i + 1]!);
      north = Math.max(north, places[i + 1]!);
    }
  }
  const middle = (south + north) / 2;
  return {
    lng: west,
    lat: south,
    mPerLng: Math.sqrt(lngScaleSquared(middle)),
    mPerLat: Math.sqrt(latScaleSquared(middle)),
  };
}

/** `[x0, y0 …]` in metres. */
export function toPlane(places: readonly number[], { lng, lat, mPerLng, mPerLat }: LinePlane): number[] {
  return places.map((value, i) => (i % 2 === 0 ? (value - lng) * mPerLng : (value - lat) * mPerLat));
}

const ROW = 2 ** 26;

/**
 * Gives points that lie within a distance of each other one node: the first of them, which never moves.
 * @param lines    `[x0, y0 …]` each
 * @returns per line its nodes, without steps on the spot; and how many points were put to the node of another, at another place
 */
export function joinPoints(
  lines: readonly (readonly number[])[],
  toleranceM: number,
): { local: number[]; nodes: number[][]; merged: number } {
  const local: number[] = [];
  // Few cells are next to one that a circle reaches, so that most points look into one.
  const cellM = 8 * toleranceM;
  const cells = new Map<number, number[]>();
  const cell = (value: number): number => Math.floor(value / cellM) + 1;
  let merged = 0;

  const nodeAt = (x: number, y: number): number => {
    let best = -1;
    let bestSquared = toleranceM * toleranceM;
    for (let i = cell(x - toleranceM); i <= cell(x + toleranceM); i++)
      for (let j = cell(y - toleranceM); j <= cell(y + toleranceM); j++)
        for (const node of cells.get(i * ROW + j) ?? []) {
          const squared = (local[2 * node]! - x) ** 2 + (local[2 * node + 1]! - y) ** 2;
          if (squared < bestSquared || (squared === bestSquared && best < 0)) {
            best = node;
            bestSquared = squared;
          }
        }
    if (best >= 0) {
      if (bestSquared > 0) merged += 1;
      return best;
    }
    const node = local.length / 2;
    local.push(x, y);
    const key = cell(x) * ROW + cell(y);
    const list = cells.get(key);
    if (list) list.push(node);
    else cells.set(key, [node]);
    return node;
  };

  const nodes = lines.map((line) => {
    const run: number[] = [];
    for (let i = 0; i < line.length; i += 2) {
      const node = nodeAt(line[i]!, line[i + 1]!);
      if (run.at(-1) !== node) run.push(node);
    }
    return run;
  });
  return { local, nodes, merged };
}

/** A net with its places in degrees, as ways are finished from. */
export function toRawWays(net: LineNet, plane: LinePlane, dropped: Record<DropReason, number>): RawWays {
  const list = new WayList();
  for (const { facts, nodes } of net.lines) list.add(facts, nodes);
  const places = Float64Array.from(net.local, (value, i) =>
    i % 2 === 0 ? plane.lng + value / plane.mPerLng : plane.lat + value / plane.mPerLat,
  );
  const members = Uint32Array.from(list.refs.view());
  return { list, members, places, isBarrier: new Uint8Array(places.length / 2), dropped };
}
