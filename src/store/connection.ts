import type { DeviceId } from '../domain';
import { readSchema } from './context';
import { Database } from './database';
import { makeObservable, type Observable } from './observable';
import type { SchemaVersion } from './versions';

/**
 * `readOnly`: the database belongs to a newer program. `reopened`: the connection was lost and is back; what was being
 * written then was told to have failed. `lost`: it could not be opened again. `outdated`: another tab brought a newer
 * program, this one must be loaded again.
 */
export type StoreStatus =
  | { readonly kind: 'open' }
  | { readonly kind: 'readOnly'; readonly found: number; readonly known: number }
  | { readonly kind: 'reopened' }
  | { readonly kind: 'lost' }
  | { readonly kind: 'outdated' }
  | { readonly kind: 'closed' };

export interface Connection {
  readonly db: Database;
  readonly device: DeviceId;
  readonly status: Observable<StoreStatus>;
  /** To be called when the database turns out to be gone: opens it once more, and tells how that went. */
  readonly reopen: () => Promise<void>;
  readonly close: () => void;
}

export interface ConnectionOptions {
  readonly name: string;
  readonly versions: readonly SchemaVersion[];
  readonly newId: () => string;
  /** Opening waits because another tab holds an older database open. */
  readonly onBlocked?: () => void;
}

/** Opens the database, or makes it. Rejects with the database's own error. */
export async function connect({ name, versions, newId, onBlocked }: ConnectionOptions): Promise<Connection> {
  const db = new Database(name, versions);
  const status = makeObservable<StoreStatus>({ kind: 'open' });
  let isWanted = true;
  let reopening: Promise<void> | null = null;

  async function reopenOnce(): Promise<void> {
    try {
      db.close({ disableAutoOpen: false });
      await db.open();
      status.set({ kind: 'reopened' });
    } catch {
      status.set({ kind: 'lost' });
    }
  }

  async function reopen(): Promise<void> {
    if (!isWanted) return;
    reopening ??= reopenOnce().finally(() => {
      reopening = null;
    });
    await reopening;
  }

  function end(kind: 'outdated' | 'closed'): void {
    isWanted = false;
    db.close();
    status.set({ kind });
  }

  db.on('blocked', () => onBlocked?.());
  db.on('versionchange', () => {
    end('outdated');
    return false;
  });
  await db.open();
  db.on('close', () => {
    if (!reopening) void Promise.resolve().then(reopen);
  });

  const found = await readSchema(db);
  status.set(found > db.schema ? { kind: 'readOnly', found, known: db.schema } : { kind: 'open' });
  const device = found > db.schema ? await knownDevice(db) : await ensureDevice(db, newId);
  return { db, device, status, reopen, close: () => end('closed') };
}

/** The device's id, made when the database is. */
function ensureDevice(db: Database, newId: () => string): Promise<DeviceId> {
  return db.transaction('rw', db.meta, async () => {
    const row = await db.meta.get('device');
    if (row?.key === 'device') return row.id;
    const id = newId() as DeviceId;
    await db.meta.add({ key: 'device', id, user: '' });
    return id;
  });
}

async function knownDevice(db: Database): Promise<DeviceId> {
  const row = await db.meta.get('device');
  return row?.key === 'device' ? row.id : ('' as DeviceId);
}
