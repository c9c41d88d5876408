import type { IncidentColumns } from './incidentColumns';
import type { IncidentFlags } from './incidentFlags';

export const SORT_KEYS = [
  'occurred',
  'category',
  'kind',
  'discovery',
  'status',
  'persons',
  'unit',
  'located',
  'line',
  'distance',
  'chainage',
  'accuracy',
  'method',
  'reported',
] as const;
export type SortKey = (typeof SORT_KEYS)[number];
export interface IncidentSort {
  readonly key: SortKey;
  readonly descending: boolean;
}

/** Sorts slots by a column; equal ones by time, then by id, so that the order never depends on how rows were loaded. */
export function sortSlots(
  slots: Uint32Array,
  columns: IncidentColumns,
  flags: IncidentFlags,
  sort: IncidentSort,
): void {
  const key = new Float64Array(columns.count);
  const read = sortValueOf(columns, flags, sort.key);
  for (const i of slots) key[i] = read(i);
  const sign = sort.descending ? -1 : 1;
  slots.sort((a, b) => {
    const byKey = key[a]! - key[b]!;
    if (byKey !== 0) return sign * byKey;
    const byTime = columns.occurredMin[b]! - columns.occurredMin[a]!;
    if (byTime !== 0) return byTime;
    return columns.ids[a]! < columns.ids[b]! ? -1 : 1;
  });
}

/** What a key sorts by, as numbers; what is not known comes after all that is. */
function sortValueOf(columns: IncidentColumns, flags: IncidentFlags, key: SortKey): (slot: number) => number {
  const last = Number.MAX_VALUE;
  const known = (values: Int32Array) => (i: number) => (values[i]! < 0 ? last : values[i]!);
  const plain = (values: ArrayLike<number>) => (i: number) => values[i]!;
  const nearest = (values: ArrayLike<number>) => (i: number) => {
    const from = flags.start[i]!;
    return flags.start[i + 1]! > from ? values[from]! : last;
  };
  switch (key) {
    case 'occurred':
      return plain(columns.occurredMin);
    case 'category':
    case 'kind':
    case 'discovery':
    case 'status':
    case 'persons':
    case 'method':
      return plain(columns[key]);
    case 'unit':
      return known(columns.unitCode);
    case 'located':
      return known(flags.unit);
    case 'reported':
      return known(columns.reportedDay);
    case 'accuracy':
      return (i) => (Number.isNaN(columns.accuracyM[i]!) ? last : columns.accuracyM[i]!);
    case 'line':
      return nearest(flags.line);
    case 'distance':
      return nearest(flags.distanceM);
    case 'chainage':
      return nearest(flags.chainageM);
  }
}
