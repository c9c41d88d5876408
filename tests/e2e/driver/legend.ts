import type { Locator, Page } from 'playwright';
import { plain, type Words } from './words.ts';

/** The legend, which is also the list of layers. */
export class Legend {
  readonly #page: Page;
  readonly #words: Words;

  constructor(page: Page, words: Words) {
    this.#page = page;
    this.#words = words;
  }

  get #legend(): Locator {
    return this.#page.getByRole('region', { name: this.#words.layers.title });
  }

  async opens(): Promise<void> {
    const trigger = this.#legend.getByRole('button', { name: this.#words.layers.title });
    if ((await trigger.getAttribute('aria-expanded')) !== 'true') await trigger.click();
  }

  async folds(): Promise<void> {
    const trigger = this.#legend.getByRole('button', { name: this.#words.layers.title });
    if ((await trigger.getAttribute('aria-expanded')) === 'true') await trigger.click();
  }

  async text(): Promise<string> {
    await this.opens();
    return plain(await this.#legend.innerText());
  }

  get #own(): Locator {
    return this.#legend.getByRole('list', { name: this.#words.layers.own });
  }

  /** The user's own layers, top first: name and what is said of it. */
  async ownLayers(): Promise<{ name: string; facts: string; isShown: boolean }[]> {
    await this.opens();
    return this.#own.locator('.gr-Legend-own').evaluateAll((rows) =>
      rows.map((row) => ({
        name: row.querySelector('.gr-Legend-name')?.textContent ?? '',
        facts: (row.querySelector('.gr-Choice-hint')?.textContent ?? '').replace(/\u00a0/g, ' '),
        isShown: row.querySelector('input')?.checked ?? false,
      })),
    );
  }

  async presses(entry: 'addFile' | 'draw'): Promise<void> {
    await this.opens();
    await this.#legend.getByRole('button', { name: this.#words.layers[entry], exact: true }).click();
  }

  /** Hides or shows a layer, built in or own. */
  async toggles(name: string | RegExp): Promise<void> {
    await this.opens();
    await this.#legend.locator('label', { hasText: name }).first().click();
  }

  /** Chooses an entry of a layer's menu. */
  async chooses(
    layer: string,
    entry: 'rename' | 'restyle' | 'useAsZone' | 'moveUp' | 'moveDown' | 'zoomTo' | 'remove',
  ): Promise<void> {
    await this.opens();
    await this.#own.getByRole('button', { name: this.#words.layers.menu(layer) }).click();
    await this.#page.getByRole('menuitem', { name: this.#words.layers[entry] }).click();
  }

  async renames(layer: string, name: string): Promise<void> {
    await this.chooses(layer, 'rename');
    const dialog = this.#page.getByRole('dialog', { name: this.#words.layers.renameTitle });
    await dialog.getByLabel(this.#words.layers.name).fill(name);
    await dialog.getByRole('button', { name: this.#words.layers.save }).click();
  }

  /** Lets a layer of lines or points flag what lies within so many metres. */
  async usesAsZone(layer: string, metres: number): Promise<void> {
    await this.chooses(layer, 'useAsZone');
    const dialog = this.#page.getByRole('dialog', { name: this.#words.layers.zoneTitle(layer) });
    const isOn = dialog.getByRole('switch');
    if (!(await isOn.isChecked())) await dialog.locator('label', { has: this.#page.getByRole('switch') }).click();
    const field = dialog.getByRole('textbox', { name: new RegExp(this.#words.layers.zoneDistance) });
    await field.fill(String(metres));
    await field.press('Enter');
    await dialog.getByRole('button', { name: this.#words.layers.save }).click();
  }

  /** Answers the question that follows a finished drawing. */
  async savesDrawnZone(name: string): Promise<void> {
    const dialog = this.#page.getByRole('dialog', { name: this.#words.layers.drawnTitle });
    await dialog.getByLabel(this.#words.layers.name).fill(name);
    await dialog.getByRole('button', { name: this.#words.layers.drawnSave }).click();
  }
}
