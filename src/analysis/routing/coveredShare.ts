import { cleanTrack, type Track, type TrackLimits } from './cleanTrack';
import { lineSegments } from './lineSamples';
import { makeSegmentGrid } from './segmentGrid';

/** What of a line was passed. */
export interface Covered {
  readonly lengthM: number;
  readonly coveredM: number;
  /** `coveredM / lengthM`; 0 for a line of no length. */
  readonly share: number;
  /** Metres along the line `[from0, to0, from1, to1 …]`, in order. */
  readonly spansM: Float64Array<ArrayBuffer>;
}

/** Shares of a segment from (x0, y0) to (x1, y1) within a radius of a place; [1, 0] if none is. */
function withinDisc(segment: Float64Array, x: number, y: number, radiusM: number): [number, number] {
  const [dx, dy] = [segment[2]! - segment[0]!, segment[3]! - segment[1]!];
  const lengthSquared = dx * dx + dy * dy;
  const middle = ((x - segment[0]!) * dx + (y - segment[1]!) * dy) / lengthSquared;
  const offM = Math.abs((x - segment[0]!) * dy - (y - segment[1]!) * dx) / Math.sqrt(lengthSquared);
  if (offM > radiusM) return [1, 0];
  const half = Math.sqrt((radiusM * radiusM - offM * offM) / lengthSquared);
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}

/** Shares of a segment within a strip along a piece of a track, between its ends; [1, 0] if none is. */
function withinStrip(segment: Float64Array, piece: Float64Array, radiusM: number): [number, number] {
  const [ux, uy] = [piece[2]! - piece[0]!, piece[3]! - piece[1]!];
  const lengthM = Math.hypot(ux, uy);
  if (lengthM === 0) return [1, 0];
  let [from, to] = [0, 1];
  /** Keeps the shares at which start + share · change lies between two bounds. */
  const cut = (start: number, change: number, low: number, high: number): void => {
    if (change === 0) {
      if (start < low || start > high) to = -1;
      return;
    }
    const [a, b] = [(low - start) / change, (high - start) / change];
    from = Math.max(from, Math.min(a, b));
    to = Math.min(to, Math.max(a, b));
  };
  const [px, py] = [segment[0]! - piece[0]!, segment[1]! - piece[1]!];
  const [dx, dy] = [segment[2]! - segment[0]!, segment[3]! - segment[1]!];
  cut((px * ux + py * uy) / lengthM, (dx * ux + dy * uy) / lengthM, 0, lengthM);
  cut((px * uy - py * ux) / lengthM, (dx * uy - dy * ux) / lengthM, -radiusM, radiusM);
  return [from, to];
}

/** Joins spans that touch. */
function unite(spans: [number, number][]): number[] {
  const joined: number[] = [];
  for (const [from, to] of spans.sort((a, b) => a[0] - b[0])) {
    const end = joined[joined.length - 1];
    if (end !== undefined && from <= end + 1e-9) joined[joined.length - 1] = Math.max(end, to);
    else joined.push(from, to);
  }
  return joined;
}

/**
 * Which parts of a line teams truly passed: those within a distance of their tracks, gaps and outliers of the tracks left out.
 * @param polyline  n places `[x0, y0 …]`, metres
 * @param tracks    the tracks, in the same plane
 * @param withinM   how near is passed
 * @returns exact to rounding: no sampling
 * @problem RangeError for a distance that is negative or NaN, and as `cleanTrack`
 */
export function coveredShare(
  polyline: Float64Array,
  tracks: readonly Track[],
  { withinM, ...limits }: TrackLimits & { readonly withinM: number },
): Covered {
  if (!(withinM >= 0)) throw new RangeError('a distance that is none');
  const { lengthM, segments, chainageM } = lineSegments(polyline);
  if (lengthM === 0) return { lengthM, coveredM: 0, share: 0, spansM: new Float64Array(0) };
  const grid = makeSegmentGrid(segments);
  const spans: [number, number][] = [];
  const cover = (piece: Float64Array): void => {
    const column = (x: number): number =>
      Math.min(grid.columns - 1, Math.max(0, Math.floor((x - grid.west) / grid.cellM)));
    const row = (y: number): number => Math.min(grid.rows - 1, Math.max(0, Math.floor((y - grid.south) / grid.cellM)));
    const seen = new Set<number>();
    const [west, east] = [Math.min(piece[0]!, piece[2]!) - withinM, Math.max(piece[0]!, piece[2]!) + withinM];
    const [south, north] = [Math.min(piece[1]!, piece[3]!) - withinM, Math.max(piece[1]!, piece[3]!) + withinM];
    for (let r = row(south); r <= row(north); r++)
      for (let c = column(west); c <= column(east); c++) {
        const cell = r * grid.columns + c;
        for (let k = grid.start[cell]!; k < grid.start[cell + 1]!; k++) seen.add(grid.list[k]!);
      }
    for (const i of seen) {
      const segment = segments.subarray(4 * i, 4 * i + 4);
      const partM = Math.hypot(segment[2]! - segment[0]!, segment[3]! - segment[1]!);
      let [from, to] = [1, 0];
      for (const [a, b] of [
        withinDisc(segment, piece[0]!, piece[1]!, withinM),
        withinDisc(segment, piece[2]!, piece[3]!, withinM),
        withinStrip(segment, piece, withinM),
      ]) {
        if (a > b) continue;
        from = Math.min(from, a);
        to = Math.max(to, b);
      }
      if (from < to) spans.push([chainageM[i]! + from * partM, chainageM[i]! + to * partM]);
    }
  };
  for (const track of tracks) {
    const { points, follows } = cleanTrack(track, limits);
    for (let i = 0; 2 * i < points.length; i++) {
      const to = follows[i + 1] === 1 ? 2 * i + 2 : 2 * i;
      cover(Float64Array.of(points[2 * i]!, points[2 * i + 1]!, points[to]!, points[to + 1]!));
    }
  }
  const spansM = Float64Array.from(unite(spans));
  let coveredM = 0;
  for (let i = 0; i < spansM.length; i += 2) coveredM += spansM[i + 1]! - spansM[i]!;
  return { lengthM, coveredM, share: Math.min(1, coveredM / lengthM), spansM };
}
