import type { HotspotGround } from './makeHotspotGround';

type Direction = readonly [x: number, y: number];

const RADIANS = Math.PI / 180;

/** Whether a direction lies in the sector that opens counter-clockwise from one to another. */
function isInSector([ax, ay]: Direction, [bx, by]: Direction, [ux, uy]: Direction): boolean {
  const fromA = ax * uy - ay * ux >= 0;
  const toB = ux * by - uy * bx >= 0;
  return ax * by - ay * bx >= 0 ? fromA && toB : fromA || toB;
}

/**
 * The side of a place whose nearest point of a line is that line's end: that of the unit in whose corner it lies, between the line and the next
 * edge of that unit; in the land of others that of the line drawn on straight.
 * @param of  `along`: the direction of the line's segment there; `away`: from the end to the place. Metres east and north
 * @returns 1 left of the line's direction, −1 right
 */
export function sideAtLineEnd(
  { lineEnds, frame }: HotspotGround,
  of: { readonly line: number; readonly isAtEnd: boolean; readonly along: Direction; readonly away: Direction },
): number {
  const { line, isAtEnd, along, away } = of;
  const at = 8 * line + (isAtEnd ? 4 : 0);
  // Directions on the plane, but for the turn of the meridians, which is less than the corners are known to.
  const shrink = Math.cos(frame.lat * RADIANS);
  const left: Direction = [lineEnds[at]! * shrink, lineEnds[at + 1]!];
  const right: Direction = [lineEnds[at + 2]! * shrink, lineEnds[at + 3]!];
  const back: Direction = isAtEnd ? [-along[0], -along[1]] : along;
  const isKnown = ([x, y]: Direction): boolean => x !== 0 || y !== 0;
  if (isKnown(left) && (isAtEnd ? isInSector(left, back, away) : isInSector(back, left, away))) return 1;
  if (isKnown(right) && (isAtEnd ? isInSector(back, right, away) : isInSector(right, back, away))) return -1;
  return along[0] * away[1] - along[1] * away[0] >= 0 ? 1 : -1;
}
