import { SEGMENT_STRIDE } from './borderIndex';

/** Square blocks over the area; x and y in degrees from the index's origin. */
export interface BlockFrame {
  readonly capM: number;
  readonly west: number;
  readonly south: number;
  readonly blockX: number;
  readonly blockY: number;
  readonly blockColumns: number;
  readonly blockRows: number;
  /** The cap in degrees, or a little more. */
  readonly padX: number;
  readonly padY: number;
  /** How fast the scale changes with latitude: at least its tangent. */
  readonly steepness: number;
}

/** Which segments lie within the cap of each block's box: block b has `list[start[b]]` to `list[start[b + 1] − 1]`. */
export function binSegments(numbers: Float64Array, frame: BlockFrame): { start: Int32Array; list: Int32Array } {
  const { west, south, blockX, blockY, blockColumns, blockRows, padX, padY } = frame;
  const count = numbers.length / SEGMENT_STRIDE;
  const start = new Int32Array(blockColumns * blockRows + 1);
  const eachBlock = (segment: number, visit: (block: number) => void): void => {
    const at = SEGMENT_STRIDE * segment;
    const x0 = numbers[at]! - west;
    const y0 = numbers[at + 1]! - south;
    const x1 = x0 + numbers[at + 2]!;
    const y1 = y0 + numbers[at + 3]!;
    const firstColumn = Math.max(0, Math.floor((Math.min(x0, x1) - padX) / blockX));
    const lastColumn = Math.min(blockColumns - 1, Math.floor((Math.max(x0, x1) + padX) / blockX));
    const firstRow = Math.max(0, Math.floor((Math.min(y0, y1) - padY) / blockY));
    const lastRow = Math.min(blockRows - 1, Math.floor((Math.max(y0, y1) + padY) / blockY));
    for (let row = firstRow; row <= lastRow; row++)
      for (let column = firstColumn; column <= lastColumn; column++) visit(row * blockColumns + column);
  };
  for (let segment = 0; segment < count; segment++)
    eachBlock(segment, (block) => {
      start[block + 1]!++;
    });
  for (let block = 0; block < start.length - 1; block++) start[block + 1]! += start[block]!;
  const list = new Int32Array(start[start.length - 1]!);
  const next = start.slice();
  for (let segment = 0; segment < count; segment++)
    eachBlock(segment, (block) => {
      list[next[block]!++] = segment;
    });
  return { start, list };
}
