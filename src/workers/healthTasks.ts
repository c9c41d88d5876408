import {
  makeDuplicateColumns,
  putDuplicateRecord,
  removeDuplicateRecord,
} from '../analysis/duplicates/duplicateColumns';
import { type DuplicatePair, findDuplicates } from '../analysis/findDuplicates';
import { bitOf, FAULTS, type Fault, findFaults, type UnitsInForce } from '../analysis/findFaults';
import {
  currentTerm,
  type Incident,
  type IncidentId,
  type PlainDate,
  type Term,
  type UnitCode,
  type WallClock,
} from '../domain';

/** What the page of data health lists: records with one fault each, and pairs that may be one case. */
export type HealthCheck = Fault | 'duplicates';

export interface HealthSurroundings {
  readonly areaBbox: readonly [number, number, number, number];
  readonly editions: readonly {
    readonly validFrom: PlainDate | null;
    readonly validTo: PlainDate | null;
    readonly codes: readonly UnitCode[];
  }[];
  /** The register's rows of terms, and the ids that are known without a row. */
  readonly terms: readonly Term[];
  readonly knownCategories: readonly string[];
}

export interface HealthReport {
  readonly total: number;
  /** Records, and pairs for duplicates. */
  readonly counts: Readonly<Record<HealthCheck, number>>;
  /** Places, numbers and texts that so many records share that they are not held against each other. */
  readonly crowds: number;
  /** There are more pairs than are told. */
  readonly isCut: boolean;
}

export interface HealthPair extends Omit<DuplicatePair, 'a' | 'b'> {
  readonly ids: readonly [IncidentId, IncidentId];
}

const IN_FUTURE = bitOf('inFuture');

/** The first moment at which neither the case nor its report is yet to come. */
function passedAt({ occurred: { from }, reportedOn }: Incident): WallClock {
  const reported = reportedOn === null ? from : (`${reportedOn}T00:00` as WallClock);
  return from > reported ? from : reported;
}

/** Names two records, whatever their order. */
export const pairKey = (ids: readonly [string, string]): string => [...ids].sort().join(' ');

/** The register looked through for what is wrong: records come in and go, a report is made when it is asked for. */
export function createHealthTasks() {
  let columns = makeDuplicateColumns();
  let look: (incident: Incident, now: WallClock) => number = () => 0;
  let resolve: (id: string) => string = (id) => id;
  let lists = new Map<Fault, string[]>();
  let pairs: HealthPair[] = [];
  /** Records of what has not happened yet, with the moment from which on it may have. */
  let future = new Map<string, WallClock>();

  return {
    /** Forgets all records, and holds those to come against this. */
    begin({ terms, knownCategories, editions, ...rest }: HealthSurroundings): void {
      columns = makeDuplicateColumns();
      future = new Map();
      const offered = new Set([...knownCategories, ...terms.map(({ id }) => id as string)]);
      const retired = new Set(terms.filter((term) => term.isRetired).map(({ id }) => id as string));
      const surroundings = {
        ...rest,
        editions: editions.map((edition): UnitsInForce => ({ ...edition, codes: new Set(edition.codes) })),
        isRetired: (id: string): boolean => retired.has(id) || !offered.has(id),
      };
      resolve = (id) => currentTerm(terms, id as Term['id']);
      look = (incident, now) => findFaults(incident, { ...surroundings, now });
    },
    put(incidents: readonly Incident[], now: WallClock): void {
      for (const incident of incidents) {
        const meant = { ...incident, category: resolve(incident.category) as Incident['category'] };
        const slot = putDuplicateRecord(columns, incident.id, meant);
        const marks = look(meant, now);
        columns.marks[slot] = marks;
        if (marks & IN_FUTURE) future.set(incident.id, passedAt(meant));
        else future.delete(incident.id);
      }
    },
    remove(ids: readonly string[]): void {
      for (const id of ids) {
        removeDuplicateRecord(columns, id);
        future.delete(id);
      }
    },
    /** @param dismissed  keys of pairs that the user said are two cases */
    report(dismissed: readonly string[], now: WallClock): HealthReport {
      for (const [id, at] of future) if (at <= now) passes(id);
      lists = listFaults();
      const told = new Set(dismissed);
      const { ids } = columns;
      const found = findDuplicates(columns);
      pairs = found.pairs
        .map(({ a, b, ...why }) => ({ ...why, ids: [ids[a], ids[b]] as unknown as HealthPair['ids'] }))
        .filter((pair) => told.size === 0 || !told.has(pairKey(pair.ids)));
      const counts = Object.fromEntries(FAULTS.map((fault) => [fault, lists.get(fault)!.length]));
      return {
        total: columns.count,
        counts: { ...(counts as Record<Fault, number>), duplicates: pairs.length },
        crowds: found.crowds.length,
        isCut: found.isCut,
      };
    },
    /** Some of the records of a check in the last report, the latest case first. */
    records: (check: Fault, from: number, to: number): IncidentId[] =>
      (lists.get(check) ?? []).slice(from, to) as IncidentId[],
    /** Some of the pairs of the last report, strongest first. */
    pairs: (from: number, to: number): HealthPair[] => pairs.slice(from, to),
  };

  /** Time has passed: what was to come may have happened. */
  function passes(id: string): void {
    future.delete(id);
    const slot = columns.slotOf.get(id);
    if (slot !== undefined) columns.marks[slot]! &= ~IN_FUTURE;
  }

  function listFaults(): Map<Fault, string[]> {
    const { marks, fromMin, ids } = columns;
    const faulty: number[] = [];
    for (let slot = 0; slot < columns.count; slot += 1) if (marks[slot] !== 0) faulty.push(slot);
    faulty.sort((a, b) => fromMin[b]! - fromMin[a]! || (ids[a]! < ids[b]! ? -1 : 1));
    return new Map(
      FAULTS.map((fault, bit) => [fault, faulty.filter((slot) => (marks[slot]! >> bit) & 1).map((slot) => ids[slot]!)]),
    );
  }
}
