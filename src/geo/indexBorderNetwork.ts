import { fail, LEVELS, type Problem, type Result, succeed } from '../domain';
import {
  allocateBorderIndex,
  type BorderIndex,
  END_SHIFT,
  LINE_ENDS_HERE,
  SEGMENT_STRIDE,
  START_SHIFT,
  STEP,
} from './borderIndex';
import type { BorderNetwork } from './borderNetwork';
import { type CellBits, collectCandidates } from './collectCandidates';
import { countPieces, edgeLengthM, latScaleSquared, lngScaleSquared } from './ellipsoid';
import { findLineEnds } from './findLineEnds';
import { METRIC_ROWS_PER_DEGREE, makeMetricRows } from './metricRows';

/** Near cells aimed at: for each segment, at least and at most; their parts, of which a segment divides about one; and zone cells. */
const CELLS_PER_SEGMENT = 5;
const FEWEST_CELLS = 1 << 14;
const MOST_CELLS = 160_000;
const MOST_PARTS = 240_000;
const ZONE_CELLS = 6_000;
const BLOCK_M = 5_000;
const MOST_BLOCKS = 1 << 20;
/**
 * How far along the line a foot may be off, in metres. With d the distance, β the direction of the line and φ the latitude it is off by
 * d² tan φ / R · sin β (1 − ½ sin² β), at most 0.545 d² tan φ / R.
 */
const SHIFT_M = 0.035;

/** The segments of all lines, edges over a kilometre in pieces, with their place on the line. */
interface Segments {
  readonly numbers: Float64Array;
  readonly line: Int32Array;
  readonly lineStart: Int32Array;
}

/** A quarter of a block's cells more for each halving: how many halvings come nearest to the aim. */
function chooseBits(segments: number, blocks: number): CellBits {
  const cells = Math.min(Math.max(MOST_CELLS, segments / 4), Math.max(FEWEST_CELLS, CELLS_PER_SEGMENT * segments));
  const nearBits = Math.max(2, Math.min(8, Math.round(Math.log2(cells / blocks) / 2)));
  return {
    nearBits,
    partBits: Math.max(0, Math.min(2, Math.floor(Math.log2(MOST_PARTS / segments) / 2))),
    zoneBits: Math.max(0, Math.min(nearBits - 1, Math.round(Math.log2(ZONE_CELLS / blocks) / 2))),
  };
}

const toStep = (degrees: number): number => degrees + STEP - STEP;

function countSegments({ lines, coordinates }: BorderNetwork): number {
  let count = 0;
  for (const { start, end } of lines)
    for (let i = start + 1; i < end; i++) {
      const lengthM = edgeLengthM(
        coordinates[2 * i - 2]!,
        coordinates[2 * i - 1]!,
        coordinates[2 * i]!,
        coordinates[2 * i + 1]!,
      );
      count += countPieces(lengthM);
    }
  return count;
}

function cutSegments({ lines, coordinates }: BorderNetwork, count: number, lng0: number, lat0: number): Segments {
  const numbers = new Float64Array(SEGMENT_STRIDE * count);
  const line = new Int32Array(count);
  const lineStart = new Int32Array(lines.length + 1);
  let segment = 0;
  for (const [number, { start, end }] of lines.entries()) {
    lineStart[number] = segment;
    let chainage = 0;
    for (let i = start + 1; i < end; i++) {
      const x0 = toStep(coordinates[2 * i - 2]! - lng0);
      const y0 = toStep(coordinates[2 * i - 1]! - lat0);
      const dx = toStep(coordinates[2 * i]! - lng0) - x0;
      const dy = toStep(coordinates[2 * i + 1]! - lat0) - y0;
      const pieces = countPieces(edgeLengthM(x0 + lng0, y0 + lat0, x0 + lng0 + dx, y0 + lat0 + dy));
      for (let piece = 0; piece < pieces; piece++) {
        const x = toStep(x0 + (dx * piece) / pieces);
        const y = toStep(y0 + (dy * piece) / pieces);
        const nextX = piece + 1 === pieces ? x0 + dx : toStep(x0 + (dx * (piece + 1)) / pieces);
        const nextY = piece + 1 === pieces ? y0 + dy : toStep(y0 + (dy * (piece + 1)) / pieces);
        const stepX = nextX - x;
        const stepY = nextY - y;
        const middle = lat0 + y + stepY / 2;
        const lngScale = lngScaleSquared(middle);
        const latScale = latScaleSquared(middle);
        const squared = stepX * stepX * lngScale + stepY * stepY * latScale;
        const at = SEGMENT_STRIDE * segment;
        numbers[at] = x;
        numbers[at + 1] = y;
        numbers[at + 2] = stepX;
        numbers[at + 3] = stepY;
        numbers[at + 4] = (stepX * lngScale) / squared;
        numbers[at + 5] = (stepY * latScale) / squared;
        numbers[at + 6] = chainage;
        numbers[at + 7] = Math.sqrt(squared);
        chainage += numbers[at + 7]!;
        line[segment++] = number;
      }
    }
  }
  lineStart[lines.length] = segment;
  return { numbers, line, lineStart };
}

/** Flags the segments that end in a bend sharper than a right angle, where the side cannot be told from the segment alone. */
function flagSharpBends(
  numbers: Float64Array,
  segmentLine: Int32Array,
  line: { from: number; to: number; isClosed: boolean },
): void {
  const { from, to, isClosed } = line;
  for (let segment = from; segment < to; segment++) {
    const isLast = segment + 1 === to;
    if (isLast && !isClosed) break;
    const at = SEGMENT_STRIDE * segment;
    const next = isLast ? from : segment + 1;
    // The gradient of the foot is the direction, scaled: its product with the next direction is negative past a right angle.
    const along =
      numbers[at + 4]! * numbers[SEGMENT_STRIDE * next + 2]! + numbers[at + 5]! * numbers[SEGMENT_STRIDE * next + 3]!;
    const length = numbers[SEGMENT_STRIDE * next + 7]! / numbers[at + 7]!;
    if (along > 0.01 * length) continue;
    const bend =
      numbers[at + 2]! * numbers[SEGMENT_STRIDE * next + 3]! - numbers[at + 3]! * numbers[SEGMENT_STRIDE * next + 2]!;
    const outside = bend > 0 ? 3 : 1;
    segmentLine[segment]! |= outside << END_SHIFT;
    segmentLine[next]! |= outside << START_SHIFT;
  }
}

/** [west, south, east, north] of the lines, degrees. */
function boundsOf({ lines, coordinates }: BorderNetwork): [number, number, number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { start, end } of lines)
    for (let i = start; i < end; i++) {
      west = Math.min(west, coordinates[2 * i]!);
      east = Math.max(east, coordinates[2 * i]!);
      south = Math.min(south, coordinates[2 * i + 1]!);
      north = Math.max(north, coordinates[2 * i + 1]!);
    }
  return [west, south, east, north];
}

/**
 * An index over the border lines for `locateOnBorders` and `findBorderZones`.
 * @param capM  how far from a line a position is still located, in metres; up to 5,000 m distances are right to 1 cm
 * @returns views on one transferable buffer
 * @problem emptyNetwork  the network has no lines
 * @problem invalidDistance  the cap is not a positive number
 */
export function indexBorderNetwork(
  network: BorderNetwork,
  { capM }: { readonly capM: number },
): Result<BorderIndex, Problem> {
  if (network.lines.length === 0) return fail({ kind: 'emptyNetwork' });
  if (!(capM > 0 && capM < 1e6)) return fail({ kind: 'invalidDistance', valueM: capM });

  const [west, south, east, north] = boundsOf(network);
  const lng0 = Math.round((west + east) / 2);
  const lat0 = Math.round((south + north) / 2);
  const segmentCount = countSegments(network);
  const segments = cutSegments(network, segmentCount, lng0, lat0);

  // A margin of the cap and a little, at the narrowest parallel.
  const poleward = Math.min(89, Math.max(Math.abs(south), Math.abs(north)) + capM / 100_000);
  const padX = (capM + 10) / Math.sqrt(lngScaleSquared(poleward));
  const padY = (capM + 10) / Math.sqrt(latScaleSquared(0));
  const widthX = east - west + 2 * padX;
  const heightY = north - south + 2 * padY;
  const middle = (south + north) / 2;
  const degreesX = 1 / Math.sqrt(lngScaleSquared(middle));
  const degreesY = 1 / Math.sqrt(latScaleSquared(middle));
  const blockM = Math.max(BLOCK_M, Math.sqrt((widthX * heightY) / (degreesX * degreesY) / MOST_BLOCKS));
  const frame = {
    capM,
    lng0,
    lat0,
    west: west - padX - lng0,
    south: south - padY - lat0,
    blockX: blockM * degreesX,
    blockY: blockM * degreesY,
    blockColumns: Math.ceil(widthX / (blockM * degreesX)),
    blockRows: Math.ceil(heightY / (blockM * degreesY)),
    padX,
    padY,
    steepness: Math.tan((poleward * Math.PI) / 180) + 0.02,
  };
  const metricSouth = Math.floor(frame.south * METRIC_ROWS_PER_DEGREE) / METRIC_ROWS_PER_DEGREE;
  const metric = makeMetricRows(lat0 + metricSouth, lat0 + frame.south + frame.blockRows * frame.blockY);
  const found = collectCandidates(segments, { rows: metric, south: metricSouth }, frame, (blocks) =>
    chooseBits(segmentCount, blocks),
  );

  const index = allocateBorderIndex(
    {
      segments: segmentCount,
      lines: network.lines.length,
      metricRows: metric.length / 4,
      blockColumns: frame.blockColumns,
      blockRows: frame.blockRows,
      nearBits: found.nearBits,
      partBits: found.partBits,
      zoneBits: found.zoneBits,
      blocks: found.blockCount,
      nearCells: found.nearCells.length,
      nearListLength: found.nearList.length,
      zoneListLength: found.zoneList.length,
    },
    {
      ...frame,
      metricSouth,
      columnsPerDegree: 2 ** found.nearBits / frame.blockX,
      rowsPerDegree: 2 ** found.nearBits / frame.blockY,
      shiftMattersM: Math.sqrt((SHIFT_M * 6_356_000) / (0.55 * frame.steepness)),
    },
  );
  index.segments.set(segments.numbers);
  index.metric.set(metric);
  index.segmentLine.set(segments.line);
  index.lineStart.set(segments.lineStart);
  index.blocks.set(found.blocks);
  index.nearCells.set(found.nearCells);
  index.nearList.set(found.nearList);
  index.zoneCells.set(found.zoneCells);
  index.zoneList.set(found.zoneList);
  const { coordinates } = network;
  for (const [number, { start, end, level }] of network.lines.entries()) {
    const isClosed =
      coordinates[2 * start] === coordinates[2 * end - 2] && coordinates[2 * start + 1] === coordinates[2 * end - 1];
    index.lineClosed[number] = isClosed ? 1 : 0;
    index.lineLevel[number] = LEVELS.indexOf(level);
    const { lineStart } = segments;
    const [from, to] = [lineStart[number]!, lineStart[number + 1]!];
    flagSharpBends(index.segments, index.segmentLine, { from, to, isClosed });
    if (isClosed) continue;
    index.segmentLine[from]! |= LINE_ENDS_HERE << START_SHIFT;
    index.segmentLine[to - 1]! |= LINE_ENDS_HERE << END_SHIFT;
  }
  index.lineEnds.set(findLineEnds(network));
  return succeed(index);
}
