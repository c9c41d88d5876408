import { type Cell, rowNumber, type Table } from '../../domain';
import { makeNoteCollector } from './collectNotes';
import { countDrafts } from './countDrafts';
import { maskAddress } from './maskAddress';
import { maskPersonalNumbers } from './personalNumbers';
import { type DraftReader, makeDraftReader } from './readDraft';
import { cellText } from './readRowPosition';
import {
  aboutReason,
  type BadRow,
  type BadRowQuery,
  type BadRowsLike,
  FIELDS_OF_REASON,
  type GivenPosition,
  type RepairSuggestion,
  type RowRepair,
} from './repairTypes';
import { shownText } from './shownText';
import { suggestCells } from './suggestCells';
import type {
  Field,
  ImportNote,
  IncidentDraft,
  RecognisedIncidents,
  RecogniseOptions,
  RejectedRow,
  RejectReason,
} from './types';

const MOST_SUGGESTIONS = 3;

/** A file that was understood, with the rows that the user mends. Only rows that are mended are understood anew. */
export interface RowRepairer {
  /** Takes what the user did about some rows; the newest about a row stands. */
  readonly repair: (repairs: readonly RowRepair[]) => void;
  /** The file with all of it. */
  readonly result: () => RecognisedIncidents;
  /** Rows that could not be used as they stand in the file, in its order, mended ones included. */
  readonly badRows: (query: BadRowQuery) => { readonly rows: readonly BadRow[]; readonly total: number };
  /** Numbers of the bad rows that hold the same text as one of them in a field, or that are bad for one reason. */
  readonly rowsLike: (like: BadRowsLike) => number[];
  readonly counts: () => { readonly repaired: number; readonly skipped: number };
}

export const NO_REPAIR: Omit<RowRepair, 'row'> = { cells: {}, position: null, isMasked: false, isSkipped: false };

function joinNotes(base: readonly ImportNote[], more: readonly ImportNote[]): readonly ImportNote[] {
  if (more.length === 0) return base;
  const kinds = new Map(base.map((note) => [note.kind, note]));
  for (const note of more) {
    const known = kinds.get(note.kind);
    kinds.set(
      note.kind,
      known
        ? {
            ...known,
            count: known.count + note.count,
            rows: [...known.rows, ...note.rows].slice(0, 5),
            samples: [...new Set([...known.samples, ...note.samples])].slice(0, 5),
          }
        : note,
    );
  }
  return [...kinds.values()];
}

/** Two lists in the order of their rows as one. */
function byRow<T extends { readonly row: number }>(kept: readonly T[], more: readonly T[]): readonly T[] {
  if (more.length === 0) return kept;
  return [...kept, ...more].sort((a, b) => a.row - b.row);
}

/**
 * Mends rows of a file that was understood.
 * @param base     the file as it was understood without any repair
 * @param options  those that it was understood with
 */
export function makeRowRepairer(table: Table, base: RecognisedIncidents, options: RecogniseOptions): RowRepairer {
  const columnOf = new Map(
    base.mapping.filter(({ column }) => column >= 0).map(({ column, field }) => [field, column]),
  );
  const width = table.rows.reduce((most, row) => Math.max(most, row.length), 0);
  const fields = new Map([...columnOf].map(([field, column]) => [column, field]));
  // A field without a column gets one to the right of all.
  const extra = new Map<Field, number>();
  const columnFor = (field: Field): number => {
    const known = columnOf.get(field) ?? extra.get(field);
    if (known !== undefined) return known;
    const column = width + extra.size;
    extra.set(field, column);
    fields.set(column, field);
    readers.clear();
    return column;
  };
  const notes = new Map<number, readonly ImportNote[]>();
  let noted: ReturnType<typeof makeNoteCollector> | null = null;
  const readers = new Map<string, DraftReader>();
  const readerFor = (isMasked: boolean, isPlaced: boolean): DraftReader => {
    const key = `${isMasked} ${isPlaced}`;
    const known = readers.get(key);
    if (known) return known;
    const made = makeDraftReader(
      fields,
      {
        ...options,
        personalNumbers: isMasked ? 'mask' : options.personalNumbers,
        swapPositions: isPlaced ? false : options.swapPositions,
      },
      base.metric?.meridian ?? null,
      (...note) => noted?.add(...note),
    );
    readers.set(key, made);
    return made;
  };

  const firstNumber = rowNumber(table, 0);
  const repairs = new Map<number, RowRepair>();
  const outcomes = new Map<number, IncidentDraft | RejectedRow>();
  const badByRow = new Map(base.rejected.map((row) => [row.row, row]));
  let joined: RecognisedIncidents | null = base;

  function rowWith(number: number, cells: RowRepair['cells']): readonly Cell[] {
    const row = [...(table.rows[number - firstNumber] ?? [])];
    for (const [field, text] of Object.entries(cells) as [Field, string][]) {
      const column = columnFor(field);
      while (row.length <= column) row.push(null);
      row[column] = text;
    }
    return row;
  }

  function geometryOf(number: number): readonly [number, number] | null {
    const { positions } = table;
    const index = number - firstNumber;
    return positions && [positions[2 * index] ?? Number.NaN, positions[2 * index + 1] ?? Number.NaN];
  }

  /** Understands a row as it is with a repair. */
  function understand({ row: number, cells, position, isMasked }: RowRepair): IncidentDraft | RejectedRow {
    const [west, south, east, north] = options.areaBbox;
    const middle: GivenPosition = { lng: (west + east) / 2, lat: (south + north) / 2, accuracyM: null, method: 'none' };
    const given = position === 'none' ? middle : position;
    const row = rowWith(number, cells);
    const geometry = given ? ([given.lng, given.lat] as const) : geometryOf(number);
    const read = readerFor(isMasked, given !== null)(row, geometry, number);
    if ('reason' in read) return { ...read, row: number, text: shownText(read.text, read.reason) };
    if (!given) return read;
    const isNowhere = position === 'none';
    return {
      ...read,
      lng: isNowhere ? null : given.lng,
      lat: isNowhere ? null : given.lat,
      positionAccuracyM: given.accuracyM,
      positionMethod: given.method,
    };
  }

  function textsOf(number: number): Partial<Record<Field, string>> {
    const row = table.rows[number - firstNumber] ?? [];
    const texts: Partial<Record<Field, string>> = {};
    for (const [field, column] of columnOf) texts[field] = cellText(row[column]);
    return { ...texts, ...repairs.get(number)?.cells };
  }

  function suggestionsFor(bad: RejectedRow, texts: Partial<Record<Field, string>>): RepairSuggestion[] {
    const { row, reason } = bad;
    const before = repairs.get(row) ?? { row, ...NO_REPAIR };
    const suggestions: RepairSuggestion[] = (bad.candidates ?? []).map(({ name, within, lng, lat, radiusM }) => ({
      kind: 'place',
      name,
      within,
      position: { lng, lat, accuracyM: radiusM, method: 'place' },
    }));
    for (const cells of suggestCells(reason, texts, options.now)) {
      if (suggestions.length >= MOST_SUGGESTIONS) break;
      const outcome = understand({ ...before, cells: { ...before.cells, ...cells } });
      const isBetter = !('reason' in outcome) || aboutReason(outcome.reason) !== aboutReason(reason);
      const text = JSON.stringify(cells);
      if (isBetter && !suggestions.some((each) => each.kind === 'cells' && JSON.stringify(each.cells) === text))
        suggestions.push({ kind: 'cells', cells });
    }
    return suggestions;
  }

  /** The cells to mend: those that hold something, else those that have a column, else the first that could be meant. */
  function shownFields(reason: RejectReason, texts: Partial<Record<Field, string>>): readonly Field[] {
    const about: readonly Field[] = FIELDS_OF_REASON[aboutReason(reason)];
    const known = about.filter((field) => texts[field] !== undefined);
    const filled = known.filter((field) => texts[field] !== '');
    if (filled.length > 0) return filled;
    if (known.length > 0) return known;
    return aboutReason(reason) === 'position' ? ['position'] : about.slice(0, 1);
  }

  function describe(original: RejectedRow): BadRow {
    const { row } = original;
    const repair = repairs.get(row);
    const outcome = outcomes.get(row);
    const state = repair?.isSkipped ? 'skipped' : outcome && !('reason' in outcome) ? 'mended' : 'bad';
    const now = outcome && 'reason' in outcome ? outcome : original;
    const texts = textsOf(row);
    return {
      ...now,
      state,
      cells: shownFields(now.reason, texts).map((field) => {
        const text = texts[field] ?? '';
        const isWords = field === 'place' || field === 'position';
        return {
          field,
          text: field === 'summary' ? maskPersonalNumbers(text).text : isWords ? maskAddress(text) : text,
        };
      }),
      suggestions: state === 'bad' ? suggestionsFor(now, texts) : [],
    };
  }

  return {
    repair(changed) {
      noted = makeNoteCollector();
      for (const repair of changed) {
        const { row, cells, position, isMasked, isSkipped } = repair;
        if (!table.rows[row - firstNumber]) continue;
        const isNothing = Object.keys(cells).length === 0 && position === null && !isMasked && !isSkipped;
        if (isNothing) {
          repairs.delete(row);
          outcomes.delete(row);
          notes.delete(row);
          continue;
        }
        repairs.set(row, repair);
        noted = makeNoteCollector();
        outcomes.set(row, understand(repair));
        notes.set(row, noted.notes());
      }
      noted = null;
      joined = null;
    },
    result() {
      if (joined) return joined;
      const drafts: IncidentDraft[] = [];
      const rejected: RejectedRow[] = [];
      for (const [row, outcome] of outcomes) {
        const bad = badByRow.get(row);
        if (bad && repairs.get(row)?.isSkipped) rejected.push(bad);
        else if ('reason' in outcome) rejected.push(outcome);
        else drafts.push(outcome);
      }
      const isKept = ({ row }: { readonly row: number }): boolean => !outcomes.has(row);
      const incidents = byRow(base.incidents.filter(isKept), drafts);
      const left = byRow(base.rejected.filter(isKept), rejected);
      joined = {
        ...base,
        incidents,
        rejected: left,
        notes: joinNotes(base.notes, [...notes.values()].flat()),
        counts: countDrafts(incidents, left),
      };
      return joined;
    },
    badRows({ offset, count, reason }) {
      const wanted = reason === null ? base.rejected : base.rejected.filter((row) => row.reason === reason);
      return { rows: wanted.slice(offset, offset + count).map(describe), total: wanted.length };
    },
    rowsLike(like) {
      if ('reason' in like) return base.rejected.flatMap(({ row, reason }) => (reason === like.reason ? [row] : []));
      const column = columnOf.get(like.field);
      const textOf = (row: number): string =>
        column === undefined ? '' : cellText(table.rows[row - firstNumber]?.[column]);
      const text = textOf(like.row);
      return base.rejected.flatMap(({ row }) => (textOf(row) === text ? [row] : []));
    },
    counts() {
      let [repaired, skipped] = [0, 0];
      for (const [row, outcome] of outcomes) {
        if (repairs.get(row)?.isSkipped) skipped += 1;
        else if (!('reason' in outcome)) repaired += 1;
      }
      return { repaired, skipped };
    },
  };
}
