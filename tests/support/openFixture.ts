import { readFileSync } from 'node:fs';

/** A user's file out of tests/support/fixtures, as the page hands it over. */
export function openFixture(name: string): File {
  return new File([readFileSync(new URL(`fixtures/${name}`, import.meta.url))], name);
}
