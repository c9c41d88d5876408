import { foldText } from './foldText';
import { hashText } from './hashText';

/**
 * What files of one shape share: next month's sheet has the same headers in the same order, whatever its name and rows.
 * @param headers  as they stand, left to right
 * @returns a short key
 */
export function fileShape(format: string, headers: readonly string[]): string {
  const names = headers.map(foldText);
  while (names.at(-1) === '') names.pop();
  return hashText(JSON.stringify([format, ...names])).toString(36);
}
