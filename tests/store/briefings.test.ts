import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { addBriefing, removeBriefing, reorderScenes } from '../../src/commands';
import {
  BRIEFING_LIMITS,
  type IncidentId,
  type LayerId,
  SCENE_ASIDES,
  type Scene,
  type UnitCode,
} from '../../src/domain';
import { readBriefingFile, writeBriefingFile } from '../../src/store';
import { FIRST_SESSION, hidesSingles, useSession } from '../../src/store/session';
import { briefing, scene, scenes } from '../support/briefings';
import { added, nextId, openTestStore, problemIn, valueIn } from './support';

const kept = { layers: ['layer-1' as LayerId], aside: 'charts' as const, notes: 'Dài\nhai dòng' };

describe('briefings in the register', () => {
  it('are written, moved, removed, undone, and travel in a journal to another device', async () => {
    const store = await openTestStore();
    const made = addBriefing(
      { briefings: [] },
      { briefing: briefing(1), scenes: [scene(1), scene(2, kept), scene(3)] },
    );
    valueIn(await store.commit(valueIn(made), { command: 'importBriefing' }));
    const ids = [scene(3).id, scene(1).id, scene(2).id];
    const known = store.scenes.getSnapshot();
    valueIn(
      await store.commit(valueIn(reorderScenes({ scenes: known }, { briefingId: briefing(1).id, ids })), {
        command: 'reorderScenes',
      }),
    );
    expect(store.scenes.getSnapshot().map(({ id }) => id)).toEqual(ids);
    valueIn(await store.undo());
    expect(store.scenes.getSnapshot().map(({ id }) => id)).toEqual(scenes(3).map(({ id }) => id));
    valueIn(await store.redo());
    const rows = { briefings: store.briefings.getSnapshot(), scenes: store.scenes.getSnapshot() };
    valueIn(await store.commit(valueIn(removeBriefing(rows, briefing(1).id)), { command: 'removeBriefing' }));
    expect([store.briefings.getSnapshot(), store.scenes.getSnapshot()]).toEqual([[], []]);
    valueIn(await store.undo());
    expect(store.scenes.getSnapshot().find(({ id }) => id === scene(2).id)).toMatchObject(kept);

    const other = await openTestStore();
    valueIn(await other.importJournal(valueIn(await store.exportJournal())));
    for (const table of ['briefings', 'scenes'] as const)
      expect(other[table].getSnapshot(), table).toEqual(store[table].getSnapshot());
  });

  it.each([
    ['a name', { briefings: added(briefing(1, { name: '' })) }],
    ['a view that is too long', { scenes: added(scene(1, { view: 'x'.repeat(BRIEFING_LIMITS.view + 1) })) }],
    ['an aside that is not there', { scenes: added(scene(1, { aside: 'film' as never })) }],
    ['an order', { scenes: added(scene(1, { order: Number.POSITIVE_INFINITY })) }],
  ])('do not come from another device without or with %s', async (_what, changes) => {
    const store = await openTestStore();
    const from = await openTestStore();
    valueIn(await from.commit(changes, { command: 'x' }));
    problemIn(await store.importJournal(valueIn(await from.exportJournal())));
    expect([store.briefings.getSnapshot(), store.scenes.getSnapshot()]).toEqual([[], []]);
  });
});

describe('a briefing as a file', () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 60 });
  const anyScene: fc.Arbitrary<Scene> = fc
    .record({
      title: words,
      text: words,
      notes: words,
      view: words,
      layers: fc.option(fc.uniqueArray(fc.constantFrom('a' as LayerId, 'b' as LayerId))),
      aside: fc.constantFrom(...SCENE_ASIDES),
    })
    .map((set) => scene(1, set));

  it('says the same again when it is read, under ids of its own', () => {
    fc.assert(
      fc.property(fc.array(anyScene, { maxLength: 4 }), (rows) => {
        const read = valueIn(readBriefingFile(writeBriefingFile(briefing(1), rows), nextId));
        expect(read.briefing).toEqual({ ...briefing(1), id: read.briefing.id });
        expect(read.scenes).toEqual(
          rows.map((row, i) => ({ ...row, id: read.scenes[i]?.id, briefingId: read.briefing.id, order: i + 1 })),
        );
        const ids = [read.briefing.id, ...read.scenes.map(({ id }) => id)];
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids).not.toContain(briefing(1).id);
      }),
    );
  });

  it('says nothing of ids and revisions of the register that it comes from', () => {
    const text = writeBriefingFile(briefing(1, { rev: 41 }), [scene(1, { rev: 42 })]);
    for (const inner of ['briefing-1', 'scene-001', '41', '42', '"rev"']) expect(text).not.toContain(inner);
  });

  const file = (changes: (json: { version: unknown; briefing: object; scenes: unknown[] }) => void): string => {
    const json = JSON.parse(writeBriefingFile(briefing(1), scenes(3)));
    changes(json);
    return JSON.stringify(json);
  };
  const reasonOf = (text: string) => problemIn(readBriefingFile(text, nextId));

  it.each([
    ['notText', 'PK\u0003\u0004'],
    ['notText', ''],
    ['notBriefing', '[]'],
    ['notBriefing', 'null'],
    ['notBriefing', '{"type":"FeatureCollection","features":[]}'],
    ['notBriefing', '{"format":"giap-ranh-briefing"}'],
  ])('is refused as %s: %s', (reason, text) => {
    expect(reasonOf(text)).toEqual({ kind: 'invalidBriefingFile', reason, scene: null });
  });

  it('of a newer program is told as such, and a damaged one by the scene that is', () => {
    const wrong = (reason: string, at: number | null = null) => ({ kind: 'invalidBriefingFile', reason, scene: at });
    expect(reasonOf(file((json) => Object.assign(json, { version: 2 })))).toEqual(wrong('newer'));
    expect(reasonOf(file((json) => Object.assign(json.briefing, { from: '2018-13-01' })))).toEqual(wrong('damaged'));
    expect(reasonOf(file((json) => Object.assign(json.briefing, { secret: 1 })))).toEqual(wrong('damaged'));
    for (const bad of [null, 'x', 7, [], {}, { ...scene(2), aside: 'film' }, { ...scene(2), title: 4 }])
      expect(reasonOf(file((json) => json.scenes.splice(1, 1, bad))), JSON.stringify(bad)).toEqual(wrong('damaged', 2));
  });
});

describe('the session before an audience', () => {
  beforeEach(() => useSession.setState(FIRST_SESSION));
  const incident = { type: 'incident', id: '018f1111-0000' as IncidentId } as const;
  const unit = { type: 'unit', id: '07912' as UnitCode } as const;
  const present = (showsInternal = false): void => {
    const { openPanel, setBriefing } = useSession.getState();
    openPanel('briefing');
    setBriefing({ show: 'on', showsInternal });
  };

  it('lets go of a single incident, and takes none, unless the officer says so', () => {
    const { select, setHover, restore, setBriefing } = useSession.getState();
    select(incident);
    present();
    expect(useSession.getState().selection).toBeNull();
    select(incident);
    setHover(incident);
    expect(useSession.getState()).toMatchObject({ selection: null, hover: null });
    restore({ selection: incident });
    expect(useSession.getState().selection).toBeNull();
    setBriefing({ show: 'question' });
    select(incident);
    expect(useSession.getState().selection).toBeNull();
    select(unit);
    expect(useSession.getState().selection).toEqual(unit);
    setBriefing({ showsInternal: true });
    select(incident);
    expect(useSession.getState().selection).toEqual(incident);
  });

  it('stays in its panel, and has ended in any other', () => {
    present();
    useSession.getState().openPanel(null);
    expect(useSession.getState()).toMatchObject({ panel: 'briefing', briefing: { show: 'on' } });
    useSession.getState().openPanel('register');
    expect(useSession.getState().briefing.show).toBe('off');
    expect(hidesSingles(useSession.getState())).toBe(false);
    present();
    useSession.getState().restore({ panel: 'map' });
    expect(useSession.getState().briefing.show).toBe('off');
  });

  it('hide single incidents also while scenes are taken for a file, unless the officer says so', () => {
    useSession.getState().restore(FIRST_SESSION);
    expect(hidesSingles(useSession.getState())).toBe(false);
    useSession.getState().setBriefing({ isTaken: true });
    expect(hidesSingles(useSession.getState())).toBe(true);
    useSession.getState().setBriefing({ showsInternal: true });
    expect(hidesSingles(useSession.getState())).toBe(false);
  });

  it('has what was on screen before, and gives the layers of a scene back', () => {
    const { openPanel, restore, setBriefing } = useSession.getState();
    openPanel('hotspots');
    openPanel('briefing');
    expect(useSession.getState().briefing).toMatchObject({ scenePanel: 'hotspots', sceneId: null });
    restore({ sceneLayers: [] });
    setBriefing({ sceneId: scene(1).id });
    openPanel(null);
    openPanel('briefing');
    expect(useSession.getState()).toMatchObject({ sceneLayers: [], briefing: { sceneId: scene(1).id } });
    openPanel('map');
    expect(useSession.getState().sceneLayers).toBeNull();
  });
});
