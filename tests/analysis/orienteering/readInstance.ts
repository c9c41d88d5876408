import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OrienteeringInstance } from '../../../src/analysis/orienteering/teamOrienteering';

const linesOf = (root: string, name: string): string[][] =>
  readFileSync(join(root, 'tests/reference/team-orienteering', `${name}.csv`), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','));

/** A published instance: where teams start and end are places, all other points stops too. */
export function readInstance(
  root: string,
  name: string,
  options: { teams: number; limit?: number | undefined; decimals?: number | undefined },
): OrienteeringInstance {
  const { teams, limit, decimals } = options;
  const points = linesOf(root, name).map((fields) => fields.map(Number));
  const placeCount = points.length;
  const travel = new Float64Array(placeCount ** 2);
  const scale = decimals === undefined ? undefined : 10 ** decimals;
  for (const [i, [x, y]] of points.entries())
    for (const [j, [otherX, otherY]] of points.entries()) {
      const distance = Math.hypot(x! - otherX!, y! - otherY!);
      travel[i * placeCount + j] = scale === undefined ? distance : Math.floor(distance * scale + 1e-9) / scale;
    }
  const hasWindows = limit === undefined;
  const stops = points.slice(1, hasWindows ? undefined : -1);
  const column = (k: number): Float64Array => Float64Array.from(stops, (point) => point[k]!);
  const closes = limit ?? points[0]![5]!;
  return {
    stopCount: stops.length,
    placeCount,
    travel,
    entry: Int32Array.from(stops, (_, i) => i + 1),
    scores: column(2),
    teams: Array.from({ length: teams }, () => ({ start: 0, end: hasWindows ? 0 : placeCount - 1, opens: 0, closes })),
    ...(hasWindows && { serviceTimes: column(3), opens: column(4), closes: column(5) }),
  };
}

export interface BestKnown {
  readonly name: string;
  readonly teams: number;
  readonly limit: number | undefined;
  readonly decimals: number | undefined;
  readonly bestKnown: number;
}

export function readBestKnown(root: string): BestKnown[] {
  const optional = (field: string): number | undefined => (field === '' ? undefined : Number(field));
  return linesOf(root, 'bestKnown').map(([name = '', teams = '', limit = '', decimals = '', bestKnown = '']) => ({
    name,
    teams: Number(teams),
    limit: optional(limit),
    decimals: optional(decimals),
    bestKnown: Number(bestKnown),
  }));
}
