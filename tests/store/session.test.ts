import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type BorderLineId,
  type BriefingId,
  CATEGORIES,
  type EditionId,
  type IncidentId,
  LEVELS,
  type PlainDate,
  type PlanId,
  POSITION_METHODS,
  type SceneId,
  STATUSES,
  type UnitCode,
} from '../../src/domain';
import { type AddressState, decodeAddress, encodeAddress } from '../../src/store/addressBar';
import { limitsOf } from '../../src/store/hotspotAddress';
import {
  CELL_SHAPES,
  CELL_STATISTICS,
  COMPARE_MODES,
  DENSITY_KERNELS,
  EXPOSURES,
  HOTSPOT_VIEWS,
  type HotspotSettings,
  RANK_OFS,
} from '../../src/store/hotspotSettings';
import { PATROL_VIEWS } from '../../src/store/patrolSettings';
import { parsePreferences, preferences, setPreference } from '../../src/store/preferences';
import { FIRST_SESSION, isSameTarget, NO_UNIT, useSession } from '../../src/store/session';

const LINE = '2018:07912-09097~2' as BorderLineId;

beforeEach(() => useSession.setState(FIRST_SESSION));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('the session', () => {
  it('sets and takes away one dimension of the filter at a time', () => {
    const { setFilter, clearFilter } = useSession.getState();
    setFilter('level', ['province']);
    setFilter('isFlagged', false);
    expect(useSession.getState().filter).toEqual({ level: ['province'], isFlagged: false });
    setFilter('level', undefined);
    expect(useSession.getState().filter).toEqual({ isFlagged: false });
    clearFilter();
    expect(useSession.getState().filter).toEqual({});
  });

  it('lets go of what belongs to the edition before when it shows another', () => {
    const { showEdition, setFilter, select } = useSession.getState();
    setFilter('line', [LINE]);
    setFilter('unit', ['07912' as UnitCode]);
    setFilter('sideUnit', ['07912' as UnitCode]);
    setFilter('category', ['theft']);
    select({ type: 'line', id: LINE });
    showEdition('2018' as EditionId);
    expect(useSession.getState().selection).toEqual({ type: 'line', id: LINE });
    showEdition('2025' as EditionId);
    expect(useSession.getState()).toMatchObject({ editionId: '2025', selection: null });
    expect(useSession.getState().filter).toEqual({ category: ['theft'] });
    select({ type: 'incident', id: 'abc' as IncidentId });
    showEdition('2018' as EditionId);
    expect(useSession.getState().selection).toEqual({ type: 'incident', id: 'abc' });
  });

  it('tells nobody of a hover over what is hovered already', () => {
    const { setHover } = useSession.getState();
    setHover({ type: 'cluster', id: 'c1' });
    const listener = vi.fn();
    const stop = useSession.subscribe(listener);
    setHover({ type: 'cluster', id: 'c1' });
    expect(listener).not.toHaveBeenCalled();
    setHover(null);
    expect(listener).toHaveBeenCalledTimes(1);
    stop();
    expect(isSameTarget({ type: 'cluster', id: 'a' }, { type: 'incident', id: 'a' as IncidentId })).toBe(false);
  });

  it('hides a layer once and shows it again', () => {
    const { showLayer } = useSession.getState();
    showLayer('rivers', false);
    showLayer('rivers', false);
    showLayer('places', false);
    expect(useSession.getState().hiddenLayers).toEqual(['rivers', 'places']);
    showLayer('rivers', true);
    expect(useSession.getState().hiddenLayers).toEqual(['places']);
  });
});

const code = fc.integer({ min: 0, max: 99_999 }).map((n) => String(n).padStart(5, '0') as UnitCode);
const lineId = fc
  .tuple(code, code, fc.option(fc.integer({ min: 2, max: 9 })))
  .map(([a, b, part]) => `2018:${a}-${b}${part === null ? '' : `~${part}`}` as BorderLineId);
const some = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.uniqueArray(value, { minLength: 1, maxLength: 3 });
const within = (key: Parameters<typeof limitsOf>[0]): fc.Arbitrary<number> => fc.integer(limitsOf(key));
const hotspots: fc.Arbitrary<HotspotSettings> = fc.record({
  view: fc.constantFrom(...HOTSPOT_VIEWS),
  kernel: fc.constantFrom(...DENSITY_KERNELS),
  bandwidthM: fc.option(within('bandwidthM')),
  cellShape: fc.constantFrom(...CELL_SHAPES),
  smoothingM: within('smoothingM'),
  cellM: within('cellM'),
  neighbourM: within('neighbourM'),
  statistic: fc.constantFrom(...CELL_STATISTICS),
  correctsMany: fc.boolean(),
  maxStretchM: within('maxStretchM'),
  replicates: within('replicates'),
  overTime: fc.boolean(),
  profileChain: within('profileChain'),
  showsHot: fc.boolean(),
  profileLines: fc.uniqueArray(lineId, { maxLength: 3 }),
  rankOf: fc.constantFrom(...RANK_OFS),
  rankedM: within('rankedM'),
  exposure: fc.constantFrom(...EXPOSURES),
  withDiscovered: fc.boolean(),
  overUncertainty: fc.boolean(),
  compare: fc.option(fc.constant({ from: '2017-01-01' as PlainDate, to: '2017-12-31' as PlainDate })),
  repeatM: within('repeatM'),
  repeatDays: within('repeatDays'),
  compareMode: fc.constantFrom(...COMPARE_MODES),
});

const address: fc.Arbitrary<AddressState> = fc.record({
  editionId: fc.constantFrom('2018' as EditionId, '2025' as EditionId),
  camera: fc.option(
    fc.record({
      lat: fc.integer({ min: -9_000_000, max: 9_000_000 }).map((n) => n / 1e5),
      lng: fc.integer({ min: -18_000_000, max: 18_000_000 }).map((n) => n / 1e5),
      zoom: fc.integer({ min: 0, max: 2_400 }).map((n) => n / 100),
      bearing: fc.integer({ min: -180, max: 180 }),
    }),
  ),
  selection: fc.option(
    fc.oneof(
      code.map((id) => ({ type: 'unit' as const, id })),
      lineId.map((id) => ({ type: 'line' as const, id })),
      fc.uuid().map((id) => ({ type: 'incident' as const, id: id as IncidentId })),
    ),
  ),
  scope: fc.constantFrom('cluster' as const, 'all' as const),
  patrols: fc.constant(FIRST_SESSION.patrols),
  briefing: fc.constant(FIRST_SESSION.briefing),
  filter: fc.record(
    {
      isFlagged: fc.boolean(),
      level: some(fc.constantFrom(...LEVELS)),
      line: some(lineId),
      sideUnit: some(code),
      stretch: some(fc.record({ line: lineId, fromM: fc.constantFrom(0, 120), toM: fc.constantFrom(120, 3_400) })),
      category: some(fc.constantFrom(...CATEGORIES)),
      kind: some(fc.constantFrom('criminal' as const, 'administrative' as const)),
      status: some(fc.constantFrom(...STATUSES)),
      discovery: some(fc.constantFrom('reported' as const, 'discovered' as const)),
      method: some(fc.constantFrom(...POSITION_METHODS)),
      handling: some(fc.oneof(code, fc.constant(NO_UNIT))),
      unit: some(code),
      occurred: fc.constantFrom({ from: '2018-01-01' as PlainDate }, { to: '2018-12-31' as PlainDate }),
      persons: fc.constantFrom({ from: 2 }, { from: 0, to: 5 }),
      distance: fc.constantFrom({ to: 250.5 }),
      text: fc.constantFrom('trộm, xe & máy', 'a+b=c#d'),
      summary: fc.constantFrom('50%'),
      caseNumber: fc.constantFrom('12/2018'),
      hour: some(fc.nat({ max: 23 })).map((hours) => hours.sort((a, b) => a - b)),
      weekday: some(fc.nat({ max: 6 })).map((days) => days.sort((a, b) => a - b)),
    },
    { requiredKeys: [] },
  ),
  hiddenLayers: fc
    .uniqueArray(fc.constantFrom('incidents', 'places', 'rivers'), { maxLength: 3 })
    .map((names) => names.sort()),
  panel: fc.constantFrom('map' as const, 'register' as const, null),
  sort: fc.record({
    key: fc.constantFrom('occurred' as const, 'distance' as const, 'line' as const),
    descending: fc.boolean(),
  }),
  hotspots: fc.constant(FIRST_SESSION.hotspots),
});

describe('the address', () => {
  it('says all that is shown, so that a link shows the same', () => {
    fc.assert(
      fc.property(address, (state) => {
        const read = { ...FIRST_SESSION, ...decodeAddress(`#${encodeAddress(state)}`) };
        expect(read).toMatchObject(state);
        expect(read.filter).toEqual(state.filter);
      }),
    );
  });

  it('says which part of patrolling is looked at while it is', () => {
    for (const view of PATROL_VIEWS) {
      const state = {
        ...FIRST_SESSION,
        panel: 'patrols' as const,
        patrols: { ...FIRST_SESSION.patrols, view },
      };
      expect(decodeAddress(`#${encodeAddress(state)}`).patrols).toEqual(state.patrols);
      expect(encodeAddress({ ...state, panel: 'map' })).not.toContain('patrol');
    }
    expect(decodeAddress('#panel=patrols&patrol=nothing').patrols).toBeUndefined();
  });

  it('says which plan and day of patrols is looked at, and whether gaps are', () => {
    const patrols = { ...FIRST_SESSION.patrols, view: 'plan' as const };
    for (const set of [
      { planId: 'plan-1' as PlanId, day: '2026-12-01' as PlainDate },
      { planId: 'new' as const },
      { showsGaps: true },
    ]) {
      const state = { ...FIRST_SESSION, panel: 'patrols' as const, patrols: { ...patrols, ...set } };
      expect(decodeAddress(`#${encodeAddress(state)}`).patrols).toEqual(state.patrols);
    }
    expect(decodeAddress('#patrol=plan&plan=a/b&day=2026-02-30&gaps=maybe').patrols).toEqual(patrols);
  });

  it('says which scene is open or shown, but never that single incidents may be seen', () => {
    for (const show of ['off', 'on', 'question'] as const) {
      const briefing = {
        ...FIRST_SESSION.briefing,
        briefingId: '018f-1' as BriefingId,
        sceneId: '018f-2' as SceneId,
        show,
      };
      const hash = encodeAddress({
        ...FIRST_SESSION,
        panel: 'briefing',
        briefing: { ...briefing, showsInternal: true },
      });
      expect(decodeAddress(`#${hash}`)).toMatchObject({ panel: 'briefing', briefing });
      expect(encodeAddress({ ...FIRST_SESSION, briefing })).not.toContain('scene');
    }
    expect(decodeAddress('#panel=briefing&scene=%3Cb%3E&show=maybe').briefing).toBeUndefined();
  });

  it('says how hotspots are looked at while they are', () => {
    fc.assert(
      fc.property(hotspots, (settings) => {
        const state = { ...FIRST_SESSION, panel: 'hotspots' as const, hotspots: settings };
        expect(decodeAddress(`#${encodeAddress(state)}`).hotspots).toEqual(settings);
        expect(encodeAddress({ ...state, panel: 'map' })).not.toContain('hot=');
      }),
    );
  });

  it('reads well', () => {
    const state = { ...FIRST_SESSION, camera: { lat: 21.3, lng: 105.4, zoom: 12.5, bearing: 0 } };
    expect(encodeAddress({ ...state, selection: { type: 'line', id: LINE } })).toBe(
      'edition=2018&view=21.30000,105.40000,12.50&line=2018:07912-09097~2&panel=map',
    );
  });

  it('never says what the register holds: a layer of the user is left out', () => {
    const selection = { type: 'layer', layerId: 'secret' as never, id: '1' } as const;
    expect(encodeAddress({ ...FIRST_SESSION, selection })).not.toContain('secret');
  });

  it.each([
    '',
    '#',
    '#=',
    '#&&&',
    '#edition=19999',
    '#view=1,2',
    '#view=a,b,c',
    '#view=91,0,3',
    '#view=1,2,3,4,5',
    '#view=1e9,2,3',
    '#unit=7909',
    '#line=2018',
    '#incident=%3Cscript%3E',
    '#flagged=maybe',
    '#level=street',
    '#category=belief',
    '#persons=2',
    '#persons=..',
    '#persons=-1..2',
    '#occurred=2018-13-45..',
    '#handledBy=nobody',
    '#find=%20',
    '#sort=name',
    '#panel=x',
    '#%E0%A4%A',
  ])('makes nothing of %s', (hash) => {
    expect(decodeAddress(hash)).toEqual({});
  });

  it('keeps what it understands beside what it does not', () => {
    expect(decodeAddress('#edition=2025&view=x&level=district&hide=rivers,<b>,places&zzz=1')).toEqual({
      editionId: '2025',
      filter: { level: ['district'] },
      hiddenLayers: ['rivers', 'places'],
    });
  });
});

describe('preferences', () => {
  it('keeps what is right of what was stored', () => {
    expect(
      parsePreferences('{"theme":"dark","language":"fr","welcomeSeen":true,"lastBackupOn":"2026-01-02","x":1}'),
    ).toEqual({
      theme: 'dark',
      language: 'vi',
      welcomeSeen: true,
      singleKeys: true,
      lastBackupOn: '2026-01-02',
      tableColumns: null,
      columnWidths: {},
    });
    expect(parsePreferences('{"columnWidths":{"summary":400}}').columnWidths).toEqual({ summary: 400 });
    for (const widths of ['[1]', 'null', '{"summary":"wide"}', '{"summary":-1}', '{"summary":1e9}'])
      expect(parsePreferences(`{"columnWidths":${widths}}`).columnWidths).toEqual({});
  });

  it.each([null, '', '{', '[]', '7', 'null', '{"theme":7}', '{"__proto__":{"theme":"dark"}}'])(
    'takes %s for nothing',
    (text) => {
      expect(parsePreferences(text)).toMatchObject({
        theme: 'system',
        language: 'vi',
        welcomeSeen: false,
        lastBackupOn: null,
      });
    },
  );

  it('is stored when set, and holds for the page where nothing can be stored', () => {
    const setItem = vi.fn();
    vi.stubGlobal('localStorage', { setItem });
    setPreference('theme', 'dark');
    expect(JSON.parse(setItem.mock.calls[0]?.[1])).toMatchObject({ theme: 'dark' });
    vi.stubGlobal('localStorage', {
      setItem: () => {
        throw new DOMException('off', 'SecurityError');
      },
    });
    setPreference('theme', 'light');
    expect(preferences.getState().theme).toBe('light');
  });
});
