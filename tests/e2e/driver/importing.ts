import { buffer } from 'node:stream/consumers';
import type { Download, Locator, Page } from 'playwright';
import { textNow } from './textNow.ts';
import { readCount, type Words } from './words.ts';

/** The dialog in which a user's file becomes incidents or layers. */
export class Importing {
  readonly #page: Page;
  readonly #words: Words;

  constructor(page: Page, words: Words) {
    this.#page = page;
    this.#words = words;
  }

  get #dialog(): Locator {
    return this.#page.getByRole('dialog').filter({ has: this.#page.locator('.gr-Import') });
  }

  async isOpen(): Promise<boolean> {
    return (await this.#dialog.count()) > 0;
  }

  async text(): Promise<string> {
    return (await this.isOpen()) ? this.#dialog.innerText() : '';
  }

  /** What went wrong, as the dialog tells it; null while nothing did. */
  async refusal(): Promise<string | null> {
    const message = this.#dialog.locator('.gr-Message-error');
    return textNow(message);
  }

  async isWorking(): Promise<boolean> {
    return (await this.#dialog.getByRole('progressbar').count()) > 0;
  }

  /** What is being done, and how far it is. */
  async progress(): Promise<{ readonly step: string; readonly detail: string } | null> {
    return this.#page.evaluate(() => {
      const bar = document.querySelector('.gr-Import .gr-Progress');
      return (
        bar && {
          step: bar.querySelector('.gr-Progress-line > :first-child')?.textContent ?? '',
          detail: bar.querySelector('.gr-Progress-detail')?.textContent ?? '',
        }
      );
    });
  }

  /** The figures of the preview. */
  async figures(): Promise<
    Readonly<Record<'rows' | 'usable' | 'rejected' | 'cases' | 'violations' | 'persons' | 'withUnit', number>>
  > {
    const { importing } = this.#words;
    const figure = async (label: string): Promise<number> =>
      readCount(
        await this.#dialog
          .locator('.gr-Stat', { has: this.#page.getByText(label, { exact: true }) })
          .locator('.gr-Stat-value')
          .innerText(),
      );
    return {
      rows: await figure(importing.rows),
      usable: await figure(importing.usable),
      rejected: await figure(importing.rejected),
      cases: await figure(importing.cases),
      violations: await figure(importing.violations),
      persons: await figure(importing.persons),
      withUnit: await figure(importing.withUnit),
    };
  }

  async opensTab(name: string | RegExp): Promise<void> {
    await this.#dialog.getByRole('tab', { name }).click();
  }

  /** The rows of the table in sight. */
  async tableRows(): Promise<string[][]> {
    return this.#dialog
      .getByRole('table')
      .first()
      .evaluate((table) =>
        [...table.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent ?? '')),
      );
  }

  /** Says which field a column goes to. */
  async mapsColumn(column: string, field: string): Promise<void> {
    await this.#chooses(this.#words.intake.columns.fieldOf(column), field);
  }

  /** The columns of the file with the field that each goes to. */
  async columns(): Promise<Readonly<Record<string, string>>> {
    const rows = await this.#dialog.locator('.gr-Import-section tbody').first().locator('tr').all();
    const entries = rows.map(async (row) => {
      const button = row.locator('.gr-Select-value');
      const field = (await button.count()) > 0 ? button : row.locator('td').first();
      return [await row.locator('th').innerText(), await field.innerText()] as const;
    });
    return Object.fromEntries(await Promise.all(entries));
  }

  async #chooses(label: string, option: string): Promise<void> {
    await this.#dialog.getByRole('button', { name: label }).click();
    await this.#page.getByRole('option', { name: option }).first().click();
  }

  /** The rows that could not be used: number, and why or what was made of it. */
  async badRows(): Promise<string[]> {
    return this.#dialog.locator('.gr-BadRow-why').allInnerTexts();
  }

  /** Presses a button of one of the rows that could not be used. */
  async mends(row: number, name: string): Promise<void> {
    await this.#dialog.locator(`.gr-BadRow[data-row="${row}"]`).getByRole('button', { name, exact: true }).click();
  }

  async decides(row: number, decision: 'keep' | 'merge' | 'skip'): Promise<void> {
    await this.#dialog
      .locator(`.gr-Duplicate[data-row="${row}"]`)
      .locator('label', { hasText: this.#words.intake.duplicates.decision[decision] })
      .click();
  }

  /** Takes everything in, where so many rows are first asked about: both are kept of each pair. */
  async takesInBesides(asked: number): Promise<void> {
    const { intake } = this.#words;
    await this.#dialog.getByRole('button', { name: intake.decideFirst(String(asked)), exact: true }).waitFor();
    await this.keepsBothOfEach();
    await this.takesIn();
  }

  /** Says of all the rows that are asked about that both of each pair are kept. */
  async keepsBothOfEach(): Promise<void> {
    await this.#dialog.locator('footer .gr-Button-primary').click();
    const keep = this.#dialog.getByRole('button', { name: this.#words.intake.duplicates.forAll.keep });
    await keep.click();
    await keep.waitFor({ state: 'detached' });
  }

  /** What the main button would do. */
  async mainButton(): Promise<string> {
    return this.#dialog.locator('footer .gr-Button-primary').innerText();
  }

  /** Goes on with the import that was left half-way. */
  async goesOn(): Promise<void> {
    await this.#page.getByRole('button', { name: this.#words.intake.keep.continue, exact: true }).click();
  }

  async toggles(name: string): Promise<void> {
    await this.#dialog.locator('label', { hasText: name }).click();
  }

  async opensAs(kind: 'incidents' | 'layer'): Promise<void> {
    await this.#dialog.locator('label', { hasText: this.#words.importing.openAsName[kind] }).click();
  }

  async namesLayer(kind: 'polygon' | 'line' | 'point', name: string): Promise<void> {
    await this.#dialog.getByLabel(this.#words.importing.layerName[kind]).fill(name);
  }

  /** Presses the one button that takes everything in, and waits until it is in. */
  async takesIn(): Promise<void> {
    await this.pressesImport();
    await this.#dialog.waitFor({ state: 'detached' });
  }

  async pressesImport(): Promise<void> {
    await this.#dialog.locator('footer .gr-Button-primary').click();
  }

  async cancels(): Promise<void> {
    await this.#dialog.getByRole('button', { name: this.#words.common.cancel, exact: true }).click();
  }

  async downloadsRejected(): Promise<{ readonly name: string; readonly text: string }> {
    const download = this.#page.waitForEvent('download');
    await this.#dialog.getByRole('button', { name: this.#words.importing.downloadRejected }).click();
    return readDownload(await download);
  }
}

/** What came down, as text; the byte order mark is kept. */
export async function readDownload(download: Download): Promise<{ readonly name: string; readonly text: string }> {
  return {
    name: download.suggestedFilename(),
    text: (await buffer(await download.createReadStream())).toString('utf8'),
  };
}
