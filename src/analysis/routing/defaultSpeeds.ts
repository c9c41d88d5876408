import { ROAD_CLASSES, type RoadClass, TRAVEL_MODES, type TravelMode, type TravelSpeeds } from '../../domain';

/** Rows as in `ROAD_CLASSES`, columns as in `TRAVEL_MODES`. */
const ROWS: Readonly<Record<RoadClass, readonly [foot: number, bicycle: number, motorbike: number, car: number]>> = {
  motorway: [5, 15, 60, 90],
  trunk: [5, 15, 50, 60],
  primary: [5, 15, 45, 50],
  secondary: [5, 15, 40, 40],
  tertiary: [5, 15, 35, 35],
  unclassified: [5, 14, 30, 30],
  residential: [5, 13, 25, 20],
  livingStreet: [5, 12, 15, 12],
  service: [5, 12, 15, 12],
  track: [4.5, 10, 18, 12],
  path: [4.5, 9, 12, 6],
  footway: [5, 8, 8, 6],
  cycleway: [5, 14, 12, 8],
  steps: [2.5, 1.5, 0, 0],
  ferry: [6, 6, 6, 6],
  unknown: [5, 12, 25, 20],
};

/**
 * Speeds to begin with, which users change: those of a patrol that keeps to the law and gets on, stops at junctions included. The law caps
 * motorbikes and cars at 50 km/h in built-up areas where a road is not divided (60 where it is), and outside them at 60 and 80 (70 and 90).
 * Whether a mode may use a way is told by the way, not here.
 * @source Thông tư 38/2024/TT-BGTVT, in force since 1 January 2025, for the caps; the speeds below them are estimates
 */
export const DEFAULT_SPEEDS: TravelSpeeds = Object.fromEntries(
  TRAVEL_MODES.map((mode, m) => [mode, Object.fromEntries(ROAD_CLASSES.map((name) => [name, ROWS[name][m]!]))]),
) as Record<TravelMode, Record<RoadClass, number>>;
