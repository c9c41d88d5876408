import type { Locator } from 'playwright';
import { eventually } from '../eventually.ts';

/** Puts the focus where it is wanted, as soon as that can have it: what lies behind a dialog stays inert a moment longer than the dialog is seen. */
export async function focusOn(target: Locator): Promise<void> {
  await eventually(async () => {
    await target.focus();
    return target.evaluate((element) => element.contains(document.activeElement));
  }).toBe(true);
}
