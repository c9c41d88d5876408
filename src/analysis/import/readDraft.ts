import type { Cell, PlainDate, UnitCode } from '../../domain';
import { remember } from './foldText';
import { makeUnitMatcher } from './matchUnits';
import { parseCoordinate } from './parsePosition';
import { parseWhen } from './parseWhen';
import { maskPersonalNumbers } from './personalNumbers';
import type { Meridian } from './readMetres';
import { readPersons } from './readPersons';
import { cellText, isBlank, readRowPosition } from './readRowPosition';
import { readRowWhen } from './readRowWhen';
import type { Field, IncidentDraft, NoteKind, RecogniseOptions, RejectReason } from './types';
import { readCategory, readDiscovery, readKind, readStatus } from './vocabularies';

/** The longest summary that a record holds. */
const LONGEST_SUMMARY = 10_000;
const LONGEST_SOURCE_ID = 200;

type Rejection = { readonly reason: RejectReason; readonly text: string };
type Note = (kind: NoteKind, row: number, sample?: string) => void;

/** Makes an incident of one row, or says why it cannot. */
export type DraftReader = (
  row: readonly Cell[],
  geometry: readonly [number, number] | null,
  number: number,
) => IncidentDraft | Rejection;

/** Quotes that an export put before signs which a spreadsheet would have taken for a formula. */
const withoutGuard = (text: string): string => text.replace(/(^|[,;\t\r\n]"*)'(?=[=+\-@\t\r])/g, '$1');

/** The cell of a row that holds a field; null where no column does. */
export function cellReader(fields: ReadonlyMap<number, Field>): (row: readonly Cell[], field: Field) => Cell {
  const columnOf = new Map([...fields].map(([column, field]) => [field, column]));
  return (row, field) => {
    const column = columnOf.get(field);
    return column === undefined ? null : (row[column] ?? null);
  };
}

/**
 * A reader of rows whose columns are known.
 * @param fields  column → field
 * @param meridian  the zone of survey coordinates; null where the file has none
 * @param note    told what is assumed or mended, with the row
 */
export function makeDraftReader(
  fields: ReadonlyMap<number, Field>,
  options: RecogniseOptions,
  meridian: Meridian | null,
  note: Note,
): DraftReader {
  const columnOf = new Map([...fields].map(([column, field]) => [field, column]));
  const cellOf = cellReader(fields);
  const category = remember(readCategory);
  const kind = remember(readKind);
  const discovery = remember(readDiscovery);
  const status = remember(readStatus);
  const unit = makeUnitMatcher(options.editions);
  const seenIds = new Set<string>();

  /** A value in the product's words; where the text is empty or unknown the note says so and the fallback stands. */
  function choose<T>(
    row: number,
    text: string,
    {
      read,
      fallback,
      ifMissing,
      ifUnknown,
    }: {
      readonly read: (text: string) => T | null;
      readonly fallback: T;
      readonly ifMissing: NoteKind;
      readonly ifUnknown: NoteKind;
    },
  ): T {
    const value = text === '' ? null : read(text);
    if (value !== null) return value;
    note(text === '' ? ifMissing : ifUnknown, row, text);
    return fallback;
  }

  function readUnit(text: string, day: string, row: number): UnitCode | null {
    if (text === '') return null;
    const match = unit(text, day);
    if (typeof match === 'object') return match.code;
    note(match === 'unknown' ? 'unitUnknown' : 'unitAmbiguous', row, text);
    return null;
  }

  function readReportedOn(cell: Cell, row: number): PlainDate | null {
    if (isBlank(cell)) return null;
    const when = parseWhen(cell);
    if (when && when.from <= options.now) return when.from.slice(0, 10) as PlainDate;
    note('reportedOnUnreadable', row, cellText(cell));
    return null;
  }

  function readAccuracy(cell: Cell, row: number): number | null {
    if (isBlank(cell)) return null;
    const metres = parseCoordinate(typeof cell === 'string' ? cell.replace(/\s*m$/i, '') : cell);
    if (Number.isFinite(metres) && metres >= 0) return metres;
    note('accuracyUnreadable', row, cellText(cell));
    return null;
  }

  function readSummary(cell: Cell, row: number): string | Rejection {
    const raw = withoutGuard(cellText(cell));
    const { text, count } = maskPersonalNumbers(raw);
    if (count > 0) {
      if (options.personalNumbers === 'skip') return { reason: 'personalNumber', text };
      note('personalNumberMasked', row, text.slice(0, 200));
    }
    if (text.length <= LONGEST_SUMMARY) return text;
    note('summaryShortened', row);
    return text.slice(0, LONGEST_SUMMARY);
  }

  return (row, geometry, number) => {
    const position = readRowPosition(
      { lat: cellOf(row, 'lat'), lng: cellOf(row, 'lng'), position: cellOf(row, 'position'), geometry },
      options.areaBbox,
      options.swapPositions,
      meridian,
    );
    if ('reason' in position) return position;
    const when = readRowWhen(
      { date: cellOf(row, 'date'), time: cellOf(row, 'time'), dateTo: cellOf(row, 'dateTo') },
      options.now,
    );
    if ('reason' in when) return when;
    const persons = readPersons(cellOf(row, 'persons'));
    if (typeof persons === 'string') return { reason: persons, text: cellText(cellOf(row, 'persons')) };
    const summary = readSummary(cellOf(row, 'summary'), number);
    if (typeof summary !== 'string') return summary;

    if (when.isConverted) note('zoneConverted', number, cellText(cellOf(row, 'date')));
    if (persons === null) note('personsAssumed', number);
    const sourceId = maskPersonalNumbers(cellText(cellOf(row, 'sourceId'))).text.slice(0, LONGEST_SOURCE_ID);
    if (sourceId !== '') {
      if (seenIds.has(sourceId)) note('duplicateSourceId', number, sourceId);
      seenIds.add(sourceId);
    }
    const categoryText = cellText(cellOf(row, 'category'));
    const kindText = cellText(cellOf(row, 'kind'));
    return {
      row: number,
      occurred: { from: when.from, to: when.to },
      reportedOn: readReportedOn(cellOf(row, 'reportedOn'), number),
      lng: position.lng,
      lat: position.lat,
      positionAccuracyM: readAccuracy(cellOf(row, 'accuracy'), number),
      positionMethod: position.method,
      category: choose(number, categoryText, {
        read: category,
        fallback: 'other',
        ifMissing: 'categoryMissing',
        ifUnknown: 'categoryUnknown',
      }),
      // Some files tell cases from violations in the column that names the category.
      kind: choose(number, kindText || (columnOf.has('kind') || !kind(categoryText) ? '' : categoryText), {
        read: kind,
        fallback: 'administrative',
        ifMissing: 'kindAssumed',
        ifUnknown: 'kindAssumed',
      }),
      discovery: choose(number, cellText(cellOf(row, 'discovery')), {
        read: discovery,
        fallback: 'reported',
        ifMissing: 'discoveryAssumed',
        ifUnknown: 'discoveryAssumed',
      }),
      personsInvolved: persons ?? 0,
      unitCode: readUnit(cellText(cellOf(row, 'unit')), when.from, number),
      status: choose(number, cellText(cellOf(row, 'status')), {
        read: status,
        fallback: 'open',
        ifMissing: 'statusAssumed',
        ifUnknown: 'statusAssumed',
      }),
      summary,
      sourceId: sourceId === '' ? null : sourceId,
    };
  };
}
