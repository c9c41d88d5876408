import { maskPersonalNumbers } from './personalNumbers';

/** Texts in lists and objects count as well; deeper than this nobody reads. */
const DEEPEST = 16;

function holdsPersonalNumber(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return maskPersonalNumbers(value.normalize('NFC')).count > 0;
  if (typeof value !== 'object' || value === null) return false;
  return depth >= DEEPEST || Object.values(value).some((inner) => holdsPersonalNumber(inner, depth + 1));
}

/**
 * The properties of a feature without those whose text holds a number that can lead to a person.
 * @returns null where there is none
 */
export function withoutPersonalTexts(
  properties: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> | null {
  const entries = Object.entries(properties);
  const kept = entries.filter(([, value]) => !holdsPersonalNumber(value));
  return kept.length === entries.length ? null : Object.fromEntries(kept);
}
