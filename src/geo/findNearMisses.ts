import type { ProblemPlace } from '../domain';
import type { Coverage } from './coverage';
import { type EdgeGrid, eachCell, makeEdgeGrid } from './edgeGrid';
import { latScaleSquared, lngScaleSquared } from './ellipsoid';
import type { Edges } from './matchEdges';

/** Points along outer edges are looked at this far apart, in metres, at most so many an edge. */
const SPACING_M = 25;
const MOST_SAMPLES = 256;
/** Two outer edges are held to be one border, badly drawn, where they run so close for this many times their gap, and for this far. */
const STRIP_RATIO = 20;
const STRIP_M = 50;

/** Edges that part from a common vertex at a steeper slope than this just part there. */
const MEETING_SLOPE = 0.25;

/** A vertex that lies close to an outer edge of another unit without being on it. */
export interface NearMiss {
  readonly vertex: number;
  readonly edge: number;
  /** Where on the edge, 0 to 1. */
  readonly at: number;
  readonly gapM: number;
}

/** Two units whose outer edges run side by side, too far apart to be joined. */
export interface Strip {
  readonly units: readonly [number, number];
  readonly place: ProblemPlace;
  readonly gapM: number;
}

export interface NearMisses {
  readonly misses: readonly NearMiss[];
  readonly strips: readonly Strip[];
}

/** The owner of an outer edge, −1 of a shared one. */
const ownerOf = (edges: Edges, edge: number): number =>
  edges.left[edge]! < 0 ? edges.right[edge]! : edges.right[edge]! < 0 ? edges.left[edge]! : -1;

/** For every cell: whether outer edges of more than one unit touch it or a cell beside it. */
function findMixedCells(coverage: Coverage, edges: Edges, outer: readonly number[], grid: EdgeGrid): Uint8Array {
  const { columns, rows } = grid;
  const owner = new Int32Array(columns * rows).fill(-1);
  const isMixed = new Uint8Array(columns * rows);
  for (const edge of outer) {
    const unit = ownerOf(edges, edge);
    eachCell(grid, { coverage, edges }, edge, (cell) => {
      const column = cell % columns;
      const row = (cell - column) / columns;
      for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++)
        for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
          const beside = y * columns + x;
          if (owner[beside]! < 0) owner[beside] = unit;
          else if (owner[beside] !== unit) isMixed[beside] = 1;
        }
    });
  }
  return isMixed;
}

/**
 * Looks along all outer edges for outer edges of other units that are close by but not joined.
 * @param snapM  vertices up to this far are near misses
 * @param suspectM  edges that run side by side beyond `snapM` and up to here are strips
 */
export function findNearMisses(coverage: Coverage, edges: Edges, snapM: number, suspectM: number): NearMisses {
  const outer: number[] = [];
  for (let edge = 0; edge < edges.count; edge++) if (ownerOf(edges, edge) >= 0) outer.push(edge);
  const misses: NearMiss[] = [];
  const strips: Strip[] = [];
  if (outer.length === 0) return { misses, strips };
  const { lng, lat } = coverage;

  // Which units have an outer edge at a vertex: the first two, and whether there are more.
  const first = new Int32Array(coverage.vertexCount).fill(-1);
  const second = new Int32Array(coverage.vertexCount).fill(-1);
  for (const edge of outer)
    for (const vertex of [edges.from[edge]!, edges.to[edge]!]) {
      const owner = ownerOf(edges, edge);
      if (first[vertex]! < 0) first[vertex] = owner;
      else if (first[vertex] !== owner && second[vertex]! < 0) second[vertex] = owner;
    }

  // Degrees at the poleward end, so that a cell is nowhere narrower.
  let poleward = 0;
  for (const edge of outer) poleward = Math.max(poleward, Math.abs(lat[edges.from[edge]!]!));
  const reach = suspectM / Math.sqrt(latScaleSquared(0));
  const smallest = suspectM / Math.sqrt(lngScaleSquared(Math.min(89, poleward + 0.1)));
  const grid = makeEdgeGrid(coverage, edges, Int32Array.from(outer), smallest);
  const isMixed = findMixedCells(coverage, edges, outer, grid);
  const runs = new Map<string, { units: [number, number]; lengthM: number; gapSumM: number; place: ProblemPlace }>();

  /** The nearest outer edge of a unit that has none at the vertices `a` and `b`. */
  const nearestForeign = (x: number, y: number, owner: number, a: number, b: number): NearMiss | null => {
    const scaleX = Math.sqrt(lngScaleSquared(y));
    const scaleY = Math.sqrt(latScaleSquared(y));
    const reachX = suspectM / scaleX;
    const firstColumn = Math.max(0, Math.floor((x - reachX - grid.west) * grid.cellsPerDegree));
    const lastColumn = Math.min(grid.columns - 1, Math.floor((x + reachX - grid.west) * grid.cellsPerDegree));
    const firstRow = Math.max(0, Math.floor((y - reach - grid.south) * grid.cellsPerDegree));
    const lastRow = Math.min(grid.rows - 1, Math.floor((y + reach - grid.south) * grid.cellsPerDegree));
    let best: NearMiss | null = null;
    let least = suspectM;
    for (let row = firstRow; row <= lastRow; row++)
      for (let column = firstColumn; column <= lastColumn; column++) {
        const cell = row * grid.columns + column;
        for (let i = grid.start[cell]!; i < grid.start[cell + 1]!; i++) {
          const edge = grid.list[i]!;
          const unit = ownerOf(edges, edge);
          if (unit === owner || unit === first[a] || unit === second[a]) continue;
          if (a !== b && (unit === first[b] || unit === second[b])) continue;
          const from = edges.from[edge]!;
          const to = edges.to[edge]!;
          const dx = (lng[to]! - lng[from]!) * scaleX;
          const dy = (lat[to]! - lat[from]!) * scaleY;
          const ux = (x - lng[from]!) * scaleX;
          const uy = (y - lat[from]!) * scaleY;
          const at = Math.min(1, Math.max(0, (ux * dx + uy * dy) / (dx * dx + dy * dy)));
          const gapM = Math.hypot(ux - at * dx, uy - at * dy);
          if (gapM > least || (gapM === least && best !== null)) continue;
          least = gapM;
          best = { vertex: a, edge, at, gapM };
        }
      }
    return best;
  };

  /** Whether vertex and edge only come together where their units meet anyway, at an end of the edge. */
  const isMeeting = ({ vertex, edge, at, gapM }: NearMiss): boolean => {
    const [from, to] = [edges.from[edge]!, edges.to[edge]!];
    const lengthM = Math.hypot(
      (lng[to]! - lng[from]!) * Math.sqrt(lngScaleSquared(lat[from]!)),
      (lat[to]! - lat[from]!) * Math.sqrt(latScaleSquared(lat[from]!)),
    );
    const meetsAt = (end: number): boolean =>
      first[end] === first[vertex] ||
      second[end] === first[vertex] ||
      (second[vertex]! >= 0 && (first[end] === second[vertex] || second[end] === second[vertex]));
    return (
      (meetsAt(from) && gapM > MEETING_SLOPE * at * lengthM) ||
      (meetsAt(to) && gapM > MEETING_SLOPE * (1 - at) * lengthM)
    );
  };

  const isSeen = new Uint8Array(coverage.vertexCount);
  for (const edge of outer) {
    const owner = ownerOf(edges, edge);
    const [from, to] = [edges.from[edge]!, edges.to[edge]!];
    let isAlone = true;
    eachCell(grid, { coverage, edges }, edge, (cell) => {
      if (isMixed[cell]) isAlone = false;
    });
    if (isAlone) continue;
    for (const vertex of [from, to]) {
      if (isSeen[vertex]) continue;
      isSeen[vertex] = 1;
      const miss = nearestForeign(lng[vertex]!, lat[vertex]!, owner, vertex, vertex);
      if (miss && miss.gapM <= snapM && !isMeeting(miss)) misses.push(miss);
    }
    if (misses.length > 0) continue;
    const dx = lng[to]! - lng[from]!;
    const dy = lat[to]! - lat[from]!;
    const lengthM = Math.hypot(
      dx * Math.sqrt(lngScaleSquared(lat[from]!)),
      dy * Math.sqrt(latScaleSquared(lat[from]!)),
    );
    const samples = Math.min(MOST_SAMPLES, Math.ceil(lengthM / SPACING_M));
    for (let sample = 0; sample < samples; sample++) {
      const share = (sample + 0.5) / samples;
      const place = { lng: lng[from]! + share * dx, lat: lat[from]! + share * dy };
      const miss = nearestForeign(place.lng, place.lat, owner, from, to);
      if (!miss) continue;
      const units: [number, number] = [owner, ownerOf(edges, miss.edge)];
      const run = runs.get(units.join()) ?? { units, lengthM: 0, gapSumM: 0, place };
      run.lengthM += lengthM / samples;
      run.gapSumM += (miss.gapM * lengthM) / samples;
      runs.set(units.join(), run);
    }
  }
  for (const { units, lengthM, gapSumM, place } of runs.values()) {
    const gapM = gapSumM / lengthM;
    if (lengthM > STRIP_M && lengthM > STRIP_RATIO * gapM) strips.push({ units, place, gapM });
  }
  return { misses, strips };
}
