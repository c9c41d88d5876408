import type { DuplicateDecision, IncidentDraft, KnownRecord, SettledRow } from '../analysis/import';
import { foldText } from '../analysis/import/foldText';
import { hashText } from '../analysis/import/hashText';
import { isMasked } from '../analysis/import/personalNumbers';
import type { Incident, IncidentId } from '../domain';
import { createDuplicateTasks, type DraftDuplicates, type DraftPair } from './duplicateTasks';

/** A row that may be known already, with what is decided about it. */
export interface RowDuplicate extends Omit<DraftPair, 'known'> {
  readonly draft: IncidentDraft;
  readonly known: { readonly id: IncidentId } | { readonly row: number; readonly draft: IncidentDraft };
  /** All that is told of both is the same. */
  readonly isSame: boolean;
  /** Null: to be decided. */
  readonly decision: DuplicateDecision | null;
}

export interface DuplicateSummary {
  /** Rows that may be known already. */
  readonly rows: number;
  readonly undecided: number;
  readonly merge: number;
  readonly skip: number;
  readonly crowds: DraftDuplicates['crowds'];
}

/** Which rows a decision is for: one, or all that are not decided yet. */
export type DecideFor = { readonly row: number } | 'undecided';

const MOST_SHOWN = 100;
const MOST_TAKEN = 1_000;

interface Entry {
  readonly pair: DraftPair;
  readonly isSame: boolean;
  decision: DuplicateDecision | null;
}

/** What two records must share to say the same. */
const factsOf = (record: Omit<IncidentDraft, 'row' | 'sourceId'>, sourceId: string | null): number =>
  hashText(
    JSON.stringify([
      record.occurred.from,
      record.occurred.to,
      record.reportedOn,
      record.lng,
      record.lat,
      record.category,
      record.kind,
      record.discovery,
      record.personsInvolved,
      record.unitCode,
      record.status,
      foldText(record.summary),
      sourceId,
    ]),
  );

/** Rows of the open file that may be known already, and what becomes of each. */
export function createRowDuplicates() {
  const finder = createDuplicateTasks();
  const factsById = new Map<string, number>();
  /** What the user decided, by row: it stays where the file is understood in another way. */
  const decided = new Map<number, DuplicateDecision>();
  let entries = new Map<number, Entry>();
  let drafts = new Map<number, IncidentDraft>();
  let crowds: DraftDuplicates['crowds'] = [];

  function summary(): DuplicateSummary {
    let [undecided, merge, skip] = [0, 0, 0];
    for (const { decision } of entries.values()) {
      if (decision === null) undecided += 1;
      else if (decision === 'merge') merge += 1;
      else if (decision === 'skip') skip += 1;
    }
    return { rows: entries.size, undecided, merge, skip, crowds };
  }

  return {
    clear(): void {
      finder.clear();
      factsById.clear();
      decided.clear();
      entries = new Map();
      drafts = new Map();
    },
    putRegister(incidents: readonly Incident[]): void {
      finder.putRegister(incidents);
      for (const incident of incidents) factsById.set(incident.id, factsOf(incident, incident.source.id ?? null));
    },
    /** Holds the rows against the register and each other. */
    find(
      rows: readonly IncidentDraft[],
      earlier: readonly (readonly [row: number, decision: DuplicateDecision])[],
    ): DuplicateSummary {
      for (const [row, decision] of earlier) if (!decided.has(row)) decided.set(row, decision);
      finder.clearDrafts();
      finder.putDrafts(rows);
      const found = finder.find();
      crowds = found.crowds;
      drafts = new Map();
      const byRow = new Map(rows.map((draft) => [draft.row, draft]));
      const facts = (row: number): number | null => {
        const draft = byRow.get(row);
        return draft ? factsOf(draft, draft.sourceId) : null;
      };
      entries = new Map();
      for (const pair of found.pairs) {
        // The first pair of a row is its best.
        const draft = byRow.get(pair.row);
        if (entries.has(pair.row) || !draft) continue;
        drafts.set(pair.row, draft);
        const { known } = pair;
        if ('row' in known) {
          const other = byRow.get(known.row);
          if (other) drafts.set(known.row, other);
        }
        const other = 'row' in known ? facts(known.row) : factsById.get(known.id);
        // Behind two masked numbers may be two cases.
        const isSame = !isMasked(draft.sourceId) && facts(pair.row) === other;
        entries.set(pair.row, { pair, isSame, decision: decided.get(pair.row) ?? (isSame ? 'skip' : null) });
      }
      return summary();
    },
    decide(target: DecideFor, decision: DuplicateDecision): DuplicateSummary {
      const wanted =
        target === 'undecided'
          ? [...entries].filter(([, entry]) => entry.decision === null).map(([row]) => row)
          : [target.row];
      for (const row of wanted) {
        const entry = entries.get(row);
        if (!entry) continue;
        entry.decision = decision;
        decided.set(row, decision);
      }
      return summary();
    },
    decisions: (): (readonly [row: number, decision: DuplicateDecision])[] => [...decided],
    /** Some of the rows, at most 100: those to be decided are the strongest first, as all are. */
    shown(offset: number, count: number): RowDuplicate[] {
      return [...entries.values()].slice(offset, offset + Math.min(count, MOST_SHOWN)).flatMap((entry) => {
        const { pair, isSame, decision } = entry;
        const draft = drafts.get(pair.row);
        const known: RowDuplicate['known'] | undefined =
          'id' in pair.known ? pair.known : withDraft(pair.known.row, drafts.get(pair.known.row));
        return draft && known ? [{ ...pair, draft, known, isSame, decision }] : [];
      });
    },
    /** Rows that are not simply added, at most 1,000 from `offset` on; empty at the end. */
    settled(offset: number): SettledRow[] {
      const rows: SettledRow[] = [];
      let seen = 0;
      for (const [row, { decision, pair }] of entries) {
        if (decision !== 'merge' && decision !== 'skip') continue;
        if (seen >= offset) rows.push({ row, decision, known: pair.known as KnownRecord });
        seen += 1;
        if (rows.length === MOST_TAKEN) break;
      }
      return rows;
    },
  };
}

const withDraft = (row: number, draft: IncidentDraft | undefined) => (draft ? { row, draft } : undefined);
