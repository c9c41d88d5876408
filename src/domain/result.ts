/** What an operation that may be refused gives back. `notes` say what was passed over or mended on the way. */
export type Result<T, P, N = never> =
  | { readonly ok: true; readonly value: T; readonly notes: readonly N[] }
  | { readonly ok: false; readonly problem: P };

export function succeed<T, N = never>(
  value: T,
  notes: readonly N[] = [],
): { readonly ok: true; readonly value: T; readonly notes: readonly N[] } {
  return { ok: true, value, notes };
}

export function fail<P>(problem: P): { readonly ok: false; readonly problem: P } {
  return { ok: false, problem };
}
