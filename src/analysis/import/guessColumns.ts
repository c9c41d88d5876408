import type { Cell, Table } from '../../domain';
import { findHeader } from './findHeader';
import { isPersonalHeader } from './headers';
import { makeUnitMatcher } from './matchUnits';
import { isLink } from './parseMapLink';
import { parseCoordinate, parsePosition } from './parsePosition';
import { parseWhen } from './parseWhen';
import { maskPersonalNumbers } from './personalNumbers';
import { areMetres } from './readMetres';
import { cellText, isBlank } from './readRowPosition';
import type { EditionUnits, Field } from './types';
import { readCategory, readDiscovery, readKind, readStatus } from './vocabularies';

/** A column of a file with what it seems to hold. */
export interface FileColumn {
  /** 0 for the first. */
  readonly column: number;
  readonly header: string;
  /** Up to three texts from the first rows, numbers of persons masked. */
  readonly samples: readonly string[];
  readonly guess: Field | null;
  /** What the guess rests on. */
  readonly guessedBy: 'name' | 'content' | null;
  /** Holds particulars of persons by its name: never read. */
  readonly isPersonal: boolean;
}

export interface FileColumns {
  /** Index in `table.rows` of the (last) header row. */
  readonly headerIndex: number;
  readonly columns: readonly FileColumn[];
  /** Positions come from geometry. */
  readonly hasGeometry: boolean;
}

interface Surroundings {
  readonly areaBbox: readonly [number, number, number, number];
  readonly editions: readonly EditionUnits[];
}

const SAMPLE_ROWS = 200;
const SAMPLES = 3;
const SAMPLE_LENGTH = 120;
/** Fewer texts tell nothing. */
const LEAST_TEXTS = 2;
const NUMERIC: ReadonlySet<Field | null> = new Set<Field | null>(['lat', 'lng', 'position']);

type Test = (cell: Cell) => boolean;

/** How sure a test must be of a column's cells, and whether each text should come more than once: a term is a word that repeats. */
interface ContentRule {
  readonly field: Field;
  readonly test: Test;
  readonly share: number;
  readonly repeats?: boolean;
}

const numberOf = (cell: Cell): number =>
  typeof cell === 'number' || typeof cell === 'string' ? parseCoordinate(cell) : NaN;
const isText = (cell: Cell): cell is string => typeof cell === 'string';

function rulesFor({ areaBbox, editions }: Surroundings): readonly ContentRule[] {
  const [west, south, east, north] = areaBbox;
  const matchers = editions.map((edition) => makeUnitMatcher([{ ...edition, validFrom: null, validTo: null }]));
  const isUnit: Test = (cell) =>
    isText(cell) && matchers.some((match) => typeof match(cell, '2000-01-01') === 'object');
  const within =
    (from: number, to: number): Test =>
    (cell) => {
      const value = numberOf(cell);
      return value >= from - 1 && value <= to + 1 && !Number.isInteger(value);
    };
  const isPosition: Test = (cell) => {
    if (!isText(cell)) return false;
    if (isLink(cell)) return true;
    const read = parsePosition(cell);
    return read !== null && ((Math.abs(read.lat) <= 90 && Math.abs(read.lng) <= 180) || areMetres(read.lat, read.lng));
  };
  const isSmall: Test = (cell) => {
    const value = numberOf(cell);
    return Number.isInteger(value) && value >= 0 && value <= 50;
  };
  return [
    { field: 'date', test: (cell) => typeof cell !== 'number' && parseWhen(cell) !== null, share: 0.7 },
    { field: 'position', test: isPosition, share: 0.7 },
    { field: 'lat', test: within(south, north), share: 0.7 },
    { field: 'lng', test: within(west, east), share: 0.7 },
    { field: 'unit', test: isUnit, share: 0.7, repeats: true },
    { field: 'status', test: (cell) => isText(cell) && readStatus(cell) !== null, share: 0.8, repeats: true },
    { field: 'category', test: (cell) => isText(cell) && readCategory(cell) !== null, share: 0.6, repeats: true },
    { field: 'kind', test: (cell) => isText(cell) && readKind(cell) !== null, share: 0.8, repeats: true },
    { field: 'discovery', test: (cell) => isText(cell) && readDiscovery(cell) !== null, share: 0.8, repeats: true },
    { field: 'persons', test: isSmall, share: 0.9, repeats: true },
  ];
}

/** Whether most of a column's cells pass, and, of terms, whether texts come again: free text holds such words as well. */
function fits({ test, share, repeats = false }: ContentRule, cells: readonly Cell[]): boolean {
  if (cells.filter(test).length < share * cells.length) return false;
  if (!repeats || cells.length < 8) return true;
  return new Set(cells.map(cellText)).size <= Math.max(3, cells.length * 0.6);
}

function samplesOf(cells: readonly Cell[], field: Field | null): string[] {
  const samples: string[] = [];
  for (const cell of cells) {
    const raw = cellText(cell);
    const text = (NUMERIC.has(field) ? raw : maskPersonalNumbers(raw).text).slice(0, SAMPLE_LENGTH);
    if (text !== '' && !samples.includes(text)) samples.push(text);
    if (samples.length === SAMPLES) break;
  }
  return samples;
}

/**
 * What each column of a table seems to hold: by its name, and where no name tells a field, by what stands in the column: dates,
 * coordinates, units, known words, small whole numbers.
 * @param table  as it was read
 * @returns one entry per column that has a header or anything below it; a field is guessed for one column only
 */
export function guessColumns(table: Table, surroundings: Surroundings): FileColumns {
  const { found, fullest } = findHeader(table);
  const header = found ?? fullest;
  const below = table.rows.slice(header.index + 1, header.index + 1 + SAMPLE_ROWS);
  const width = below.reduce((most, row) => Math.max(most, row.length), header.headers.length);
  const guesses = new Map<number, { readonly field: Field; readonly by: 'name' | 'content' }>();
  for (const [column, field] of header.fields) guesses.set(column, { field, by: 'name' });
  const hasGeometry = table.positions !== null;
  const taken = new Set<Field>(header.fields.values());
  if (hasGeometry) for (const field of ['lat', 'lng', 'position'] as const) taken.add(field);
  if (taken.has('lat') && taken.has('lng')) taken.add('position');
  if (taken.has('position')) for (const field of ['lat', 'lng'] as const) taken.add(field);
  const cellsOf = Array.from({ length: width }, (_, column) =>
    below.map((row) => row[column] ?? null).filter((cell) => !isBlank(cell)),
  );
  const isPersonal = Array.from({ length: width }, (_, column) => isPersonalHeader(header.headers[column] ?? ''));
  for (const rule of rulesFor(surroundings)) {
    if (taken.has(rule.field)) continue;
    const column = cellsOf.findIndex(
      (cells, index) => !guesses.has(index) && !isPersonal[index] && cells.length >= LEAST_TEXTS && fits(rule, cells),
    );
    if (column < 0) continue;
    guesses.set(column, { field: rule.field, by: 'content' });
    taken.add(rule.field);
    if (rule.field === 'position') for (const field of ['lat', 'lng'] as const) taken.add(field);
  }
  const columns = cellsOf.flatMap((cells, column): FileColumn[] => {
    const name = header.headers[column] ?? '';
    if (name === '' && cells.length === 0) return [];
    const guess = guesses.get(column);
    return [
      {
        column,
        header: name,
        samples: isPersonal[column] ? [] : samplesOf(cells, guess?.field ?? null),
        guess: guess?.field ?? null,
        guessedBy: guess?.by ?? null,
        isPersonal: isPersonal[column] ?? false,
      },
    ];
  });
  return { headerIndex: header.index, columns, hasGeometry };
}
