import type { Locator, Page } from 'playwright';
import { focusOn } from './focus.ts';
import { textNow } from './textNow.ts';
import { plain, readCount, type Words } from './words.ts';

export type Level = 'commune' | 'district' | 'province';
/** Counts by their names, in the order of the screen. */
export type Counts = Readonly<Record<string, number>>;

const FACETS = {
  flag: 'byFlag',
  line: 'byLine',
  level: 'byLevel',
  side: 'bySide',
  category: 'byCategory',
  kind: 'byKind',
  member: 'byMember',
  zoneLayer: 'byZoneLayer',
} as const;
export type Facet = keyof typeof FACETS;

/** The panel beside the map. */
export class Panel {
  readonly #page: Page;
  readonly #words: Words;

  constructor(page: Page, words: Words) {
    this.#page = page;
    this.#words = words;
  }

  get #panel(): Locator {
    return this.#page.locator('#panel');
  }

  async text(): Promise<string> {
    return plain(await this.#panel.innerText());
  }

  async title(): Promise<string> {
    return this.#panel.getByRole('heading', { level: 2 }).first().innerText();
  }

  async simulatedStamp(): Promise<string | null> {
    const stamp = this.#page.locator('.gr-Stamp').first();
    return textNow(stamp);
  }

  /** The three figures at the top: shown, of which flagged, persons. */
  async figures(): Promise<{ shown: number; flagged: number; persons: number }> {
    const { incidents } = this.#words;
    const figure = async (label: string): Promise<number> => {
      const value = this.#panel.locator('.gr-Stat', { has: this.#page.getByText(label, { exact: true }) });
      return readCount(await value.locator('.gr-Stat-value').first().innerText());
    };
    return {
      shown: await figure(incidents.shown),
      flagged: await figure(incidents.flaggedShort),
      persons: await figure(incidents.persons),
    };
  }

  #facet(facet: Facet): Locator {
    const title = this.#words.incidents[FACETS[facet]];
    return this.#panel.locator('.gr-Disclosure', {
      has: this.#page.getByRole('heading', { name: title, exact: true }),
    });
  }

  async counts(facet: Facet): Promise<Counts> {
    const all = this.#facet(facet).getByRole('button', { name: /^(Hiện cả|Show all)/ });
    if ((await all.count()) > 0) await all.click();
    const pairs = await this.#facet(facet)
      .locator('.gr-Facet')
      .evaluateAll((buttons) =>
        buttons.map((button) => [
          button.querySelector('.gr-Facet-name')?.firstChild?.textContent ?? '',
          button.querySelector('.gr-Facet-count')?.textContent ?? '',
        ]),
      );
    return Object.fromEntries(pairs.map(([name = '', count = '']) => [name.trim(), readCount(count)]));
  }

  async copiesCounts(facet: Facet): Promise<void> {
    await this.#facet(facet)
      .getByRole('button', { name: new RegExp(`^${this.#words.incidents.copy}`) })
      .click();
  }

  /** Presses a count, which filters by it; presses it again, which lets it go. */
  async filtersBy(facet: Facet, name: string): Promise<void> {
    await this.#facet(facet).locator('.gr-Facet', { hasText: name }).first().click();
  }

  async filters(): Promise<string[]> {
    return this.#panel.locator('.gr-Filter-part').allInnerTexts();
  }

  /** Names and values, as the details list them. */
  async facts(): Promise<Readonly<Record<string, string>>> {
    const pairs = await this.#panel
      .locator('.gr-Facts > div')
      .evaluateAll((facts) =>
        facts.map((fact) => [
          fact.querySelector('dt')?.textContent ?? '',
          fact.querySelector<HTMLElement>('dd')?.innerText ?? '',
        ]),
      );
    return Object.fromEntries(pairs.map(([name = '', value = '']) => [name, plain(value)]));
  }

  /** The cells of a small table, row by row. */
  async tableRows(caption: string): Promise<string[][]> {
    const table = this.#panel.getByRole('table', { name: caption });
    const rows = await table.evaluate((element) =>
      [...element.querySelectorAll('tbody tr')].map((row) =>
        [...row.children].map((cell) => (cell.textContent ?? '').trim()),
      ),
    );
    return rows.map((cells) => cells.map(plain));
  }

  async presses(name: string | RegExp): Promise<void> {
    await this.#panel
      .getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
      .first()
      .click();
  }

  async goesBack(): Promise<void> {
    await this.presses(this.#words.boundaries.back);
  }

  #slider(level: Level): Locator {
    return this.#panel.locator('.gr-Slider-line', {
      has: this.#page.getByText(this.#words.boundaries.levelLine[level], { exact: true }),
    });
  }

  async zoneLevels(): Promise<Level[]> {
    const levels = ['commune', 'district', 'province'] as const;
    const seen = await Promise.all(levels.map((level) => this.#slider(level).count()));
    return levels.filter((_, i) => (seen[i] ?? 0) > 0);
  }

  /** The distance that the number field beside the slider tells, in metres. */
  async zoneM(level: Level): Promise<number> {
    return readCount(await this.#slider(level).locator('.gr-NumberField input').inputValue());
  }

  async typesZoneM(level: Level, metres: number): Promise<void> {
    const field = this.#slider(level).locator('.gr-NumberField input');
    await focusOn(field);
    await field.fill(String(metres));
    await field.press('Enter');
    await this.#zonesAreWritten();
  }

  async #zonesAreWritten(): Promise<void> {
    await this.#panel.locator('[data-draft]').waitFor({ state: 'detached' });
  }

  /** Moves the slider by keys: as many steps of ten metres. */
  async stepsZone(level: Level, steps: number): Promise<void> {
    const thumb = this.#slider(level).locator('input[type=range]');
    await focusOn(thumb);
    for (let i = 0; i < Math.abs(steps); i += 1) await thumb.press(steps > 0 ? 'ArrowRight' : 'ArrowLeft');
    await this.#zonesAreWritten();
  }

  /** Drags the slider's thumb by the mouse through shares of its range (0 … 1), and lets go at the last. */
  async dragsZone(level: Level, shares: readonly number[], onEach?: () => Promise<void>): Promise<void> {
    const line = this.#slider(level);
    await line.scrollIntoViewIfNeeded();
    const track = await line.locator('.gr-Slider-track').boundingBox();
    const thumb = await line.locator('.gr-Slider-thumb').boundingBox();
    if (!track || !thumb) throw new Error('The slider is not on the screen.');
    const y = thumb.y + thumb.height / 2;
    await this.#page.mouse.move(thumb.x + thumb.width / 2, y);
    await this.#page.mouse.down();
    for (const share of shares) {
      await this.#page.mouse.move(track.x + share * track.width, y);
      await onEach?.();
    }
    await this.#page.mouse.up();
    await this.#zonesAreWritten();
  }

  async choosesScope(scope: 'cluster' | 'all'): Promise<void> {
    await this.#panel.locator('label', { hasText: this.#words.boundaries.scopeName[scope] }).click();
  }

  /** The members with what is said of each, and how to set their days. */
  async members(): Promise<Readonly<Record<string, string>>> {
    await this.#opensMembers();
    const pairs = await this.#panel
      .locator('.gr-Members li')
      .evaluateAll((items) =>
        items.map((item) => [
          item.querySelector('button')?.textContent ?? '',
          item.querySelector('.gr-muted')?.textContent ?? '',
        ]),
      );
    return Object.fromEntries(pairs);
  }

  async #opensMembers(): Promise<void> {
    const trigger = this.#panel.getByRole('button', { name: this.#words.boundaries.membersTitle, exact: true });
    if ((await trigger.getAttribute('aria-expanded')) !== 'true') await trigger.click();
  }

  async setsMemberDays(name: string, days: { readonly from?: string; readonly to?: string }): Promise<void> {
    await this.#opensMembers();
    await this.presses(this.#words.boundaries.editDays(name));
    const dialog = this.#page.getByRole('dialog', { name: this.#words.boundaries.editDays(name) });
    if (days.from !== undefined) await dialog.getByLabel(this.#words.boundaries.firstDay).fill(days.from);
    if (days.to !== undefined) await dialog.getByLabel(this.#words.boundaries.lastDay).fill(days.to);
    await dialog.getByRole('button', { name: this.#words.boundaries.saveDays }).click();
  }
}
