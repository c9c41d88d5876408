import { createRequire } from 'node:module';
import type { StyleSpecification } from 'maplibre-gl';
import { describe, expect, it } from 'vitest';
import { EMPTY, SOURCE_IDS, USER_SOURCE_OPTIONS } from '../../src/map/sources';
import { buildStyle, layersOf } from '../../src/map/style';
import type { StyleState } from '../../src/map/styleState';
import { MAP_LAYER_GROUPS, type MapLayerGroup } from '../../src/map/types';
import { allVisible, styleState } from './styleState';

/** The validator of the very MapLibre that draws. */
const requireFromMapLibre = createRequire(new URL('../../node_modules/maplibre-gl/package.json', import.meta.url));
const { validateStyleMin } = requireFromMapLibre('@maplibre/maplibre-gl-style-spec') as {
  validateStyleMin: (style: StyleSpecification) => readonly { readonly message: string }[];
};

const FONTS = { medium: 'https://example.test/medium.woff2', semibold: 'https://example.test/semibold.woff2' };

function wholeStyle(state: StyleState): StyleSpecification {
  const style = buildStyle(state, FONTS);
  const own = state.userLayers.map(({ id }) => [
    `user:${id}`,
    { type: 'geojson' as const, data: EMPTY, ...USER_SOURCE_OPTIONS },
  ]);
  return { ...style, sources: { ...style.sources, ...Object.fromEntries(own) }, layers: layersOf(state) };
}

const bands = { commune: 500, district: 1000, province: 1500 };

describe('the style', () => {
  it.each([
    ['light', styleState()],
    ['dark', styleState({ theme: 'dark' })],
    ['with moving bands', styleState({ zoneBands: bands })],
    ['with everything hidden', styleState({ visible: hideAll() })],
  ])('is valid: %s', (_, state) => {
    expect(validateStyleMin(wholeStyle(state)).map(({ message }) => message)).toEqual([]);
  });

  it('would not be called valid if it were not', () => {
    const style = wholeStyle(styleState());
    const broken = { ...style, layers: [{ id: 'x', type: 'fill', source: 'nowhere', paint: { 'fill-color': 1 } }] };
    expect(validateStyleMin(broken as unknown as StyleSpecification).length).toBeGreaterThan(0);
  });

  it('names no tiles, no glyph server and no sprite', () => {
    const style = wholeStyle(styleState());
    expect(style.glyphs).toBeUndefined();
    expect(style.sprite).toBeUndefined();
    expect([...new Set(Object.values(style.sources).map(({ type }) => type))]).toEqual(['geojson']);
  });

  it('draws every source, and from no other', () => {
    const used = new Set(layersOf(styleState({ zoneBands: bands })).flatMap((layer) => sourceOf(layer)));
    for (const layer of layersOf(styleState())) for (const source of sourceOf(layer)) used.add(source);
    expect([...used].sort()).toEqual([...SOURCE_IDS, 'user:a', 'user:b', 'user:c'].sort());
  });

  it('gives each layer an id of its own', () => {
    const ids = layersOf(styleState()).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('sets text only in the two shipped weights', () => {
    for (const layer of layersOf(styleState())) {
      if (layer.type !== 'symbol' || !layer.layout?.['text-field']) continue;
      const fonts = JSON.stringify(layer.layout?.['text-font']).match(/medium|semibold/g) ?? [];
      expect(fonts.length, layer.id).toBeGreaterThan(0);
    }
  });

  it('draws incidents above the user’s layers, and those above the border lines', () => {
    const ids = layersOf(styleState()).map(({ id }) => id);
    expect(ids.indexOf('mark')).toBeGreaterThan(ids.indexOf('user:c:point'));
    expect(ids.indexOf('user:a:fill')).toBeGreaterThan(ids.indexOf('line-province-approximate'));
  });

  it('keeps the user’s layers in their order', () => {
    const turned = styleState({ userLayers: [...styleState().userLayers].reverse() });
    const ids = layersOf(turned)
      .map(({ id }) => id)
      .filter((id) => id.startsWith('user:'));
    expect(ids).toEqual(['user:c:point', 'user:b:line', 'user:a:fill', 'user:a:line']);
  });
});

describe('showing and hiding', () => {
  const visibleIds = (state: StyleState): string[] =>
    layersOf(state)
      .filter((layer) => layer.layout?.visibility !== 'none')
      .map((layer) => layer.id + JSON.stringify('filter' in layer ? layer.filter : null));

  it.each(MAP_LAYER_GROUPS)('%s hides something, and only when it is off', (group) => {
    const hidden = visibleIds(styleState({ visible: { ...allVisible, [group]: false } }));
    expect(hidden).not.toEqual(visibleIds(styleState()));
  });

  it('leaves nothing but ground, highlights, hotspots, patrols, what is being drawn and the user’s layers when all is off', () => {
    const left = layersOf(styleState({ visible: hideAll() }))
      .filter((layer) => layer.layout?.visibility !== 'none')
      .map(({ id }) => id)
      .filter((id) => !/^(sketch|draft|user|heat|stretch|number|cursor|patrol)/.test(id));
    expect(left).toEqual(['ground', 'unit-state', 'line-state', 'unit-outline']);
  });
});

describe('moving bands', () => {
  it('are as wide on the ground as twice the distance', () => {
    const band = layersOf(styleState({ zoneBands: bands })).find(({ id }) => id === 'zone-band-district');
    const width = band?.type === 'line' ? (band.paint?.['line-width'] as readonly unknown[]) : [];
    // At zoom 24 and 21.3° north a pixel of 512-pixel tiles is 4.347 mm.
    expect(width.at(-1) as number).toBeCloseTo(2000 / 0.004_346_7, -3);
  });

  it('need no new tiles: their width depends on no feature', () => {
    for (const layer of layersOf(styleState({ zoneBands: bands }))) {
      if (layer.type === 'line' && layer.id.startsWith('zone-band'))
        expect(JSON.stringify(layer.paint?.['line-width'])).not.toContain('get');
    }
  });
});

function hideAll(): Record<MapLayerGroup, boolean> {
  return Object.fromEntries(MAP_LAYER_GROUPS.map((group) => [group, false])) as Record<MapLayerGroup, boolean>;
}

function sourceOf(layer: object): string[] {
  return 'source' in layer && typeof layer.source === 'string' ? [layer.source] : [];
}
