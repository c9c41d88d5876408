import { Dexie } from 'dexie';
import type { Problem } from '../domain';

/** Thrown inside a transaction to give it up with a problem. */
export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.kind);
  }
}

/** A transaction is aborted by a refusal, by a failed request (which then is the error), or by the end of the connection. */
const GONE = new Set(['DatabaseClosedError', 'InvalidStateError', 'TransactionInactiveError', 'AbortError']);
const LOST = /connection|database server|database is closing|backing store/i;

interface StorageError {
  readonly name?: string;
  readonly message?: string;
  readonly inner?: unknown;
}

/** What an error of the database means to the user. Whatever is none of the database's is thrown on. */
export function storageProblem(error: unknown): Problem {
  if (error instanceof Refusal) return error.problem;
  if (!(error instanceof Dexie.DexieError || error instanceof DOMException)) throw error;
  const { name = '', message = '', inner }: StorageError = error;
  const innerName = ((inner ?? {}) as StorageError).name ?? '';
  if (name === 'QuotaExceededError' || innerName === 'QuotaExceededError') return { kind: 'storageFull' };
  if (GONE.has(name) || (name === 'UnknownError' && LOST.test(message))) return { kind: 'storageLost' };
  return { kind: 'storageFailed', detail: `${name}: ${message}`.slice(0, 300) };
}
