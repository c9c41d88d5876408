import type { Locator, Page } from 'playwright';
import { briefingWords } from '../../../src/i18n/briefingWords.ts';
import { auditPage } from './audit.ts';
import { focusOn } from './focus.ts';
import { readDownload } from './importing.ts';
import { textNow } from './textNow.ts';

type BriefingPhrases = (typeof briefingWords)['vi'];
type Field = 'title' | 'text' | 'notes';

type Changing = typeof window & { __changedMs?: Promise<number> };

/** The window with the speaker's notes. */
export class NotesWindow {
  readonly #page: Page;
  readonly #words: BriefingPhrases;

  constructor(page: Page, words: BriefingPhrases) {
    this.#page = page;
    this.#words = words;
  }

  async text(): Promise<string> {
    return this.#page.locator('.gr-Speaker').innerText();
  }

  async part(name: 'now' | 'upcoming' | 'notes'): Promise<string | null> {
    const label = name === 'notes' ? this.#words.notes : this.#words.speaker[name];
    return textNow(this.#page.getByRole('region', { name: label, exact: true }));
  }

  /** Seconds that are told to have gone by. */
  async seconds(): Promise<number> {
    const [, minutes = '', seconds = ''] = /(\d\d):(\d\d)\s*$/.exec(
      await this.#page.locator('.gr-Speaker-clock p').last().innerText(),
    ) ?? [''];
    return Number(minutes) * 60 + Number(seconds);
  }

  async presses(name: string): Promise<void> {
    await this.#page.getByRole('button', { name, exact: true }).click();
  }

  async audits(): Promise<string[]> {
    return auditPage(this.#page);
  }

  async closes(): Promise<void> {
    await this.#page.close();
  }
}

/** The page of briefings, and what of them is on the projector. */
export class Briefings {
  readonly #page: Page;
  readonly words: BriefingPhrases;

  constructor(page: Page, language: 'vi' | 'en') {
    this.#page = page;
    this.words = briefingWords[language];
  }

  get #panel(): Locator {
    return this.#page.locator('#panel');
  }

  async presses(name: string): Promise<void> {
    await this.#page.getByRole('button', { name, exact: true }).click();
  }

  /** Makes an empty briefing of that name. */
  async makes(name: string): Promise<void> {
    await this.presses(this.words.blank);
    const dialog = this.#page.getByRole('dialog');
    await dialog.getByLabel(this.words.name, { exact: true }).fill(name);
    await dialog.getByRole('button', { name: this.words.make, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  /** Asks for a briefing from the data; its days are those of the last incident's year. */
  async asksForDraft(): Promise<void> {
    await this.presses(this.words.prepare);
    await this.#page.getByRole('dialog').waitFor();
  }

  async draftFrom(): Promise<string> {
    return this.#page.getByRole('dialog').getByLabel(this.words.from, { exact: true }).inputValue();
  }

  async preparesDraft(): Promise<void> {
    await this.#page.getByRole('dialog').getByRole('button', { name: this.words.make, exact: true }).click();
  }

  async name(): Promise<string> {
    return this.#panel.locator('.gr-Briefing-head .gr-Select button').innerText();
  }

  async choosesInMenu(entry: string): Promise<void> {
    await this.presses(this.words.more);
    await this.#page.getByRole('menuitem', { name: entry }).click();
  }

  /** Titles of the scenes in their order. */
  async scenes(): Promise<string[]> {
    return this.#panel.locator('.gr-Scene-title').allInnerTexts();
  }

  async openScene(): Promise<string | null> {
    return textNow(this.#panel.locator('.gr-Scene-open[aria-current] .gr-Scene-title'));
  }

  #scene(number: number): Locator {
    return this.#panel.locator('.gr-Scene').nth(number - 1);
  }

  async opensScene(number: number): Promise<void> {
    await this.#scene(number).locator('.gr-Scene-open').click();
  }

  /** Moves a scene by Alt and an arrow. */
  async movesByKey(number: number, key: 'ArrowUp' | 'ArrowDown'): Promise<void> {
    const row = this.#scene(number).locator('.gr-Scene-open');
    await focusOn(row);
    await row.press(`Alt+${key}`);
  }

  async choosesForScene(number: number, entry: string): Promise<void> {
    await this.#scene(number).locator('.gr-IconButton').click();
    await this.#page.getByRole('menuitem', { name: entry, exact: true }).click();
  }

  #field(field: Field): Locator {
    return this.#panel.locator('.gr-SceneForm').getByLabel(this.words[field], { exact: true });
  }

  /** Types into a field of the scene, and leaves it. */
  async types(field: Field, text: string): Promise<void> {
    await this.#field(field).fill(text);
    await this.#field(field).press('Tab');
  }

  async written(field: Field): Promise<string> {
    return this.#field(field).inputValue();
  }

  async choosesAside(aside: keyof BriefingPhrases['asides']): Promise<void> {
    await this.#panel.locator('.gr-SceneForm .gr-Select button').click();
    await this.#page.getByRole('option', { name: this.words.asides[aside], exact: true }).click();
  }

  async switchesSingles(): Promise<void> {
    await this.#panel.getByText(this.words.internal, { exact: true }).click();
  }

  /** Saves the briefing and gives what the file says. */
  async savesFile(): Promise<string> {
    const [download] = await Promise.all([this.#page.waitForEvent('download'), this.choosesInMenu(this.words.export)]);
    return (await readDownload(download)).text;
  }

  async opensFile(text: string): Promise<void> {
    const file = { name: 'bai.giapranh.json', mimeType: 'application/json', buffer: Buffer.from(text) };
    await this.#panel.locator('input[data-file=briefing]').setInputFiles(file);
  }

  // presenting

  /** What the audience reads; null: nothing is presented. */
  async shown(): Promise<string | null> {
    return textNow(this.#page.locator('.gr-Present-words'));
  }

  /** "2/3": the scene that is shown, and how many there are. */
  async place(): Promise<string | null> {
    return textNow(this.#page.locator('.gr-Present-bar .gr-Button:not(.gr-IconButton)'));
  }

  /** Whether something that a scene shows is still being reckoned, on screen or out of sight. */
  async isWorking(): Promise<boolean> {
    return (await this.#page.locator('.gr-Progress').count()) > 0;
  }

  /** Presses a key and gives after how many milliseconds the frame began in which the words of another scene are painted. */
  async changesWithinMs(key: string): Promise<number> {
    await this.#page.evaluate(() => {
      const words = document.querySelector('.gr-Present-words');
      let pressedMs = 0;
      window.addEventListener('keydown', ({ timeStamp }) => (pressedMs = timeStamp), { capture: true, once: true });
      (window as Changing).__changedMs = new Promise((resolve) => {
        const watch = new MutationObserver(() => {
          watch.disconnect();
          requestAnimationFrame(() => resolve(performance.now() - pressedMs));
        });
        if (words) watch.observe(words, { childList: true, subtree: true, characterData: true });
      });
    });
    await this.#page.keyboard.press(key);
    return this.#page.evaluate(() => (window as Changing).__changedMs ?? 0);
  }

  async status(): Promise<string | null> {
    return textNow(this.#page.locator('.gr-Present-bar [role=status]'));
  }

  async isBlank(): Promise<boolean> {
    return this.#page.locator('.gr-Present-blank').isVisible();
  }

  async hasLaser(): Promise<boolean> {
    return this.#page.locator('.gr-Laser').isVisible();
  }

  async hasQuestion(): Promise<boolean> {
    return this.#page.locator('.gr-QuestionBar').isVisible();
  }

  async movesPointer(x: number, y: number): Promise<void> {
    await this.#page.mouse.move(x, y);
  }

  /** Opens the window with notes by its key. */
  async opensNotes(): Promise<NotesWindow> {
    const [opened] = await Promise.all([this.#page.context().waitForEvent('page'), this.#page.keyboard.press('n')]);
    return new NotesWindow(opened, this.words);
  }

  /** Least size of a letter of what the audience reads, as a share of the width of the screen. */
  async letterShare(): Promise<number> {
    return this.#page
      .locator('.gr-Present-words')
      .evaluate((words) => Number.parseFloat(getComputedStyle(words).fontSize) / window.innerWidth);
  }
}
