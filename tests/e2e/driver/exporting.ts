import { buffer } from 'node:stream/consumers';
import type { Locator, Page } from 'playwright';
import { exportWords } from '../../../src/i18n/exportWords.ts';
import type { Words } from './words.ts';
import { WORDS } from './words.ts';

type ExportWords = typeof exportWords.vi;

/** What is chosen in the dialog; what is left out stays as the dialog offers it. */
export interface ExportChoices {
  readonly format?: keyof ExportWords['formatName'];
  readonly tier?: keyof ExportWords['tierName'];
}

/** The dialog that writes incidents to a file. */
export class Exporting {
  readonly words: ExportWords;
  readonly #page: Page;

  constructor(page: Page, words: Words) {
    this.#page = page;
    this.words = exportWords[words === WORDS.vi ? 'vi' : 'en'];
  }

  get #dialog(): Locator {
    return this.#page.getByRole('dialog', { name: this.words.title });
  }

  /** Chooses in the open dialog. */
  async chooses({ format, tier }: ExportChoices): Promise<void> {
    if (tier) await this.#dialog.getByText(this.words.tierName[tier], { exact: true }).click();
    if (!format) return;
    await this.#dialog.getByRole('button', { name: this.words.format }).click();
    await this.#page.getByRole('option', { name: this.words.formatName[format], exact: true }).click();
  }

  /** The file, when the dialog has closed. */
  async saves(): Promise<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer>; readonly text: string }> {
    const download = this.#page.waitForEvent('download');
    await this.#dialog.getByRole('button', { name: this.words.save, exact: true }).click();
    const file = await download;
    const bytes = new Uint8Array(await buffer(await file.createReadStream()));
    await this.#dialog.waitFor({ state: 'detached' });
    return { name: file.suggestedFilename(), bytes, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) };
  }
}
