import {
  DAY_MINUTES,
  type HourSpan,
  NEVER_MINUTE,
  type PatrolNumber,
  type PatrolPlan,
  type PatrolRoute,
  type PatrolTask,
  type PlannedStop,
  type Problem,
} from '../domain';

/** A number with what it must lie within; `whole`: and it has no fraction. */
type NumberCheck = readonly [field: PatrolNumber, value: number, min: number, max: number, kind?: 'whole'];

/** Of names, and of how a post is called. */
const MOST_SIGNS = 500;
const MOST_POINTS = 10_000;
const MOST_WINDOWS = 24;
const MOST_STOPS = 1_000;
const MOST_DAYS = 62;
const LARGE = 1e12;
/** What is reckoned may miss a whole midnight by so little. */
const NOISE_MINUTES = 1e-6;

export const isPosition = (lng: number, lat: number): boolean => Math.abs(lng) <= 180 && Math.abs(lat) <= 90;

export const textTooLong = (field: 'name' | 'contact', text: string): Problem | null =>
  text.length > MOST_SIGNS ? { kind: 'textTooLong', field, length: text.length, limit: MOST_SIGNS } : null;

/** What is wrong with numbers, the first of it; null: nothing. */
export function numberFault(checks: readonly NumberCheck[]): Problem | null {
  for (const [field, value, min, max, kind] of checks) {
    if (!(value >= min && value <= max)) return { kind: 'numberOutOfRange', field, value, min, max };
    if (kind === 'whole' && !Number.isInteger(value)) return { kind: 'numberNotWhole', field, value };
  }
  return null;
}

export const hoursOf = ({ fromMinute, minutes }: HourSpan): readonly NumberCheck[] => [
  ['fromMinute', fromMinute, 0, DAY_MINUTES - 1, 'whole'],
  ['minutes', minutes, 1, DAY_MINUTES, 'whole'],
];

/** The first fault of several records. */
export function firstFault<T>(rows: readonly T[], faultOf: (row: T) => Problem | null): Problem | null {
  for (const row of rows) {
    const fault = faultOf(row);
    if (fault) return fault;
  }
  return null;
}

/** What is wrong with a task; null: nothing. */
export function taskFault(task: PatrolTask): Problem | null {
  const { place } = task;
  const positions = place.kind === 'place' ? [place.at] : place.path;
  if (!positions.every(([lng, lat]) => isPosition(lng, lat)))
    return { kind: 'invalidPosition', reason: 'outsideWorld' };
  return numberFault([
    ...(place.kind === 'stretch' ? ([['points', positions.length, 2, MOST_POINTS]] as const) : []),
    ['weight', task.weight, 0, 1e9],
    ['dwellMinutes', task.dwellMinutes, 0, DAY_MINUTES, 'whole'],
    ['visitsPerWeek', task.visitsPerWeek, 1, 1_000, 'whole'],
    ['leastGapHours', task.leastGapHours, 0, 24 * 62],
    ...(task.mostGapHours === null ? [] : ([['mostGapHours', task.mostGapHours, 1, 24 * 366]] as const)),
    ['windows', task.windows.length, 0, MOST_WINDOWS],
    ...task.windows.flatMap(hoursOf),
  ]);
}

/** What is wrong with what a plan was reckoned with; null: nothing. */
export const planFault = ({ days, seed, iterations, worth, bound }: PatrolPlan): Problem | null =>
  numberFault([
    ['days', days, 1, MOST_DAYS, 'whole'],
    ['seed', seed, 0, Number.MAX_SAFE_INTEGER, 'whole'],
    ['iterations', iterations, 0, Number.MAX_SAFE_INTEGER, 'whole'],
    ['worth', worth, 0, LARGE],
    ['worth', bound ?? 0, 0, LARGE],
  ]);

const minutesOf = ({ stops, outMinute, backMinute }: PatrolRoute): readonly number[] => [
  outMinute,
  backMinute,
  ...stops.flatMap(({ arriveMinute, startMinute, leaveMinute }) => [arriveMinute, startMinute, leaveMinute]),
];

/** What is wrong with the times and lengths of a route; null: nothing. */
export const routeFault = (route: PatrolRoute): Problem | null =>
  numberFault([
    ['stops', route.stops.length, 0, MOST_STOPS],
    ...minutesOf(route).map((minute) => ['routeMinutes', minute, 0, NEVER_MINUTE] as const),
    ['routeMetres', route.metres, 0, LARGE],
  ]);

const minuteAsKept = (minute: number): number =>
  minute < 0 && minute > -NOISE_MINUTES ? 0 : Math.min(minute, NEVER_MINUTE);

/** The route with times as they can be kept; the same where they can be already. */
export function routeAsKept(route: PatrolRoute): PatrolRoute {
  if (minutesOf(route).every((minute) => minuteAsKept(minute) === minute)) return route;
  return {
    ...route,
    outMinute: minuteAsKept(route.outMinute),
    backMinute: minuteAsKept(route.backMinute),
    stops: route.stops.map(
      (stop): PlannedStop => ({
        ...stop,
        arriveMinute: minuteAsKept(stop.arriveMinute),
        startMinute: minuteAsKept(stop.startMinute),
        leaveMinute: minuteAsKept(stop.leaveMinute),
      }),
    ),
  };
}
