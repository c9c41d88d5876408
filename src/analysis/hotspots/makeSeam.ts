import type { FeatureCollection, Point } from 'geojson';
import { contourBands } from '../surface/contourBands';
import { niceLevels } from '../surface/niceLevels';
import { seamByLine, seamSurfaces } from '../surface/seamDifference';
import type { CellFactsLike } from './cellFacts';
import { FALLBACK_BANDWIDTH_M, roundBandwidth } from './chooseBandwidth';
import { type BandFeatures, drawLevels, type LevelFacts, levelsOf } from './drawBands';
import { type Basis, type HotspotBasis, type OpenGround, type OpenIncidents, pointsOf } from './hotspotState';
import type { ZoneIndex } from './indexZones';
import { placeAt } from './lineCourses';
import type { DensityOptions } from './makeDensityMap';
import { placesInArea } from './placesInArea';
import { yearsOf } from './selectEvents';
import { spreadPositions } from './spreadPositions';

export interface SeamOptions extends DensityOptions {
  /** Null: as far as the nearest zone reaches. */
  readonly bandwidthM: number | null;
  /** Whether each incident is spread over the circle in which it may lie. */
  readonly overUncertainty: boolean;
}

/** What is seen along one line: incidents a year that the strip on both sides is expected to hold. */
export interface SeamLine {
  readonly line: number;
  readonly together: number;
  readonly alone: number;
  /** What lies between, at least 0. */
  readonly unseen: number;
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
  /** The distance of the nearest zone, as one would set it; null where no line has a zone. */
  readonly suggestedM: number | null;
  /** The same densities in both surfaces, so that the same colour means the same. */
  readonly levels: readonly LevelFacts[];
  readonly together: BandFeatures;
  readonly aloneLevels: readonly LevelFacts[];
  readonly alone: BandFeatures;
  readonly differenceLevels: readonly LevelFacts[];
  readonly difference: BandFeatures;
  /** Those between two units that both tell what they know; the most is unseen first. */
  readonly lines: readonly SeamLine[];
  /** Over all these lines. */
  readonly whole: Pick<SeamLine, 'together' | 'alone' | 'unseen' | 'shareUnseen'>;
  /** In the middle of each line, with its number. */
  readonly middles: FeatureCollection<Point, { readonly line: number }>;
}

/** With fewer incidents in both zones together, a share would be an accident. */
const LEAST_COUNT = 5;
const TONES = 7;

/**
 * The surface as each unit alone sees it, as the cluster sees it together, and what lies between. An incident that is spread over its circle
 * stays on the record of the unit that holds its own position: it is the one that sees it, wherever it may have happened. A cluster knows what its
 * members know: incidents held by others are left out, and so is the land of others. Without members, or over a whole edition, all units tell what
 * they know.
 */
export function makeSeam(
  ground: OpenGround,
  incidents: OpenIncidents,
  {
    basis,
    events,
    selection,
    facts,
    zones,
    options,
  }: Basis & {
    readonly facts: CellFactsLike;
    readonly zones: Pick<ZoneIndex, 'zoneM'>;
    readonly options: SeamOptions;
  },
): SeamMap {
  const tells = tellingUnits(ground);
  const index = tells ? events.index.filter((i) => tells[incidents.unit[i]!] === 1) : events.index;
  const points = pointsOf(incidents, index);
  const suggestedM = nearestZone(ground, zones);
  const bandwidthM = options.bandwidthM ?? suggestedM ?? FALLBACK_BANDWIDTH_M;
  const { grid } = ground;
  const land = tells ?? ground.isArea;
  const spread = options.overUncertainty ? spreadPositions(incidents, index) : null;
  const unitOf = new Int32Array((spread?.draws ?? 1) * index.length);
  for (let i = 0; i < unitOf.length; i += 1) unitOf[i] = incidents.unit[index[i % index.length]!]!;
  const surfaces = seamSurfaces(spread?.points ?? points, unitOf, {
    grid,
    unitOfCell: facts.unit.map((unit) => (unit >= 0 && land[unit] === 1 ? unit : -1)),
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
    ...linesOf(ground, incidents, { index, tells, facts, surfaces }),
  };
}

/** 1 for each unit that tells the others what it knows: members; null where all do. */
function tellingUnits({ isMember, isArea }: OpenGround): Uint8Array | null {
  return !isMember.includes(1) || isArea.every((isIn) => isIn === 1) ? null : isMember;
}

/** As far as one cares for what is beyond the border: the distance of the nearest zone of lines that count. */
function nearestZone({ inScope }: OpenGround, { zoneM }: Pick<ZoneIndex, 'zoneM'>): number | null {
  return roundBandwidth(
    zoneM.reduce((least, ownM, line) => (inScope[line] === 1 && ownM > 0 ? Math.min(least, ownM) : least), Infinity),
  );
}

function linesOf(
  ground: OpenGround,
  incidents: OpenIncidents,
  {
    index,
    tells,
    facts,
    surfaces,
  }: {
    readonly index: Int32Array;
    readonly tells: Uint8Array | null;
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
  for (const i of index) {
    const line = incidents.line[i]!;
    if (line < 0) continue;
    if (incidents.side[i]! > 0) left[line]! += 1;
    else if (incidents.side[i]! < 0) right[line]! += 1;
  }
  const shareOf = (share: number | undefined, count: number): number | null =>
    count >= LEAST_COUNT && share !== undefined && Number.isFinite(share) ? share : null;
  const isTold = (line: number): boolean =>
    ground.inScope[line] === 1 &&
    (!tells || (tells[ground.leftUnit[line]!] === 1 && tells[ground.rightUnit[line]!] === 1));
  const lines = Array.from(ground.lengthM, (_, line): SeamLine => {
    const count = left[line]! + right[line]!;
    return {
      line,
      together: sums.together[line]!,
      alone: sums.alone[line]!,
      unseen: Math.max(0, sums.together[line]! - sums.alone[line]!),
      shareUnseen: shareOf(sums.shareUnseen[line], count),
      leftUnseen: shareOf(sums.left?.shareUnseen[line], count),
      rightUnseen: shareOf(sums.right?.shareUnseen[line], count),
      leftCount: left[line]!,
      rightCount: right[line]!,
    };
  })
    .filter(({ line, together }) => isTold(line) && together > 0)
    .sort((a, b) => b.unseen - a.unseen || a.line - b.line);
  const [together, alone, unseen] = [sumOf(lines, 'together'), sumOf(lines, 'alone'), sumOf(lines, 'unseen')];
  const count = lines.reduce((sum, { leftCount, rightCount }) => sum + leftCount + rightCount, 0);
  return {
    lines,
    whole: { together, alone, unseen, shareUnseen: shareOf(together > 0 ? unseen / together : undefined, count) },
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

const sumOf = (lines: readonly SeamLine[], key: 'together' | 'alone' | 'unseen'): number =>
  lines.reduce((sum, line) => sum + line[key], 0);
