import { buffer } from 'node:stream/consumers';
import type { Locator, Page } from 'playwright';
import { briefingFileWords } from '../../../src/i18n/briefingFileWords.ts';
import { officialReportWords } from '../../../src/i18n/officialReportWords.ts';
import { auditPage } from './audit.ts';
import { textNow } from './textNow.ts';

type FilePhrases = (typeof briefingFileWords)['vi'];
type FormField = keyof (typeof officialReportWords)['vi']['field'];

export interface SavedFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The dialog that writes a briefing to a file. */
export class BriefingFiles {
  readonly #page: Page;
  readonly words: FilePhrases;
  readonly #fields: Readonly<Record<FormField, string>>;

  constructor(page: Page, language: 'vi' | 'en') {
    this.#page = page;
    this.words = briefingFileWords[language];
    this.#fields = officialReportWords[language].field;
  }

  get #dialog(): Locator {
    return this.#page.getByRole('dialog', { name: this.words.title });
  }

  async opens(): Promise<void> {
    await this.#page.getByRole('button', { name: this.words.open, exact: true }).click();
    await this.#dialog.waitFor();
  }

  async chooses(format: keyof FilePhrases['formats']): Promise<void> {
    await this.#dialog.getByRole('button', { name: this.words.format }).click();
    await this.#page.getByRole('option', { name: this.words.formats[format], exact: true }).click();
  }

  async presses(name: string): Promise<void> {
    await this.#dialog.getByRole('button', { name, exact: true }).click();
  }

  #field(field: FormField): Locator {
    return this.#dialog.getByLabel(this.#fields[field], { exact: true });
  }

  async writes(field: FormField, text: string): Promise<void> {
    await this.#field(field).fill(text);
  }

  async written(field: FormField): Promise<string> {
    return this.#field(field).inputValue();
  }

  async isFormOpen(): Promise<boolean> {
    return this.#field('issuingBody').isVisible();
  }

  async opensForm(): Promise<void> {
    await this.presses(this.words.report);
  }

  /** What is told of faults. */
  async alerts(): Promise<string | null> {
    return textNow(this.#dialog.getByRole('alert'));
  }

  async text(): Promise<string | null> {
    return textNow(this.#dialog);
  }

  async audits(): Promise<string[]> {
    return auditPage(this.#page);
  }

  async usesTemplate({ name, bytes }: SavedFile): Promise<void> {
    await this.#dialog
      .locator('input[data-file=template]')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
  }

  /** What comes down after a button was pressed. */
  async saves(button: string): Promise<SavedFile> {
    const [file] = await Promise.all([this.#page.waitForEvent('download', { timeout: 240_000 }), this.presses(button)]);
    return { name: file.suggestedFilename(), bytes: new Uint8Array(await buffer(await file.createReadStream())) };
  }

  async isOpen(): Promise<boolean> {
    return this.#dialog.isVisible();
  }

  async isWorking(): Promise<boolean> {
    return this.#dialog.getByRole('progressbar').isVisible();
  }
}
