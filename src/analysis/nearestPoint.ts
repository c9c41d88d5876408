import type { BorderNetwork } from '../geo';
import { latScaleSquared, lngScaleSquared } from '../geo/ellipsoid';

/**
 * The point of a line nearest to a position, to draw a link to it; distances come from the kernel.
 * @param line  number of the line in the network
 * @returns WGS 84 degrees
 * @source plane around the position in WGS 84's proportions: as far as the kernel says, to 0.1 % at the cap's 5 km
 */
export function nearestPoint(network: BorderNetwork, line: number, lng: number, lat: number): [number, number] {
  const { coordinates } = network;
  const { start, end } = network.lines[line]!;
  const shrink = Math.sqrt(lngScaleSquared(lat) / latScaleSquared(lat));
  let best: [number, number] = [coordinates[2 * start]!, coordinates[2 * start + 1]!];
  let least = Infinity;
  for (let i = start; i + 1 < end; i += 1) {
    const ax = (coordinates[2 * i]! - lng) * shrink;
    const ay = coordinates[2 * i + 1]! - lat;
    const dx = (coordinates[2 * i + 2]! - coordinates[2 * i]!) * shrink;
    const dy = coordinates[2 * i + 3]! - coordinates[2 * i + 1]!;
    const squared = dx * dx + dy * dy;
    const t = squared === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / squared));
    const distanceSquared = (ax + t * dx) ** 2 + (ay + t * dy) ** 2;
    if (distanceSquared < least) {
      least = distanceSquared;
      best = [lng + (ax + t * dx) / shrink, lat + ay + t * dy];
    }
  }
  return best;
}
