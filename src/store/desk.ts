import { fail, type Problem, type Result, succeed } from '../domain';
import type { Database } from './database';
import { storageProblem } from './storageProblem';

/**
 * What lies on this device's desk and is no part of the register: how columns of files were mapped, an import that was
 * left half-way, the draft of a form. Never journaled, never exchanged; lost with the browser's data.
 */
export interface Desk {
  /** Undefined where nothing lies; what is read is checked by the reader, since an older program may have written it. */
  readonly read: (key: string) => Promise<unknown>;
  /** @problem storageFull, storageLost, storageFailed */
  readonly write: (key: string, value: unknown) => Promise<Result<null, Problem>>;
  readonly clear: (key: string) => Promise<void>;
}

export function makeDesk(db: Database): Desk {
  return {
    read: async (key) => (await db.desk.get(key))?.value,
    write: async (key, value) => {
      try {
        await db.desk.put({ key, value });
        return succeed(null);
      } catch (error) {
        return fail(storageProblem(error));
      }
    },
    clear: (key) => db.desk.delete(key),
  };
}
