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

/** How browsers say on opening that there is no database for this page: none at all, switched off, or a private window. */
const UNAVAILABLE = new Set(['MissingAPIError', 'SecurityError', 'InvalidStateError']);

/** Whether opening failed because this page may not have a database. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { inner }: StorageError = error as StorageError;
  return UNAVAILABLE.has(error.name) || UNAVAILABLE.has(((inner ?? {}) as StorageError).name ?? '');
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
