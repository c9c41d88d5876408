import highsLoader, { type Highs } from 'highs';
import wasmUrl from 'highs/runtime?url';

/** HiGHS, from our own files. */
export function openHighs(): Promise<Highs> {
  return highsLoader({ locateFile: () => wasmUrl });
}
