import { type Problem, type Result, succeed, type ZoneDistances } from '../../domain';
import { type BorderNetwork, indexBorderNetwork, type UnitIndex } from '../../geo';
import type { ZoneLayerIndex } from '../zoneLayers';
import { type BorderGround, borderSituations } from './borderSituations';
import { findDerivedPoint } from './findDerivedPoint';
import { findPointOnLine, isOnLine, type VerticesByBlock, verticesByBlock } from './pointsOnLines';
import { blockOf, type Cell, cellKey, cellOf, latticePoint, NEIGHBOURHOOD } from './snapLattice';

/** Where a position was moved to: its cell's fixed point, that of a cell beside it, a further fixed point, or nowhere. */
export const SNAP_KINDS = ['own', 'beside', 'derived', 'withheld'] as const;

export interface SnappedPositions {
  /** n positions, WGS 84 degrees, [lng0, lat0, lng1, lat1 …]; NaN where withheld. */
  readonly positions: Float64Array;
  /** n numbers of `SNAP_KINDS`. */
  readonly kind: Uint8Array;
}

/** The geometry that a mask keeps the situations of. */
export interface MaskedGround {
  readonly network: BorderNetwork;
  readonly unitIndex: UnitIndex;
  /** How far the zones reach, in metres, per level of line. */
  readonly zoneM: ZoneDistances;
  /** The user's own zones. */
  readonly zoneLayers: readonly ZoneLayerIndex[];
}

/** An index that reaches no farther than needed answers many times sooner; below this nothing is gained. */
const LEAST_REACH_M = 500;

/**
 * Opens the mask of an edition.
 * @problem those of `indexBorderNetwork`
 */
export function openSnapMask({ network, ...ground }: MaskedGround): Result<SnapMask, Problem> {
  const capM = Math.max(LEAST_REACH_M, ...Object.values(ground.zoneM));
  const index = indexBorderNetwork(network, { capM });
  return index.ok ? succeed(new SnapMask({ ...ground, borderIndex: index.value }, network)) : index;
}

/** A snap point and the number of its kind. */
interface Snap {
  readonly at: readonly [number, number];
  readonly kind: number;
}

const WITHHELD: Snap = { at: [Number.NaN, Number.NaN], kind: SNAP_KINDS.indexOf('withheld') };

/**
 * Moves positions to fixed snap points for those outside the cluster. A position goes to the middle of its 250 m cell if that is in the same
 * situation (`borderSituations`), else to the first middle of a cell around that is, else to a further fixed point of that situation in its
 * block of four cells, else nowhere. Which point it is follows from its cell, its situation and the edition's geometry alone, never from other incidents or
 * chance: moving it again, or in another selection, gives the same point, so that nothing is gained by averaging.
 */
export class SnapMask {
  readonly #ground: BorderGround;
  readonly #vertices: VerticesByBlock;
  /** By cell and situation. */
  readonly #snaps = new Map<string, Snap>();
  /** The situation of a cell's middle. */
  readonly #middles = new Map<string, string>();

  /** By block and situation; null: none was found. */
  readonly #derived = new Map<string, readonly [number, number] | null>();

  constructor(ground: BorderGround, network: BorderNetwork) {
    this.#ground = ground;
    this.#vertices = verticesByBlock(network);
  }

  /**
   * The snap points of some positions.
   * @param positions  n positions, WGS 84 degrees, [lng0, lat0, lng1, lat1 …]
   * @problem invalidDistance  a zone's distance is negative, not a number or greater than the index's cap
   */
  snap(positions: Float64Array): Result<SnappedPositions, Problem> {
    const situations = borderSituations(this.#ground, positions);
    if (!situations.ok) return situations;
    const cells = situations.value.map((_, i) => cellOf(positions[2 * i]!, positions[2 * i + 1]!));
    const keys = situations.value.map((situation, i) => `${cellKey(cells[i]!)} ${situation}`);
    const unknown = new Map<string, { readonly cell: Cell; readonly situation: string }>();
    keys.forEach((key, i) => {
      if (!this.#snaps.has(key)) unknown.set(key, { cell: cells[i]!, situation: situations.value[i]! });
    });
    const found = this.#find(unknown);
    if (!found.ok) return found;
    const kind = new Uint8Array(keys.length);
    const snapped = new Float64Array(2 * keys.length);
    keys.forEach((key, i) => {
      const snap = this.#snaps.get(key)!;
      kind[i] = snap.kind;
      snapped.set(snap.at, 2 * i);
    });
    return succeed({ positions: snapped, kind });
  }

  /** Puts the snap points of cells and situations in `#snaps`. */
  #find(wanted: ReadonlyMap<string, { readonly cell: Cell; readonly situation: string }>): Result<null, Problem> {
    const own = this.#lookAtMiddles([...wanted.values()].map(({ cell }) => cell));
    if (!own.ok) return own;
    const rest = [...wanted].filter(([key, { cell, situation }]) => {
      if (this.#middles.get(cellKey(cell)) !== situation) return true;
      this.#snaps.set(key, { at: latticePoint(cell), kind: 0 });
      return false;
    });
    const around = this.#lookAtMiddles(rest.flatMap(([, { cell }]) => NEIGHBOURHOOD.map((step) => beside(cell, step))));
    if (!around.ok) return around;
    for (const [key, { cell, situation }] of rest) {
      const neighbour = NEIGHBOURHOOD.map((step) => beside(cell, step)).find(
        (candidate) => this.#middles.get(cellKey(candidate)) === situation,
      );
      if (neighbour) {
        this.#snaps.set(key, { at: latticePoint(neighbour), kind: 1 });
        continue;
      }
      const derived = this.#derive(blockOf(cell), situation);
      if (!derived.ok) return derived;
      this.#snaps.set(key, derived.value ? { at: derived.value, kind: 2 } : WITHHELD);
    }
    return succeed(null);
  }

  #derive(block: Cell, situation: string): Result<readonly [number, number] | null, Problem> {
    const key = `${cellKey(block)} ${situation}`;
    const known = this.#derived.get(key);
    if (known !== undefined) return succeed(known);
    const found = isOnLine(situation)
      ? findPointOnLine(this.#ground, this.#vertices.get(cellKey(block)) ?? new Float64Array(0), situation)
      : findDerivedPoint(this.#ground, { block, situation });
    if (found.ok) this.#derived.set(key, found.value);
    return found;
  }

  #lookAtMiddles(cells: readonly Cell[]): Result<null, Problem> {
    const unknown = new Map(
      cells.map((cell) => [cellKey(cell), cell] as const).filter(([key]) => !this.#middles.has(key)),
    );
    const positions = Float64Array.from([...unknown.values()].flatMap((cell) => latticePoint(cell)));
    const situations = borderSituations(this.#ground, positions);
    if (!situations.ok) return situations;
    [...unknown.keys()].forEach((key, i) => {
      this.#middles.set(key, situations.value[i]!);
    });
    return succeed(null);
  }
}

const beside = (cell: Cell, step: Cell): Cell => ({ column: cell.column + step.column, row: cell.row + step.row });
