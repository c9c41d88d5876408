import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { BrowserContext, Locator, Page } from 'playwright';
import { inject } from 'vitest';
import { auditPage } from './driver/audit.ts';
import { Briefings } from './driver/briefing.ts';
import { BriefingFiles } from './driver/briefingFiles.ts';
import { closeProfile, openProfile, type ProfileOptions } from './driver/browser.ts';
import { Entry } from './driver/entry.ts';
import { type ExportChoices, Exporting } from './driver/exporting.ts';
import { Field } from './driver/field.ts';
import { focusOn } from './driver/focus.ts';
import { Gaps } from './driver/gaps.ts';
import { HandPlan } from './driver/handPlan.ts';
import { Health } from './driver/health.ts';
import { Hotspots } from './driver/hotspots.ts';
import { Importing } from './driver/importing.ts';
import { Legend } from './driver/legend.ts';
import { type Effort, effortOf, type LongTasks, longTasksWhile } from './driver/longTasks.ts';
import { MapView } from './driver/map.ts';
import { Panel } from './driver/panel.ts';
import { Patrols } from './driver/patrols.ts';
import { Pictures } from './driver/pictures.ts';
import { Roads } from './driver/roads.ts';
import { Sweep } from './driver/sweep.ts';
import { Table } from './driver/table.ts';
import { textNow } from './driver/textNow.ts';
import { type Watch, watchPolicy, watchProfile } from './driver/watch.ts';
import { FORMATS, WORDS, type Words } from './driver/words.ts';

export type { LongTasks } from './driver/longTasks.ts';
export type { Place } from './driver/map.ts';

const FIXTURES = resolve(import.meta.dirname, '../support/fixtures');

interface Profile {
  readonly context: BrowserContext;
  readonly watch: Watch;
  readonly options: ProfileOptions;
}

/** Somebody before the screen: does what users do and says what they see. One browser tab; `opensAnotherTab` gives the next. */
export class Clerk {
  readonly panel: Panel;
  readonly table: Table;
  readonly map: MapView;
  readonly legend: Legend;
  readonly importing: Importing;
  readonly entry: Entry;
  readonly health: Health;
  readonly hotspots: Hotspots;
  readonly patrols: Patrols;
  readonly briefings: Briefings;
  readonly briefingFiles: BriefingFiles;
  readonly roads: Roads;
  readonly sweep: Sweep;
  readonly gaps: Gaps;
  readonly field: Field;
  readonly handPlan: HandPlan;
  readonly exporting: Exporting;
  readonly pictures: Pictures;
  readonly words: Words;
  readonly #page: Page;
  readonly #profile: Profile;

  private constructor(page: Page, profile: Profile) {
    this.#page = page;
    this.#profile = profile;
    this.words = WORDS[profile.options.language ?? 'vi'];
    this.panel = new Panel(page, this.words);
    this.table = new Table(page, this.words);
    this.map = new MapView(page, this.words);
    this.legend = new Legend(page, this.words);
    this.importing = new Importing(page, this.words);
    this.entry = new Entry(page, profile.options.language ?? 'vi');
    this.health = new Health(page, this.words);
    this.patrols = new Patrols(page, profile.options.language ?? 'vi');
    this.briefings = new Briefings(page, profile.options.language ?? 'vi');
    this.briefingFiles = new BriefingFiles(page, profile.options.language ?? 'vi');
    this.roads = new Roads(page, profile.options.language ?? 'vi');
    this.sweep = new Sweep(page, profile.options.language ?? 'vi');
    this.gaps = new Gaps(page, profile.options.language ?? 'vi');
    this.field = new Field(page, profile.options.language ?? 'vi');
    this.handPlan = new HandPlan(page, profile.options.language ?? 'vi');
    this.hotspots = new Hotspots(page, profile.options.language ?? 'vi');
    this.exporting = new Exporting(page, this.words);
    this.pictures = new Pictures(page, profile.options.language ?? 'vi');
  }

  /** Sits down at a browser that has never seen the program. */
  static async sitsDown(options: ProfileOptions = {}): Promise<Clerk> {
    const context = await openProfile(options);
    const watch = watchProfile(context, new URL(inject('appUrl')).origin);
    await watchPolicy(context, watch.complaints);
    return new Clerk(await context.newPage(), { context, watch, options });
  }

  async opensAnotherTab(address = ''): Promise<Clerk> {
    const clerk = new Clerk(await this.#profile.context.newPage(), this.#profile);
    await clerk.opens(address);
    return clerk;
  }

  /** Closes the browser; gives what must never have happened: foreign requests, breaches of the policy, errors. */
  async leaves(): Promise<readonly string[]> {
    await closeProfile(this.#profile.context);
    return this.#profile.watch.complaints;
  }

  async closesTab(): Promise<void> {
    await this.#page.close();
  }

  async comesToTheFront(): Promise<void> {
    await this.#page.bringToFront();
  }

  get complaints(): readonly string[] {
    return this.#profile.watch.complaints;
  }

  get requests(): readonly string[] {
    return this.#profile.watch.requests;
  }

  /** Opens the program and waits until the map and the counts are there. */
  async opens(address = ''): Promise<void> {
    await this.#page.goto(address === '' ? './' : address);
    await this.#isReady();
  }

  async reloads(): Promise<void> {
    await this.#page.reload();
    await this.#isReady();
  }

  async #isReady(): Promise<void> {
    await this.#page.locator('#map canvas').waitFor();
    await this.#page
      .locator(
        '.gr-Present, #panel :is(.gr-Stat, .gr-Facts, .gr-MethodNote, .gr-Patrols, .gr-Briefing-head, .gr-Empty)',
      )
      .first()
      .waitFor({ state: 'attached' });
    await this.#page.waitForURL(/view=/);
  }

  get address(): string {
    return this.#page.url();
  }

  /** Types another address into this tab. */
  async goesTo(address: string): Promise<void> {
    await this.#page.evaluate((url) => window.location.assign(url), address);
  }

  async presses(keys: string): Promise<void> {
    await this.#page.keyboard.press(keys);
  }

  /** Lets go of whatever is selected. */
  async letsGo(): Promise<void> {
    await this.map.takesTheFocus();
    await this.presses('Escape');
  }

  async types(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
  }

  async choosesRole(role: 'map' | 'register' | 'hotspots' | 'patrols' | 'briefing' | 'health'): Promise<void> {
    const name = role === 'health' ? this.words.health.title : this.words.shell[role];
    await this.#page.getByRole('navigation').getByRole('button', { name }).click();
  }

  async choosesEdition(id: '2018' | '2025'): Promise<void> {
    await this.#page.locator('#panel .gr-Panel-edition label', { hasText: id }).click();
  }

  async edition(): Promise<string> {
    return this.#page.locator('#panel .gr-Panel-edition input:checked').inputValue();
  }

  // searching

  get #searchField(): Locator {
    return this.#page.getByRole('combobox', { name: this.words.search.label });
  }

  async searches(query: string): Promise<void> {
    await this.#searchField.fill(query);
  }

  /** What is found, by group. */
  async found(): Promise<Readonly<Record<string, string[]>>> {
    const groups = await this.#page
      .locator('.gr-SearchBox-results')
      .evaluateAll((lists) =>
        lists.flatMap((list) =>
          [...list.querySelectorAll('[role=group]')].map((group): [string, string[]] => [
            group.querySelector('header')?.textContent ?? '',
            [...group.querySelectorAll('[role=option]')].map(
              (option) => option.querySelector('.gr-ListBoxItem-text > span')?.textContent ?? '',
            ),
          ]),
        ),
      );
    return Object.fromEntries(groups);
  }

  async choosesFound(text: string): Promise<void> {
    await this.#page
      .locator('.gr-SearchBox-results')
      .getByRole('option')
      .filter({ has: this.#page.getByText(text, { exact: true }) })
      .first()
      .click();
  }

  /** Searches for something and chooses it. */
  async looksUp(query: string, text = query): Promise<void> {
    await this.searches(query);
    await this.choosesFound(text);
  }

  // dialogs and messages

  async dialogTitle(): Promise<string | null> {
    const dialog = this.#page.locator('[role=dialog], [role=alertdialog]').last();
    return textNow(dialog.getByRole('heading', { level: 2 }));
  }

  async dialogText(): Promise<string> {
    return this.#page.locator('[role=dialog], [role=alertdialog]').last().innerText();
  }

  async pressesInDialog(name: string | RegExp): Promise<void> {
    await this.#page
      .locator('[role=dialog], [role=alertdialog]')
      .last()
      .getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
      .first()
      .click();
  }

  /** Short messages at the edge of the screen. */
  async messages(): Promise<string[]> {
    return this.#page.locator('.gr-Toast').allInnerTexts();
  }

  /** Does what a message at the edge of the screen offers. */
  async takesTheOffer(name: string): Promise<void> {
    await this.#page.locator('.gr-Toast').getByRole('button', { name, exact: true }).first().click();
  }

  /** Chooses an entry of the menu behind a button of the dialog. */
  async choosesInMenu(button: string, entry: string): Promise<void> {
    await this.pressesInDialog(button);
    await this.#page.getByRole('menuitem', { name: entry }).click();
  }

  async welcomeStep(): Promise<string | null> {
    const step = this.#page.locator('.gr-Welcome-step');
    return textNow(step);
  }

  async choosesLanguageInWelcome(): Promise<void> {
    const { languages } = this.words.settings;
    const language = languages[this.#profile.options.language ?? 'vi'];
    await this.#page.getByRole('dialog').locator('label', { hasText: language }).click();
  }

  goesOnInWelcome = (): Promise<void> => this.pressesInDialog(this.words.welcome.next);
  goesBackInWelcome = (): Promise<void> => this.pressesInDialog(this.words.welcome.back);
  skipsWelcome = (): Promise<void> => this.pressesInDialog(this.words.welcome.skip);

  // the palette and the keys

  async opensPalette(): Promise<void> {
    await this.presses('Control+k');
    await this.#page.getByRole('dialog', { name: this.words.commands.titles.openPalette }).waitFor();
  }

  async commands(): Promise<string[]> {
    return this.#page
      .getByRole('dialog')
      .getByRole('option')
      .evaluateAll((options) =>
        options.map((option) => option.querySelector('.gr-MenuItem-text > span')?.textContent ?? ''),
      );
  }

  /** Opens the palette, finds a command by its words and runs it. */
  async commandsTo(title: string): Promise<void> {
    await this.opensPalette();
    await this.types(title);
    await this.#page
      .getByRole('dialog')
      .getByRole('option')
      .filter({ has: this.#page.getByText(title, { exact: true }) })
      .first()
      .click();
  }

  /** Whether the focus is on a part of the screen or within it. */
  async hasFocusWithin(part: 'panel' | 'map' | 'table'): Promise<boolean> {
    return this.#page.locator(`#${part}`).evaluate((element) => element.contains(document.activeElement));
  }

  /** What has the focus: its accessible name or, without one, its tag. */
  async focused(): Promise<string> {
    return this.#page.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? element?.tagName ?? '';
    });
  }

  /** The part of the screen in which the focus is. */
  async focusedPart(): Promise<'panel' | 'map' | 'table' | 'rail' | 'skipLinks' | 'elsewhere'> {
    return this.#page.evaluate(() => {
      const parts = { panel: '#panel', table: '#table', map: '#map', rail: 'nav', skipLinks: '.gr-Skip' } as const;
      const names = Object.keys(parts) as (keyof typeof parts)[];
      return names.find((name) => document.activeElement?.closest(parts[name])) ?? 'elsewhere';
    });
  }

  /** Takes one of the first stops of the Tab key. */
  async takesTheWay(title: string): Promise<void> {
    const link = this.#page.locator('.gr-Skip').getByRole('button', { name: title });
    await focusOn(link);
    await link.press('Enter');
  }

  // files

  /** Chooses a file by the button's own dialog: of the fixtures by name, or any by its path. */
  async opensFile(file: string, as: 'incidents' | 'layer' = 'incidents'): Promise<void> {
    await this.#page.locator(`input[data-file=${as}]`).setInputFiles(resolve(FIXTURES, file));
  }

  /** What is kept of the import under way, as text. */
  async keptImport(): Promise<string> {
    return this.#page.evaluate(
      () =>
        new Promise<string>((resolve, reject) => {
          const opening = indexedDB.open('giap-ranh');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const reading = opening.result.transaction('desk').objectStore('desk').get('import:work');
            reading.onerror = () => reject(reading.error);
            reading.onsuccess = () => {
              opening.result.close();
              resolve(JSON.stringify(reading.result ?? null));
            };
          };
        }),
    );
  }

  /** The rows of the table in the open dialog. */
  async dialogRows(): Promise<string[][]> {
    return this.#page
      .getByRole('dialog')
      .locator('tbody tr')
      .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));
  }

  /** Drops a file on the screen. */
  async dropsFile(file: string): Promise<void> {
    const bytes = await readFile(resolve(FIXTURES, file), 'base64');
    const transfer = await this.#page.evaluateHandle(
      ([name = '', data = '']) => {
        const carried = new DataTransfer();
        carried.items.add(new File([Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0))], name));
        return carried;
      },
      [basename(file), bytes],
    );
    for (const type of ['dragenter', 'dragover', 'drop'])
      await this.#page.dispatchEvent('#map', type, { dataTransfer: transfer });
  }

  /** Writes incidents to a file and gives it. */
  async exportsIncidents(choices: ExportChoices) {
    await this.commandsTo(this.words.commands.titles.exportIncidents);
    await this.exporting.chooses(choices);
    return this.exporting.saves();
  }

  async clipboard(): Promise<string> {
    return this.#page.evaluate(() => navigator.clipboard.readText());
  }

  /** Everything in sight, as text. */
  async screenText(): Promise<string> {
    return this.#page.locator('body').innerText();
  }

  // without network

  /** Waits until the browser has kept everything that is needed without network. */
  async isKeptForOffline(): Promise<void> {
    await this.#page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
  }

  async losesTheNetwork(): Promise<void> {
    await this.#profile.context.setOffline(true);
  }

  async regainsTheNetwork(): Promise<void> {
    await this.#profile.context.setOffline(false);
  }

  /** Whether the page can reach a host: its own by an address that is not kept, or a foreign one. */
  async canReach(url: string): Promise<boolean> {
    return this.#page.evaluate(
      (wanted) =>
        fetch(wanted, { cache: 'no-store' }).then(
          () => true,
          () => false,
        ),
      url,
    );
  }

  /** What axe finds on the screen as it is now. */
  async audits(): Promise<string[]> {
    return auditPage(this.#page);
  }

  /** Does something, and tells what it took. */
  async effortOf(something: () => Promise<void>): Promise<Effort> {
    return effortOf(this.#page, something);
  }

  /** Does something, and tells the tasks that kept the page from answering meanwhile. */
  async longTasksWhile(something: () => Promise<void>): Promise<LongTasks> {
    return longTasksWhile(this.#page, something);
  }

  async setsTheme(theme: 'light' | 'dark'): Promise<void> {
    await this.commandsTo(this.words.commands.titles[theme === 'light' ? 'themeLight' : 'themeDark']);
    await this.#page.locator(`html[data-theme=${theme}]`).waitFor();
  }

  /** Pulls the sheet of a phone to one of its three heights. */
  async setsSheet(height: 'low' | 'half' | 'full'): Promise<void> {
    const handle = this.#page.getByRole('separator', { name: this.words.common.ui.sheetHandle });
    await focusOn(handle);
    await handle.press('Home');
    for (const _ of height === 'low' ? [] : height === 'half' ? [1] : [1, 2]) await handle.press('ArrowUp');
  }

  /** Whether every button of the bar of roles is wholly on the screen. */
  async hasWholeBar(): Promise<boolean> {
    const width = this.#page.viewportSize()?.width ?? 0;
    const edges = await this.#page
      .locator('.gr-Rail button')
      .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().right));
    return edges.length > 0 && edges.every((right) => right <= width);
  }

  /** Pixels. */
  async sheetHeight(): Promise<number> {
    const box = await this.#page.locator('#panel').boundingBox();
    return Math.round(box?.height ?? 0);
  }

  /** Whether something of the page is cut off at the right, so that it would have to be moved sideways. */
  async isTooWide(): Promise<boolean> {
    return this.#page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  }

  async takesAPicture(name: string): Promise<void> {
    if (process.env.GIAP_RANH_PICTURES)
      await this.#page.screenshot({ path: `${process.env.GIAP_RANH_PICTURES}/${name}.png` });
  }

  get format(): (typeof FORMATS)['vi'] {
    return FORMATS[this.#profile.options.language ?? 'vi'];
  }
}
