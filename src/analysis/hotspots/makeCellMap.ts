import type { FeatureCollection, Polygon } from 'geojson';
import { fromLocal } from '../../geo/localFrame';
import {
  type CellGrid,
  type CellNeighbours,
  cellCentres,
  cellNeighbours,
  cellOutline,
  countInCells,
  makeCells,
} from '../local/cellGrid';
import { getisOrdLocal } from '../local/getisOrdLocal';
import { localMoran } from '../local/localMoran';
import { benjaminiHochberg } from '../statistics/benjaminiHochberg';
import { ALPHA } from './alpha';
import { averageCells, type CellScores } from './averageCells';
import type { CellFactsLike } from './cellFacts';
import { type Basis, type HotspotBasis, type OpenGround, type OpenIncidents, pointsOf } from './hotspotState';
import { placesInArea } from './placesInArea';
import { spreadPositions } from './spreadPositions';

export interface CellOptions {
  readonly shape: 'square' | 'hexagon';
  readonly cellM: number;
  readonly neighbourM: number;
  readonly statistic: 'gi' | 'moran';
  readonly correctsMany: boolean;
  /** Whether cells must stand out over the circles in which incidents may lie. */
  readonly overUncertainty: boolean;
}

/** A cell that stands out. */
export interface SignificantCell {
  readonly id: string;
  /** Over unsure positions the mean of the draws; so is `z`. */
  readonly count: number;
  readonly z: number;
  /** Corrected where many are answered for. Over unsure positions the one that at least half of the draws do not exceed. */
  readonly p: number;
  /** Share of the draws in which the cell stands out in this way, ½ … 1; 1 where there are none. */
  readonly share: number;
  /** 1 high among high, 2 low among low, 3 high among low, 4 low among high. */
  readonly kind: 1 | 2 | 3 | 4;
}

export interface CellMap {
  readonly basis: HotspotBasis;
  /** All cells of the land that counts, and how many hold no incident (over unsure positions: in no draw). */
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

/**
 * Which cells hold more or fewer incidents, with those around them, than chance would give. What is not significant is not drawn. Over unsure
 * positions all is counted and tested anew in each draw, and a cell is significant that is so, in the same way, in at least half of them.
 */
export function makeCellMap(
  ground: OpenGround,
  incidents: OpenIncidents,
  { basis, events, facts, options }: Basis & { readonly facts: CellFactsLike; readonly options: CellOptions },
): CellMap {
  const cells = makeCells({ shape: options.shape, sizeM: options.cellM, bbox: ground.bbox });
  const include = placesInArea(ground, facts, cellCentres(cells)).isInside;
  const neighbours = cellNeighbours(cells, { radiusM: options.neighbourM, include });
  const own = pointsOf(incidents, events.index);
  const isMoran = options.statistic === 'moran';
  const limit = isMoran ? ALPHA : MOST_P;
  const { draws, points } = options.overUncertainty
    ? spreadPositions(incidents, events.index)
    : { draws: 1, points: own };
  const scores = Array.from({ length: draws }, (_, draw) =>
    scoreCells(cells, neighbours, { points: points.subarray(draw * own.length, (draw + 1) * own.length), options }),
  );
  const { count, z, p, kind: kinds, share } = averageCells(scores, limit);
  const recorded = countInCells(cells, own);
  const significant: SignificantCell[] = [];
  const features: CellMap['drawn']['features'] = [];
  for (let k = 0; k < count.length; k += 1) {
    if (!(p[k]! <= limit)) continue;
    const kind = kinds[k]! as SignificantCell['kind'];
    const id = String(neighbours.cell[k]!);
    significant.push({ id, count: count[k]!, z: z[k]!, p: p[k]!, share: share[k]!, kind });
    const strength = P_STEPS.find((step) => p[k]! <= step.p)!.tone;
    const isHigh = kind === 1 || kind === 3;
    features.push({
      type: 'Feature',
      properties: { id, tone: isHigh ? strength : -strength },
      geometry: { type: 'Polygon', coordinates: [ringOf(ground, cellOutline(cells, neighbours.cell[k]!))] },
    });
  }
  return {
    basis: { ...basis, used: neighbours.cell.reduce((sum, cell) => sum + recorded[cell]!, 0) },
    cells: count.length,
    empty: count.reduce((sum, value) => sum + (value === 0 ? 1 : 0), 0),
    areaKm2: cells.areaM2 / 1e6,
    significant: significant.sort((a, b) => a.p - b.p || Math.abs(b.z) - Math.abs(a.z)),
    drawn: { type: 'FeatureCollection', features },
  };
}

/** What the statistic says of the cells that count where incidents are at some places. */
function scoreCells(
  cells: CellGrid,
  neighbours: CellNeighbours,
  { points, options }: { readonly points: Float64Array; readonly options: CellOptions },
): CellScores {
  const counts = countInCells(cells, points);
  const count = Float64Array.from(neighbours.cell, (cell) => counts[cell]!);
  const moran = options.statistic === 'moran' ? localMoran(count, neighbours) : null;
  const { z, p: raw } = moran ?? getisOrdLocal(count, neighbours);
  const p = options.correctsMany ? benjaminiHochberg(raw).adjusted : raw;
  return { count, z, p, kind: moran?.quadrant ?? Uint8Array.from(z, (score) => (score > 0 ? 1 : 2)) };
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
