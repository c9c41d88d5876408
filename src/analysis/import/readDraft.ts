import type { CategoryId, Cell, PlainDate, StatusId, UnitCode } from '../../domain';
import { remember } from './foldText';
import { maskAddress } from './maskAddress';
import { makeUnitMatcher } from './matchUnits';
import { parseWhen } from './parseWhen';
import { maskCaseNumber, maskPersonalNumbers } from './personalNumbers';
import type { Meridian } from './readMetres';
import { readNumber } from './readNumber';
import { readPersons } from './readPersons';
import { makePlaceReader } from './readPlace';
import { cellText, isBlank, type PlaceText, placeNumbers, readPositionCells } from './readRowPosition';
import { readRowWhen } from './readRowWhen';
import type { Field, IncidentDraft, NoteKind, RecogniseOptions, RejectedRow } from './types';
import { makeValueChoices } from './valueChoices';
import { readCategory, readDiscovery, readKind, readStatus } from './vocabularies';

/** The longest summary that a record holds. */
const LONGEST_SUMMARY = 10_000;
const LONGEST_SOURCE_ID = 200;

type Rejection = Omit<RejectedRow, 'row'>;
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
  const choiceOf = makeValueChoices(options.values ?? []);
  const seenIds = new Set<string>();
  const readPlace = makePlaceReader(options.places, options.areaBbox);
  const surroundings = { bbox: options.areaBbox, swap: options.swapPositions, meridian };

  /** A value in the product's words; where the text is empty or unknown the note says so and the fallback stands. */
  function choose<T>(
    row: number,
    text: string,
    {
      chosen,
      read,
      fallback,
      ifMissing,
      ifUnknown,
    }: {
      /** What the user says that the text means; undefined: nothing. */
      readonly chosen?: string | null | undefined;
      readonly read: (text: string) => T | null;
      readonly fallback: T;
      readonly ifMissing: NoteKind;
      readonly ifUnknown: NoteKind;
    },
  ): T {
    if (chosen !== undefined) return (chosen as T | null) ?? fallback;
    const value = text === '' ? null : read(text);
    if (value !== null) return value;
    note(text === '' ? ifMissing : ifUnknown, row, text);
    return fallback;
  }

  function readUnit(text: string, day: string, row: number): UnitCode | null {
    const chosen = choiceOf('unit', text);
    if (text === '' || chosen === null) return null;
    const match = unit(chosen ?? text, day);
    if (typeof match === 'object') return match.code;
    note(match === 'unknown' ? 'unitUnknown' : 'unitAmbiguous', row, text);
    return null;
  }

  function inWords(place: PlaceText, day: string, unitText: string): ReturnType<typeof readPlace> {
    const match = unitText === '' ? 'unknown' : unit(choiceOf('unit', unitText) ?? unitText, day);
    return readPlace(place, { day, unitCode: typeof match === 'object' ? match.code : null });
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
    const read = typeof cell === 'string' ? readNumber(cell.replace(/\s*m$/i, '')) : null;
    // The only point of 1.000 parts thousands: nobody tells millimetres of an accuracy.
    const metres = typeof cell === 'number' ? cell : (read?.grouped ?? read?.value ?? Number.NaN);
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
    const read = readPositionCells({
      lat: cellOf(row, 'lat'),
      lng: cellOf(row, 'lng'),
      position: cellOf(row, 'position'),
      place: cellOf(row, 'place'),
      geometry,
    });
    if ('reason' in read) return read;
    const known = 'words' in read ? null : placeNumbers(read, surroundings);
    if (known && 'reason' in known) return known;
    const when = readRowWhen(
      {
        date: cellOf(row, 'date'),
        time: cellOf(row, 'time'),
        dateTo: cellOf(row, 'dateTo'),
        timeTo: cellOf(row, 'timeTo'),
      },
      options.now,
    );
    if ('reason' in when) return when;
    const unitText = cellText(cellOf(row, 'unit'));
    const position = known ?? inWords(read as PlaceText, when.from, unitText);
    if ('reason' in position) return position;
    const persons = readPersons(cellOf(row, 'persons'));
    if (typeof persons === 'string') return { reason: persons, text: cellText(cellOf(row, 'persons')) };
    const summary = readSummary(cellOf(row, 'summary'), number);
    if (typeof summary !== 'string') return summary;

    const fileAccuracyM = readAccuracy(cellOf(row, 'accuracy'), number);
    if ('words' in read && position.method === 'place') note('placeTaken', number, maskAddress(read.words));
    if (fileAccuracyM === null && position.isByDigits) note('accuracyByDigits', number, `±${position.accuracyM} m`);
    if (when.isYearAssumed) note('yearAssumed', number, cellText(cellOf(row, 'date')));
    if (when.isConverted) note('zoneConverted', number, cellText(cellOf(row, 'date')));
    if (persons === null) note('personsAssumed', number);
    const caseNumber = maskCaseNumber(cellText(cellOf(row, 'sourceId')));
    const sourceId = caseNumber.text.slice(0, LONGEST_SOURCE_ID);
    if (caseNumber.count > 0) note('personalNumberMasked', number, sourceId);
    else if (sourceId !== '') {
      if (seenIds.has(sourceId)) note('duplicateSourceId', number, sourceId);
      seenIds.add(sourceId);
    }
    const categoryText = cellText(cellOf(row, 'category'));
    const kindText = cellText(cellOf(row, 'kind'));
    const statusText = cellText(cellOf(row, 'status'));
    return {
      row: number,
      occurred: { from: when.from, to: when.to },
      reportedOn: readReportedOn(cellOf(row, 'reportedOn'), number),
      lng: position.lng,
      lat: position.lat,
      positionAccuracyM: fileAccuracyM ?? position.accuracyM,
      positionMethod: position.method,
      category: choose<CategoryId>(number, categoryText, {
        chosen: choiceOf('category', categoryText),
        read: category,
        fallback: 'other',
        ifMissing: 'categoryMissing',
        ifUnknown: 'categoryUnknown',
      }),
      // Some files tell cases from violations in the column that names the category.
      kind: choose(number, kindText || (columnOf.has('kind') || !kind(categoryText) ? '' : categoryText), {
        chosen: choiceOf('kind', kindText),
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
      unitCode: readUnit(unitText, when.from, number),
      status: choose<StatusId>(number, statusText, {
        chosen: choiceOf('status', statusText),
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
