import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import type { Locator, Page } from 'playwright';
import { hotspotWords } from '../../../src/i18n/hotspotWords.ts';
import { pictureWords } from '../../../src/i18n/pictureWords.ts';

const run = promisify(execFile);

/** The program itself gives a map a minute to be drawn. */
const PICTURE_MS = 180_000;

export interface SavedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface PrintChoices {
  readonly size: 'A4' | 'A3';
  readonly orientation: 'landscape' | 'portrait';
  readonly secrecy?: 'none' | 'secret' | 'topSecret' | 'mostSecret';
  readonly stamp?: string;
}

export interface Printed {
  /** Of each page, millimetres. */
  readonly pages: readonly (readonly [widthMm: number, heightMm: number])[];
  /** As a reader finds it; null where no `pdftotext` is installed. */
  readonly text: string | null;
}

/** What leaves the screen as a picture or on paper. */
export class Pictures {
  readonly words: (typeof pictureWords)['vi'];
  readonly #page: Page;
  readonly #hotspots: (typeof hotspotWords)['vi'];

  constructor(page: Page, language: 'vi' | 'en') {
    this.#page = page;
    this.words = pictureWords[language];
    this.#hotspots = hotspotWords[language];
  }

  get #dialog(): Locator {
    return this.#page.getByRole('dialog', { name: this.words.title });
  }

  async #saved(act: () => Promise<void>): Promise<SavedFile> {
    const download = this.#page.waitForEvent('download', { timeout: PICTURE_MS });
    await act();
    const file = await download;
    return { name: file.suggestedFilename(), bytes: new Uint8Array(await buffer(await file.createReadStream())) };
  }

  /** Chooses in the menu of the map's tools. */
  async #choosesForMap(title: string, menu: string): Promise<void> {
    await this.#page.getByRole('button', { name: menu, exact: true }).click();
    await this.#page.getByRole('menuitem', { name: title }).click();
  }

  async savesMap(menu: string, title: string): Promise<SavedFile> {
    return this.#saved(() => this.#choosesForMap(title, menu));
  }

  async opensPrint(menu: string, title: string): Promise<void> {
    await this.#choosesForMap(title, menu);
    await this.#dialog.waitFor();
  }

  async savesProfile(format: 'savePng' | 'saveSvg'): Promise<SavedFile> {
    return this.#saved(async () => {
      const name = this.words.menu(this.#hotspots.profileTitle);
      await this.#page.locator('.gr-HotspotCharts').getByRole('button', { name, exact: true }).click();
      await this.#page.getByRole('menuitem', { name: this.words[format] }).click();
    });
  }

  /** Width, height and how many colours a picture has, in its own pixels. */
  async looksAt({ bytes }: SavedFile): Promise<{ readonly size: readonly number[]; readonly colors: number }> {
    return this.#page.evaluate(async (encoded) => {
      const data = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([data], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no 2D canvas');
      context.drawImage(image, 0, 0);
      const pixels = new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer);
      return { size: [image.width, image.height], colors: new Set(pixels).size };
    }, Buffer.from(bytes).toString('base64'));
  }

  async isXml(text: string): Promise<boolean> {
    return this.#page.evaluate(
      (xml) => new DOMParser().parseFromString(xml, 'image/svg+xml').querySelector('parsererror') === null,
      text,
    );
  }

  async chooses({ size, orientation, secrecy, stamp }: PrintChoices): Promise<void> {
    await this.#dialog.locator('.gr-Segment', { hasText: size }).click();
    await this.#dialog.locator('.gr-Segment', { hasText: this.words.orientations[orientation] }).click();
    if (secrecy) {
      await this.#dialog.getByRole('button', { name: this.words.secrecy }).click();
      await this.#page.getByRole('option', { name: this.words.secrecies[secrecy], exact: true }).click();
    }
    if (stamp !== undefined) await this.#dialog.getByRole('textbox', { name: this.words.stamp }).fill(stamp);
  }

  /** Whether the sheet is complete and can be printed. */
  async canPrint(): Promise<boolean> {
    return this.#dialog.getByRole('button', { name: this.words.printNow, exact: true }).isEnabled();
  }

  /** Prints as the browser would to a PDF, and reads that. */
  async prints(): Promise<Printed> {
    await this.#page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-print-asked', '');
    });
    await this.#dialog.getByRole('button', { name: this.words.printNow, exact: true }).click();
    await this.#page.locator('body[data-print-asked]').waitFor();
    const pdf = await this.#page.pdf({ preferCSSPageSize: true, printBackground: true });
    await this.#page.evaluate(() => {
      document.body.removeAttribute('data-print-asked');
      window.dispatchEvent(new Event('afterprint'));
    });
    await this.#page.locator('.gr-Paper[data-printed]').waitFor({ state: 'detached' });
    const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/g)];
    const toMm = (points: string | undefined): number => Math.round((Number(points) / 72) * 25.4);
    return { pages: boxes.map(([, width, height]) => [toMm(width), toMm(height)]), text: await textOf(pdf) };
  }

  async closes(): Promise<void> {
    await this.#page.keyboard.press('Escape');
    await this.#dialog.waitFor({ state: 'detached' });
  }
}

async function textOf(pdf: Uint8Array): Promise<string | null> {
  const folder = await mkdtemp(join(tmpdir(), 'giap-ranh-'));
  try {
    const file = join(folder, 'sheet.pdf');
    await writeFile(file, pdf);
    const { stdout } = await run('pdftotext', ['-layout', file, '-']);
    return stdout.normalize('NFC');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  } finally {
    await rm(folder, { recursive: true });
  }
}
