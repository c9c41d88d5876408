import type { Locator } from 'playwright';

const PATIENCE_MS = 60_000;

/** Puts the focus where it is wanted, as soon as that can have it; what lies behind a dialog cannot. */
export async function focusOn(target: Locator): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    await target.focus();
    if (await target.evaluate((element) => element.contains(document.activeElement))) return;
    await target.page().waitForTimeout(100);
  }
  throw new Error(`The focus does not come to ${target}.`);
}
