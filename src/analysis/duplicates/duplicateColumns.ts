import { foldText } from '../import/foldText';
import { wallClockMinutes } from '../incidentColumns';
import { type CaseNumber, readCaseNumber } from './readCaseNumber';

/** What is compared of a record; an incident is one, and so is the draft of one. */
export interface DuplicateRecord {
  readonly occurred: { readonly from: string; readonly to: string };
  /** WGS 84 degrees; null: not known. */
  readonly lng: number | null;
  readonly lat: number | null;
  readonly positionAccuracyM: number | null;
  readonly category: string;
  readonly unitCode: string | null;
  readonly summary: string;
  readonly source: { readonly kind: string; readonly id?: string | null };
}

/**
 * Records as columns; only the first `count` entries of each count. Texts are codes of `book`, −1 where there is none. Changed in
 * place by the functions below.
 */
export interface DuplicateColumns {
  count: number;
  readonly book: Map<string, number>;
  readonly slotOf: Map<string, number>;
  readonly ids: string[];
  /** Degrees, NaN where the place is not known. */
  lng: Float64Array;
  lat: Float64Array;
  /** Metres, NaN where not known. */
  accuracyM: Float64Array;
  /** Minutes of the local wall clock since 1970; the end is never before the beginning. */
  fromMin: Float64Array;
  toMin: Float64Array;
  /** 1 where only the day is known. */
  isWholeDay: Uint8Array;
  category: Int32Array;
  unit: Int32Array;
  number: Int32Array;
  /** Position in `NUMBER_KINDS`. */
  numberKind: Uint8Array;
  /** Of the folded summary, where it is long enough to tell something. */
  text: Int32Array;
  simulated: Uint8Array;
  /** What the caller notes of a record, as bits. */
  marks: Uint32Array;
}

export const NUMBER_KINDS = ['dated', 'long', 'bare'] as const satisfies readonly CaseNumber['kind'][];
/** A shorter summary ("trộm xe") is shared by records that have nothing else in common. */
const TEXT_SIGNS = 12;
const ARRAYS = [
  'lng',
  'lat',
  'accuracyM',
  'fromMin',
  'toMin',
  'isWholeDay',
  'category',
  'unit',
  'number',
  'numberKind',
  'text',
  'simulated',
  'marks',
] as const;

export function makeDuplicateColumns(): DuplicateColumns {
  return {
    count: 0,
    book: new Map(),
    slotOf: new Map(),
    ids: [],
    lng: new Float64Array(0),
    lat: new Float64Array(0),
    accuracyM: new Float64Array(0),
    fromMin: new Float64Array(0),
    toMin: new Float64Array(0),
    isWholeDay: new Uint8Array(0),
    category: new Int32Array(0),
    unit: new Int32Array(0),
    number: new Int32Array(0),
    numberKind: new Uint8Array(0),
    text: new Int32Array(0),
    simulated: new Uint8Array(0),
    marks: new Uint32Array(0),
  };
}

/** The code of a text; texts of different uses never meet, since each use has a sign of its own. */
export function codeOf(columns: DuplicateColumns, use: 'category' | 'unit' | 'number' | 'text', text: string): number {
  const key = `${use[0]}${text}`;
  let code = columns.book.get(key);
  if (code === undefined) {
    code = columns.book.size;
    columns.book.set(key, code);
  }
  return code;
}

function reserve(columns: DuplicateColumns, count: number): void {
  if (columns.lng.length >= count) return;
  const capacity = Math.max(1_024, count, columns.lng.length * 2);
  for (const name of ARRAYS) {
    const old = columns[name];
    const grown = new (old.constructor as new (length: number) => typeof old)(capacity);
    grown.set(old);
    (columns as unknown as Record<string, typeof old>)[name] = grown;
  }
}

const orUnknown = (value: number | null): number => (value === null || !Number.isFinite(value) ? NaN : value);

/**
 * Adds a record, or replaces the one with this id.
 * @returns its slot
 */
export function putDuplicateRecord(columns: DuplicateColumns, id: string, record: DuplicateRecord): number {
  const known = columns.slotOf.get(id);
  const slot = known ?? columns.count;
  if (known === undefined) {
    reserve(columns, columns.count + 1);
    columns.count += 1;
    columns.slotOf.set(id, slot);
    columns.ids[slot] = id;
  }
  const { occurred } = record;
  const number = readCaseNumber(record.source.id ?? null);
  const text = foldText(record.summary);
  const fromMin = wallClockMinutes(occurred.from);
  columns.lng[slot] = orUnknown(record.lng);
  columns.lat[slot] = orUnknown(record.lat);
  columns.accuracyM[slot] = orUnknown(record.positionAccuracyM);
  columns.fromMin[slot] = fromMin;
  columns.toMin[slot] = occurred.to > occurred.from ? wallClockMinutes(occurred.to) : fromMin;
  columns.isWholeDay[slot] = occurred.from.endsWith('T00:00') && occurred.to.endsWith('T23:59') ? 1 : 0;
  columns.category[slot] = codeOf(columns, 'category', record.category);
  columns.unit[slot] = record.unitCode === null ? -1 : codeOf(columns, 'unit', record.unitCode);
  columns.number[slot] = number ? codeOf(columns, 'number', number.text) : -1;
  columns.numberKind[slot] = number ? NUMBER_KINDS.indexOf(number.kind) : 0;
  columns.text[slot] = text.length < TEXT_SIGNS ? -1 : codeOf(columns, 'text', text);
  columns.simulated[slot] = record.source.kind === 'simulated' ? 1 : 0;
  columns.marks[slot] = 0;
  return slot;
}

/** Removes a record; the last one moves into its slot. An unknown id is passed over. */
export function removeDuplicateRecord(columns: DuplicateColumns, id: string): void {
  const slot = columns.slotOf.get(id);
  if (slot === undefined) return;
  const last = columns.count - 1;
  columns.slotOf.delete(id);
  if (slot !== last) {
    for (const name of ARRAYS) columns[name][slot] = columns[name][last]!;
    const moved = columns.ids[last]!;
    columns.ids[slot] = moved;
    columns.slotOf.set(moved, slot);
  }
  columns.ids.pop();
  columns.count = last;
}
