import type { Locator, Page } from 'playwright';
import { patrolWords } from '../../../src/i18n/patrolWords.ts';
import { planDraftWords } from '../../../src/i18n/planDraftWords.ts';
import { taskSourceWords } from '../../../src/i18n/taskSourceWords.ts';

type PatrolPhrases = (typeof patrolWords)['vi'];

/** The page of patrols. */
export class Patrols {
  readonly #page: Page;
  readonly words: PatrolPhrases;
  readonly draft: (typeof planDraftWords)['vi'];
  readonly sources: (typeof taskSourceWords)['vi'];

  constructor(page: Page, language: 'vi' | 'en') {
    this.#page = page;
    this.words = patrolWords[language];
    this.draft = planDraftWords[language];
    this.sources = taskSourceWords[language];
  }

  get #panel(): Locator {
    return this.#page.locator('#panel');
  }

  async chooses(view: keyof PatrolPhrases['views']): Promise<void> {
    await this.#panel.locator('.gr-Segment', { hasText: this.words.views[view] }).click();
  }

  async presses(name: string): Promise<void> {
    await this.#page.getByRole('button', { name, exact: true }).click();
  }

  /** Whether there is such a button that can be pressed. */
  async canPress(name: string): Promise<boolean> {
    const button = this.#page.getByRole('button', { name, exact: true });
    return (await button.count()) > 0 && (await button.isEnabled());
  }

  /** What a list holds: names. */
  async listed(label: string): Promise<string[]> {
    return this.#panel
      .getByRole('list', { name: label, exact: true })
      .locator('.gr-Records-name > :first-child')
      .allInnerTexts();
  }

  /** Types into a field of the dialog or the panel, and leaves it. */
  async types(label: string, text: string): Promise<void> {
    const field = this.#page.getByLabel(label, { exact: true }).last();
    await field.fill(text);
    await field.press('Tab');
  }

  /** Ends a search that is under way; one that has just ended by itself is as good. */
  async stops(): Promise<void> {
    await this.#page
      .getByRole('button', { name: this.words.stopHere, exact: true })
      .evaluateAll(([button]) => (button as HTMLElement | undefined)?.click());
  }

  /** Starts a search and ends it before it can have found anything. */
  async startsAndStops(): Promise<void> {
    await this.#page.evaluate(
      ([start, stop]) =>
        new Promise<void>((resolve) => {
          const find = (text: string | undefined): HTMLElement | undefined =>
            [...document.querySelectorAll<HTMLElement>('#panel button')].find(({ innerText }) => innerText === text);
          // As soon as the button is drawn: the search tells what it found in a later task.
          const watch = new MutationObserver(() => {
            const button = find(stop);
            if (!button) return;
            watch.disconnect();
            button.click();
            resolve();
          });
          watch.observe(document.body, { childList: true, subtree: true });
          find(start)?.click();
        }),
      [this.words.optimise, this.words.stopHere],
    );
  }

  /** Chooses a switch or one of several in the dialog, by its words. */
  async choosesInDialog(name: string): Promise<void> {
    await this.#page.getByRole('dialog').locator('label', { hasText: name }).click();
  }

  get #windows(): Locator {
    return this.#page.getByRole('dialog').locator('.gr-WindowFields');
  }

  /** Sets the hours of one of the windows of the form: "19:30" to "20:00". */
  async setsWindow(number: number, from: string, to: string): Promise<void> {
    const fields = this.#windows.nth(number);
    await fields.getByLabel(this.words.from, { exact: true }).fill(from);
    await fields.getByLabel(this.words.to, { exact: true }).fill(to);
  }

  /** The windows of the form, from and to. */
  async windows(): Promise<string[][]> {
    return this.#windows.evaluateAll((all) =>
      all.map((each) => [...each.querySelectorAll('input')].map(({ value }) => value)),
    );
  }

  async saves(): Promise<void> {
    await this.#page.getByRole('dialog').getByRole('button', { name: this.words.save, exact: true }).click();
  }

  async panelText(): Promise<string> {
    return this.#panel.innerText();
  }

  async dialogText(): Promise<string> {
    return this.#page.getByRole('dialog').innerText();
  }

  /** Presses the button that takes the proposals, once they are there. */
  async takes(): Promise<number> {
    const button = this.#page.getByRole('dialog').locator('.gr-Button-primary:not([data-disabled])');
    await button.waitFor();
    const count = Number(/\d+/.exec(await button.innerText())?.[0] ?? 0);
    await button.click();
    return count;
  }

  /** The titles of the routes of the day that is shown. */
  async routes(): Promise<string[]> {
    const titles = await this.#panel.locator('.gr-Disclosure button[aria-expanded]').allInnerTexts();
    return titles.filter((title) => /\d\d:\d\d–\d\d:\d\d/.test(title));
  }

  /** Opens a route and gives its stops, cell by cell: number, task, from, to. */
  async stopsOf(title: string): Promise<string[][]> {
    const route = this.#panel.getByRole('button', { name: title, exact: true });
    if ((await route.getAttribute('aria-expanded')) !== 'true') await route.click();
    return this.#panel
      .locator('.gr-SimpleTable tbody tr:visible')
      .evaluateAll((rows) =>
        rows.map((row) => [...row.children].slice(0, 4).map((cell) => (cell as HTMLElement).innerText)),
      );
  }
}
