import type { BorderNetwork } from '../../../src/geo';

const A = 6_378_137;
const F = 1 / 298.257223563;
const E2 = F * (2 - F);
const RAD = Math.PI / 180;

/** Metres per degree of longitude and of latitude. */
export function degreeLengths(lat: number): [number, number] {
  const sine = Math.sin(lat * RAD);
  const w = Math.sqrt(1 - E2 * sine * sine);
  return [(A * Math.cos(lat * RAD) * RAD) / w, (A * (1 - E2) * RAD) / (w * w * w)];
}

/** The box of each line of a network: west, south, east, north. */
const boxes = new WeakMap<BorderNetwork, Float64Array>();

function boxesOf(network: BorderNetwork): Float64Array {
  const known = boxes.get(network);
  if (known) return known;
  const found = new Float64Array(4 * network.lines.length);
  for (const [line, { start, end }] of network.lines.entries()) {
    const lngs = network.coordinates.slice(2 * start, 2 * end).filter((_, i) => i % 2 === 0);
    const lats = network.coordinates.slice(2 * start, 2 * end).filter((_, i) => i % 2 === 1);
    const reduce = (values: Float64Array, pick: (a: number, b: number) => number): number =>
      values.reduce((a, b) => pick(a, b));
    found.set(
      [reduce(lngs, Math.min), reduce(lats, Math.min), reduce(lngs, Math.max), reduce(lats, Math.max)],
      4 * line,
    );
  }
  boxes.set(network, found);
  return found;
}

/**
 * Distance of each line, in the network's order, from one position: every edge is asked, with the scale half way to its foot. Lines whose box is
 * farther than the limit are given as infinitely far.
 */
export function distancesToAllLines(network: BorderNetwork, lng: number, lat: number, limitM: number): Float64Array {
  const { lines, coordinates } = network;
  const result = new Float64Array(lines.length);
  const [kx, ky] = degreeLengths(lat);
  for (const [number, { start, end }] of lines.entries()) {
    const [west, south, east, north] = boxesOf(network).subarray(4 * number, 4 * number + 4);
    const outX = Math.max(west! - lng, lng - east!, 0) * kx;
    const outY = Math.max(south! - lat, lat - north!, 0) * ky;
    if (Math.hypot(outX, outY) > 1.1 * limitM + 10) {
      result[number] = Infinity;
      continue;
    }
    let roughly = Infinity;
    let least = Infinity;
    for (let i = start + 1; i < end; i++) {
      const ax = coordinates[2 * i - 2]! - lng;
      const ay = coordinates[2 * i - 1]! - lat;
      const dx = coordinates[2 * i]! - lng - ax;
      const dy = coordinates[2 * i + 1]! - lat - ay;
      const t = -(ax * dx * kx * kx + ay * dy * ky * ky) / (dx * dx * kx * kx + dy * dy * ky * ky);
      const foot = Math.min(1, Math.max(0, t));
      const ex = ax + foot * dx;
      const ey = ay + foot * dy;
      const rough = Math.hypot(ex * kx, ey * ky);
      if (rough > roughly * 1.01 + 1) continue;
      roughly = Math.min(roughly, rough);
      const [mx, my] = degreeLengths(lat + ey / 2);
      least = Math.min(least, Math.hypot(ex * mx, ey * my));
    }
    result[number] = least;
  }
  return result;
}
