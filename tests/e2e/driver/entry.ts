import type { Locator, Page } from 'playwright';
import { entry as en } from '../../../src/i18n/en/entry.ts';
import { entry as vi } from '../../../src/i18n/vi/entry.ts';
import { textNow } from './textNow.ts';

/** The form for one incident. */
export class Entry {
  readonly words: typeof vi;
  readonly #page: Page;

  constructor(page: Page, language: 'vi' | 'en') {
    this.#page = page;
    this.words = language === 'vi' ? vi : en;
  }

  get #form(): Locator {
    return this.#page.locator('form.gr-Entry');
  }

  async isOpen(): Promise<boolean> {
    return this.#form.isVisible();
  }

  async choosesCategory(name: string): Promise<void> {
    await this.#form.locator('.gr-Tile', { hasText: name }).click();
  }

  async category(): Promise<string | null> {
    const chosen = this.#form.locator('.gr-Tile[data-selected]');
    return textNow(chosen);
  }

  async typesPlace(text: string): Promise<void> {
    await this.#form.getByLabel(this.words.placeText).fill(text);
    await this.#form.getByLabel(this.words.placeText).press('Enter');
  }

  /** Where the position falls, in the form's words; empty before that is known. */
  async falls(): Promise<string> {
    const box = this.#form.locator('.gr-Entry-falls');
    return (await textNow(box)) ?? '';
  }

  async writesSummary(text: string): Promise<void> {
    await this.#form.getByLabel(this.words.summary, { exact: true }).fill(text);
  }

  async summary(): Promise<string> {
    return this.#form.getByLabel(this.words.summary, { exact: true }).inputValue();
  }

  async text(): Promise<string> {
    return this.#form.innerText();
  }

  async presses(name: string): Promise<void> {
    await this.#form.getByRole('button', { name, exact: true }).click();
  }

  /** What stands above the form: the offer of a draft. */
  async resumes(): Promise<void> {
    await this.#page.getByRole('button', { name: this.words.resume }).click();
  }
}
