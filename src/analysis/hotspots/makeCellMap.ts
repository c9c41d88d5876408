import type { FeatureCollection, Polygon } from 'geojson';
import { fromLocal } from '../../geo/localFrame';
import { cellCentres, cellNeighbours, cellOutline, countInCells, makeCells } from '../local/cellGrid';
import { getisOrdLocal } from '../local/getisOrdLocal';
import { localMoran } from '../local/localMoran';
import { benjaminiHochberg } from '../statistics/benjaminiHochberg';
import type { CellFactsLike } from './cellFacts';
import { type Basis, type HotspotBasis, type OpenGround, type OpenIncidents, pointsOf } from './hotspotState';

export interface CellOptions {
  readonly shape: 'square' | 'hexagon';
  readonly cellM: number;
  readonly neighbourM: number;
  readonly statistic: 'gi' | 'moran';
  readonly correctsMany: boolean;
}

/** A cell that stands out. */
export interface SignificantCell {
  readonly id: string;
  readonly count: number;
  readonly z: number;
  /** Corrected where many are answered for. */
  readonly p: number;
  /** 1 high among high, 2 low among low, 3 high among low, 4 low among high. */
  readonly kind: 1 | 2 | 3 | 4;
}

export interface CellMap {
  readonly basis: HotspotBasis;
  /** All cells of the land that counts, and how many hold no incident. */
  readonly cells: number;
  readonly empty: number;
  readonly areaKm2: number;
  readonly significant: readonly SignificantCell[];
  readonly drawn: FeatureCollection<Polygon, { id: string; tone: number }>;
}

/** Levels by convention, and the tones that stand for them. */
export const P_STEPS = [
  { p: 0.01, tone: 7 },
  { p: 0.05, tone: 5 },
  { p: 0.1, tone: 2 },
] as const;
const MOST_P = 0.1;
/** Cells that are told apart and drawn. */
const ALPHA = 0.05;

/** Which cells hold more or fewer incidents, with those around them, than chance would give. What is not significant is not drawn. */
export function makeCellMap(
  ground: OpenGround,
  incidents: OpenIncidents,
  { basis, events, facts, options }: Basis & { readonly facts: CellFactsLike; readonly options: CellOptions },
): CellMap {
  const cells = makeCells({ shape: options.shape, sizeM: options.cellM, bbox: ground.bbox });
  const include = cellsInArea(ground, facts, cellCentres(cells));
  const neighbours = cellNeighbours(cells, { radiusM: options.neighbourM, include });
  const counts = countInCells(cells, pointsOf(incidents, events.index));
  const values = Float64Array.from(neighbours.cell, (cell) => counts[cell]!);
  const isMoran = options.statistic === 'moran';
  const moran = isMoran ? localMoran(values, neighbours) : null;
  const { z, p: raw } = moran ?? getisOrdLocal(values, neighbours);
  const p = options.correctsMany ? benjaminiHochberg(raw).adjusted : raw;
  const limit = isMoran ? ALPHA : MOST_P;
  const significant: SignificantCell[] = [];
  const features: CellMap['drawn']['features'] = [];
  for (let k = 0; k < values.length; k += 1) {
    if (!(p[k]! <= limit)) continue;
    const kind = (moran ? moran.quadrant[k]! : z[k]! > 0 ? 1 : 2) as SignificantCell['kind'];
    const id = String(neighbours.cell[k]!);
    significant.push({ id, count: values[k]!, z: z[k]!, p: p[k]!, kind });
    const strength = P_STEPS.find((step) => p[k]! <= step.p)!.tone;
    const isHigh = kind === 1 || kind === 3;
    features.push({
      type: 'Feature',
      properties: { id, tone: isHigh ? strength : -strength },
      geometry: { type: 'Polygon', coordinates: [ringOf(ground, cellOutline(cells, neighbours.cell[k]!))] },
    });
  }
  return {
    basis,
    cells: values.length,
    empty: values.reduce((sum, value) => sum + (value === 0 ? 1 : 0), 0),
    areaKm2: cells.areaM2 / 1e6,
    significant: significant.sort((a, b) => a.p - b.p || Math.abs(b.z) - Math.abs(a.z)),
    drawn: { type: 'FeatureCollection', features },
  };
}

/** 1 for each place that lies in the land that counts. */
function cellsInArea({ grid, isArea }: OpenGround, { unit }: CellFactsLike, centres: Float64Array): Uint8Array {
  const inside = new Uint8Array(centres.length >> 1);
  for (let i = 0; i < inside.length; i += 1) {
    const column = Math.floor((centres[2 * i]! - grid.minX) / grid.cellM);
    const row = Math.floor((centres[2 * i + 1]! - grid.minY) / grid.cellM);
    if (column < 0 || row < 0 || column >= grid.columns || row >= grid.rows) continue;
    const holder = unit[row * grid.columns + column]!;
    if (holder >= 0 && isArea[holder] === 1) inside[i] = 1;
  }
  return inside;
}

function ringOf({ frame }: OpenGround, outline: Float64Array): [number, number][] {
  const places = fromLocal(frame, outline);
  const ring = Array.from({ length: places.length >> 1 }, (_, i): [number, number] => [
    places[2 * i]!,
    places[2 * i + 1]!,
  ]);
  const [first, last] = [ring[0]!, ring[ring.length - 1]!];
  return first[0] === last[0] && first[1] === last[1] ? ring : [...ring, first];
}
