import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Clerk } from './driver.ts';
import { eventually } from './eventually.ts';
import { sampleIncidents } from './kernel.ts';

const HOT = '#edition=2018&panel=hotspots&hot=density&category=theft';
/** Close enough that no other incident is drawn into the same mark. */
const ZOOM = 17;
const [INCIDENT] = sampleIncidents();
const PLACE = { lng: INCIDENT!.lng!, lat: INCIDENT!.lat! };
const NEAR = `#edition=2018&view=${PLACE.lat.toFixed(5)},${PLACE.lng.toFixed(5)},${ZOOM}.00&panel=map`;
/** Only what is said of a single incident has a day and a time. */
const WHEN = /\d\d\/\d\d\/\d{4} \d\d:\d\d/;
const LEAST_LETTER = 0.019;

const HAND_MS = 1000;

describe('a briefing', () => {
  let clerk: Clerk;
  let density = '';
  let copy = '';
  const scenes = () => clerk.briefings.scenes();
  const place = () => clerk.briefings.place();
  const toasts = async (): Promise<string> => (await clerk.messages()).join('\n');
  const presentsFrom = async (number: number): Promise<void> => {
    await clerk.briefings.opensScene(number);
    await clerk.briefings.presses(clerk.briefings.words.present);
    await eventually(place).toBe(`${number}/3`);
  };
  const stops = async (): Promise<void> => {
    await clerk.presses('Escape');
    await eventually(() => clerk.briefings.shown()).toBeNull();
    await eventually(() => clerk.address).not.toContain('show=');
  };
  beforeAll(async () => {
    clerk = await Clerk.sitsDown();
    density = clerk.hotspots.words.views.density;
    copy = clerk.briefings.words.copyOf(density);
    await clerk.opens();
  });
  afterAll(async () => {
    expect(await clerk.leaves()).toEqual([]);
  });

  it('has no scenes at first, and says how it gets some', async () => {
    const { words } = clerk.briefings;
    await clerk.choosesRole('briefing');
    await eventually(() => clerk.panel.text()).toContain(words.none);
    expect(await clerk.audits()).toEqual([]);
    await clerk.briefings.presses(words.blank);
    await eventually(() => clerk.dialogTitle()).toBe(words.blank);
    expect(await clerk.audits()).toEqual([]);
    await clerk.presses('Escape');
    await eventually(() => clerk.dialogTitle()).toBeNull();
  });

  it('gets a scene by one key from what is on the screen, in any panel, with the filter', async () => {
    const { words } = clerk.briefings;
    await clerk.goesTo(HOT);
    await eventually(() => clerk.hotspots.isDone()).toBe(true);
    await clerk.presses('c');
    await eventually(toasts).toContain(words.sceneAdded('1', '').replace(/ “.*/, ''));
    await clerk.goesTo(NEAR);
    await eventually(() => clerk.panel.filters()).toEqual([]);
    await eventually(() => clerk.address).toContain(`,${ZOOM}.00`);
    await clerk.presses('c');
    await eventually(toasts).toContain(words.sceneAdded('2', '').replace(/ “.*/, ''));
    await clerk.presses('b');
    await eventually(scenes).toEqual([density, words.untitled]);
    await clerk.briefings.opensScene(1);
    await eventually(() => clerk.address).toContain('category=theft');
  });

  it('has its scenes moved by keys and by their menu, doubled and taken back', async () => {
    const { words } = clerk.briefings;
    await clerk.briefings.movesByKey(1, 'ArrowDown');
    await eventually(scenes).toEqual([words.untitled, density]);
    expect(await clerk.focused()).toContain(density);
    await clerk.presses('Control+z');
    await eventually(scenes).toEqual([density, words.untitled]);
    await clerk.briefings.choosesForScene(2, words.up);
    await eventually(scenes).toEqual([words.untitled, density]);
    await clerk.briefings.choosesForScene(1, words.down);
    await eventually(scenes).toEqual([density, words.untitled]);
    await clerk.briefings.choosesForScene(1, words.duplicate);
    await eventually(scenes).toEqual([density, copy, words.untitled]);
  });

  it('keeps what is written to a scene, each field a step, over a reload', async () => {
    await clerk.briefings.opensScene(3);
    await clerk.briefings.types('title', 'Bồ Sao');
    await clerk.briefings.types('text', 'Ý một\nÝ hai');
    await clerk.briefings.types('notes', 'Chỉ người nói đọc');
    await eventually(scenes).toEqual([density, copy, 'Bồ Sao']);
    await clerk.briefings.opensScene(3);
    // No hand goes from one key to the next as fast as this; that notes are stored is said nowhere.
    await new Promise((resolve) => setTimeout(resolve, HAND_MS));
    await clerk.presses('Control+z');
    await eventually(() => clerk.briefings.written('notes')).toBe('');
    await clerk.presses('Control+y');
    await eventually(() => clerk.briefings.written('notes')).toBe('Chỉ người nói đọc');
    await eventually(() => clerk.address).toMatch(/scene=/);
    await clerk.reloads();
    await eventually(scenes).toEqual([density, copy, 'Bồ Sao']);
    await eventually(() => clerk.briefings.openScene()).toBe('Bồ Sao');
    expect(await clerk.briefings.written('text')).toBe('Ý một\nÝ hai');
    expect(await clerk.audits()).toEqual([]);
  });

  it('is saved as one file and opened from it beside the one that is here; a damaged one is told', async () => {
    const { words } = clerk.briefings;
    const name = await clerk.briefings.name();
    const file = await clerk.briefings.savesFile();
    await clerk.briefings.opensFile(file);
    await eventually(() => clerk.briefings.name()).toContain('(2)');
    await eventually(scenes).toEqual([density, copy, 'Bồ Sao']);
    await clerk.briefings.opensScene(1);
    await eventually(() => clerk.address).toContain('category=theft');
    await clerk.briefings.choosesInMenu(words.remove);
    await eventually(() => clerk.briefings.name()).toBe(name);
    const damaged = JSON.parse(file);
    damaged.scenes[1].aside = 'film';
    await clerk.briefings.opensFile(JSON.stringify(damaged));
    const problem = { kind: 'invalidBriefingFile', reason: 'damaged', scene: 2 } as const;
    await eventually(toasts).toContain(clerk.words.problems.invalidBriefingFile(problem).title);
    await eventually(toasts).toContain('2');
  });

  it('is presented by keys: on, to a number, blank, held, with a dot', async () => {
    const { words } = clerk.briefings;
    await presentsFrom(1);
    expect(await clerk.briefings.shown()).toContain(density);
    expect(await clerk.briefings.status()).toBe(words.hiddenIncidents);
    expect(await clerk.audits()).toEqual([]);
    await clerk.presses('PageDown');
    await eventually(place).toBe('2/3');
    await clerk.presses('3');
    await clerk.presses('Enter');
    await eventually(() => clerk.briefings.shown()).toContain('Ý hai');
    expect(await clerk.briefings.shown()).not.toContain('Chỉ người nói đọc');
    expect(await clerk.briefings.letterShare()).toBeGreaterThan(LEAST_LETTER);
    await clerk.presses('Home');
    await eventually(place).toBe('1/3');
    await clerk.presses('b');
    await eventually(() => clerk.briefings.isBlank()).toBe(true);
    await clerk.presses('b');
    await eventually(() => clerk.briefings.isBlank()).toBe(false);
    await clerk.presses('f');
    await clerk.presses('PageDown');
    await eventually(() => clerk.briefings.status()).toBe(words.frozenAt('2'));
    expect(await place()).toBe('1/3');
    await clerk.presses('f');
    await eventually(place).toBe('2/3');
    await clerk.presses('l');
    await clerk.briefings.movesPointer(700, 300);
    await eventually(() => clerk.briefings.hasLaser()).toBe(true);
    await clerk.presses('l');
    await eventually(() => clerk.briefings.hasLaser()).toBe(false);
  });

  it('lets no other key act while it is presented', async () => {
    for (const key of ['h', 't', 'c', 'Control+k', 'Control+z', '?', 'PageUp']) await clerk.presses(key);
    await eventually(place).toBe('1/3');
    expect(clerk.address).toContain('panel=briefing');
    expect(await clerk.dialogTitle()).toBeNull();
  });

  it('is left for a question, and comes back to the scene as it was', async () => {
    const { words } = clerk.briefings;
    await clerk.presses('q');
    await eventually(() => clerk.briefings.hasQuestion()).toBe(true);
    const [kind = ''] = Object.keys(await clerk.panel.counts('kind'));
    await clerk.panel.filtersBy('kind', kind);
    await eventually(() => clerk.address).toContain('kind=');
    expect(await clerk.audits()).toEqual([]);
    for (const key of ['h', 't', 'Control+k']) await clerk.presses(key);
    expect(await clerk.briefings.hasQuestion()).toBe(true);
    await clerk.briefings.presses(words.backToScene);
    await eventually(place).toBe('1/3');
    await eventually(() => clerk.address).not.toContain('kind=');
    expect(clerk.address).toContain('category=theft');
  });

  it('is at the same scene after a reload', async () => {
    await clerk.presses('End');
    await eventually(place).toBe('3/3');
    await eventually(() => clerk.address).toContain(`,${ZOOM}.00`);
    await clerk.reloads();
    await eventually(place).toBe('3/3');
    await stops();
    await eventually(() => clerk.briefings.openScene()).toBe('Bồ Sao');
  });

  it('shows its speaker notes, what comes and the time in a window of its own, which moves it on', async () => {
    const { words } = clerk.briefings;
    await presentsFrom(2);
    const notes = await clerk.briefings.opensNotes();
    await eventually(() => notes.part('now')).toContain(copy);
    await eventually(() => notes.part('upcoming')).toContain('Bồ Sao');
    await eventually(() => notes.seconds()).toBeGreaterThan(0);
    expect(await notes.audits()).toEqual([]);
    await notes.presses(words.next);
    await eventually(place).toBe('3/3');
    await eventually(() => notes.part('notes')).toContain('Chỉ người nói đọc');
    await eventually(() => notes.part('upcoming')).toContain(words.speaker.last);
    await clerk.comesToTheFront();
    await stops();
    await eventually(() => notes.text()).toContain(words.speaker.ended);
    await notes.closes();
  });

  it('shows no single incident to an audience, unless the officer says so', async () => {
    const occurred = async (): Promise<string | undefined> =>
      (await clerk.panel.facts())[clerk.words.incidents.occurred];
    const pointed = async (): Promise<string | null> => {
      await clerk.map.pointsAt(PLACE);
      return clerk.map.hoverText();
    };
    await clerk.briefings.switchesSingles();
    await presentsFrom(3);
    await eventually(pointed).toMatch(WHEN);
    await clerk.map.pressesAt(PLACE);
    await clerk.presses('q');
    await eventually(occurred).toBeTruthy();
    await clerk.briefings.presses(clerk.briefings.words.backToScene);
    await eventually(place).toBe('3/3');
    await stops();
    await clerk.briefings.switchesSingles();
    await presentsFrom(3);
    await eventually(async () => {
      const text = await pointed();
      return text !== null && !WHEN.test(text);
    }).toBe(true);
    await clerk.map.pressesAt(PLACE);
    await clerk.presses('q');
    await eventually(() => clerk.briefings.hasQuestion()).toBe(true);
    await eventually(() => clerk.address).toMatch(/unit=/);
    expect(await occurred()).toBeUndefined();
    await clerk.presses('Escape');
    await clerk.presses('Escape');
    await eventually(place).toBe('3/3');
    await stops();
  });

  it('is presented without the network, notes and all', async () => {
    await clerk.isKeptForOffline();
    await clerk.losesTheNetwork();
    await clerk.reloads();
    await presentsFrom(1);
    await eventually(() => clerk.map.countColours()).toBeGreaterThan(20);
    const notes = await clerk.briefings.opensNotes();
    await eventually(() => notes.part('now')).toContain(density);
    await notes.closes();
    await clerk.regainsTheNetwork();
  });

  it('ends where it is taken away in another tab, and goes on where only a scene is', async () => {
    const { words } = clerk.briefings;
    const other = await clerk.opensAnotherTab('#panel=briefing');
    await eventually(() => other.briefings.scenes()).toHaveLength(3);
    await other.briefings.choosesForScene(1, words.removeScene);
    await eventually(() => other.briefings.scenes()).toHaveLength(2);
    await clerk.comesToTheFront();
    await eventually(place).toBe('1/2');
    await eventually(() => clerk.briefings.shown()).toContain(copy);
    await other.comesToTheFront();
    await other.briefings.choosesInMenu(words.remove);
    await eventually(() => other.panel.text()).toContain(words.none);
    await other.closesTab();
    await clerk.comesToTheFront();
    await eventually(() => clerk.briefings.shown()).toBeNull();
    await eventually(() => clerk.panel.text()).toContain(words.none);
  });
});
