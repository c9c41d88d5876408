import type { WallClock } from '../../domain';
import { type EntryDraft, newDraft } from './entryDraft';

/** A form that was left half-way. */
export interface KeptDraft {
  readonly keptAt: WallClock;
  readonly draft: EntryDraft;
}

const NULLABLE: ReadonlySet<string> = new Set<keyof EntryDraft>(['place', 'category', 'persons', 'unit']);

function hasShape(value: unknown): value is EntryDraft {
  if (typeof value !== 'object' || value === null) return false;
  const sample = newDraft('2000-01-01T00:00' as WallClock);
  return Object.entries(sample).every(([key, like]) => {
    const found = (value as Record<string, unknown>)[key];
    if (NULLABLE.has(key)) {
      if (key === 'place') return found === null || isPlace(found);
      return found === null || typeof found === (key === 'persons' ? 'number' : 'string');
    }
    return typeof found === typeof like;
  });
}

function isPlace(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { lng, lat, accuracyM, method } = value as Record<string, unknown>;
  const isNumber = (found: unknown): boolean => typeof found === 'number' && Number.isFinite(found);
  return isNumber(lng) && isNumber(lat) && (accuracyM === null || isNumber(accuracyM)) && typeof method === 'string';
}

/** What lay on the desk, where it is a draft of this form; an older program may have left another one. */
export function readKeptDraft(value: unknown): KeptDraft | null {
  if (typeof value !== 'object' || value === null || !('keptAt' in value) || !('draft' in value)) return null;
  const { keptAt, draft } = value;
  return typeof keptAt === 'string' && hasShape(draft) ? { keptAt: keptAt as WallClock, draft } : null;
}
