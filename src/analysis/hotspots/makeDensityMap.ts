import { contourBands } from '../surface/contourBands';
import { kernelDensity } from '../surface/kernelDensity';
import type { DensityKernel } from '../surface/kernelShape';
import { niceLevels } from '../surface/niceLevels';
import { ruleOfThumbBandwidth } from '../surface/suggestBandwidth';
import type { CellFactsLike } from './cellFacts';
import { type BandFeatures, drawLevels, type LevelFacts, levelsOf } from './drawBands';
import { type Basis, type HotspotBasis, type OpenGround, type OpenIncidents, pointsOf } from './hotspotState';
import { yearsOf } from './selectEvents';

export interface DensityOptions {
  readonly kernel: DensityKernel;
  /** Null: as the rule of thumb says. */
  readonly bandwidthM: number | null;
}

export interface DensityMap {
  readonly basis: HotspotBasis;
  readonly bandwidthM: number;
  /** By the rule of thumb; null where there are too few incidents to say. */
  readonly suggestedM: number | null;
  readonly cellM: number;
  /** Incidents per km² and year. */
  readonly highest: number;
  readonly levels: readonly LevelFacts[];
  readonly bands: BandFeatures;
}

/** Where nothing else can be said. */
export const FALLBACK_BANDWIDTH_M = 500;
const TONES = 7;
const BANDWIDTH_STEP_M = 50;
/** Bandwidths that are of use along a border. */
const LEAST_M = 100;
const MOST_M = 5_000;

/** A bandwidth as one would set it; null where there is none. */
export function roundBandwidth(bandwidthM: number): number | null {
  if (!Number.isFinite(bandwidthM) || bandwidthM <= 0) return null;
  const rounded = Math.round(bandwidthM / BANDWIDTH_STEP_M) * BANDWIDTH_STEP_M;
  return Math.min(MOST_M, Math.max(LEAST_M, rounded));
}

/** 1 for each cell of the land that counts. */
export function areaWindow({ isArea }: OpenGround, { unit }: CellFactsLike): Uint8Array {
  return Uint8Array.from(unit, (each) => (each >= 0 ? isArea[each]! : 0));
}

/** Density of incidents over the land that counts, as bands to draw and to press. */
export function makeDensityMap(
  ground: OpenGround,
  incidents: OpenIncidents,
  {
    basis,
    events,
    selection,
    facts,
    options,
  }: Basis & { readonly facts: CellFactsLike; readonly options: DensityOptions },
): DensityMap {
  const points = pointsOf(incidents, events.index);
  const suggestedM = roundBandwidth(ruleOfThumbBandwidth(points, options.kernel));
  const bandwidthM = options.bandwidthM ?? suggestedM ?? FALLBACK_BANDWIDTH_M;
  const surface = kernelDensity(points, {
    grid: ground.grid,
    bandwidthM,
    kernel: options.kernel,
    edge: 'diggle',
    window: areaWindow(ground, facts),
    years: yearsOf(selection),
  });
  const highest = surface.values.reduce((most, value) => Math.max(most, value), 0);
  const contours = contourBands(surface, niceLevels(highest, TONES));
  return {
    basis,
    bandwidthM,
    suggestedM,
    cellM: ground.grid.cellM,
    highest,
    levels: levelsOf(contours, { grid: ground.grid, values: surface.values, points }),
    bands: drawLevels(ground, contours),
  };
}
