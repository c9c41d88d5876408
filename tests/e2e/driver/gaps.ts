import type { Locator, Page } from 'playwright';
import { gapWords } from '../../../src/i18n/gapWords.ts';
import { patrolWords } from '../../../src/i18n/patrolWords.ts';

type GapPhrases = (typeof gapWords)['vi'];

/** A row of the cover: how many visits are under way in each column, and how many are planned. */
export interface CoverLine {
  readonly task: string;
  readonly cells: readonly number[];
  readonly planned: number;
  readonly last: string;
}

/** A stop of a route as it stands on screen, in minutes after the first day's midnight. */
export interface ShownStop {
  readonly task: string;
  readonly from: number;
  readonly to: number;
}

/** "1.234,5" or "−0,2" → a number, as written in Vietnamese. */
export const readNumber = (text: string): number =>
  Number(text.trim().replaceAll('.', '').replace(',', '.').replace('−', '-'));

const DAY_MINUTES = 1_440;
const minutesOf = (text: string): number => {
  const [, hour = Number.NaN, minute = Number.NaN] = /(\d\d):(\d\d)/.exec(text)?.map(Number) ?? [];
  return 60 * hour + minute;
};

/** What stands beside a plan: cover, gaps, fairness, and what would be with other forces. */
export class Gaps {
  readonly #page: Page;
  readonly words: GapPhrases;
  readonly #patrols: (typeof patrolWords)['vi'];

  constructor(page: Page, language: 'vi' | 'en') {
    this.#page = page;
    this.words = gapWords[language];
    this.#patrols = patrolWords[language];
  }

  get #panel(): Locator {
    return this.#page.locator('#panel');
  }

  #select(label: string): Locator {
    return this.#page.locator('.gr-Select').filter({ has: this.#page.getByText(label, { exact: true }) });
  }

  /** Opens or closes a part beside the plan. */
  async toggles(title: string): Promise<void> {
    await this.#panel.getByRole('button', { name: title, exact: true }).click();
  }

  async selects(label: string, option: string): Promise<void> {
    await this.#select(label).getByRole('button').click();
    await this.#page.getByRole('option').filter({ hasText: option }).click();
  }

  async chooses(name: string): Promise<void> {
    await this.#panel.locator('label', { hasText: name }).click();
  }

  async cover(): Promise<CoverLine[]> {
    const rows = await this.#page.locator('.gr-Cover tbody tr').evaluateAll((all) =>
      all.map((row) => ({
        task: (row.querySelector('th') as HTMLElement).innerText,
        cells: [...row.querySelectorAll('.gr-Cover-cell > [aria-hidden]')].map((cell) => Number(cell.textContent)),
        rest: [...row.querySelectorAll('td:not(:has(> .gr-Cover-cell))')].map(
          (cell) => (cell as HTMLElement).innerText,
        ),
      })),
    );
    return rows.map(({ task, cells, rest: [planned = '', last = ''] }) => ({
      task,
      cells,
      planned: Number(planned),
      last,
    }));
  }

  async copiesCover(): Promise<string[][]> {
    await this.#page.locator('.gr-Cover .gr-SimpleTable-bar button').click();
    await this.#page.locator('.gr-Cover .gr-SimpleTable-said:not(:empty)').waitFor();
    const text = await this.#page.evaluate(() => navigator.clipboard.readText());
    return text
      .trim()
      .split('\r\n')
      .map((line) => line.split('\t'));
  }

  /** The days of the plan, as the list of days names them. */
  async days(): Promise<string[]> {
    await this.#select(this.#patrols.day).getByRole('button').click();
    const names = await this.#page.locator('[role=option] .gr-ListBoxItem-text > :first-child').allInnerTexts();
    await this.#page.keyboard.press('Escape');
    return names;
  }

  /** All stops of the plan, read from its routes, day after day. */
  async stops(days: readonly string[]): Promise<ShownStop[]> {
    const stops: ShownStop[] = [];
    const nextDay = this.#patrols.nextDay('').trim();
    for (const [number, day] of days.entries()) {
      const since = (text: string): number =>
        DAY_MINUTES * number + minutesOf(text) + (text.includes(nextDay) ? DAY_MINUTES : 0);
      await this.selects(this.#patrols.day, day);
      const routes = this.#panel.locator('.gr-Disclosure').filter({ hasText: /\d\d:\d\d–\d\d:\d\d/ });
      for (let i = 0; i < (await routes.count()); i += 1) {
        const route = routes.nth(i);
        const head = route.locator('.gr-Disclosure-button');
        if ((await head.getAttribute('aria-expanded')) !== 'true') await head.click();
        await route.locator('tbody tr').first().waitFor();
        const rows = await route
          .locator('tbody tr')
          .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText)));
        for (const [, task = '', from = '', to = ''] of rows) stops.push({ task, from: since(from), to: since(to) });
        await head.click();
      }
    }
    return stops;
  }

  /** Presses the gap that stands so far down in the list; gives its task. */
  async pressesGap(number: number): Promise<string> {
    const gap = this.#panel.locator('.gr-GapList tbody button').nth(number);
    const name = await gap.innerText();
    await gap.click();
    return name;
  }

  /** The risks of the gaps, as listed. */
  async gapRisks(): Promise<number[]> {
    const texts = await this.#panel.locator('.gr-GapList tbody td:last-child').allInnerTexts();
    return texts.map((text) => Number(text.replace(',', '.')));
  }

  async panelText(): Promise<string> {
    return this.#panel.innerText();
  }

  /** The rows of a table by the beginning of its caption, cell by cell. */
  async rows(caption: string): Promise<string[][]> {
    return this.#page
      .locator('.gr-SimpleTable table')
      .filter({ has: this.#page.locator('caption', { hasText: caption }) })
      .locator('tbody tr')
      .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText)));
  }

  /** Visits under the axis of the border profile. */
  async watched(): Promise<string[]> {
    return this.#page.locator('.gr-Profile-watch title').allTextContents();
  }

  /** How many rows each table of the register holds on this device. */
  async stored(): Promise<Record<string, number>> {
    return this.#page.evaluate(async () => {
      const counts: Record<string, number> = {};
      for (const { name = '' } of await indexedDB.databases()) {
        const base = await new Promise<IDBDatabase>((resolve, reject) => {
          const asked = indexedDB.open(name);
          asked.onsuccess = () => resolve(asked.result);
          asked.onerror = () => reject(asked.error);
        });
        for (const table of base.objectStoreNames) {
          counts[`${name} ${table}`] = await new Promise<number>((resolve, reject) => {
            const asked = base.transaction(table).objectStore(table).count();
            asked.onsuccess = () => resolve(asked.result);
            asked.onerror = () => reject(asked.error);
          });
        }
        base.close();
      }
      return counts;
    });
  }
}
