import type { Page } from 'playwright';
import { roadsWords } from '../../../src/i18n/roadsWords.ts';

/** Networks of roads, as patrols have them. */
export class Roads {
  readonly #page: Page;
  readonly words: (typeof roadsWords)['vi'];

  constructor(page: Page, language: 'vi' | 'en') {
    this.#page = page;
    this.words = roadsWords[language];
  }

  /** Chooses a file of roads. */
  async opens(name: string, text: string): Promise<void> {
    await this.#page.locator('input[data-file=roads]').setInputFiles({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(text),
    });
  }

  /** What the dialog says; empty when there is none. */
  async dialog(): Promise<string> {
    const dialog = this.#page.getByRole('dialog');
    return (await dialog.count()) > 0 ? dialog.innerText() : '';
  }

  async pressesInDialog(name: string): Promise<void> {
    await this.#page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
  }

  /** By what ways plans are made, and which of them are chosen. */
  async choices(): Promise<readonly (readonly [name: string, isChosen: boolean])[]> {
    const radios = this.#page.getByRole('radiogroup', { name: this.words.follow }).getByRole('radio');
    return radios.evaluateAll((inputs) =>
      inputs.map((input) => [
        (input.closest('label')?.innerText ?? '').split('\n')[0] ?? '',
        (input as HTMLInputElement).checked,
      ]),
    );
  }

  async follows(name: string): Promise<void> {
    await this.#page.getByRole('radiogroup', { name: this.words.follow }).locator('label', { hasText: name }).click();
  }
}
