import { describe, expect, it } from 'vitest';
import { CATEGORIES, type CategoryId, currentTerm, STATUSES, type Term, type TermId, termsOf } from '../../src/domain';

const term = (id: string, fields: Partial<Term> = {}): Term => ({
  id: id as CategoryId,
  list: 'category',
  name: id,
  look: 'other',
  order: 3.5,
  isRetired: false,
  mergedInto: null,
  rev: 1,
  ...fields,
});

describe('termsOf', () => {
  it('gives the built-in ones where nobody has changed anything, each with its own look', () => {
    expect(termsOf([], 'category').map(({ id, look, name }) => [id, look, name])).toEqual(
      CATEGORIES.map((id) => [id, id, null]),
    );
    expect(termsOf([], 'status').map(({ id }) => id)).toEqual(STATUSES);
  });

  it('puts a changed one in the place of the built-in one, and one of the user where its order says', () => {
    const rows = [term('own'), term('theft', { name: 'Trộm', order: 1, look: 'drugs' }), term('x', { list: 'status' })];
    const terms = termsOf(rows, 'category');
    expect(terms.map(({ id }) => id)).toEqual([...CATEGORIES.slice(0, 4), 'own', ...CATEGORIES.slice(4)]);
    expect(terms[1]).toBe(rows[1]);
  });
});

describe('currentTerm', () => {
  it('follows mergers to their end, and ends where they go in a circle', () => {
    const into = (to: string): Partial<Term> => ({ mergedInto: to as TermId });
    const rows = [term('a', into('b')), term('b', into('theft')), term('c', into('d')), term('d', into('c'))];
    expect(currentTerm(rows, 'a' as TermId)).toBe('theft');
    expect(currentTerm(rows, 'theft')).toBe('theft');
    expect(['c', 'd']).toContain(currentTerm(rows, 'c' as TermId));
  });
});
