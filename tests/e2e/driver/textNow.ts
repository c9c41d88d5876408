import type { Locator } from 'playwright';

/** What it says at this moment; null where it is not there. What is just going is not waited for. */
export async function textNow(place: Locator): Promise<string | null> {
  return (await place.allInnerTexts())[0] ?? null;
}
