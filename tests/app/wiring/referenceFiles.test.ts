import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import manifest from '../../../geodata/layers/manifest.json';
import { EDITIONS, readReferenceFile } from '../../../src/app/wiring/referenceFiles';
import { fail, succeed } from '../../../src/domain';

type ReferenceStore = Parameters<typeof readReferenceFile>[0];
const HASH = manifest.files['places.json'].sha256;
const shipped = '{"shipped": true}';
const fetching = vi.fn<(url: string) => Promise<Response>>();

beforeEach(() => {
  fetching.mockResolvedValue(new Response(shipped));
  vi.stubGlobal('fetch', fetching);
});
afterEach(() => {
  vi.unstubAllGlobals();
  fetching.mockReset();
});

function storeWith(kept: { readonly hash: string } | undefined) {
  const installReference = vi.fn<ReferenceStore['installReference']>(async () => succeed(true));
  const readReference = vi.fn<ReferenceStore['readReference']>(
    async (id) => kept && { id, text: '{"kept": true}', ...kept },
  );
  return { readReference, installReference };
}

describe('a shipped layer', () => {
  it('is read from the copy of this version without asking for the file', async () => {
    expect(await readReferenceFile(storeWith({ hash: HASH }), 'places')).toBe('{"kept": true}');
    expect(fetching).not.toHaveBeenCalled();
  });

  it('is fetched and kept where there is no copy, or one of another version', async () => {
    for (const kept of [undefined, { hash: 'older' }]) {
      fetching.mockResolvedValue(new Response(shipped));
      const store = storeWith(kept);
      expect(await readReferenceFile(store, 'places')).toBe(shipped);
      expect(store.installReference.mock.calls).toEqual([[{ id: 'places', hash: HASH, text: shipped }]]);
    }
    expect(String(fetching.mock.calls[0]![0])).toContain('places');
  });

  it('is shown although the copy can be neither read nor written', async () => {
    const store = storeWith(undefined);
    store.readReference.mockRejectedValue(new Error('closed'));
    store.installReference.mockResolvedValue(fail({ kind: 'storageFull' }));
    expect(await readReferenceFile(store, 'places')).toBe(shipped);
  });

  it('is an older copy where the file is not to be had, else the failure', async () => {
    fetching.mockResolvedValue(new Response('', { status: 404 }));
    expect(await readReferenceFile(storeWith({ hash: 'older' }), 'places')).toBe('{"kept": true}');
    await expect(readReferenceFile(storeWith(undefined), 'places')).rejects.toThrow('404');
    fetching.mockRejectedValue(new TypeError('offline'));
    await expect(readReferenceFile(storeWith(undefined), 'places')).rejects.toThrow('offline');
  });
});

describe('the manifest', () => {
  it('has the fingerprint of each layer that is shipped', () => {
    for (const [name, { sha256 }] of Object.entries(manifest.files)) {
      const bytes = readFileSync(resolve(import.meta.dirname, '../../../geodata/layers', name));
      expect([name, createHash('sha256').update(bytes).digest('hex')]).toEqual([name, sha256]);
    }
    expect(EDITIONS.map(({ id }) => id)).toEqual(Object.keys(manifest.editions));
  });
});
