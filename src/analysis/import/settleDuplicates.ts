import type { Incident, IncidentId } from '../../domain';
import { mergeRecords } from '../mergeRecords';

/** `keep`: both stay. `merge`: the known one takes what the row adds. `skip`: the row is left out. */
export const DUPLICATE_DECISIONS = ['keep', 'merge', 'skip'] as const;
export type DuplicateDecision = (typeof DUPLICATE_DECISIONS)[number];

/** A record of the register, or an earlier row of the same file. */
export type KnownRecord = { readonly id: IncidentId } | { readonly row: number };

/** What becomes of a row that is known already. */
export interface SettledRow {
  readonly row: number;
  readonly decision: 'merge' | 'skip';
  readonly known: KnownRecord;
}

export interface SettledImport {
  readonly added: readonly Incident[];
  readonly updated: readonly (readonly [from: Incident, to: Incident])[];
  readonly merged: number;
  readonly skipped: number;
}

/**
 * What an import writes once it is decided what becomes of rows that are known already. A row that is merged with one that was itself
 * merged or skipped goes to where that one went.
 * @param incidents   the rows as records, in the order of the file; each `source.row` is one
 * @param settled     rows that are not simply added
 * @param registered  the records of the register that rows are merged with; where one is gone by now the row is added
 */
export function settleDuplicates(
  incidents: readonly Incident[],
  settled: readonly SettledRow[],
  registered: ReadonlyMap<IncidentId, Incident>,
): SettledImport {
  const settledOf = new Map(settled.map((row) => [row.row, row]));
  const added = new Map<number, Incident>();
  const updated = new Map<IncidentId, readonly [from: Incident, to: Incident]>();
  /** Where a row went: to itself, to an earlier row, or to a record of the register. */
  const target = new Map<number, KnownRecord>();
  let [merged, skipped] = [0, 0];
  for (const incident of incidents) {
    const row = incident.source.row ?? 0;
    const choice = settledOf.get(row);
    const known = choice && ('row' in choice.known ? target.get(choice.known.row) : choice.known);
    if (known) target.set(row, known);
    if (choice?.decision === 'skip') {
      skipped += 1;
      continue;
    }
    if (known && 'id' in known) {
      const before = updated.get(known.id) ?? pairOf(registered.get(known.id));
      if (before) {
        updated.set(known.id, [before[0], mergeRecords(before[1], incident)]);
        merged += 1;
        continue;
      }
    } else if (known) {
      const earlier = added.get(known.row);
      if (earlier) {
        added.set(known.row, mergeRecords(earlier, incident));
        merged += 1;
        continue;
      }
    }
    target.set(row, { row });
    added.set(row, incident);
  }
  return { added: [...added.values()], updated: [...updated.values()], merged, skipped };
}

const pairOf = (incident: Incident | undefined): readonly [Incident, Incident] | undefined =>
  incident && [incident, incident];
