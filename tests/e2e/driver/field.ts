import { buffer } from 'node:stream/consumers';
import type { Locator, Page } from 'playwright';
import { patrolFieldWords } from '../../../src/i18n/patrolFieldWords.ts';

type FieldPhrases = (typeof patrolFieldWords)['vi'];

/** What is taken along of a plan, and the page of a list on a telephone. */
export class Field {
  readonly #page: Page;
  readonly words: FieldPhrases;

  constructor(page: Page, language: 'vi' | 'en') {
    this.#page = page;
    this.words = patrolFieldWords[language];
  }

  get #panel(): Locator {
    return this.#page.locator('#panel');
  }

  get #dialog(): Locator {
    return this.#page.getByRole('dialog');
  }

  // In the program

  /** Chooses from the menu of the route that is open. */
  async #chooses(entry: string): Promise<void> {
    await this.#panel.getByRole('button', { name: this.words.actions }).locator('visible=true').click();
    await this.#page.getByRole('menuitem', { name: entry, exact: true }).click();
  }

  async #saved(press: () => Promise<void>): Promise<{ readonly name: string; readonly text: string }> {
    const download = this.#page.waitForEvent('download');
    await press();
    const file = await download;
    return { name: file.suggestedFilename(), text: (await buffer(await file.createReadStream())).toString('utf8') };
  }

  async savesRoute(kind: 'gpx' | 'kml'): Promise<{ readonly name: string; readonly text: string }> {
    return this.#saved(() => this.#chooses(this.words[kind]));
  }

  async savesPlan(kind: 'ics' | 'xlsx'): Promise<{ readonly name: string; readonly text: string }> {
    return this.#saved(() => this.#panel.getByRole('button', { name: this.words[kind], exact: true }).click());
  }

  /** Opens the sheet as the browser's print would show it; gives what it says, what its code leads to, its ground where the screen is dark, and what else would be printed. */
  async printsSheet(): Promise<{
    readonly text: string;
    readonly link: string;
    readonly ground: string;
    readonly besides: readonly string[];
  }> {
    await this.#page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', '');
    });
    await this.#chooses(this.words.print);
    await this.#page.locator('body[data-printed]').waitFor();
    const sheet = this.#page.locator('.gr-RouteSheet');
    await this.#page.emulateMedia({ media: 'print' });
    const text = await sheet.innerText();
    const link = (await sheet.locator('a').getAttribute('href')) ?? '';
    const ground = await sheet.evaluate((part) => {
      const { dataset } = document.documentElement;
      const { theme = '' } = dataset;
      dataset.theme = 'dark';
      const { backgroundColor } = getComputedStyle(part);
      dataset.theme = theme;
      return backgroundColor;
    });
    const seen = await this.#page
      .locator('body > *')
      .evaluateAll((parts) => parts.filter((part) => part.getClientRects().length > 0).map((part) => part.className));
    await this.#page.emulateMedia({ media: 'screen' });
    await this.#page.evaluate(() => {
      document.body.removeAttribute('data-printed');
      window.dispatchEvent(new Event('afterprint'));
    });
    await sheet.waitFor({ state: 'detached' });
    return { text, link, ground, besides: seen.filter((name) => name !== 'gr-Paper gr-Light gr-RouteSheet') };
  }

  /** The link that the dialog of the telephone offers. */
  async phoneLink(): Promise<string> {
    await this.#chooses(this.words.phone);
    const field = this.#dialog.getByLabel(this.words.link, { exact: true });
    await field.waitFor();
    await this.#dialog.getByRole('img').waitFor();
    const link = await field.inputValue();
    await this.#page.keyboard.press('Escape');
    await this.#dialog.waitFor({ state: 'detached' });
    return link;
  }

  /** Holds a track against the route that is open. */
  async comparesTrack(file: { readonly name: string; readonly text: string }): Promise<void> {
    if (!(await this.#dialog.isVisible())) await this.#chooses(this.words.track);
    await this.#dialog
      .locator('input[data-file=track]')
      .setInputFiles({ name: file.name, mimeType: 'application/gpx+xml', buffer: Buffer.from(file.text) });
  }

  async dialogText(): Promise<string> {
    return this.#dialog.innerText();
  }

  async pressesInDialog(name: string): Promise<void> {
    await this.#dialog.getByRole('button', { name, exact: true }).first().click();
  }

  async hasDialog(): Promise<boolean> {
    return this.#dialog.isVisible();
  }

  /** Whether one of several choices in the panel is the chosen one. */
  async isChosen(name: string): Promise<boolean> {
    return this.#panel.getByRole('radio', { name, exact: true }).isChecked();
  }

  // On the telephone

  /** Opens a list; `at` is where the telephone says that it is, null: it does not tell. */
  async opensList(link: string, at: readonly [lng: number, lat: number] | null): Promise<void> {
    const context = this.#page.context();
    if (at) {
      await context.grantPermissions(['geolocation']);
      await context.setGeolocation({ longitude: at[0], latitude: at[1], accuracy: 8 });
    }
    await this.#page.goto(link);
    await this.#page.locator('.gr-Field-stops, [role=alert], .gr-Message').first().waitFor();
  }

  async movesTo([longitude, latitude]: readonly [lng: number, lat: number]): Promise<void> {
    await this.#page.context().setGeolocation({ longitude, latitude, accuracy: 8 });
  }

  async reloadsList(): Promise<void> {
    await this.#page.reload();
    await this.#page.locator('.gr-Field-stops').waitFor();
  }

  async goesOffline(isOffline: boolean): Promise<void> {
    await this.#page.context().setOffline(isOffline);
  }

  /** Waits until the page is kept for use without network. */
  async isKept(): Promise<void> {
    await this.#page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  }

  async pageText(): Promise<string> {
    return this.#page.locator('main').innerText();
  }

  async nextText(): Promise<string> {
    return this.#page.locator('.gr-Field-next').innerText();
  }

  async presses(name: string): Promise<void> {
    await this.#page.getByRole('button', { name, exact: true }).first().click();
  }

  /** The names of the stops that are ticked off. */
  async ticked(): Promise<string[]> {
    return this.#page.locator('.gr-Field-stops [data-done=true] p:first-child').allInnerTexts();
  }

  async stops(): Promise<string[]> {
    return this.#page.locator('.gr-Field-stops p:first-child').allInnerTexts();
  }

  async sendLink(): Promise<string> {
    return this.#page.getByLabel(this.words.sendLink, { exact: true }).inputValue();
  }
}
