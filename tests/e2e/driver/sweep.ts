import type { Locator, Page } from 'playwright';
import { sweepWords } from '../../../src/i18n/sweepWords.ts';

/** The part of the plan that sweeps everything. */
export class Sweep {
  readonly #page: Page;
  readonly words: (typeof sweepWords)['vi'];

  constructor(page: Page, language: 'vi' | 'en') {
    this.#page = page;
    this.words = sweepWords[language];
  }

  get #panel(): Locator {
    return this.#page.locator('#panel');
  }

  get #result(): Locator {
    return this.#panel.getByRole('region', { name: this.words.result, exact: true });
  }

  /** Chooses one of the two ways to make routes. */
  async chooses(way: 'risk' | 'sweep'): Promise<void> {
    await this.#panel.locator('.gr-Segment', { hasText: this.words.ways[way] }).click();
  }

  /** Leaves only the first lines of the list to be swept; gives how many places and stretches these are. */
  async keepsLines(count: number): Promise<number> {
    const title = this.#page.getByRole('button', { name: this.words.scope, exact: true });
    if ((await title.getAttribute('aria-expanded')) !== 'true') await title.click();
    // The settings fold as well: the part that is meant is the inmost with this head.
    const scope = this.#panel.locator('.gr-Disclosure').filter({ has: title }).last();
    const boxes = scope.locator('label.gr-Choice:visible');
    await boxes.first().click();
    let kept = 0;
    for (let i = 1; i <= count; i += 1) {
      kept += Number(/\((\d+)\)/.exec(await boxes.nth(i).innerText())?.[1]);
      await boxes.nth(i).click();
    }
    return kept;
  }

  /** What is said of the sweep; empty while there is none. */
  async result(): Promise<string> {
    return (await this.#result.count()) > 0 ? this.#result.innerText() : '';
  }

  /** Whether a search is under way. */
  async isAtWork(): Promise<boolean> {
    return (await this.#panel.getByRole('progressbar').count()) > 0;
  }

  /** The rows of teams: name, time, limit, share, stops. */
  async teams(): Promise<string[][]> {
    return this.#result
      .locator('tbody tr')
      .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText)));
  }

  /** Opens a route and gives the names of its stops. */
  async stopsIn(title: string): Promise<string[]> {
    const head = this.#page.getByRole('button', { name: title, exact: true });
    if ((await head.getAttribute('aria-expanded')) !== 'true') await head.click();
    return this.#panel.locator('.gr-Disclosure').filter({ has: head }).locator('tbody th').allInnerTexts();
  }
}
