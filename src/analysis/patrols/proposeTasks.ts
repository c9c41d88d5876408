import { ALPHA } from '../hotspots/alpha';
import { findStretches } from '../hotspots/findStretches';
import type { Basis, HotspotBasis, OpenGround, OpenIncidents } from '../hotspots/hotspotState';
import type { ZoneIndex } from '../hotspots/indexZones';
import { sliceCourse } from '../hotspots/lineCourses';
import { makeRanking } from '../hotspots/makeRanking';
import { yearsOf } from '../hotspots/selectEvents';
import { aoristicWeights } from '../timing/aoristicWeights';
import { hourShares } from './shareOfHours';

/** A piece of a border line that patrols may watch, with what is expected to happen in its zone. */
export interface ProposedTask {
  readonly line: number;
  /** Metres along the line. */
  readonly fromM: number;
  readonly toM: number;
  /** Its course, WGS 84 degrees; of a place one position. */
  readonly path: readonly (readonly [lng: number, lat: number])[];
  /** Incidents recorded there, and expected in a year. */
  readonly count: number;
  readonly perYear: number;
}

export interface TaskProposals {
  readonly basis: HotspotBasis;
  readonly tasks: readonly ProposedTask[];
  /** How incidents in the zones are shared out over the 24 hours, from `hoursCount` of them. */
  readonly hours: readonly number[];
  readonly hoursCount: number;
}

export type ProposalOptions =
  | {
      /** All lines that count, cut into pieces of about this length. */
      readonly of: 'line';
      readonly pieceM: number;
    }
  | {
      /** Where significantly many incidents are. */
      readonly of: 'hotStretch';
      readonly maxLengthM: number;
      readonly replicates: number;
      readonly seed: number;
    };

/** What all proposals know, whatever they are made of. */
export function proposalHours(
  incidents: OpenIncidents,
  { basis, events }: Basis,
): Pick<TaskProposals, 'basis' | 'hours' | 'hoursCount'> & { readonly index: Int32Array } {
  const index = events.index.filter((i) => incidents.line[i]! >= 0);
  return { basis, index, hours: hourShares(weightsByHour(incidents, index)), hoursCount: index.length };
}

/** 24 weights, each incident 1, spread over the hours in which it may have happened. */
function weightsByHour({ occurredMin, occurredToMin }: OpenIncidents, index: Int32Array): number[] {
  const week = aoristicWeights(
    Float64Array.from(index, (i) => occurredMin[i]!),
    Float64Array.from(index, (i) => occurredToMin[i]!),
  );
  const hours = Array.from({ length: 24 }, () => 0);
  week.forEach((weight, hour) => {
    hours[hour % 24]! += weight;
  });
  return hours;
}

/**
 * What patrols may watch along the border, by what was recorded there. Of pieces of lines the expected number is the empirical Bayes one, so that
 * a piece is worth something though nothing happened on it, and few incidents do not make it worth much; hot stretches keep their own,
 * since there they are many. The hours are those of all incidents in the zones: a piece has too few for its own.
 */
export function proposeTasks(
  ground: OpenGround,
  incidents: OpenIncidents,
  {
    options,
    ...basis
  }: Basis & {
    readonly zones: ZoneIndex;
    readonly options: ProposalOptions;
  },
  onProgress: (share: number) => void = () => undefined,
): TaskProposals {
  const years = yearsOf(basis.selection);
  const { index, ...common } = proposalHours(incidents, basis);
  if (options.of === 'line') {
    const { lines } = makeRanking(ground, incidents, {
      ...basis,
      options: { exposure: 'length', pieceM: options.pieceM, compare: null, overUncertainty: false },
    });
    const tasks = lines.map(
      ({ line, fromM, toM, lengthM, count, smoothed }): ProposedTask => ({
        line,
        fromM,
        toM,
        path: sliceCourse(ground.courses, { line, fromM, toM }),
        count,
        perYear: (smoothed * lengthM) / 1_000,
      }),
    );
    return { ...common, tasks };
  }
  const { stretches } = findStretches(ground, incidents, {
    ...basis,
    options: { ...options, overTime: false, overUncertainty: false, onProgress },
  });
  const tasks = stretches
    .filter(({ p }) => p <= ALPHA)
    .flatMap(({ parts }) =>
      parts.map((part): ProposedTask => {
        const [fromM, toM] = [Math.min(part.fromM, part.toM), Math.max(part.fromM, part.toM)];
        const count = index.filter(
          (i) => incidents.line[i] === part.line && incidents.chainageM[i]! >= fromM && incidents.chainageM[i]! <= toM,
        ).length;
        const { line } = part;
        return {
          line,
          fromM,
          toM,
          path: sliceCourse(ground.courses, { line, fromM, toM }),
          count,
          perYear: count / years,
        };
      }),
    );
  return { ...common, tasks };
}
