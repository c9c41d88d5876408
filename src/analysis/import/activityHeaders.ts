import { ACTIVITY_KINDS, type ActivityKind, type Cell, type Table } from '../../domain';
import type { ActivityField } from './activityTypes';
import { foldText } from './foldText';

/** How many of a file's first rows may be titles before the header. */
const SEARCHED_ROWS = 12;

/** How people call a kind of activity, folded; also what its own column is headed with. */
const KIND_WORDS: Readonly<Record<ActivityKind, readonly string[]>> = {
  meeting: [
    'hoi nghi',
    'cuoc hop',
    'buoi hop',
    'hop dan',
    'hop',
    'toa dam',
    'tuyen truyen truc tiep',
    'meeting',
    'meetings',
  ],
  broadcast: ['phat thanh', 'truyen thanh', 'loa', 'tin bai', 'broadcast', 'broadcasts', 'loudspeaker'],
  jointPatrol: ['tuan tra', 'joint patrol', 'joint patrols', 'patrol', 'patrols'],
};

const FIELD_WORDS: Readonly<Record<'day' | 'unit' | 'kind' | 'count' | 'note', readonly string[]>> = {
  day: ['ngay', 'ngay thang', 'thoi gian', 'date', 'day'],
  unit: ['don vi', 'xa phuong', 'xa', 'phuong', 'dia ban', 'unit', 'commune', 'ward'],
  kind: ['loai', 'loai hoat dong', 'hoat dong', 'hinh thuc', 'kind', 'activity', 'type'],
  count: ['so luong', 'so lan', 'so luot', 'so buoi', 'so cuoc', 'tong so', 'count', 'number'],
  note: ['ghi chu', 'noi dung', 'dien giai', 'note', 'notes'],
};

const holds = (folded: string, words: readonly string[]): number =>
  words.reduce((longest, word) => (` ${folded} `.includes(` ${word} `) ? Math.max(longest, word.length) : longest), 0);

/** What kind of activity a text names; null where it names none. */
export function readActivityKind(text: string): ActivityKind | null {
  const folded = foldText(text);
  const [best] = ACTIVITY_KINDS.map((kind) => ({ kind, length: holds(folded, KIND_WORDS[kind]) })).sort(
    (a, b) => b.length - a.length,
  );
  return best && best.length > 0 ? best.kind : null;
}

function fieldOf(header: string): ActivityField | null {
  const folded = foldText(header);
  if (folded === '') return null;
  for (const [field, words] of Object.entries(FIELD_WORDS)) {
    if (words.includes(folded)) return field as ActivityField;
  }
  // "Số hội nghị" counts a kind, "Số lượng" counts whatever the row names.
  const kind = readActivityKind(header);
  if (kind) return kind;
  const found = Object.entries(FIELD_WORDS)
    .map(([field, words]) => ({ field: field as ActivityField, length: holds(folded, words) }))
    .sort((a, b) => b.length - a.length)[0];
  return found && found.length > 0 ? found.field : null;
}

/** The fields of a header row, each once, by column. */
function fieldsOf(row: readonly Cell[]): Map<number, ActivityField> {
  const fields = new Map<number, ActivityField>();
  const taken = new Set<ActivityField>();
  row.forEach((cell, column) => {
    const field = typeof cell === 'string' ? fieldOf(cell) : null;
    if (!field || taken.has(field)) return;
    fields.set(column, field);
    taken.add(field);
  });
  return fields;
}

export const isComplete = (fields: ReadonlySet<ActivityField>): boolean =>
  fields.has('day') && fields.has('unit') && (fields.has('kind') || ACTIVITY_KINDS.some((kind) => fields.has(kind)));

/** The header row of a file of activities: of the first rows the one that names the most fields; null where none names two. */
export function findActivityHeader(
  table: Table,
): { readonly index: number; readonly fields: ReadonlyMap<number, ActivityField> } | null {
  let found: { index: number; fields: Map<number, ActivityField> } | null = null;
  for (let index = 0; index < Math.min(SEARCHED_ROWS, table.rows.length); index += 1) {
    const fields = fieldsOf(table.rows[index] ?? []);
    if (fields.size >= 2 && fields.size > (found?.fields.size ?? 0)) found = { index, fields };
  }
  return found;
}
