import {
  CATEGORIES,
  type CategoryId,
  type Discovery,
  foldVietnamese,
  type Incident,
  type IncidentKind,
  POSITION_METHODS,
  STATUSES,
  type StatusId,
} from '../domain';

export const KINDS = ['criminal', 'administrative'] as const satisfies readonly IncidentKind[];
export const DISCOVERIES = ['reported', 'discovered'] as const satisfies readonly Discovery[];

/**
 * Incidents as columns: what maps, counts and tables need, in arrays that travel between threads without being
 * cloned row by row. Codes are positions in `KINDS` and `DISCOVERIES`, and those of categories and statuses in the lists
 * that come along, which begin with `CATEGORIES` and `STATUSES` and go on with the terms of the user.
 */
export interface IncidentBatch {
  readonly ids: readonly string[];
  readonly categories: readonly CategoryId[];
  readonly statuses: readonly StatusId[];
  /** WGS 84 degrees, [lng0, lat0, lng1, lat1 …]; NaN where it is not known. */
  readonly positions: Float64Array;
  readonly category: Uint16Array;
  readonly kind: Uint8Array;
  readonly discovery: Uint8Array;
  readonly status: Uint16Array;
  readonly persons: Uint32Array;
  /** The handling unit's code as a number, −1 where it is not said. */
  readonly unitCode: Int32Array;
  /** Minutes of the local wall clock since 1970-01-01T00:00, of the beginning. */
  readonly occurredMin: Float64Array;
  /** The same of its end; equal to the beginning where the moment is known. */
  readonly occurredToMin: Float64Array;
  /** Days since 1970 of the day it was reported, −1 where it is not said. */
  readonly reportedDay: Int32Array;
  /** Radius in metres of the circle in which it lies; NaN where it is not known. */
  readonly accuracyM: Float64Array;
  /** Position in `POSITION_METHODS`. */
  readonly method: Uint8Array;
  readonly simulated: Uint8Array;
  readonly summaries: readonly string[];
  /** The clerk's own numbers; empty where there is none. */
  readonly caseNumbers: readonly string[];
}

/** Minutes of a local wall clock since 1970-01-01T00:00; no time zone takes part. NaN when it cannot be read. */
export function wallClockMinutes(wallClock: string): number {
  return Date.parse(`${wallClock}:00Z`) / 60_000;
}

/** The day of a local wall clock in minutes since 1970, `YYYY-MM-DD`. */
export function dayOfMinutes(minutes: number): string {
  return new Date(minutes * 60_000).toISOString().slice(0, 10);
}

/**
 * Columns of some incidents.
 * @param incidents  n records
 * @returns n entries per column, in input order
 */
export function encodeIncidents(incidents: readonly Incident[]): IncidentBatch {
  const n = incidents.length;
  const categories: CategoryId[] = [...CATEGORIES];
  const statuses: StatusId[] = [...STATUSES];
  const batch = {
    ids: incidents.map((incident) => incident.id as string),
    categories,
    statuses,
    positions: new Float64Array(2 * n),
    category: new Uint16Array(n),
    kind: new Uint8Array(n),
    discovery: new Uint8Array(n),
    status: new Uint16Array(n),
    persons: new Uint32Array(n),
    unitCode: new Int32Array(n),
    occurredMin: new Float64Array(n),
    occurredToMin: new Float64Array(n),
    reportedDay: new Int32Array(n),
    accuracyM: new Float64Array(n),
    method: new Uint8Array(n),
    simulated: new Uint8Array(n),
    summaries: incidents.map((incident) => incident.summary),
    caseNumbers: incidents.map((incident) => incident.source.id ?? ''),
  };
  incidents.forEach((incident, i) => {
    batch.positions[2 * i] = incident.lng ?? Number.NaN;
    batch.positions[2 * i + 1] = incident.lat ?? Number.NaN;
    batch.category[i] = codeOf(categories, incident.category);
    batch.kind[i] = KINDS.indexOf(incident.kind);
    batch.discovery[i] = DISCOVERIES.indexOf(incident.discovery);
    batch.status[i] = codeOf(statuses, incident.status);
    batch.persons[i] = incident.personsInvolved;
    batch.unitCode[i] = incident.unitCode === null ? -1 : Number(incident.unitCode);
    batch.occurredMin[i] = wallClockMinutes(incident.occurred.from);
    batch.occurredToMin[i] = wallClockMinutes(incident.occurred.to);
    batch.reportedDay[i] = incident.reportedOn === null ? -1 : Date.parse(incident.reportedOn) / 86_400_000;
    batch.accuracyM[i] = incident.positionAccuracyM ?? Number.NaN;
    batch.method[i] = POSITION_METHODS.indexOf(incident.positionMethod);
    batch.simulated[i] = incident.source.kind === 'simulated' ? 1 : 0;
  });
  return batch;
}

/** The place of a term in a list, which gets it at its end where it is new. */
function codeOf<T>(list: T[], term: T): number {
  const code = list.indexOf(term);
  return code < 0 ? list.push(term) - 1 : code;
}

const ARRAYS = [
  'positions',
  'category',
  'kind',
  'discovery',
  'status',
  'persons',
  'unitCode',
  'occurredMin',
  'occurredToMin',
  'reportedDay',
  'accuracyM',
  'method',
  'simulated',
] as const;

/** All incidents of the register as columns. Changed in place by the functions below; only the first `count` entries count. */
export interface IncidentColumns {
  count: number;
  readonly slotOf: Map<string, number>;
  readonly ids: string[];
  readonly summaries: string[];
  readonly caseNumbers: string[];
  /** What `searchTextAt` has folded so far. */
  readonly folded: (string | undefined)[];
  /** What the codes of `category` and `status` stand for; only ever longer. */
  readonly categories: CategoryId[];
  readonly statuses: StatusId[];
  positions: Float64Array;
  category: Uint16Array;
  kind: Uint8Array;
  discovery: Uint8Array;
  status: Uint16Array;
  persons: Uint32Array;
  unitCode: Int32Array;
  occurredMin: Float64Array;
  occurredToMin: Float64Array;
  reportedDay: Int32Array;
  accuracyM: Float64Array;
  method: Uint8Array;
  simulated: Uint8Array;
}

export function emptyColumns(): IncidentColumns {
  return {
    count: 0,
    slotOf: new Map(),
    ids: [],
    summaries: [],
    caseNumbers: [],
    folded: [],
    categories: [...CATEGORIES],
    statuses: [...STATUSES],
    positions: new Float64Array(0),
    category: new Uint16Array(0),
    kind: new Uint8Array(0),
    discovery: new Uint8Array(0),
    status: new Uint16Array(0),
    persons: new Uint32Array(0),
    unitCode: new Int32Array(0),
    occurredMin: new Float64Array(0),
    occurredToMin: new Float64Array(0),
    reportedDay: new Int32Array(0),
    accuracyM: new Float64Array(0),
    method: new Uint8Array(0),
    simulated: new Uint8Array(0),
  };
}

const widthOf = (name: (typeof ARRAYS)[number]): number => (name === 'positions' ? 2 : 1);

function reserve(columns: IncidentColumns, count: number): void {
  if (columns.category.length >= count) return;
  const capacity = Math.max(1024, count, columns.category.length * 2);
  for (const name of ARRAYS) {
    const old = columns[name];
    const grown = new (old.constructor as new (length: number) => typeof old)(capacity * widthOf(name));
    grown.set(old);
    (columns as unknown as Record<string, typeof old>)[name] = grown;
  }
}

function copyEntry(from: IncidentBatch | IncidentColumns, i: number, to: IncidentColumns, slot: number): void {
  for (const name of ARRAYS) {
    const width = widthOf(name);
    for (let k = 0; k < width; k += 1) to[name][slot * width + k] = from[name][i * width + k]!;
  }
  to.ids[slot] = from.ids[i]!;
  to.summaries[slot] = from.summaries[i]!;
  to.caseNumbers[slot] = from.caseNumbers[i]!;
  to.folded[slot] = 'folded' in from ? from.folded[i] : undefined;
  to.slotOf.set(from.ids[i]!, slot);
}

/** Adds the incidents of a batch, or replaces those whose id is there already. */
export function putIncidents(columns: IncidentColumns, batch: IncidentBatch): void {
  reserve(columns, columns.count + batch.ids.length);
  const categoryCodes = batch.categories.map((term) => codeOf(columns.categories, term));
  const statusCodes = batch.statuses.map((term) => codeOf(columns.statuses, term));
  batch.ids.forEach((id, i) => {
    const known = columns.slotOf.get(id);
    const slot = known ?? columns.count;
    copyEntry(batch, i, columns, slot);
    columns.category[slot] = categoryCodes[batch.category[i]!]!;
    columns.status[slot] = statusCodes[batch.status[i]!]!;
    if (known === undefined) columns.count += 1;
  });
}

/** Removes incidents by id; the last ones move into the gaps, so slots change. Unknown ids are passed over. */
export function removeIncidents(columns: IncidentColumns, ids: readonly string[]): void {
  for (const id of ids) {
    const slot = columns.slotOf.get(id);
    if (slot === undefined) continue;
    const last = columns.count - 1;
    columns.slotOf.delete(id);
    if (slot !== last) copyEntry(columns, last, columns, slot);
    columns.ids.pop();
    columns.summaries.pop();
    columns.caseNumbers.pop();
    columns.folded.pop();
    columns.count = last;
  }
}

/** The positions in use, without the reserve. */
export function positionsOf(columns: IncidentColumns): Float64Array {
  return columns.positions.subarray(0, 2 * columns.count);
}

/**
 * What is searched in, folded when it is first asked for: most sessions never search.
 * @returns the summary, a line break, the case number
 */
export function searchTextAt(columns: IncidentColumns, slot: number): string {
  const known = columns.folded[slot];
  if (known !== undefined) return known;
  const text = `${foldVietnamese(columns.summaries[slot]!)}\n${foldVietnamese(columns.caseNumbers[slot]!)}`;
  columns.folded[slot] = text;
  return text;
}
