import geodesic from 'geographiclib-geodesic';
import type { BorderNetwork } from '../../../src/geo';
import { degreeLengths } from './bruteForce';

const { WGS84 } = geodesic.Geodesic;

/** Karney's geodesic between two positions, metres. */
export const karneyM = (lng0: number, lat0: number, lng1: number, lat1: number): number =>
  WGS84.Inverse(lat0, lng0, lat1, lng1).s12 ?? Number.NaN;

/** The least geodesic distance from a position to an edge that runs straight in degrees, and where along it, by golden section. */
function karneyToEdge(
  position: readonly [number, number],
  edge: readonly [x0: number, y0: number, x1: number, y1: number],
): { distanceM: number; share: number } {
  const [x0, y0, x1, y1] = edge;
  const at = (share: number): number =>
    karneyM(position[0], position[1], x0 + share * (x1 - x0), y0 + share * (y1 - y0));
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [0, 1];
  let a = high - ratio;
  let b = low + ratio;
  let [fa, fb] = [at(a), at(b)];
  while (high - low > 1e-7) {
    if (fa <= fb) {
      high = b;
      [b, fb] = [a, fa];
      a = high - ratio * (high - low);
      fa = at(a);
    } else {
      low = a;
      [a, fa] = [b, fb];
      b = low + ratio * (high - low);
      fb = at(b);
    }
  }
  return [0, 1, (low + high) / 2]
    .map((share) => ({ distanceM: at(share), share }))
    .reduce((best, next) => (next.distanceM < best.distanceM ? next : best));
}

export interface KarneyFoot {
  readonly distanceM: number;
  readonly line: number;
  readonly chainageM: number;
}

/** The nearest line by geodesics alone; a rough planar distance picks the edges that are worth asking. */
export function karneyNearest(network: BorderNetwork, lng: number, lat: number): KarneyFoot {
  const { lines, coordinates } = network;
  const [kx, ky] = degreeLengths(lat);
  const rough: { distance: number; line: number; i: number }[] = [];
  for (const [line, { start, end }] of lines.entries())
    for (let i = start + 1; i < end; i++) {
      const ax = (coordinates[2 * i - 2]! - lng) * kx;
      const ay = (coordinates[2 * i - 1]! - lat) * ky;
      const dx = (coordinates[2 * i]! - lng) * kx - ax;
      const dy = (coordinates[2 * i + 1]! - lat) * ky - ay;
      const t = Math.min(1, Math.max(0, -(ax * dx + ay * dy) / (dx * dx + dy * dy)));
      rough.push({ distance: Math.hypot(ax + t * dx, ay + t * dy), line, i });
    }
  const least = rough.reduce((min, { distance }) => Math.min(min, distance), Infinity);
  let best = { distanceM: Infinity, line: -1, i: -1, share: 0 };
  for (const { distance, line, i } of rough) {
    if (distance > least * 1.002 + 0.01) continue;
    const edge = [0, 1, 2, 3].map((k) => coordinates[2 * i - 2 + k]!) as [number, number, number, number];
    const foot = karneyToEdge([lng, lat], edge);
    if (foot.distanceM < best.distanceM) best = { ...foot, line, i };
  }
  let chainageM = 0;
  for (let i = lines[best.line]!.start + 1; i <= best.i; i++) {
    const length = karneyM(
      coordinates[2 * i - 2]!,
      coordinates[2 * i - 1]!,
      coordinates[2 * i]!,
      coordinates[2 * i + 1]!,
    );
    chainageM += i < best.i ? length : best.share * length;
  }
  return { distanceM: best.distanceM, line: best.line, chainageM };
}
