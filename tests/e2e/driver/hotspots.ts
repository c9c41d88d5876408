import type { Locator, Page } from 'playwright';
import { hotspotWords } from '../../../src/i18n/hotspotWords.ts';
import { readCount } from './words.ts';

type HotspotPhrases = (typeof hotspotWords)['vi'];
type View = keyof HotspotPhrases['views'];

/** The page of hotspots. */
export class Hotspots {
  readonly #page: Page;
  readonly words: HotspotPhrases;

  constructor(page: Page, language: 'vi' | 'en') {
    this.#page = page;
    this.words = hotspotWords[language];
  }

  get #panel(): Locator {
    return this.#page.locator('#panel');
  }

  get #charts(): Locator {
    return this.#page.locator('.gr-HotspotCharts');
  }

  async chooses(view: View): Promise<void> {
    const name = this.words.views[view];
    const tiles = this.#panel.locator('.gr-Tile');
    const list = this.#panel.locator('.gr-Select', { hasText: this.words.method });
    await tiles.or(list).first().waitFor();
    if ((await tiles.count()) > 0) {
      await tiles.filter({ hasText: name }).click();
      // The page draws another view when it has the time.
      await this.#panel.locator('.gr-Tile[data-selected]', { hasText: name }).waitFor();
      return;
    }
    // On a phone the views are a list.
    await list.getByRole('button').click();
    await this.#page.getByRole('option', { name, exact: true }).click();
    await list.getByRole('button', { name }).waitFor();
  }

  /** Whether the computation has come to an end. */
  async isDone(): Promise<boolean> {
    const isWorking = (await this.#panel.locator('.gr-Progress').count()) > 0;
    return !isWorking && (await this.#panel.locator('.gr-Basis').count()) > 0;
  }

  /** What the result is made of, in the words on screen. */
  async basis(): Promise<string> {
    return (await this.#panel.locator('.gr-Basis').allInnerTexts()).join(' ');
  }

  async headline(): Promise<string> {
    return (await this.#panel.locator('.gr-Headline').allInnerTexts()).join(' ');
  }

  async text(): Promise<string> {
    return this.#panel.innerText();
  }

  /** Rows of a table of the panel or beside the map, cell by cell. */
  async rows(caption: string): Promise<string[][]> {
    const table = this.#page
      .locator('.gr-SimpleTable table')
      .filter({ has: this.#page.locator('caption', { hasText: caption }) });
    return table
      .locator('tbody tr')
      .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText)));
  }

  /** Counts of the bars of months, in order. */
  async months(): Promise<number[]> {
    const names = await this.#charts
      .locator('.gr-Months-bar')
      .evaluateAll((bars) => bars.map((bar) => bar.getAttribute('aria-label') ?? ''));
    return names.map((name) => readCount(name.replace(/^[^:]*:\s*/, '').replace(/\D+$/, '')));
  }

  async pressesMonth(index: number): Promise<void> {
    await this.#charts.locator('.gr-Months-bar').nth(index).click();
  }

  async pressesHour(hour: number): Promise<void> {
    await this.#charts.getByRole('button', { name: this.words.hourName(String(hour)), exact: true }).click();
  }

  async switches(name: string): Promise<void> {
    await this.#panel.locator('.gr-Choice', { hasText: name }).click();
  }

  /** Types a number into a field of the panel. */
  async types(label: string, value: string): Promise<void> {
    const field = this.#panel.getByRole('textbox', { name: label });
    await field.fill(value);
    await field.press('Enter');
  }

  /** Names of the units that the profile shows. */
  async profileUnits(): Promise<string[]> {
    return this.#charts.locator('.gr-Profile-unitName').allTextContents();
  }

  async profileMarks(): Promise<number> {
    return this.#charts.locator('.gr-Profile-mark').count();
  }

  /** Drags over the profile, from one share of its width to another. */
  async brushes(from: number, to: number): Promise<void> {
    const box = await this.#charts.locator('.gr-Profile').boundingBox();
    if (!box) throw new Error('there is no profile');
    const y = box.y + box.height * 0.15;
    await this.#page.mouse.move(box.x + from * box.width, y);
    await this.#page.mouse.down();
    await this.#page.mouse.move(box.x + ((from + to) / 2) * box.width, y);
    await this.#page.mouse.move(box.x + to * box.width, y);
    await this.#page.mouse.up();
  }

  async pressesProfileMark(index: number): Promise<void> {
    await this.#charts.locator('.gr-Profile-mark').nth(index).click({ force: true });
  }

  /** What stands over the two halves of a compared map. */
  async comparedTitles(): Promise<string[]> {
    return this.#page.locator('.gr-Compare-title').allInnerTexts();
  }

  /** Where the divider of a compared map stands, in percent. */
  async divider(): Promise<number> {
    const value = await this.#page.getByRole('slider', { name: this.words.divider }).getAttribute('aria-valuenow');
    return Number(value);
  }

  async movesDivider(key: string): Promise<void> {
    await this.#page.getByRole('slider', { name: this.words.divider }).press(key);
  }

  /** Counts of a list beside the charts of time, by name. */
  async lists(): Promise<Readonly<Record<string, number>>> {
    const pairs = await this.#charts
      .locator('.gr-CrossFilters .gr-Facet')
      .evaluateAll((rows) =>
        rows.map((row) => [
          row.querySelector('.gr-Facet-name')?.firstChild?.textContent ?? '',
          row.querySelector('.gr-Facet-count')?.textContent ?? '',
        ]),
      );
    return Object.fromEntries(pairs.map(([name = '', count = '']) => [name.trim(), readCount(count)]));
  }

  async pressesInLists(name: string): Promise<void> {
    await this.#charts.locator('.gr-CrossFilters .gr-Facet', { hasText: name }).first().click();
  }

  /** Takes a line into the profile, or out of it. */
  async picksLine(name: string): Promise<void> {
    const box = this.#panel.locator('.gr-LineChoice .gr-Choice', { hasText: name }).first();
    if (!(await box.isVisible())) await this.#panel.getByRole('button', { name: this.words.chains.pick }).click();
    await box.click();
  }

  /** What is told on the profile of the place that is pointed at. */
  async pointedTexts(): Promise<string[]> {
    return this.#charts.locator('.gr-Profile-point text').allTextContents();
  }

  async hotSpans(): Promise<number> {
    return this.#charts.locator('.gr-Profile-hot').count();
  }

  /** Presses the button that prints the profile, and gives what the sheet says: the browser's own dialog stays closed. */
  async printsProfile(): Promise<string> {
    await this.#page.evaluate(() => {
      window.print = () => undefined;
    });
    await this.#charts.getByRole('button', { name: this.words.print }).click();
    const sheet = this.#page.locator('.gr-PrintSheet');
    await sheet.waitFor({ state: 'attached' });
    await this.#page.emulateMedia({ media: 'print' });
    const text = await sheet.innerText();
    const seen = await this.#page
      .locator('body > *')
      .evaluateAll((parts) => parts.filter((part) => part.getClientRects().length > 0).map((part) => part.className));
    await this.#page.emulateMedia({ media: 'screen' });
    await this.#page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await sheet.waitFor({ state: 'detached' });
    // The button's name is no longer shown beside it.
    await this.#page.mouse.move(0, 0);
    await this.#page.locator('.gr-Tooltip').waitFor({ state: 'detached' });
    return seen.join() === 'gr-Paper gr-Light gr-PrintSheet' ? text : `besides the sheet: ${seen.join()}`;
  }

  async choosesSegment(title: string): Promise<void> {
    await this.#panel.getByRole('radio', { name: title }).click({ force: true });
  }

  async smallCharts(): Promise<number> {
    return this.#charts.locator('.gr-Multiple').count();
  }
}
