import type { Locator, Page } from 'playwright';
import { handPlanWords } from '../../../src/i18n/handPlanWords.ts';
import { planClashWords } from '../../../src/i18n/planClashWords.ts';
import { rosterWords } from '../../../src/i18n/rosterWords.ts';

/** Changing plans and rosters by hand. */
export class HandPlan {
  readonly #page: Page;
  readonly words: (typeof handPlanWords)['vi'];
  readonly clashWords: (typeof planClashWords)['vi'];
  readonly roster: (typeof rosterWords)['vi'];

  constructor(page: Page, language: 'vi' | 'en') {
    this.#page = page;
    this.words = handPlanWords[language];
    this.clashWords = planClashWords[language];
    this.roster = rosterWords[language];
  }

  get #routes(): Locator {
    return this.#page.locator('#panel .gr-DayRoute');
  }

  /** Titles of the routes and duties of the day, without their times. */
  async routes(): Promise<string[]> {
    const titles = await this.#routes.locator('.gr-Disclosure-button').allInnerTexts();
    return titles.map((title) => title.split(' · ').slice(0, 2).join(' · '));
  }

  #route(title: string): Locator {
    return this.#routes.filter({ has: this.#page.locator('.gr-Disclosure-button', { hasText: title }) });
  }

  async opensRoute(title: string): Promise<void> {
    const button = this.#route(title).locator('.gr-Disclosure-button');
    if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click();
  }

  /** The stops of a route: number, name (and lock), from, to. */
  async stops(title: string): Promise<string[][]> {
    return this.#route(title)
      .locator('tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) => [...row.children].slice(0, 4).map((cell) => (cell as HTMLElement).innerText.trim())),
      );
  }

  async names(title: string): Promise<string[]> {
    return (await this.stops(title)).map(([, name = '']) => name.split('\n')[0]!.trim());
  }

  /** Adds the task that is worth most of those that are not there. */
  async addsStop(title: string): Promise<void> {
    await this.opensRoute(title);
    await this.#route(title).getByRole('button', { name: this.words.addStop, exact: true }).click();
    await this.#page.getByRole('menuitem').first().click();
  }

  /** Adds a certain task. */
  async addsTask(title: string, task: string): Promise<void> {
    await this.opensRoute(title);
    await this.#route(title).getByRole('button', { name: this.words.addStop, exact: true }).click();
    await this.#page.getByRole('menuitem', { name: task, exact: true }).click();
  }

  /** Does something with a stop by its menu, with the keyboard alone. */
  async choosesFor(title: string, stop: string, entry: string): Promise<void> {
    const button = this.#route(title).getByRole('button', { name: this.words.stopActions(stop), exact: true });
    await button.focus();
    await this.#page.keyboard.press('Enter');
    const item = this.#page.getByRole('menuitem', { name: entry, exact: true });
    await item.waitFor();
    for (let i = 0; i < 40 && !(await item.evaluate((each) => each === document.activeElement)); i += 1)
      await this.#page.keyboard.press('ArrowDown');
    await this.#page.keyboard.press('Enter');
  }

  /** Drags a stop with the mouse onto another route. */
  async drags(title: string, stop: string, onto: string): Promise<void> {
    const row = this.#route(title).locator('tbody tr', { hasText: stop });
    await row.locator('td').first().dragTo(this.#route(onto).locator('.gr-Disclosure-button'));
  }

  async focused(): Promise<string> {
    return this.#page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  }

  async opensRoster(): Promise<void> {
    await this.#page.getByRole('button', { name: this.roster.open, exact: true }).click();
    await this.#page.getByRole('dialog').waitFor();
  }

  async closesDialog(): Promise<void> {
    await this.#page.keyboard.press('Escape');
    await this.#page.getByRole('dialog').waitFor({ state: 'detached' });
  }

  /** The duties that the dialog shows, by what they are called. */
  async duties(): Promise<string[]> {
    return this.#page.getByRole('dialog').locator('.gr-Roster-duty .gr-Button').allInnerTexts();
  }

  /** Presses the first button to add a duty, and takes the first shift. */
  async addsDuty(): Promise<void> {
    await this.#page
      .getByRole('dialog')
      .getByRole('button', { name: this.roster.add('', '').split(/[,;]/)[0]!.trim() })
      .first()
      .click();
    await this.#page.getByRole('menuitem').first().click();
  }

  /** Opens the menu of the first duty and chooses an entry. */
  async choosesForDuty(entry: string): Promise<void> {
    await this.#page.getByRole('dialog').locator('.gr-Roster-duty .gr-Button').first().click();
    await this.#page.getByRole('menuitem', { name: entry }).first().click();
  }

  /** What the menu of the first duty offers. */
  async choicesForDuty(): Promise<string[]> {
    await this.#page.getByRole('dialog').locator('.gr-Roster-duty .gr-Button').first().click();
    const items = this.#page.getByRole('menuitem');
    await items.first().waitFor();
    const titles = await items.locator('.gr-MenuItem-text > span:first-child').allInnerTexts();
    await this.#page.keyboard.press('Escape');
    await items.first().waitFor({ state: 'detached' });
    return titles;
  }

  async showsMonth(): Promise<void> {
    await this.#page.getByRole('dialog').locator('.gr-Segment', { hasText: this.roster.views.month }).click();
  }

  async dialogText(): Promise<string> {
    return this.#page.getByRole('dialog').innerText();
  }
}
