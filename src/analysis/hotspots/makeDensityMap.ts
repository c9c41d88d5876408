import { contourBands } from '../surface/contourBands';
import { kernelDensity } from '../surface/kernelDensity';
import type { DensityKernel } from '../surface/kernelShape';
import { niceLevels } from '../surface/niceLevels';
import { crossValidatedBandwidth, ruleOfThumbBandwidth } from '../surface/suggestBandwidth';
import type { CellFactsLike } from './cellFacts';
import { chooseBandwidth, roundBandwidth } from './chooseBandwidth';
import { type BandFeatures, drawLevels, type LevelFacts, levelsOf } from './drawBands';
import { type Basis, basisOf, type HotspotBasis, type OpenGround, type OpenIncidents, pointsOf } from './hotspotState';
import { areaWindow, placesInArea } from './placesInArea';
import { yearsOf } from './selectEvents';
import { spreadPositions } from './spreadPositions';

export interface DensityOptions {
  readonly kernel: DensityKernel;
  /** Null: as the rule of thumb says. */
  readonly bandwidthM: number | null;
}

export interface DensityMapOptions extends DensityOptions {
  /** Another period to hold this one against. */
  readonly compare: { readonly fromMin: number; readonly toMin: number } | null;
  /** Whether each incident is spread over the circle in which it may lie. */
  readonly overUncertainty: boolean;
}

/** A level of change: so much more, or less, per km² and year, and over which area. */
export interface ChangeLevel {
  readonly level: number;
  readonly areaKm2: number;
}

export interface OtherPeriod {
  readonly basis: HotspotBasis;
  /** At the same densities. */
  readonly levels: readonly LevelFacts[];
  readonly bands: BandFeatures;
  readonly difference: BandFeatures;
  readonly more: readonly ChangeLevel[];
  readonly less: readonly ChangeLevel[];
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
  /** Null: none was asked for. */
  readonly other: OtherPeriod | null;
}

const TONES = 7;
const SEED = 2018;

/** What bandwidths are suggested; null where there are too few incidents to say. */
export interface SuggestedBandwidths {
  readonly ruleM: number | null;
  readonly validatedM: number | null;
}

/** Bandwidths by the rule of thumb and by cross-validation. */
export function suggestBandwidths(points: Float64Array, kernel: DensityKernel): SuggestedBandwidths {
  return {
    ruleM: roundBandwidth(ruleOfThumbBandwidth(points, kernel)),
    validatedM: roundBandwidth(crossValidatedBandwidth(points, { kernel, seed: SEED }).bandwidthM),
  };
}

/** Density of incidents over the land that counts, as bands to draw and to press; and of another period, to be held against. */
export function makeDensityMap(
  ground: OpenGround,
  incidents: OpenIncidents,
  {
    basis,
    events,
    selection,
    facts,
    options,
  }: Basis & { readonly facts: CellFactsLike; readonly options: DensityMapOptions },
): DensityMap {
  const points = pointsOf(incidents, events.index);
  const { bandwidthM, suggestedM } = chooseBandwidth(points, options);
  const { grid } = ground;
  const window = areaWindow(ground, facts);
  const surfaceOf = (index: Int32Array, years: number): Float32Array => {
    const spread = options.overUncertainty ? spreadPositions(incidents, index) : { points: pointsOf(incidents, index) };
    return kernelDensity(spread.points, {
      grid,
      bandwidthM,
      kernel: options.kernel,
      edge: 'diggle',
      window,
      years,
      ...('weights' in spread ? { weights: spread.weights } : {}),
    }).values;
  };
  const values = surfaceOf(events.index, yearsOf(selection));
  const before = options.compare && basisOf(incidents, { ...selection, period: options.compare });
  const others = before && surfaceOf(before.events.index, yearsOf(before.selection));
  const usedOf = (of: Basis): HotspotBasis => ({
    ...of.basis,
    used: placesInArea(ground, facts, pointsOf(incidents, of.events.index)).count,
  });
  const highest = greatest(values);
  const thresholds = niceLevels(Math.max(highest, others ? greatest(others) : 0), TONES);
  const contours = contourBands({ grid, values }, thresholds);
  const otherContours = others ? contourBands({ grid, values: others }, thresholds) : [];
  return {
    basis: usedOf({ basis, events, selection }),
    bandwidthM,
    suggestedM,
    cellM: grid.cellM,
    highest,
    levels: levelsOf(contours, { grid, values, points }),
    bands: drawLevels(ground, contours),
    other:
      before && others
        ? {
            basis: usedOf(before),
            levels: levelsOf(otherContours, {
              grid,
              values: others,
              points: pointsOf(incidents, before.events.index),
            }),
            bands: drawLevels(ground, otherContours),
            ...differenceOf(ground, values, others),
          }
        : null,
  };
}

const greatest = (values: Float32Array): number => values.reduce((most, value) => Math.max(most, value), 0);

/** Where there is more than in the other period, and where less. */
function differenceOf(
  ground: OpenGround,
  values: Float32Array,
  others: Float32Array,
): Pick<OtherPeriod, 'difference' | 'more' | 'less'> {
  const { grid } = ground;
  const rise = values.map((value, cell) => value - others[cell]!);
  const fall = rise.map((value) => -value);
  const thresholds = niceLevels(Math.max(greatest(rise), greatest(fall)), TONES);
  const more = contourBands({ grid, values: rise }, thresholds).filter(({ areaKm2 }) => areaKm2 > 0);
  const less = contourBands({ grid, values: fall }, thresholds).filter(({ areaKm2 }) => areaKm2 > 0);
  const [up, down] = [drawLevels(ground, more, thresholds.length), drawLevels(ground, less, thresholds.length)];
  const features = [
    ...up.features,
    ...down.features.map(({ properties, ...feature }) => ({
      ...feature,
      properties: { id: `-${properties.id}`, tone: -properties.tone },
    })),
  ];
  const stepOf = ({ level, areaKm2 }: (typeof more)[number]) => ({ level, areaKm2 });
  return { difference: { type: 'FeatureCollection', features }, more: more.map(stepOf), less: less.map(stepOf) };
}
