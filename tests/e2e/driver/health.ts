import type { Locator, Page } from 'playwright';
import { readCount, type Words } from './words.ts';

type Check = keyof Words['health']['check'];

/** The page of what is wrong in the register. */
export class Health {
  readonly #page: Page;
  readonly #words: Words;

  constructor(page: Page, words: Words) {
    this.#page = page;
    this.#words = words;
  }

  get #table(): Locator {
    return this.#page.locator('.gr-HealthTable');
  }

  /** How many records, or pairs, each kind of fault has, by what it is called; null while they are being counted. */
  async counts(): Promise<Readonly<Record<string, number>> | null> {
    const panel = this.#page.locator('#panel');
    if ((await panel.locator('.gr-Stat').count()) === 0) return null;
    const lines = await panel
      .locator('.gr-HealthCheck-line')
      .evaluateAll((all) => all.map((line) => [...line.children].map((part) => part.textContent ?? '')));
    return Object.fromEntries(lines.map(([name = '', count = '']) => [name, readCount(count.replace(/\D+$/, ''))]));
  }

  async chooses(check: Check): Promise<void> {
    await this.#page.locator('.gr-HealthCheck', { hasText: this.#words.health.check[check] }).click();
    await this.#page.getByRole('grid', { name: this.#words.health.table(this.#words.health.check[check]) }).waitFor();
  }

  async rows(): Promise<string[]> {
    return this.#table.locator('tbody tr:not([aria-busy])').allInnerTexts();
  }

  async pressesRow(index: number): Promise<void> {
    await this.#table.locator(`tbody tr[data-row="${index}"]`).click();
  }

  async presses(name: string): Promise<void> {
    await this.#table.getByRole('button', { name, exact: true }).click();
  }
}
