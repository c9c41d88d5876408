import type { Cell } from '../../domain';
import { cellText, isBlank } from './readRowPosition';

/** Far more than any incident has; what is above is a slip of the hand. */
const MOST_PERSONS = 10_000;

/**
 * How many persons a cell tells: 2, "2", "02", "2 đối tượng".
 * @returns null where nothing is said
 */
export function readPersons(cell: Cell): number | null | 'unreadablePersons' | 'negativePersons' {
  if (isBlank(cell)) return null;
  if (cell instanceof Date || typeof cell === 'boolean') return 'unreadablePersons';
  const match = typeof cell === 'number' ? null : /^([+\-−]?\s*\d+(?:[.,]0+)?)(?:\s+\p{L}.*)?$/u.exec(cellText(cell));
  const value =
    typeof cell === 'number'
      ? cell
      : Number(match?.[1]?.replace('−', '-').replace(/\s/g, '').replace(',', '.') ?? Number.NaN);
  if (!Number.isInteger(value) || value > MOST_PERSONS) return 'unreadablePersons';
  return value < 0 ? 'negativePersons' : value;
}
