import type { Problem, Result } from '../domain';
import { fail, succeed } from '../domain';
import { readSchema } from './context';
import type { Database, Reference } from './database';
import { Refusal, storageProblem } from './storageProblem';

/**
 * Keeps a copy of a file that the app ships, outside the journal: it is the same for everyone and nobody edits it.
 * @returns whether it was written: false if this very version is there
 */
export async function installReference(db: Database, reference: Reference): Promise<Result<boolean, Problem>> {
  try {
    const isWritten = await db.transaction('rw', ['references', 'meta'], async () => {
      const found = await readSchema(db);
      if (found > db.schema) throw new Refusal({ kind: 'readOnlyDatabase', found, known: db.schema });
      const present = await db.references.get(reference.id);
      if (present?.hash === reference.hash) return false;
      await db.references.put(reference);
      return true;
    });
    return succeed(isWritten);
  } catch (error) {
    return fail(storageProblem(error));
  }
}
