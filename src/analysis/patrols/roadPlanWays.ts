import type { PatrolTask, Post, TravelMode } from '../../domain';
import type { RoadIndex } from '../routing/indexRoads';
import { pathBetween, type RoadPath } from '../routing/pathBetween';
import { makeRoadWorkspace, type RoadPoint } from '../routing/shortestPaths';
import { type RoadSnaps, snapToRoads } from '../routing/snapToRoads';
import { type RoadStretch, stretchOnRoads } from '../routing/stretchOnRoads';
import type { TravelCosts } from '../routing/travelCosts';
import { travelMatrix } from '../routing/travelMatrix';
import { type PlanWays, planPositions } from './planWays';
import { WATCHING_KMH } from './watchingSpeed';

/** A post or place farther than this from every way is out of reach, and so is a stretch that no way comes so near to. */
export const REACH_M = 300;

/** From the way to a post or place, everybody walks. */
const WALKING_M_PER_MINUTE = 4_000 / 60;
const METRES_PER_MINUTE_PER_KMH = 1_000 / 60;

/** How the places of a plan lie on a network, for one mode. */
export interface RoadReach {
  readonly mode: TravelMode;
  /** Per post metres to the way it is reached by; Infinity where none is within reach. */
  readonly postsM: Float64Array<ArrayBuffer>;
  /** Per task the same; of stretches 0, or Infinity where they cannot be gone. */
  readonly tasksM: Float64Array<ArrayBuffer>;
  /** Per task the share of a stretch that the way keeps near to, 0 to 1; 1 for a place within reach. */
  readonly nearShare: Float64Array<ArrayBuffer>;
}

export interface RoadPlanWays extends PlanWays {
  readonly reach: readonly RoadReach[];
}

/** Going along a stretch, in one direction. */
interface Gone {
  readonly minutes: number;
  readonly metres: number;
  readonly positions: Float64Array;
}

/** One mode's ways. */
interface ModeWays {
  readonly points: readonly (RoadPoint | null)[];
  readonly walksM: Float64Array<ArrayBuffer>;
  readonly gone: readonly (readonly [along: Gone | null, against: Gone | null])[];
  readonly minutes: Float64Array;
  readonly metres: Float64Array;
  readonly reach: RoadReach;
}

const joined = (paths: readonly RoadPath[]): Float64Array<ArrayBuffer> =>
  Float64Array.from(paths.flatMap(({ positions }) => [...positions]));

/**
 * Getting about by a road network. Posts and places are reached from the nearest point of a way that is part of the main network, on foot; a stretch is gone on the ways that keep near it,
 * slowly enough to look.
 * @param index  the network
 * @param costs  one per mode that teams use
 * @param onProgress  told the share done; false ends the work
 * @returns null if ended early
 */
export function roadPlanWays(
  { posts, tasks }: { readonly posts: readonly Post[]; readonly tasks: readonly PatrolTask[] },
  index: RoadIndex,
  { costs, onProgress }: { readonly costs: readonly TravelCosts[]; readonly onProgress?: (share: number) => unknown },
): RoadPlanWays | null {
  const positions = planPositions(posts, tasks);
  const count = positions.length / 2;
  const found: ModeWays[] = [];
  for (const [m, each] of costs.entries()) {
    const tell = (share: number): unknown => onProgress?.((m + share) / costs.length);
    const ways = waysOf({ posts, tasks, positions }, index, { costs: each, tell });
    if (!ways) return null;
    found.push(ways);
  }
  const minutesOf = (side: 0 | 1) =>
    found.map(({ gone }) => Float64Array.from(gone, (both, task) => goneOf(both[side], tasks[task]!, 'minutes')));
  const metresOf = (side: 0 | 1) =>
    found.map(({ gone }) => Float64Array.from(gone, (both, task) => goneOf(both[side], tasks[task]!, 'metres')));
  return {
    travel: {
      modes: costs.map(({ mode }) => mode),
      minutes: found.map(({ minutes }) => minutes),
      metres: found.map(({ metres }) => metres),
      along: minutesOf(0),
      against: minutesOf(1),
      alongM: metresOf(0),
      againstM: metresOf(1),
    },
    leg: (mode, from, to) => {
      const ways = found[mode]!;
      const [a, b] = [ways.points[from], ways.points[to]];
      if (!a || !b || !Number.isFinite(ways.minutes[from * count + to]!)) return null;
      const path = from === to ? null : pathBetween(index.graph, costs[mode]!, { from: a, to: b });
      const at = (place: number): number[] =>
        ways.walksM[place]! > 0 ? [positions[2 * place]!, positions[2 * place + 1]!] : [];
      return Float64Array.from([...at(from), ...(path ? path.positions : []), ...at(to)]);
    },
    stretch: (mode, task, isAlong) => found[mode]!.gone[task]![isAlong ? 0 : 1]?.positions ?? null,
    reach: found.map(({ reach }) => reach),
  };
}

function goneOf(gone: Gone | null, { place }: PatrolTask, what: 'minutes' | 'metres'): number {
  if (place.kind === 'place') return 0;
  return gone ? gone[what] : Infinity;
}

interface Places {
  readonly posts: readonly Post[];
  readonly tasks: readonly PatrolTask[];
  readonly positions: Float64Array;
}

function waysOf(
  { posts, tasks, positions }: Places,
  index: RoadIndex,
  { costs, tell }: { readonly costs: TravelCosts; readonly tell: (share: number) => unknown },
): ModeWays | null {
  const count = positions.length / 2;
  const snaps = snapToRoads(index, positions, { costs, maxM: REACH_M });
  const points: (RoadPoint | null)[] = Array.from({ length: count }, (_, i) => pointOf(snaps, i));
  const walksM = Float64Array.from(snaps.distancesM);
  const nearShare = new Float64Array(tasks.length);
  const gone = tasks.map((task, i): [Gone | null, Gone | null] => {
    const head = posts.length + 2 * i;
    if (task.place.kind === 'place') {
      nearShare[i] = points[head] ? 1 : 0;
      return [null, null];
    }
    const line = Float64Array.from(task.place.path.flat());
    const along = stretchOnRoads(index, costs, line, { withinM: REACH_M });
    points[head] = along.from;
    points[head + 1] = along.to;
    walksM[head] = along.path ? 0 : Infinity;
    walksM[head + 1] = walksM[head]!;
    nearShare[i] = along.drivenShare;
    return [watched(along.path, costs.mode), against(index, costs, { along, line })];
  });
  const matrix = travelMatrix(
    index.graph,
    costs,
    {
      edges: Int32Array.from(points, (point) => point?.edge ?? -1),
      fractions: Float64Array.from(points, (point) => point?.fraction ?? 0),
    },
    { onProgress: tell },
  );
  if (!matrix) return null;
  const minutes = matrix.seconds.map((seconds, k) => seconds / 60 + walks(walksM, count, k) / WALKING_M_PER_MINUTE);
  const metres = matrix.metres.map((each, k) => each + walks(walksM, count, k));
  return {
    points,
    walksM,
    gone,
    minutes,
    metres,
    reach: {
      mode: costs.mode,
      postsM: walksM.slice(0, posts.length),
      tasksM: Float64Array.from(tasks, (_, i) => walksM[posts.length + 2 * i]!),
      nearShare,
    },
  };
}

const pointOf = ({ edges, fractions }: RoadSnaps, i: number): RoadPoint | null =>
  edges[i]! >= 0 ? { edge: edges[i]!, fraction: fractions[i]! } : null;

/** Metres walked at both ends of a way; none from a place to itself. */
function walks(walksM: Float64Array, count: number, cell: number): number {
  const [from, to] = [Math.floor(cell / count), cell % count];
  return from === to ? 0 : walksM[from]! + walksM[to]!;
}

/** A way that is gone slowly enough to look, never faster than it can be gone. */
function watched(path: RoadPath | null, mode: TravelMode): Gone | null {
  if (!path) return null;
  const slow = path.metres / (WATCHING_KMH[mode] * METRES_PER_MINUTE_PER_KMH);
  return { minutes: Math.max(slow, path.seconds / 60), metres: path.metres, positions: path.positions };
}

/** The way back along a stretch, between the same two points as the way there: one-ways may lead it round. */
function against(
  { graph, ...rest }: RoadIndex,
  costs: TravelCosts,
  { along, line }: { readonly along: RoadStretch; readonly line: Float64Array },
): Gone | null {
  if (!along.from || !along.to || !along.path) return null;
  const turned = new Float64Array(line.length);
  for (let i = 0; i < line.length; i += 2) turned.set(line.subarray(line.length - 2 - i, line.length - i), i);
  const back = stretchOnRoads({ graph, ...rest }, costs, turned, { withinM: REACH_M });
  if (!back.path || !back.from || !back.to) return null;
  const workspace = makeRoadWorkspace(costs);
  const first = pathBetween(graph, costs, { from: along.to, to: back.from, workspace });
  const last = pathBetween(graph, costs, { from: back.to, to: along.from, workspace });
  if (!first || !last) return null;
  const paths = [first, back.path, last];
  const sum = (what: 'seconds' | 'metres'): number => paths.reduce((total, path) => total + path[what], 0);
  return watched(
    { seconds: sum('seconds'), metres: sum('metres'), arcs: new Uint32Array(), positions: joined(paths) },
    costs.mode,
  );
}
