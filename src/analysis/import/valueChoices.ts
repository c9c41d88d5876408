import { foldText, remember } from './foldText';
import type { ValueChoice, ValueField } from './types';

/**
 * What the user said that texts of the file mean.
 * @returns (field, text) → the value chosen, null for "left empty", undefined where nothing was said
 */
export function makeValueChoices(
  choices: readonly ValueChoice[],
): (field: ValueField, text: string) => string | null | undefined {
  const chosen = new Map(choices.map(({ field, text, value }) => [`${field} ${text}`, value]));
  if (chosen.size === 0) return () => undefined;
  const fold = remember(foldText);
  return (field, text) => (text === '' ? undefined : chosen.get(`${field} ${fold(text)}`));
}
