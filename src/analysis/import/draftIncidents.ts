import type { Incident, IncidentId } from '../../domain';
import { maskPersonalNumbers } from './personalNumbers';
import type { IncidentDraft } from './types';

/**
 * Drafts as records of the register, new in it.
 * @param ids       one new UUID v7 per draft, in order
 * @param fileName  the user's file
 * @returns incidents in input order, `rev` 0
 */
export function draftIncidents(
  drafts: readonly IncidentDraft[],
  { ids, fileName }: { readonly ids: readonly string[]; readonly fileName: string },
): Incident[] {
  if (ids.length !== drafts.length) throw new Error(`${ids.length} ids for ${drafts.length} drafts`);
  const name = maskPersonalNumbers(fileName.normalize('NFC')).text.slice(0, 500);
  return drafts.map(({ row, sourceId, ...facts }, i) => ({
    ...facts,
    id: ids[i] as IncidentId,
    source: { kind: 'file', name, row, id: sourceId },
    rev: 0,
  }));
}
