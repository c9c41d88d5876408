import type { Incident, PlainDate, UnitCode, WallClock } from '../domain';
import { edgeLengthM } from '../geo/ellipsoid';
import { maskPersonalNumbers } from './import/personalNumbers';

/** What can be wrong with one record. */
export const FAULTS = [
  'noPosition',
  'farOutside',
  'coarsePosition',
  'inFuture',
  'tooEarly',
  'endsBeforeStart',
  'reportedEarly',
  'noCategory',
  'retiredCategory',
  'unknownUnit',
  'otherEditionUnit',
  'personalNumber',
  'simulated',
] as const;
export type Fault = (typeof FAULTS)[number];

/** A position less exact than this says little about a zone of some hundred metres. */
export const COARSE_M = 500;
/** So far outside the mapped area a case can hardly be the cluster's own. */
export const FAR_M = 5_000;
/** Nothing older can be in a register of these offices: it is a slip of the pen. */
export const EARLIEST_DAY = '1990-01-01' as PlainDate;

/** Units in force in a span of days, both inclusive; null: open. */
export interface UnitsInForce {
  readonly validFrom: PlainDate | null;
  readonly validTo: PlainDate | null;
  readonly codes: ReadonlySet<UnitCode>;
}

export interface FaultSurroundings {
  readonly now: WallClock;
  /** [west, south, east, north] of the mapped area, degrees. */
  readonly areaBbox: readonly [number, number, number, number];
  readonly editions: readonly UnitsInForce[];
  /** Categories that are no more offered, and such that the register does not know. */
  readonly isRetired: (category: Incident['category']) => boolean;
}

/**
 * What is wrong with a record. Of a simulated one nothing else is looked at: it goes as a whole.
 * @returns one bit per fault, in the order of `FAULTS`
 */
export function findFaults(incident: Incident, surroundings: FaultSurroundings): number {
  if (incident.source.kind === 'simulated') return bitOf('simulated');
  return (
    positionFault(incident, surroundings) | timeFaults(incident, surroundings) | wordFaults(incident, surroundings)
  );
}

export const bitOf = (fault: Fault): number => 1 << FAULTS.indexOf(fault);
const bitIf = (isWrong: boolean, fault: Fault): number => (isWrong ? bitOf(fault) : 0);

function positionFault({ lng, lat, positionAccuracyM }: Incident, { areaBbox }: FaultSurroundings): number {
  if (lng === null || lat === null) return bitOf('noPosition');
  const [west, south, east, north] = areaBbox;
  const nearest = [Math.min(Math.max(lng, west), east), Math.min(Math.max(lat, south), north)] as const;
  const isFar = edgeLengthM(lng, lat, ...nearest) > FAR_M;
  return (
    bitIf(isFar, 'farOutside') | bitIf(positionAccuracyM !== null && positionAccuracyM > COARSE_M, 'coarsePosition')
  );
}

function timeFaults({ occurred: { from, to }, reportedOn }: Incident, { now }: FaultSurroundings): number {
  const isFuture = from > now || (reportedOn !== null && reportedOn > now.slice(0, 10));
  return (
    bitIf(isFuture, 'inFuture') |
    bitIf(from.slice(0, 10) < EARLIEST_DAY, 'tooEarly') |
    bitIf(to < from, 'endsBeforeStart') |
    bitIf(reportedOn !== null && reportedOn < from.slice(0, 10), 'reportedEarly')
  );
}

function wordFaults(incident: Incident, { editions, isRetired }: FaultSurroundings): number {
  const { category, unitCode, occurred, summary } = incident;
  return (
    bitIf(category === 'other', 'noCategory') |
    bitIf(isRetired(category), 'retiredCategory') |
    unitFault(unitCode, occurred.from.slice(0, 10), editions) |
    bitIf(maskPersonalNumbers(summary).count > 0, 'personalNumber')
  );
}

function unitFault(code: UnitCode | null, day: string, editions: readonly UnitsInForce[]): number {
  if (code === null) return 0;
  const holders = editions.filter(({ codes }) => codes.has(code));
  if (holders.length === 0) return bitOf('unknownUnit');
  const isInForce = ({ validFrom, validTo }: UnitsInForce): boolean =>
    (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo);
  // On a day of no edition no code can be the wrong one.
  return bitIf(editions.some(isInForce) && !holders.some(isInForce), 'otherEditionUnit');
}
