import { toLocal } from '../../geo/localFrame';
import type { LineGraph } from '../strip/lineGraph';
import { makeLineGraph } from '../strip/lineGraph';
import type { DensityGrid } from '../surface/densityGrid';
import { densityGridOf } from './densityGround';
import type { HotspotIncidents } from './gatherHotspotIncidents';
import { type LineCourses, measureCourses } from './lineCourses';
import type { HotspotGround } from './makeHotspotGround';
import { type EventSelection, type SelectedEvents, selectEvents, wholeSpan } from './selectEvents';

/** A ground with all that is made of it once. */
export interface OpenGround extends HotspotGround {
  readonly courses: LineCourses;
  readonly graph: LineGraph;
  /** Of the land that counts, metres of the frame: [minX, minY, maxX, maxY]. */
  readonly bbox: readonly [number, number, number, number];
  readonly grid: DensityGrid;
}

function localBox({ frame, box: [west, south, east, north] }: HotspotGround): OpenGround['bbox'] {
  // Parallels are curved on the plane: the middles of the edges reach as far as its corners, or farther.
  const rim = toLocal(
    frame,
    new Float64Array([west, south, east, south, west, north, east, north, frame.lng, south, frame.lng, north]),
  );
  const xs = rim.filter((_, i) => i % 2 === 0);
  const ys = rim.filter((_, i) => i % 2 === 1);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

export function openGround(ground: HotspotGround): OpenGround {
  const lines = Array.from(ground.lengthM, (lengthM, line) => ({
    lengthM,
    start: ground.start[line]!,
    end: ground.start[line + 1]!,
  }));
  const bbox = localBox(ground);
  return {
    ...ground,
    bbox,
    courses: measureCourses(ground),
    graph: makeLineGraph({ lines, coordinates: ground.coordinates }),
    grid: densityGridOf({ bbox }),
  };
}

/** Incidents with their places on the ground's plane. */
export interface OpenIncidents extends HotspotIncidents {
  /** Metres, [x0, y0 …]; NaN where it is not known. */
  readonly local: Float64Array;
}

export const openIncidents = (ground: HotspotGround, incidents: HotspotIncidents): OpenIncidents => ({
  ...incidents,
  local: toLocal(ground.frame, incidents.positions),
});

/** What a method is asked for: a period (null: all days on which something happened), and whether what patrols came upon counts. */
export interface HotspotQuestion {
  readonly period: { readonly fromMin: number; readonly toMin: number } | null;
  readonly withDiscovered: boolean;
  readonly ignoresStretch?: boolean;
  /** Numbers of the only lines that can have incidents, as those are filtered; null, or left out: all that count. */
  readonly lines?: readonly number[] | null;
}

/** What every result says of what it is made of. */
export interface HotspotBasis {
  readonly fromMin: number;
  readonly toMin: number;
  readonly count: number;
  /** Of those, how many the method really used, by their recorded positions: the others lie off the land or the lines that it is about. */
  readonly used: number;
  /** In the period, but left out: found by patrols; without a position. */
  readonly discovered: number;
  readonly unplaced: number;
  readonly simulated: number;
}

export interface Basis {
  readonly selection: EventSelection;
  readonly events: SelectedEvents;
  readonly basis: HotspotBasis;
}

/** The incidents of a question; null where there is not one in the register. */
export function basisOf(
  incidents: OpenIncidents,
  { period, withDiscovered, ignoresStretch = false }: HotspotQuestion,
): Basis | null {
  const span = period ?? wholeSpan(incidents);
  if (!span) return null;
  const selection = { ...span, withDiscovered, ignoresStretch };
  const events = selectEvents(incidents, selection);
  let simulated = 0;
  for (const i of events.index) simulated += incidents.isSimulated[i]!;
  const { discovered, unplaced, index } = events;
  const count = index.length;
  return { selection, events, basis: { ...span, count, used: count, discovered, unplaced, simulated } };
}

/** The positions of some incidents, metres. */
export function pointsOf({ local }: OpenIncidents, index: Int32Array): Float64Array {
  const points = new Float64Array(2 * index.length);
  for (let k = 0; k < index.length; k += 1) {
    points[2 * k] = local[2 * index[k]!]!;
    points[2 * k + 1] = local[2 * index[k]! + 1]!;
  }
  return points;
}

/** A ground of which only some lines count; null: all that do. */
export function narrowGround(ground: OpenGround, lines: readonly number[] | null): OpenGround {
  if (!lines) return ground;
  const wanted = new Set(lines);
  return { ...ground, inScope: ground.inScope.map((isIn, line) => (wanted.has(line) ? isIn : 0)) };
}
