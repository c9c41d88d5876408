import type { FeatureCollection, Point } from 'geojson';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { catalogues } from '../../src/i18n';
import type { MapContent, MarkProperties, UnitLabelProperties } from '../../src/map/types';
import { eventually } from './support/eventually';
import { MapProbe } from './support/mapProbe';
import { allVisible, type MountedMap, mountMap, NO_CONTENT } from './support/mountMap';
import { realContent } from './support/realContent';

let map: MountedMap;
afterEach(() => map.unmount());

const CENTRE = { lng: 105.44, lat: 21.3 };

const square = (west: number, south: number, east: number, north: number): [number, number][][] => [
  [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ],
];

/** Two units side by side, the border between them through the middle of the view, an incident left of it. */
const content: MapContent = {
  ...NO_CONTENT,
  units: {
    type: 'FeatureCollection',
    features: (['left', 'right'] as const).map((side, index) => ({
      type: 'Feature',
      properties: {
        code: `0000${index}`,
        name: side === 'left' ? 'Xã Tứ Trưng' : 'Phường Bồ Sao',
        kind: side === 'left' ? 'xa' : 'phuong',
        district: side,
        tint: index,
        isCore: true,
        isMember: side === 'left',
      },
      geometry: {
        type: 'Polygon',
        coordinates: side === 'left' ? square(105.3, 21.2, 105.44, 21.4) : square(105.44, 21.2, 105.6, 21.4),
      },
    })),
  },
  unitLabels: {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { code: '00000', name: 'Tứ Trưng', rank: 'member' },
        geometry: { type: 'Point', coordinates: [105.4, 21.32] },
      },
      {
        type: 'Feature',
        properties: { code: '00001', name: 'Bồ Sao', rank: 'core' },
        geometry: { type: 'Point', coordinates: [105.48, 21.32] },
      },
    ],
  },
  borderLines: {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: {
          id: '2018:00000-00001',
          level: 'district',
          exactness: 'exact',
          clusterLine: 'outer',
          isCore: true,
          hasZone: true,
        },
        geometry: {
          type: 'LineString',
          coordinates: [
            [105.44, 21.2],
            [105.44, 21.4],
          ],
        },
      },
    ],
  },
  marks: marksAt([105.42, 21.3]),
};

function marksAt(...places: [number, number][]): FeatureCollection<Point, MarkProperties> {
  return {
    type: 'FeatureCollection',
    features: places.map((coordinates, index) => ({
      type: 'Feature',
      properties: {
        id: `i${index}`,
        category: 'theft',
        kind: 'criminal',
        isFlagged: true,
        isUnsure: false,
        isSimulated: true,
        index,
      },
      geometry: { type: 'Point', coordinates },
    })),
  };
}

describe('what is drawn', () => {
  it('shows the shipped layers of both editions with names that do not collide, and asks nobody else', async () => {
    performance.setResourceTimingBufferSize(5000);
    map = await mountMap({
      content: realContent('2018', { urls: true, zones: false, marks: 0 }),
      initialView: { bbox: [105.38, 21.25, 105.5, 21.36] },
    });
    const names = new MapProbe(map).names('member-label');
    expect(names).toEqual(
      expect.arrayContaining(['Bồ Sao', 'Bạch Hạc', 'Bến Gót', 'Thanh Miếu', 'Việt Xuân', 'Sơn Đông']),
    );
    expect(new MapProbe(map).names('unit-label')).toContain('Yên Lập');
    await map.change({ content: realContent('2025', { urls: true, zones: false, marks: 0 }) });
    await eventually(() => expect(new MapProbe(map).names('member-label')).toContain('Vĩnh Thành'));
    const elsewhere = performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name))
      .filter(({ origin, protocol }) => origin !== location.origin && protocol !== 'blob:' && protocol !== 'data:');
    expect(elsewhere.map(({ href }) => href)).toEqual([]);
  });

  describe('the names of members', () => {
    const real = realContent('2018', { urls: false, zones: false, marks: 0 });
    const { features: labels } = real.unitLabels as FeatureCollection<Point, UnitLabelProperties>;
    const members = labels.filter(({ properties }) => properties.rank === 'member');
    const memberNames = members.map(({ properties }) => properties.name).sort();
    // About as much as a phone shows at first.
    const initialView = { lng: 105.44, lat: 21.29, zoom: 11.8, bearing: 0 };

    it('are all there beside the incidents that lie where they would stand', async () => {
      const places = members.map(({ geometry }) => geometry.coordinates as [number, number]);
      map = await mountMap({ content: { ...real, marks: marksAt(...places) }, initialView });
      const probe = new MapProbe(map);
      expect(probe.names('member-label').sort()).toEqual(memberNames);
      expect(places.flatMap((place) => probe.namesAt('member-label', place))).toEqual([]);
    });

    it('are all there above incidents that leave no room', async () => {
      const carpet = Array.from({ length: 1600 }, (_, i): [number, number] => [
        105.34 + (i % 40) * 0.005,
        21.2 + Math.floor(i / 40) * 0.0045,
      ]);
      map = await mountMap({ content: { ...real, marks: marksAt(...carpet) }, initialView });
      expect(new MapProbe(map).names('member-label').sort()).toEqual(memberNames);
    });
  });

  it('sets names in the shipped typeface', async () => {
    map = await mountMap({ content });
    expect(new MapProbe(map).names('member-label')).toContain('Tứ Trưng');
    const loaded = [...document.fonts].filter(({ family }) => family.includes('maplibre-gl-font-face'));
    expect(loaded.length).toBeGreaterThanOrEqual(3);
    expect(new Set(loaded.map(({ status }) => status))).toEqual(new Set(['loaded']));
  });

  it('keeps its data and its lights when the theme changes', async () => {
    map = await mountMap({ content, selection: { type: 'unit', id: '00000' } });
    const probe = new MapProbe(map);
    const before = probe.pixelAt(105.49, 21.28);
    const symbolBefore = probe.imageBytes('incident:theft:criminal:flagged');
    await map.change({ theme: 'dark' });
    await eventually(() => expect(probe.pixelAt(105.49, 21.28)).not.toEqual(before));
    await eventually(() => expect(probe.imageBytes('incident:theft:criminal:flagged')).not.toEqual(symbolBefore));
    expect(probe.states('unit-state')).toEqual([{ id: '00000', selected: true, hover: false }]);
    expect(probe.names('member-label')).toContain('Tứ Trưng');
  });

  it('shows a chosen incident by its own symbol, with its ring, within the mark that counts it', async () => {
    const place: Point = { type: 'Point', coordinates: [105.42, 21.3] };
    const cluster: MapContent['marks'] = {
      type: 'FeatureCollection',
      features: [{ type: 'Feature', properties: { id: 'cluster', count: 12, flaggedCount: 5 }, geometry: place }],
    };
    const pins: MapContent['pins'] = {
      type: 'FeatureCollection',
      features: [
        { type: 'Feature', properties: { category: 'drugs', kind: 'criminal', isFlagged: true }, geometry: place },
      ],
    };
    map = await mountMap({ content: { ...content, marks: cluster } });
    const probe = new MapProbe(map);
    await eventually(() => expect(probe.count('mark')).toBe(1));
    const before = probe.pixelAt(105.42, 21.3);
    await map.change({ content: { ...content, marks: cluster, pins } });
    await eventually(() => expect([probe.count('pin'), probe.count('pin-mark')]).toEqual([1, 1]));
    await eventually(() => expect(probe.pixelAt(105.42, 21.3)).not.toEqual(before));
    expect(probe.imageBytes('incident:drugs:criminal:flagged').length).toBeGreaterThan(0);
  });

  it('hides and shows a group', async () => {
    map = await mountMap({ content });
    const probe = new MapProbe(map);
    expect(probe.count('mark')).toBe(1);
    await map.change({ visibleLayers: { ...allVisible, incidents: false } });
    await eventually(() => expect(probe.count('mark')).toBe(0));
  });

  it('follows new marks without touching the rest, and adds, moves and removes the user’s layers', async () => {
    map = await mountMap({ content });
    const probe = new MapProbe(map);
    await map.change({ content: { ...content, marks: marksAt([105.42, 21.3], [105.46, 21.3]) } });
    await eventually(() => expect(probe.count('mark')).toBe(2));
    const layer = (id: string) => ({
      id,
      geometry: 'polygon' as const,
      style: { color: '#884400', opacity: 0.5, widthPx: 2 },
      isVisible: true,
      data: {
        type: 'FeatureCollection' as const,
        features: [
          {
            type: 'Feature' as const,
            properties: { ten: 'Đê' },
            geometry: { type: 'Polygon' as const, coordinates: square(105.45, 21.31, 105.47, 21.33) },
          },
        ],
      },
    });
    const [a, b] = [layer('a'), layer('b')];
    await map.change({ content: { ...content, userLayers: [a, b] } });
    await eventually(() => expect(probe.count('user:b:fill')).toBe(1));
    expect(probe.order(/^user:.*fill/)).toEqual(['user:a:fill', 'user:b:fill']);
    await map.change({ content: { ...content, userLayers: [b, a] } });
    expect(probe.order(/^user:.*fill/)).toEqual(['user:b:fill', 'user:a:fill']);
    await map.change({ content: { ...content, userLayers: [b] } });
    expect(probe.order(/^user:.*fill/)).toEqual(['user:b:fill']);
  });

  it('fits its frame when that changes', async () => {
    map = await mountMap({ content });
    map.element.style.width = '500px';
    await eventually(() => expect(map.handle.view()?.widthPx).toBe(500));
    await eventually(() => expect(map.canvas.clientWidth).toBe(500));
  });
});

describe('a graphics chip that is slower than the page', () => {
  it('is given the next frame when it has drawn the last, and then the newest one', async () => {
    map = await mountMap({ content });
    const gl = map.canvas.getContext('webgl2')!;
    let isBusy = true;
    const answer = gl.clientWaitSync.bind(gl);
    vi.spyOn(gl, 'clientWaitSync').mockImplementation((...values) => (isBusy ? gl.TIMEOUT_EXPIRED : answer(...values)));
    let frames = 0;
    map.libreMap?.on('render', () => {
      frames += 1;
    });
    await map.change({ content: { ...content, marks: marksAt([105.42, 21.3], [105.46, 21.3]) } });
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(frames).toBe(0);
    isBusy = false;
    await eventually(() => expect(new MapProbe(map).count('mark')).toBe(2));
    expect(frames).toBeGreaterThan(0);
  });
});

describe('pointing', () => {
  it('finds the incident first, then the line within 6 pixels, then the unit', async () => {
    map = await mountMap({ content });
    const probe = new MapProbe(map);
    const hover = async (lng: number, lat: number, dx = 0): Promise<unknown> => {
      map.told.hovers.length = 0;
      probe.moveTo(lng, lat, dx);
      await eventually(() => expect(map.told.hovers.length).toBeGreaterThan(0));
      return map.told.hovers.at(-1)?.target;
    };
    expect(await hover(105.42, 21.3)).toEqual({ type: 'incident', id: 'i0' });
    expect(await hover(105.44, 21.3, 5)).toEqual({ type: 'line', id: '2018:00000-00001' });
    expect(await hover(105.44, 21.3, 20)).toEqual({ type: 'unit', id: '00001' });
    expect(probe.states('unit-state')).toEqual([{ id: '00001', selected: false, hover: true }]);
  });

  it('tells clicks, and lets go on Escape', async () => {
    map = await mountMap({ content });
    const { x, y } = new MapProbe(map).project(105.42, 21.3);
    await userEvent.click(map.canvas, { position: { x, y } });
    expect(map.told.clicks.at(-1)?.target).toEqual({ type: 'incident', id: 'i0' });
    expect(map.told.clicks.at(-1)).toMatchObject({ properties: { category: 'theft', index: 0 } });
    await userEvent.keyboard('{Escape}');
    expect(map.told.clicks.at(-1)).toBeNull();
  });

  it('works by keyboard: Enter selects at the crosshair, arrows move', async () => {
    map = await mountMap({ content, initialView: { lng: 105.42, lat: 21.3, zoom: 12, bearing: 0 } });
    map.handle.focus();
    await userEvent.keyboard('{Enter}');
    expect(map.told.clicks.at(-1)?.target).toEqual({ type: 'incident', id: 'i0' });
    await userEvent.keyboard('{ArrowRight}');
    await eventually(() => expect(map.handle.view()?.lng).toBeGreaterThan(105.43));
  });

  it('has a name, instructions, and a north button that turns back', async () => {
    map = await mountMap({ content, initialView: { ...CENTRE, zoom: 12, bearing: 40 } });
    const words = catalogues.vi.map;
    expect(map.canvas.getAttribute('aria-label')).toBe(words.label);
    const hint = document.getElementById(map.canvas.getAttribute('aria-describedby') ?? '');
    expect(hint?.textContent).toBe(words.instructions);
    map.element.querySelector<HTMLButtonElement>(`[aria-label="${words.north('40°')}"]`)?.click();
    await eventually(() => expect(map.handle.view()?.bearing).toBe(0));
  });
});

describe('measuring', () => {
  it('gives the geodesic length by pointer, and ends where the last point is', async () => {
    map = await mountMap({ mode: 'measure' });
    const probe = new MapProbe(map);
    const [a, b] = [probe.project(105.42, 21.3), probe.project(105.46, 21.3)];
    await userEvent.click(map.canvas, { position: a });
    await userEvent.click(map.canvas, { position: b });
    // 4 150.449 m from geographiclib-geodesic 2.2.0; a pixel is 18 m here and clicks fall on whole ones.
    expect(map.told.sketches.at(-1)?.totalM).toBeGreaterThan(4_150.449 - 20);
    expect(map.told.sketches.at(-1)?.totalM).toBeLessThan(4_150.449 + 20);
    await userEvent.click(map.canvas, { position: b });
    expect(map.told.sketches.at(-1)).toMatchObject({ isFinished: true, legsM: [expect.any(Number)] });
    expect(map.told.clicks).toEqual([]);
    await eventually(() =>
      expect(map.element.querySelector('output.map-unseen')?.textContent).toMatch(/4,1[3-7] km, 1 đoạn/),
    );
  });

  it('has buttons for what keys do, and speaks of no keys where fingers work', async () => {
    map = await mountMap({ mode: 'measure' });
    const button = (title: string) =>
      [...map.element.querySelectorAll<HTMLButtonElement>('.map-sketchbar button')].find(
        (b) => b.textContent === title,
      )!;
    const words = catalogues.vi.map;
    expect(button(words.finishMeasure).disabled && button(words.removeLastPoint).disabled).toBe(true);
    await userEvent.click(map.canvas, { position: { x: 200, y: 300 } });
    await userEvent.click(map.canvas, { position: { x: 300, y: 300 } });
    await userEvent.click(map.canvas, { position: { x: 300, y: 400 } });
    await userEvent.click(button(words.removeLastPoint));
    expect(map.told.sketches.at(-1)?.points).toHaveLength(2);
    await userEvent.click(button(words.finishMeasure));
    expect(map.told.sketches.at(-1)).toMatchObject({ isFinished: true });
    await userEvent.click(button(words.endSketch));
    expect(map.told.modeEnds).toBe(1);
    for (const { measureInstructions, drawInstructions } of [words, catalogues.en.map])
      expect(measureInstructions.touch + drawInstructions.touch).not.toMatch(/Enter|Backspace|Escape|nhấp|click/i);
  });

  it('works by keyboard alone: Enter sets, Backspace takes back, Escape ends', async () => {
    map = await mountMap({ mode: 'measure' });
    map.handle.focus();
    await userEvent.keyboard('{Enter}');
    expect(map.told.sketches.at(-1)?.points).toHaveLength(1);
    await userEvent.keyboard('{ArrowRight}');
    await eventually(() => expect(map.handle.view()?.isMoving).toBe(false));
    await userEvent.keyboard('{Enter}{Enter}');
    expect(map.told.sketches.at(-1)).toMatchObject({ isFinished: true });
    await userEvent.keyboard('{Backspace}');
    expect(map.told.sketches.at(-1)).toMatchObject({ isFinished: false });
    await userEvent.keyboard('{Escape}');
    expect(map.told.sketches.at(-1)).toBeNull();
    expect(map.told.modeEnds).toBe(0);
    await userEvent.keyboard('{Escape}');
    expect(map.told.modeEnds).toBe(1);
  });
});

describe('what comes later', () => {
  it('finds its programs linked, and of what was drawn for that nothing is left', async () => {
    map = await mountMap({ content });
    await eventually(() => expect(map.libreMap?.areTilesLoaded()).toBe(true));
    const link = vi.spyOn(WebGL2RenderingContext.prototype, 'linkProgram');
    const heat = {
      type: 'Feature' as const,
      properties: { id: 'a', tone: 3 },
      geometry: { type: 'Polygon' as const, coordinates: square(105.42, 21.28, 105.45, 21.31) },
    };
    const number = {
      type: 'Feature' as const,
      properties: { text: '12', weight: 1 },
      geometry: { type: 'Point' as const, coordinates: [105.46, 21.29] },
    };
    const probe = new MapProbe(map);
    for (const id of ['heat', 'numbers', 'stretches', 'cursor'])
      await eventually(() => expect(map.libreMap?.querySourceFeatures(id), id).toEqual([]));
    await map.change({
      content: {
        ...content,
        heat: { type: 'FeatureCollection', features: [heat] },
        numbers: { type: 'FeatureCollection', features: [number] },
      },
    });
    await eventually(() => expect(probe.count('heat')).toBe(1));
    await eventually(() => expect(probe.count('number')).toBe(1));
    expect(link).not.toHaveBeenCalled();
    link.mockRestore();
  });
});

describe('without graphics', () => {
  it('says so when WebGL 2 is not to be had', async () => {
    const getContext = HTMLCanvasElement.prototype.getContext;
    const spy = vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(function (
      this: HTMLCanvasElement,
      ...args: Parameters<typeof getContext>
    ) {
      return args[0] === 'webgl2' ? null : getContext.apply(this, args);
    } as typeof getContext);
    map = await mountMap({ content });
    spy.mockRestore();
    expect(map.told.problems).toContain('webglUnavailable');
    expect(map.element.querySelector('[role=alert]')?.textContent).toBe(catalogues.vi.map.problems.webglUnavailable);
  });

  it('says so when the context is lost, and draws all again when it is back', async () => {
    map = await mountMap({ content, selection: { type: 'unit', id: '00000' } });
    const lose = map.canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context');
    lose?.loseContext();
    await eventually(() => expect(map.told.problems).toEqual(['contextLost']));
    await map.change({ content: { ...content, marks: marksAt([105.42, 21.3], [105.46, 21.3]) }, theme: 'dark' });
    expect(map.element.querySelector('[role=alert]')?.textContent).toBe(catalogues.vi.map.problems.contextLost);
    lose?.restoreContext();
    await eventually(() => expect(map.told.problems).toEqual(['contextLost', null]));
    const probe = new MapProbe(map);
    await eventually(() => expect(probe.count('mark')).toBe(2));
    await eventually(() => expect(probe.states('unit-state')).toEqual([{ id: '00000', selected: true, hover: false }]));
    expect(map.element.querySelector('[role=alert]')).toBeNull();
  });
});
