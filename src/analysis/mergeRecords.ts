import type { Incident, PositionMethod } from '../domain';
import { foldText } from './import/foldText';
import { wallClockMinutes } from './incidentColumns';

/** What is chosen one by one when two records become one. `position` goes with its accuracy and how it was got. */
export const MERGE_FIELDS = [
  'occurred',
  'position',
  'category',
  'kind',
  'discovery',
  'personsInvolved',
  'unitCode',
  'status',
  'reportedOn',
  'summary',
  'sourceId',
] as const;
export type MergeField = (typeof MERGE_FIELDS)[number];
/** Whose value stays; `both`: summaries one after the other, persons added up. */
export type MergeChoice = 'first' | 'second' | 'both';
export type MergeChoices = Readonly<Partial<Record<MergeField, MergeChoice>>>;

export interface MergeProposal {
  readonly field: MergeField;
  readonly proposed: MergeChoice;
  readonly choices: readonly MergeChoice[];
}

/** How exact a position is where nobody said, metres. */
const USUAL_ACCURACY_M: Readonly<Record<PositionMethod, number>> = {
  coordinates: 50,
  projected: 50,
  geometry: 50,
  link: 50,
  plusCode: 50,
  map: 100,
  place: 1_000,
  simulated: 1_000_000,
  none: Infinity,
};
const LONGEST_SUMMARY = 10_000;
const ONE_OF_TWO = ['first', 'second'] as const;
const OR_BOTH = ['first', 'second', 'both'] as const;

const secondIf = (isSecond: boolean): MergeChoice => (isSecond ? 'second' : 'first');

/** Radius in metres in which an incident lies, as far as one can tell. */
function exactnessM({ lng, lat, positionAccuracyM, positionMethod }: Incident): number {
  return lng === null || lat === null ? Infinity : (positionAccuracyM ?? USUAL_ACCURACY_M[positionMethod]);
}

/** The clerk's own number; null where none is said. */
const numberOf = ({ source }: Incident): string | null => source.id ?? null;

const spanMin = ({ occurred: { from, to } }: Incident): number => wallClockMinutes(to) - wallClockMinutes(from);

function areTimesApart({ occurred: a }: Incident, { occurred: b }: Incident): boolean {
  return a.from > b.to || b.from > a.to;
}

const joinSummaries = (a: string, b: string): string => `${a.trim().replace(/[\s.;,]+$/, '')}; ${b.trim()}`;

const isSame: Readonly<Record<MergeField, (a: Incident, b: Incident) => boolean>> = {
  occurred: (a, b) => a.occurred.from === b.occurred.from && a.occurred.to === b.occurred.to,
  position: (a, b) => a.lng === b.lng && a.lat === b.lat && a.positionAccuracyM === b.positionAccuracyM,
  category: (a, b) => a.category === b.category,
  kind: (a, b) => a.kind === b.kind,
  discovery: (a, b) => a.discovery === b.discovery,
  personsInvolved: (a, b) => a.personsInvolved === b.personsInvolved,
  unitCode: (a, b) => a.unitCode === b.unitCode,
  status: (a, b) => a.status === b.status,
  reportedOn: (a, b) => a.reportedOn === b.reportedOn,
  summary: (a, b) => foldText(a.summary) === foldText(b.summary),
  sourceId: (a, b) => numberOf(a) === numberOf(b),
};

function proposedChoice(field: MergeField, a: Incident, b: Incident): MergeChoice {
  switch (field) {
    case 'occurred':
      return secondIf(!areTimesApart(a, b) && spanMin(b) < spanMin(a));
    case 'position':
      return secondIf(exactnessM(b) < exactnessM(a));
    case 'category':
      return secondIf(a.category === 'other');
    case 'personsInvolved':
      return secondIf(b.personsInvolved > a.personsInvolved);
    case 'unitCode':
      return secondIf(a.unitCode === null);
    case 'status':
      return secondIf(a.status === 'open');
    case 'reportedOn':
      return secondIf(a.reportedOn === null || (b.reportedOn !== null && b.reportedOn < a.reportedOn));
    case 'sourceId':
      return secondIf(numberOf(a) === null);
    case 'summary': {
      const [one, two] = [foldText(a.summary), foldText(b.summary)];
      if (one.includes(two)) return 'first';
      if (two.includes(one)) return 'second';
      return canJoin(a, b) ? 'both' : secondIf(two.length > one.length);
    }
    default:
      return 'first';
  }
}

function canJoin(a: Incident, b: Incident): boolean {
  const isAnyEmpty = foldText(a.summary) === '' || foldText(b.summary) === '';
  return !isAnyEmpty && joinSummaries(a.summary, b.summary).length <= LONGEST_SUMMARY;
}

function choicesOf(field: MergeField, a: Incident, b: Incident): readonly MergeChoice[] {
  if (field === 'personsInvolved') return OR_BOTH;
  return field === 'summary' && canJoin(a, b) ? OR_BOTH : ONE_OF_TWO;
}

/**
 * What is proposed for the fields in which two records differ: what is known over what is not, the more exact position, the narrower
 * span where both touch, the earlier report, the larger number of persons, the status that is further, both summaries where neither
 * holds the other; else the first record's.
 * @returns one entry per differing field, in the order of `MERGE_FIELDS`
 */
export function proposeMerge(first: Incident, second: Incident): MergeProposal[] {
  return MERGE_FIELDS.filter((field) => !isSame[field](first, second)).map((field) => ({
    field,
    proposed: proposedChoice(field, first, second),
    choices: choicesOf(field, first, second),
  }));
}

/**
 * The record that two become: identity, revision and source of the first, the fields as chosen.
 * @param choices  whose value stays, per field; what is not named is as proposed
 */
export function mergeRecords(first: Incident, second: Incident, choices: MergeChoices = {}): Incident {
  const taken = new Map(proposeMerge(first, second).map(({ field, proposed }) => [field, choices[field] ?? proposed]));
  const from = (field: MergeField): Incident => (taken.get(field) === 'second' ? second : first);
  const position = from('position');
  return {
    ...first,
    occurred: from('occurred').occurred,
    reportedOn: from('reportedOn').reportedOn,
    lng: position.lng,
    lat: position.lat,
    positionAccuracyM: position.positionAccuracyM,
    positionMethod: position.positionMethod,
    category: from('category').category,
    kind: from('kind').kind,
    discovery: from('discovery').discovery,
    personsInvolved:
      taken.get('personsInvolved') === 'both'
        ? first.personsInvolved + second.personsInvolved
        : from('personsInvolved').personsInvolved,
    unitCode: from('unitCode').unitCode,
    status: from('status').status,
    summary: taken.get('summary') === 'both' ? joinSummaries(first.summary, second.summary) : from('summary').summary,
    source: { ...first.source, id: numberOf(from('sourceId')) },
  };
}
