import type { Locator, Page } from 'playwright';
import { focusOn } from './focus.ts';
import { readCount, type Words } from './words.ts';

export type TableRow = Readonly<Record<string, string>>;

/** The table of incidents. */
export class Table {
  readonly #page: Page;
  readonly #words: Words;

  constructor(page: Page, words: Words) {
    this.#page = page;
    this.#words = words;
  }

  get #grid(): Locator {
    return this.#page.getByRole('grid', { name: this.#words.incidents.table });
  }

  async isShown(): Promise<boolean> {
    return this.#grid.isVisible();
  }

  /** How many rows it has in all, drawn or not. */
  async length(): Promise<number> {
    return readCount((await this.#grid.getAttribute('aria-rowcount')) ?? '') - 1;
  }

  /** The rows drawn now, by the titles of the columns; rows that are still being read are left out. */
  async rows(): Promise<TableRow[]> {
    return this.#grid.evaluate((grid) => {
      const titles = [...grid.querySelectorAll('thead th')].map((head) => head.textContent ?? '');
      return [...grid.querySelectorAll('tbody tr:not([aria-busy])')]
        .sort((a, b) => Number(a.getAttribute('aria-rowindex')) - Number(b.getAttribute('aria-rowindex')))
        .map((row) =>
          Object.fromEntries(
            [...row.querySelectorAll('td')].map((cell, i) => [titles[i] ?? '', cell.textContent ?? '']),
          ),
        );
    });
  }

  /** The texts of one column of the rows drawn now. */
  async column(title: string): Promise<string[]> {
    return (await this.rows()).map((row) => row[title] ?? '');
  }

  async pressesRow(index: number): Promise<void> {
    await this.#grid.locator(`tbody tr[data-row="${index}"]`).click();
  }

  /** By a column that is not edited: elsewhere a double click edits. */
  async opensRow(index: number): Promise<void> {
    await (await this.#cell(index, this.#words.incidents.zoneLine)).dblclick();
  }

  async #cell(index: number, title: string): Promise<Locator> {
    const titles = await this.titles();
    return this.#grid.locator(`tbody tr[data-row="${index}"] td`).nth(titles.indexOf(title));
  }

  /** The titles of the columns that are shown, in order. */
  async titles(): Promise<string[]> {
    return this.#grid.locator('thead th').allTextContents();
  }

  async pressesCell(index: number, title: string): Promise<void> {
    await (await this.#cell(index, title)).click();
  }

  /** Types over a cell and presses Enter. */
  async types(index: number, title: string, text: string): Promise<void> {
    await this.pressesCell(index, title);
    await this.#page.keyboard.type(text);
    await this.#page.keyboard.press('Enter');
  }

  /** Takes the text that is offered instead of a refused one. */
  async takesSuggestion(): Promise<void> {
    await this.#grid.getByRole('button', { name: this.#words.common.ui.useSuggestion }).click();
  }

  /** Chooses rows from one to another. */
  async choosesRows(from: number, to: number): Promise<void> {
    await this.pressesRow(from);
    await this.#grid.locator(`tbody tr[data-row="${to}"]`).click({ modifiers: ['Shift'] });
  }

  /** Ticks a field in the dialog for many, gives it a value and saves. */
  async editsChosen(field: string, value: string): Promise<void> {
    const { register } = this.#words;
    await this.#page.getByRole('main').getByRole('button', { name: register.edit }).click();
    const dialog = this.#page.getByRole('dialog');
    await dialog.getByText(register.change(field), { exact: true }).click();
    await dialog.getByRole('textbox', { name: field }).fill(value);
    await dialog.getByRole('button', { name: register.save }).click();
  }

  async hidesColumn(title: string): Promise<void> {
    const { register, common } = this.#words;
    await this.#page.getByRole('button', { name: register.columns, exact: true }).click();
    const dialog = this.#page.getByRole('dialog');
    await dialog.getByText(title, { exact: true }).click();
    await dialog.getByRole('button', { name: common.close, exact: true }).last().click();
  }

  /** The places of the rows that are marked as chosen. */
  async chosenRows(): Promise<number[]> {
    return this.#grid
      .locator('tbody tr[aria-selected=true]')
      .evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('aria-rowindex')) - 2));
  }

  async sortsBy(title: string): Promise<void> {
    await this.#grid.getByRole('columnheader', { name: title, exact: true }).locator('.gr-HeadSort').click();
  }

  /** Types into the search above the table. */
  async searches(text: string): Promise<void> {
    await this.#search.fill(text);
  }

  get #search(): Locator {
    return this.#page.getByRole('searchbox', { name: this.#words.filters.searchLabel });
  }

  async searchText(): Promise<string> {
    return this.#search.inputValue();
  }

  /** Empties the search by Escape. */
  async letsGoOfTheSearch(): Promise<void> {
    await this.#search.press('Escape');
  }

  /** What the table says that was found. */
  async found(): Promise<string> {
    return this.#page.locator('.gr-TableBar [role=status]').innerText();
  }

  #head(title: string): Locator {
    return this.#grid.getByRole('columnheader', { name: title, exact: true });
  }

  /** Ticks values in the filter of a head, and closes it. */
  async ticks(title: string, ...values: readonly string[]): Promise<void> {
    await this.#head(title).locator('.gr-HeadFilter-button').click();
    const filter = this.#page.locator('.gr-HeadFilter-dialog');
    for (const value of values) await filter.locator('label', { hasText: value }).click();
    await this.#page.keyboard.press('Escape');
    await filter.waitFor({ state: 'detached' });
  }

  /** What the button of a head's filter says. */
  async filterOf(title: string): Promise<string | null> {
    return this.#head(title).locator('.gr-HeadFilter-button').getAttribute('aria-label');
  }

  async widthOf(title: string): Promise<number> {
    return Math.round((await this.#head(title).boundingBox())?.width ?? 0);
  }

  /** Drags the edge of a head by some pixels. */
  async widens(title: string, pixels: number): Promise<void> {
    const edge = await this.#head(title).locator('.gr-ColumnEdge').boundingBox();
    if (!edge) throw new Error(`The column ${title} is not on the screen.`);
    const y = edge.y + edge.height / 2;
    const x = edge.x + edge.width / 2;
    await this.#page.mouse.move(x, y);
    await this.#page.mouse.down();
    await this.#page.mouse.move(x + pixels, y, { steps: 4 });
    await this.#page.mouse.up();
  }

  async sortedBy(): Promise<string | null> {
    return this.#grid.evaluate((grid) => {
      const head = grid.querySelector('th[aria-sort=ascending], th[aria-sort=descending]');
      return head && `${head.textContent} ${head.getAttribute('aria-sort')}`;
    });
  }

  async takesTheFocus(): Promise<void> {
    await focusOn(this.#grid);
  }

  async scrollsBy(pixels: number): Promise<void> {
    await this.#grid.hover();
    await this.#page.mouse.wheel(0, pixels);
  }
}
