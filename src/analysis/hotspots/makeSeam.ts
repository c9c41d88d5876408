import type { FeatureCollection, Point } from 'geojson';
import { contourBands } from '../surface/contourBands';
import { niceLevels } from '../surface/niceLevels';
import { seamByLine, seamSurfaces } from '../surface/seamDifference';
import type { CellFactsLike } from './cellFacts';
import { chooseBandwidth } from './chooseBandwidth';
import { type BandFeatures, drawLevels, type LevelFacts, levelsOf } from './drawBands';
import { type Basis, type HotspotBasis, type OpenGround, type OpenIncidents, pointsOf } from './hotspotState';
import { placeAt } from './lineCourses';
import type { DensityOptions } from './makeDensityMap';
import { placesInArea } from './placesInArea';
import { yearsOf } from './selectEvents';
import { spreadPositions } from './spreadPositions';

export interface SeamOptions extends DensityOptions {
  /** Whether each incident is spread over the circle in which it may lie. */
  readonly overUncertainty: boolean;
}

/** What is seen along one line: incidents a year that the strip on both sides is expected to hold. */
export interface SeamLine {
  readonly line: number;
  readonly together: number;
  readonly alone: number;
  /** The part that nobody sees by itself, 0 … 1; null where too few incidents reach the line to say. */
  readonly shareUnseen: number | null;
  /** The same for the unit at either side. */
  readonly leftUnseen: number | null;
  readonly rightUnseen: number | null;
  /** Incidents in the line's zone at either side. */
  readonly leftCount: number;
  readonly rightCount: number;
}

export interface SeamMap {
  readonly basis: HotspotBasis;
  readonly bandwidthM: number;
  readonly suggestedM: number | null;
  /** The same densities in both surfaces, so that the same colour means the same. */
  readonly levels: readonly LevelFacts[];
  readonly together: BandFeatures;
  readonly aloneLevels: readonly LevelFacts[];
  readonly alone: BandFeatures;
  readonly differenceLevels: readonly LevelFacts[];
  readonly difference: BandFeatures;
  /** The most is unseen first. */
  readonly lines: readonly SeamLine[];
  /** Over all lines that count. */
  readonly whole: Pick<SeamLine, 'together' | 'alone' | 'shareUnseen'>;
  /** In the middle of each line, with its number. */
  readonly middles: FeatureCollection<Point, { readonly line: number }>;
}

/** With fewer incidents in both zones together, a share would be an accident. */
const LEAST_COUNT = 5;
const TONES = 7;

/**
 * The surface as each unit alone sees it, as the cluster sees it together, and what lies between. An incident that is spread over its circle
 * stays on the record of the unit that holds its own position: it is the one that sees it, wherever it may have happened.
 */
export function makeSeam(
  ground: OpenGround,
  incidents: OpenIncidents,
  {
    basis,
    events,
    selection,
    facts,
    options,
  }: Basis & { readonly facts: CellFactsLike; readonly options: SeamOptions },
): SeamMap {
  const points = pointsOf(incidents, events.index);
  const { bandwidthM, suggestedM } = chooseBandwidth(points, options);
  const { grid, isArea } = ground;
  const spread = options.overUncertainty ? spreadPositions(incidents, events.index) : null;
  const unitOf = new Int32Array((spread?.draws ?? 1) * events.index.length);
  for (let i = 0; i < unitOf.length; i += 1) unitOf[i] = incidents.unit[events.index[i % events.index.length]!]!;
  const surfaces = seamSurfaces(spread?.points ?? points, unitOf, {
    grid,
    unitOfCell: facts.unit.map((unit) => (unit >= 0 && isArea[unit] === 1 ? unit : -1)),
    bandwidthM,
    kernel: options.kernel,
    weights: spread?.weights,
    years: yearsOf(selection),
  });
  const highest = surfaces.together.reduce((most, value) => Math.max(most, value), 0);
  const thresholds = niceLevels(highest, TONES);
  const most = surfaces.difference.reduce((sofar, value) => Math.max(sofar, value), 0);
  const steps = niceLevels(most, TONES);
  const together = contourBands({ grid, values: surfaces.together }, thresholds);
  const alone = contourBands({ grid, values: surfaces.alone }, thresholds);
  const difference = contourBands({ grid, values: surfaces.difference }, steps);
  return {
    basis: { ...basis, used: placesInArea(ground, facts, points).count },
    bandwidthM,
    suggestedM,
    levels: levelsOf(together, { grid, values: surfaces.together, points }),
    together: drawLevels(ground, together),
    aloneLevels: levelsOf(alone, { grid, values: surfaces.alone, points }),
    alone: drawLevels(ground, alone),
    differenceLevels: levelsOf(difference, { grid, values: surfaces.difference, points }),
    difference: drawLevels(ground, difference),
    ...linesOf(ground, incidents, { events, facts, surfaces }),
  };
}

function linesOf(
  ground: OpenGround,
  incidents: OpenIncidents,
  {
    events,
    facts,
    surfaces,
  }: Pick<Basis, 'events'> & {
    readonly facts: CellFactsLike;
    readonly surfaces: ReturnType<typeof seamSurfaces>;
  },
): Pick<SeamMap, 'lines' | 'whole' | 'middles'> {
  const lineCount = ground.lengthM.length;
  // Cells have a line only where they are in its zone.
  const sums = seamByLine(surfaces, {
    lineOfCell: facts.line,
    distanceOfCell: facts.distanceM,
    withinM: Number.MAX_VALUE,
    lineCount,
    sideOfCell: facts.side,
  });
  const left = new Uint32Array(lineCount);
  const right = new Uint32Array(lineCount);
  for (const i of events.index) {
    const line = incidents.line[i]!;
    if (line < 0) continue;
    if (incidents.side[i]! > 0) left[line]! += 1;
    else if (incidents.side[i]! < 0) right[line]! += 1;
  }
  const shareOf = (share: number | undefined, count: number): number | null =>
    count >= LEAST_COUNT && share !== undefined && Number.isFinite(share) ? share : null;
  const lines = Array.from(ground.lengthM, (_, line): SeamLine => {
    const count = left[line]! + right[line]!;
    return {
      line,
      together: sums.together[line]!,
      alone: sums.alone[line]!,
      shareUnseen: shareOf(sums.shareUnseen[line], count),
      leftUnseen: shareOf(sums.left?.shareUnseen[line], count),
      rightUnseen: shareOf(sums.right?.shareUnseen[line], count),
      leftCount: left[line]!,
      rightCount: right[line]!,
    };
  })
    .filter(({ line, together }) => ground.inScope[line] === 1 && together > 0)
    .sort((a, b) => b.together - b.alone - (a.together - a.alone) || a.line - b.line);
  const [together, alone] = [sumOf(lines, 'together'), sumOf(lines, 'alone')];
  const count = lines.reduce((sum, { leftCount, rightCount }) => sum + leftCount + rightCount, 0);
  return {
    lines,
    whole: { together, alone, shareUnseen: shareOf(together > 0 ? 1 - alone / together : undefined, count) },
    middles: {
      type: 'FeatureCollection',
      features: lines.map(({ line }) => ({
        type: 'Feature',
        properties: { line },
        geometry: { type: 'Point', coordinates: placeAt(ground.courses, line, ground.lengthM[line]! / 2) },
      })),
    },
  };
}

const sumOf = (lines: readonly SeamLine[], key: 'together' | 'alone'): number =>
  lines.reduce((sum, line) => sum + line[key], 0);
