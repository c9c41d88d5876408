import type { OrienteeringInstance } from './teamOrienteering';

function refuse(isWrong: boolean, what: string): void {
  if (isWrong) throw new RangeError(what);
}

const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0;
const isIn = (value: number, end: number): boolean => isCount(value) && value < end;
const hasNone = (array: ArrayLike<number>, isWrong: (value: number) => boolean): boolean => {
  for (let i = 0; i < array.length; i++) if (isWrong(array[i]!)) return false;
  return true;
};
const isBelowZero = (value: number): boolean => !(value >= 0);
const isBelowZeroOrEndless = (value: number): boolean => !(value >= 0 && value < Infinity);

/** @problem RangeError: lengths, numbers of stops, places, teams or modes that do not fit; NaN; times or scores below 0; a stop in two spacings, joints or locked twice */
export function checkInstance(instance: OrienteeringInstance): void {
  const { stopCount: n, placeCount, teams } = instance;
  refuse(!isCount(n), 'stopCount must be a whole number from 0');
  refuse(!isCount(placeCount), 'placeCount must be a whole number from 0');
  const modes = instance.travel instanceof Float64Array ? [instance.travel] : instance.travel;
  refuse(modes.length === 0 && teams.length > 0, 'travel needs a matrix');
  for (const travel of modes) {
    refuse(travel.length !== placeCount ** 2, 'travel must have placeCount × placeCount times');
    refuse(!hasNone(travel, isBelowZero), 'travel must not be negative or NaN');
  }
  for (const places of [instance.entry, instance.exit]) {
    refuse((places?.length ?? n) !== n, 'entry and exit must have one place per stop');
    refuse(!hasNone(places ?? [], (place) => !isIn(place, placeCount)), 'entry and exit must be places');
  }
  refuse(instance.entry === undefined && placeCount < n, 'without entry each stop must have a place');
  refuse(instance.scores.length !== n, 'scores must have one per stop');
  refuse(!hasNone(instance.scores, isBelowZeroOrEndless), 'scores must be finite and not negative');
  const services = instance.serviceTimes ?? [];
  if (!(services instanceof Float64Array))
    refuse(services.length !== 0 && services.length !== modes.length, 'serviceTimes must be one list or one per mode');
  for (const list of services instanceof Float64Array ? [services] : services) {
    refuse(list.length !== n, 'serviceTimes must have one per stop');
    refuse(!hasNone(list, isBelowZero), 'serviceTimes must not be negative or NaN');
  }
  for (const list of [instance.opens, instance.closes, instance.group, instance.isRequired])
    refuse((list?.length ?? n) !== n, 'opens, closes, group and isRequired must have one per stop');
  for (const list of [instance.opens, instance.closes])
    refuse(!hasNone(list ?? [], Number.isNaN), 'a window must not be NaN');
  refuse(
    (instance.eligible?.length ?? teams.length * n) !== teams.length * n,
    'eligible must have teams × stops flags',
  );
  refuse(
    (instance.teamScores?.length ?? teams.length * n) !== teams.length * n,
    'teamScores must have teams × stops scores',
  );
  refuse(!hasNone(instance.teamScores ?? [], isBelowZeroOrEndless), 'teamScores must be finite and not negative');
  refuse(isBelowZeroOrEndless(instance.balance ?? 0), 'balance must be finite and not negative');

  const isLocked = new Uint8Array(n);
  for (const team of teams) {
    refuse(!isIn(team.start, placeCount) || !isIn(team.end, placeCount), 'a team must start and end at places');
    refuse(!isIn(team.mode ?? 0, modes.length), 'the mode of a team must be one of travel');
    refuse(Number.isNaN(team.opens) || Number.isNaN(team.closes), 'the times of a team must not be NaN');
    refuse(!(Math.abs(team.opens) < Infinity), 'a team must leave at a finite time');
    refuse(isBelowZero(team.maxDuration ?? 0), 'maxDuration must not be negative or NaN');
    refuse(!isCount(team.unit ?? 0), 'unit must be a whole number from 0');
    markOnce(isLocked, team.locked ?? [], 'a stop must be locked at most once');
  }
  const isSpaced = new Uint8Array(n);
  for (const { stops, minGap } of instance.spacings ?? []) {
    refuse(isBelowZeroOrEndless(minGap), 'minGap must be finite and not negative');
    markOnce(isSpaced, stops, 'a stop must stand in at most one spacing');
  }
  const isJoint = new Uint8Array(n);
  for (const { a, b } of instance.joints ?? [])
    markOnce(isJoint, [a, b], 'a stop must stand in at most one joint visit');
}

function markOnce(marks: Uint8Array, stops: readonly number[], what: string): void {
  for (const stop of stops) {
    refuse(!isIn(stop, marks.length), 'locked, spacings and joints must name stops');
    refuse(marks[stop] === 1, what);
    marks[stop] = 1;
  }
}
