import { isPersonalHeader } from './headers';
import { maskPersonalNumbers } from './personalNumbers';

/** Texts in lists and objects count as well; deeper than this nobody reads. */
const DEEPEST = 16;

/** Of an ID card or a telephone, kept as a number: its first zero may be lost. */
const isLong = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 100_000_000 && value <= 999_999_999_999;

function holdsPersonalNumber(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return maskPersonalNumbers(value.normalize('NFC')).count > 0;
  if (typeof value !== 'object' || value === null) return false;
  return depth >= DEEPEST || Object.values(value).some((inner) => holdsPersonalNumber(inner, depth + 1));
}

/**
 * The properties of a feature without those that hold a number which can lead to a person: in a text, or as a number where the property's
 * name says so.
 * @returns null where there is none
 */
export function withoutPersonalTexts(
  properties: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> | null {
  const entries = Object.entries(properties);
  const kept = entries.filter(
    ([name, value]) => !holdsPersonalNumber(value) && !(isLong(value) && isPersonalHeader(name)),
  );
  return kept.length === entries.length ? null : Object.fromEntries(kept);
}
