import { fail, type Problem, type Result, succeed } from '../domain';

/** "GRUI", then the version of the layout. */
const MAGIC = 0x47525549;
const VERSION = 1;
const HEADER_BYTES = 80;

/** Numbers per edge: x, y of its lower end, x, y of its upper end (of a level edge: western, eastern), degrees. */
export const EDGE_STRIDE = 4;

export interface UnitIndexSizes {
  readonly units: number;
  readonly edges: number;
  readonly columns: number;
  readonly rows: number;
  readonly listLength: number;
}

/** Edges of units by cells, as views on one buffer, which may be transferred and opened again with `openUnitIndex`. */
export interface UnitIndex {
  readonly buffer: ArrayBuffer;
  readonly sizes: UnitIndexSizes;
  readonly west: number;
  readonly south: number;
  /** Width and height of a cell, degrees. */
  readonly width: number;
  readonly height: number;
  readonly edges: Float64Array;
  /** The units west and east of each edge, north and south of a level one; −1: none. */
  readonly sides: Int32Array;
  /** Cell c has the edges `list[cellStart[c]]` to `list[cellStart[c + 1] − 1]`. */
  readonly cellStart: Int32Array;
  /** The unit that holds the cell's south-west corner. */
  readonly cellUnit: Int32Array;
  readonly list: Int32Array;
}

function layViews(buffer: ArrayBuffer, sizes: UnitIndexSizes): UnitIndex {
  const cells = sizes.columns * sizes.rows;
  const frame = new Float64Array(buffer, 40, 4);
  let at = HEADER_BYTES + 8 * EDGE_STRIDE * sizes.edges;
  const integers = (length: number): Int32Array => {
    const view = new Int32Array(buffer, at, length);
    at += 4 * length;
    return view;
  };
  return {
    buffer,
    sizes,
    west: frame[0]!,
    south: frame[1]!,
    width: frame[2]!,
    height: frame[3]!,
    edges: new Float64Array(buffer, HEADER_BYTES, EDGE_STRIDE * sizes.edges),
    sides: integers(2 * sizes.edges),
    cellStart: integers(cells + 1),
    cellUnit: integers(cells),
    list: integers(sizes.listLength),
  };
}

function byteLengthOf({ edges, columns, rows, listLength }: UnitIndexSizes): number {
  return HEADER_BYTES + 8 * EDGE_STRIDE * edges + 4 * (2 * edges + 2 * columns * rows + 1 + listLength);
}

export function allocateUnitIndex(
  sizes: UnitIndexSizes,
  frame: Pick<UnitIndex, 'west' | 'south' | 'width' | 'height'>,
): UnitIndex {
  const buffer = new ArrayBuffer(byteLengthOf(sizes));
  const { units, edges, columns, rows, listLength } = sizes;
  new Int32Array(buffer, 0, 7).set([MAGIC, VERSION, units, edges, columns, rows, listLength]);
  new Float64Array(buffer, 40, 4).set([frame.west, frame.south, frame.width, frame.height]);
  return layViews(buffer, sizes);
}

/**
 * Opens an index again from its buffer, without a copy.
 * @problem incompatibleIndex  not the buffer of an index, one of another version, or cut short; `found` is its version, −1 if it is no index
 */
export function openUnitIndex(buffer: ArrayBuffer): Result<UnitIndex, Problem> {
  if (buffer.byteLength < HEADER_BYTES) return fail({ kind: 'incompatibleIndex', found: -1, expected: VERSION });
  const header = new Int32Array(buffer, 0, 7);
  if (header[0] !== MAGIC) return fail({ kind: 'incompatibleIndex', found: -1, expected: VERSION });
  if (header[1] !== VERSION) return fail({ kind: 'incompatibleIndex', found: header[1]!, expected: VERSION });
  const sizes: UnitIndexSizes = {
    units: header[2]!,
    edges: header[3]!,
    columns: header[4]!,
    rows: header[5]!,
    listLength: header[6]!,
  };
  if (buffer.byteLength !== byteLengthOf(sizes))
    return fail({ kind: 'incompatibleIndex', found: -1, expected: VERSION });
  return succeed(layViews(buffer, sizes));
}
