import { type Cell, fail, type Problem, type Result, rowNumber, succeed, type Table } from '../../domain';
import { makeNoteCollector } from './collectNotes';
import { type FoundHeader, findHeader } from './findHeader';
import { maskAddress } from './maskAddress';
import { maskPersonalNumbers } from './personalNumbers';
import { cellReader, type DraftReader, makeDraftReader } from './readDraft';
import { fitMeridian } from './readMetres';
import { cellText, isBlank, readPositionCells } from './readRowPosition';
import type {
  Field,
  ImportCounts,
  IncidentDraft,
  MappedColumn,
  RecognisedIncidents,
  RecogniseOptions,
  RejectedRow,
  RejectReason,
} from './types';

const PROGRESS_ROWS = 4_000;
const SAMPLE_ROWS = 200;
const SAMPLES = 3;

/** Where a long number is a coordinate, not that of a person. */
const NUMERIC_FIELDS: ReadonlySet<Field> = new Set<Field>(['lat', 'lng', 'position']);
const NUMERIC_REASONS: ReadonlySet<RejectReason> = new Set<RejectReason>([
  'swappedPosition',
  'outsideWorld',
  'outsideArea',
]);

const shownText = (text: string, isNumeric: boolean): string => (isNumeric ? text : maskPersonalNumbers(text).text);

/** Samples of a column as they may be shown. */
const sampleText = (text: string, field: Field): string =>
  field === 'place' || field === 'position'
    ? maskAddress(shownText(text, field === 'position'))
    : shownText(text, NUMERIC_FIELDS.has(field));

function missingFields(fields: ReadonlySet<Field>, hasGeometry: boolean): Field[] {
  const missing: Field[] = [];
  if (!hasGeometry && !fields.has('position') && !fields.has('place')) {
    if (!fields.has('lat')) missing.push('lat');
    if (!fields.has('lng')) missing.push('lng');
  }
  if (!fields.has('date')) missing.push('date');
  return missing;
}

function describeColumns(table: Table, header: FoundHeader): Pick<RecognisedIncidents, 'mapping' | 'ignored'> {
  const mapping: MappedColumn[] = [];
  const sampled = table.rows.slice(header.index + 1, header.index + 1 + SAMPLE_ROWS);
  if (table.positions) mapping.push({ column: -1, header: '', field: 'position', samples: [] });
  for (const [column, field] of [...header.fields].sort((a, b) => a[0] - b[0])) {
    const samples: string[] = [];
    for (const row of sampled) {
      const text = sampleText(cellText(row[column]), field);
      if (text !== '' && !samples.includes(text)) samples.push(text);
      if (samples.length === SAMPLES) break;
    }
    mapping.push({ column, header: header.headers[column] ?? '', field, samples });
  }
  const ignored = header.headers.flatMap((text, column) =>
    text !== '' && !header.fields.has(column) ? [{ column, header: text }] : [],
  );
  return { mapping, ignored };
}

/** Both coordinates of each row that has two, as a point or in its cells, degrees or metres. */
function* pairsOf(table: Table, header: FoundHeader): Generator<{ readonly lat: number; readonly lng: number }> {
  const cellOf = cellReader(header.fields);
  for (let i = header.index + 1; i < table.rows.length; i += 1) {
    const row = table.rows[i] ?? [];
    const point = table.positions?.subarray(2 * i, 2 * i + 2);
    const geometry = point ? ([point[0] ?? Number.NaN, point[1] ?? Number.NaN] as const) : null;
    const read = readPositionCells({
      lat: cellOf(row, 'lat'),
      lng: cellOf(row, 'lng'),
      position: cellOf(row, 'position'),
      place: cellOf(row, 'place'),
      geometry,
    });
    if ('step' in read) yield read;
  }
}

function countDrafts(incidents: readonly IncidentDraft[], rejected: readonly RejectedRow[]): ImportCounts {
  const byReason: Partial<Record<RejectReason, number>> = {};
  for (const { reason } of rejected) byReason[reason] = (byReason[reason] ?? 0) + 1;
  let [criminal, persons, withUnit] = [0, 0, 0];
  for (const incident of incidents) {
    if (incident.kind === 'criminal') criminal += 1;
    if (incident.unitCode) withUnit += 1;
    persons += incident.personsInvolved;
  }
  return {
    rows: incidents.length + rejected.length,
    usable: incidents.length,
    rejected: byReason,
    criminal,
    administrative: incidents.length - criminal,
    persons,
    withUnit,
  };
}

/**
 * Understands a user's table as incidents. Nothing is dropped silently: a row becomes an incident, or is listed with its
 * number and why it cannot; what was assumed or mended is in the notes, columns that are left out are named.
 * @param table    rows or features as they were read; the header is looked for below titles
 * @param options  the clock, the area and the units to hold it against, and what the user chose
 * @returns drafts in the order of the file
 * @problem missingColumns  no position or no date among the columns, named by field
 */
export function recogniseIncidents(
  table: Table,
  file: string,
  options: RecogniseOptions,
): Result<RecognisedIncidents, Problem> {
  const { found, best } = findHeader(table);
  const known = new Set(found?.fields.values());
  const missing = missingFields(known, table.positions !== null);
  if (!found || missing.length > 0)
    return fail({ kind: 'missingColumns', file, missing, found: found?.headers.filter((text) => text !== '') ?? best });

  const notes = makeNoteCollector();
  const metric = fitMeridian(pairsOf(table, found), options.areaBbox, options.meridian);
  const reader: DraftReader = makeDraftReader(found.fields, options, metric?.meridian ?? null, notes.add);
  const incidents: IncidentDraft[] = [];
  const rejected: RejectedRow[] = [];
  const { rows, positions } = table;
  const first = found.index + 1;
  for (let i = first; i < rows.length; i += 1) {
    const row: readonly Cell[] = rows[i] ?? [];
    const number = rowNumber(table, i);
    const geometry = positions ? ([positions[2 * i] ?? Number.NaN, positions[2 * i + 1] ?? Number.NaN] as const) : null;
    if (!geometry && row.every(isBlank)) notes.add('blankRows', number);
    else {
      const read = reader(row, geometry, number);
      if ('reason' in read)
        rejected.push({ ...read, row: number, text: shownText(read.text, NUMERIC_REASONS.has(read.reason)) });
      else incidents.push(read);
    }
    if ((i - first) % PROGRESS_ROWS === PROGRESS_ROWS - 1) options.onProgress?.(i - first + 1, rows.length - first);
  }
  if (options.swapPositions) notes.add('positionsSwapped', rowNumber(table, first));
  options.onProgress?.(rows.length - first, rows.length - first);
  return succeed({
    incidents,
    rejected,
    notes: notes.notes(),
    ...describeColumns(table, found),
    counts: countDrafts(incidents, rejected),
    metric,
    headerIndex: found.index,
  });
}
