import type { StraightTravel } from './straightTravel';

/**
 * The legs between two places.
 * @param travel    what `straightTravel` found
 * @param from, to  numbers of places
 * @returns `[x0, y0 …]` from the one to the other, metres; null where there is no way
 * @problem RangeError for a number that is no place
 */
export function straightPath(travel: StraightTravel, from: number, to: number): Float64Array<ArrayBuffer> | null {
  const { count, places, turns, before, lastTurn } = travel;
  if (!(from in places && from < count) || !(to in places && to < count)) throw new RangeError('a place that is none');
  const last = lastTurn[from * count + to]!;
  if (last === -2) return null;
  const course = [places[2 * to]!, places[2 * to + 1]!];
  for (let turn = last; turn >= 0; turn = before[(from * turns.length) / 2 + turn]!)
    course.unshift(turns[2 * turn]!, turns[2 * turn + 1]!);
  course.unshift(places[2 * from]!, places[2 * from + 1]!);
  return Float64Array.from(course);
}
