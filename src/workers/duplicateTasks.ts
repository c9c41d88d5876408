import { makeDuplicateColumns, putDuplicateRecord } from '../analysis/duplicates/duplicateColumns';
import type { Crowd } from '../analysis/duplicates/findCrowds';
import { type DuplicatePair, findDuplicates } from '../analysis/findDuplicates';
import type { IncidentDraft } from '../analysis/import/types';
import type { Incident, IncidentId } from '../domain';

/** A row of a file that may be a case that is known already: an incident of the register, or an earlier row. */
export interface DraftPair extends Omit<DuplicatePair, 'a' | 'b'> {
  readonly row: number;
  readonly known: { readonly row: number } | { readonly id: IncidentId };
}

export interface DraftDuplicates {
  /** Strongest first, then nearest. */
  readonly pairs: readonly DraftPair[];
  /** Rows that are too many to be duplicates by what they share; `rows` are the first ones of the file. */
  readonly crowds: readonly {
    readonly reason: Crowd['reason'];
    readonly count: number;
    readonly rows: readonly number[];
  }[];
  readonly isCut: boolean;
}

/** A file of the register's size that is read once more has a pair for each of its rows. */
const MOST_PAIRS = 200_000;
const ROWS_TOLD = 5;

/** Rows of a file held against the register and each other: first the register comes in, then the rows, then the question. */
export function createDuplicateTasks() {
  let columns = makeDuplicateColumns();
  let known = 0;
  let rows: number[] = [];

  return {
    /** Forgets everything. */
    clear(): void {
      columns = makeDuplicateColumns();
      known = 0;
      rows = [];
    },
    /** Some incidents of the register; all of them before the first rows. */
    putRegister(incidents: readonly Incident[]): void {
      if (rows.length > 0) throw new Error('The register comes before the rows of the file.');
      for (const incident of incidents) putDuplicateRecord(columns, incident.id, incident);
      known = columns.count;
    },
    /** Forgets the rows: the file was understood in another way. */
    clearDrafts(): void {
      for (let slot = known; slot < columns.count; slot += 1) columns.slotOf.delete(columns.ids[slot]!);
      columns.ids.length = known;
      columns.count = known;
      rows = [];
    },
    putDrafts(drafts: readonly IncidentDraft[]): void {
      for (const { row, sourceId, ...draft } of drafts) {
        putDuplicateRecord(columns, `#${rows.length}`, { ...draft, source: { kind: 'file', id: sourceId } });
        rows.push(row);
      }
    },
    find(): DraftDuplicates {
      const { pairs, crowds, isCut } = findDuplicates(columns, {
        firstNew: known,
        isOneSeries: true,
        mostPairs: MOST_PAIRS,
      });
      const rowOf = (slot: number): number => rows[slot - known]!;
      return {
        pairs: pairs.map(({ a, b, ...why }) => ({
          ...why,
          row: rowOf(b),
          known: a < known ? { id: columns.ids[a] as IncidentId } : { row: rowOf(a) },
        })),
        crowds: crowds.map(({ reason, slots }) => ({
          reason,
          count: slots.length,
          rows: slots
            .filter((slot) => slot >= known)
            .slice(0, ROWS_TOLD)
            .map(rowOf),
        })),
        isCut,
      };
    },
  };
}
