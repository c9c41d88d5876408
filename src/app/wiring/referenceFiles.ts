import edition2018 from '../../../geodata/layers/edition-2018.json?url';
import edition2025 from '../../../geodata/layers/edition-2025.json?url';
import manifest from '../../../geodata/layers/manifest.json';
import places from '../../../geodata/layers/places.json?url';
import rivers from '../../../geodata/layers/river-lines.json?url';
import type { Store } from '../../store';

const FILES = {
  'edition-2018': { url: edition2018, hash: manifest.files['edition-2018.json'].sha256 },
  'edition-2025': { url: edition2025, hash: manifest.files['edition-2025.json'].sha256 },
  'river-lines': { url: rivers, hash: manifest.files['river-lines.json'].sha256 },
  places: { url: places, hash: manifest.files['places.json'].sha256 },
} as const;

export type ReferenceId = keyof typeof FILES;

export const EDITIONS = [
  { id: '2018', file: 'edition-2018' },
  { id: '2025', file: 'edition-2025' },
] as const satisfies readonly { readonly id: string; readonly file: ReferenceId }[];

/**
 * The text of a shipped layer: the copy in the register's database when it is of this version, else the app's own file,
 * which is then copied there. A copy that cannot be written is no reason to show nothing.
 */
export async function readReferenceFile(
  store: Pick<Store, 'readReference' | 'installReference'>,
  id: ReferenceId,
): Promise<string> {
  const { url, hash } = FILES[id];
  const kept = await store.readReference(id).catch(() => undefined);
  if (kept?.hash === hash) return kept.text;
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    const text = await response.text();
    await store.installReference({ id, hash, text });
    return text;
  } catch (error) {
    if (kept) return kept.text;
    throw error;
  }
}
