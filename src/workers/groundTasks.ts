import type { PlanTravel } from '../analysis/patrols/planInstance';
import { type CourseGround, type PlanWays, routeCourse } from '../analysis/patrols/planWays';
import type { RouteDraft } from '../analysis/patrols/readPlan';
import { type RoadReach, roadPlanWays } from '../analysis/patrols/roadPlanWays';
import { straightPlanWays } from '../analysis/patrols/straightPlanWays';
import { buildRoadGraph } from '../analysis/routing/buildRoadGraph';
import { indexRoads, type RoadIndex } from '../analysis/routing/indexRoads';
import { travelCosts } from '../analysis/routing/travelCosts';
import type { Degrees, LayerText, PatrolTask, Post, TravelMode, TravelSpeeds } from '../domain';
import { textOf } from '../formats/heldText';
import { readRoadLayer } from '../formats/roads/roadLayer';

/** By what teams get about: a network of roads, or straight lines. */
export type WaysAsk =
  | { readonly kind: 'roads'; readonly contentId: string; readonly speeds: TravelSpeeds }
  | {
      readonly kind: 'straight';
      readonly detourFactor: number;
      /** Lines that nobody passes but at crossings. */
      readonly barriers: readonly (readonly Degrees[])[];
      readonly crossings: readonly Degrees[];
    };

export interface GroundAsk {
  readonly posts: readonly Post[];
  readonly tasks: readonly PatrolTask[];
  readonly modes: readonly TravelMode[];
  readonly ways: WaysAsk;
}

/** What is known of the ways between posts and tasks. */
export interface Ground {
  readonly travel: PlanTravel;
  /** How they lie on the roads, per mode; null for straight lines. */
  readonly reach: readonly RoadReach[] | null;
}

/** Ways between posts and tasks. Keeps what it made last: routes are drawn on it. */
export function createGroundTasks() {
  let network: { readonly contentId: string; readonly index: RoadIndex } | null = null;
  let made: { readonly ask: GroundAsk; readonly ways: PlanWays } | null = null;

  function waysBy(ask: GroundAsk, onProgress: (share: number) => void) {
    const { ways } = ask;
    if (ways.kind === 'straight') return { ways: straightPlanWays(ask, { modes: ask.modes, ...ways }), reach: null };
    if (network?.contentId !== ways.contentId) throw new Error(`network ${ways.contentId} is not open`);
    const { index } = network;
    const costs = ask.modes.map((mode) => travelCosts(index.graph, { mode, speeds: ways.speeds }));
    const found = roadPlanWays(ask, index, { costs, onProgress })!;
    return { ways: found, reach: found.reach };
  }

  return {
    /** @param geojson  contents of a layer that is a network */
    async openRoads(contentId: string, geojson: LayerText): Promise<void> {
      network = { contentId, index: indexRoads(buildRoadGraph(readRoadLayer(await textOf(geojson)))) };
    },
    /** @param onProgress  told the share done */
    ground(ask: GroundAsk, onProgress: (share: number) => void): Ground {
      const { ways, reach } = waysBy(ask, onProgress);
      made = { ask, ways };
      return { travel: ways.travel, reach };
    },
    /**
     * Where routes go, on the ground asked for last.
     * @returns per route `[lng0, lat0 …]` in degrees
     */
    courses(
      routes: readonly Pick<RouteDraft, 'teamId' | 'stops'>[],
      teams: CourseGround['teams'],
    ): Float64Array<ArrayBuffer>[] {
      const { ask, ways } = made ?? {};
      return ask && ways ? routes.map((route) => routeCourse(ways, { ...ask, teams }, route)) : [];
    },
  };
}
