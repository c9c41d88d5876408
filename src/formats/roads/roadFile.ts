import {
  DROP_REASONS,
  type DropReason,
  type ProblemOf,
  type RoadFileFault,
  type RoadFilePlace,
  type RoadReport,
  type RoadWays,
} from '../../domain';

export interface RoadFile {
  readonly ways: RoadWays;
  readonly report: RoadReport;
}

/** What stops a reader from within; `readRoads` turns it into its problem. */
export class RoadStop extends Error {
  constructor(readonly reason: RoadStopReason) {
    super(reason.kind);
  }
}

type RoadStopReason =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'notThis'; readonly detected: ProblemOf<'unknownFormat'>['detected'] }
  | { readonly kind: 'unsupportedCrs'; readonly crs: string }
  | { readonly kind: 'unsupportedRoadFeatures'; readonly features: readonly string[] }
  | { readonly kind: 'tooManyRoads'; readonly limit: number }
  | { readonly kind: 'unreadableSource'; readonly byte: number }
  | {
      readonly kind: 'broken';
      readonly fault: RoadFileFault;
      readonly place: RoadFilePlace;
      readonly detail: string;
    };

/** Throws what stops a reader where its file is broken. */
export function breakOff(fault: RoadFileFault, place: RoadFilePlace, detail = ''): never {
  throw new RoadStop({ kind: 'broken', fault, place, detail: detail.slice(0, 80) });
}

/** All reasons, none of them met. */
export const noneDropped = (): Record<DropReason, number> =>
  Object.fromEntries(DROP_REASONS.map((reason) => [reason, 0])) as Record<DropReason, number>;
