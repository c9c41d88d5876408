import { describe, expect, it } from 'vitest';
import { DEFAULT_SPEEDS } from '../../src/analysis/routing/defaultSpeeds';
import * as commands from '../../src/commands';
import {
  type Activity,
  type ChangeSet,
  type IncidentId,
  type LayerContent,
  type LayerId,
  MAX_ZONE_LAYERS,
  MAX_ZONE_M,
  MIN_ZONE_M,
  MOST_KMH,
  type TravelSpeeds,
} from '../../src/domain';
import { makeCluster, makeIncidents, makeLayer, makeMember, problemIn, valueIn } from '../store/records';

const layers = [makeLayer(1, { geometry: 'line' }), makeLayer(2, { geometry: 'polygon' }), makeLayer(3)];
const [line, polygon, point] = layers as [(typeof layers)[0], (typeof layers)[0], (typeof layers)[0]];
const nobody = 'none' as LayerId;

const updatedLayer = (change: ChangeSet) => {
  const pair = change.layers?.updated[0];
  expect(change.layers).toEqual({ added: [], updated: [pair], removed: [] });
  return pair?.[1];
};

describe('incidents', () => {
  const incidents = makeIncidents(3);
  const simulated = makeIncidents(2, { source: { kind: 'simulated', name: 's', row: null, id: null }, rev: 1 }, 50);

  it('are taken in as given, simulated ones put away only if that is wanted', () => {
    const input = { file: 'a.csv', incidents };
    expect(valueIn(commands.importIncidents({ simulated }, { ...input, removeSimulated: false }))).toEqual({
      incidents: { added: incidents, updated: [], removed: [] },
    });
    expect(
      valueIn(commands.importIncidents({ simulated }, { ...input, removeSimulated: true })).incidents?.removed,
    ).toBe(simulated);
    const activities = [{ id: 'made' }] as unknown as readonly Activity[];
    expect(
      valueIn(commands.importIncidents({ simulated, activities }, { ...input, removeSimulated: true })).activities,
    ).toEqual({ added: [], updated: [], removed: activities });
    expect(
      valueIn(commands.importIncidents({ simulated, activities }, { ...input, removeSimulated: false })).activities,
    ).toBeUndefined();
    expect(
      problemIn(commands.importIncidents({ simulated }, { file: 'a.csv', incidents: [], removeSimulated: true })),
    ).toEqual({
      kind: 'noUsableRows',
      file: 'a.csv',
      rows: 0,
    });
  });

  it('go when they are simulated, or named', () => {
    expect(valueIn(commands.removeSimulated({ simulated }))).toEqual({
      incidents: { added: [], updated: [], removed: simulated },
    });
    expect(problemIn(commands.removeSimulated({ simulated: [] })).kind).toBe('nothingSimulated');
    const ids = [incidents[2]!.id, incidents[0]!.id, incidents[2]!.id];
    expect(valueIn(commands.removeIncidents({ incidents }, { ids })).incidents?.removed).toEqual([
      incidents[2],
      incidents[0],
    ]);
    expect(problemIn(commands.removeIncidents({ incidents }, { ids: [...ids, 'x' as IncidentId] }))).toEqual({
      kind: 'notFound',
      table: 'incidents',
      id: 'x',
    });
  });
});

describe('layers', () => {
  const fresh: commands.NewLayer = {
    id: 'layer-9' as LayerId,
    contentId: 'content-9',
    name: '  Đê tả Lô ',
    geometry: 'line',
    style: line.style,
    geojson: '{}',
    featureCount: 1,
    bbox: [105, 21, 106, 22],
  };

  it('are added above all others with their content, shown and no zone', () => {
    const change = valueIn(commands.addLayer({ layers }, fresh));
    expect(change.layers?.added[0]).toMatchObject({ name: 'Đê tả Lô', order: 4, isVisible: true, zoneM: null, rev: 0 });
    expect(change.layerContents?.added).toEqual([{ id: 'content-9', geojson: '{}', rev: 0 }]);
    expect(valueIn(commands.addLayer({ layers: [] }, fresh)).layers?.added[0]?.order).toBe(1);
    expect(problemIn(commands.addLayer({ layers }, { ...fresh, name: ' \t' })).kind).toBe('emptyName');
  });

  it('are renamed in NFC, styled within bounds, shown and hidden', () => {
    const decomposed = 'Đê hữu'.normalize('NFD');
    expect(updatedLayer(valueIn(commands.renameLayer({ layers }, { id: line.id, name: decomposed })))?.name).toBe(
      'Đê hữu',
    );
    expect(problemIn(commands.renameLayer({ layers }, { id: line.id, name: ' ' })).kind).toBe('emptyName');
    const style = { color: '#ff0000', opacity: 7, widthPx: 0 };
    expect(updatedLayer(valueIn(commands.styleLayer({ layers }, { id: line.id, style })))?.style).toEqual({
      color: '#ff0000',
      opacity: 1,
      widthPx: 0.5,
    });
    expect(updatedLayer(valueIn(commands.setLayerVisible({ layers }, { id: point.id, isVisible: false })))).toEqual({
      ...point,
      isVisible: false,
    });
  });

  it('become zones: lines and points by a distance in range, polygons by what they hold', () => {
    const zoneOf = (id: LayerId, zoneM: number | null) =>
      updatedLayer(valueIn(commands.setLayerZone({ layers }, { id, zoneM })))?.zoneM;
    expect(zoneOf(line.id, MIN_ZONE_M)).toBe(MIN_ZONE_M);
    expect(zoneOf(point.id, MAX_ZONE_M)).toBe(MAX_ZONE_M);
    expect(zoneOf(polygon.id, 300)).toBe(0);
    expect(zoneOf(polygon.id, null)).toBeNull();
    for (const zoneM of [MIN_ZONE_M - 1, MAX_ZONE_M + 1, Number.NaN]) {
      expect(problemIn(commands.setLayerZone({ layers }, { id: line.id, zoneM }))).toMatchObject({
        kind: 'distanceOutOfRange',
      });
    }
  });

  it('are networks with speeds of their own, and get other features in one step', () => {
    const origin = { dataDay: null, attribution: '', lengthKm: 12, mainShare: 1 };
    const roads = makeLayer(4, { geometry: 'line', roads: origin });
    const snapshot = { layers: [...layers, roads] };
    const slow = { ...DEFAULT_SPEEDS, foot: { ...DEFAULT_SPEEDS.foot, path: 3 } };
    const set = (id: LayerId, speeds: TravelSpeeds | null) => commands.setRoadSpeeds(snapshot, { id, speeds });
    expect(updatedLayer(valueIn(set(roads.id, slow)))?.roads).toEqual({ ...origin, speeds: slow });
    expect(updatedLayer(valueIn(set(roads.id, null)))?.roads).toEqual({ ...origin, speeds: null });
    expect(problemIn(set(line.id, slow)).kind).toBe('notFound');
    for (const path of [-1, MOST_KMH + 1, Number.NaN]) {
      const wrong = { ...slow, car: { ...slow.car, path } };
      expect(problemIn(set(roads.id, wrong))).toMatchObject({ kind: 'numberOutOfRange', field: 'kmh' });
    }
    const input = { contentId: 'content-5', geojson: '{}', featureCount: 3, bbox: roads.bbox, roads: origin } as const;
    const content = { id: roads.contentId, geojson: '[]', rev: 0 } satisfies LayerContent;
    const change = valueIn(commands.replaceLayerContent({ ...snapshot, content }, { id: roads.id, ...input }));
    expect(change.layers?.updated[0]?.[1]).toMatchObject({ contentId: 'content-5', featureCount: 3, name: roads.name });
    expect(change.layerContents).toEqual({
      added: [{ id: 'content-5', geojson: '{}', rev: 0 }],
      updated: [],
      removed: [content],
    });
    expect(problemIn(commands.replaceLayerContent({ ...snapshot, content }, { id: nobody, ...input })).kind).toBe(
      'notFound',
    );
  });

  it('are barriers or not', () => {
    const asBarrier = (id: LayerId, isBarrier: boolean) => commands.setLayerBarrier({ layers }, { id, isBarrier });
    expect(updatedLayer(valueIn(asBarrier(line.id, true)))?.isBarrier).toBe(true);
    expect(updatedLayer(valueIn(asBarrier(line.id, false)))?.isBarrier).toBe(false);
    expect(problemIn(asBarrier(nobody, true)).kind).toBe('notFound');
  });

  it('are at most as many zones as an incident can remember', () => {
    const full = Array.from({ length: MAX_ZONE_LAYERS }, (_, i) => ({
      ...polygon,
      id: `zone-${i}` as LayerId,
      zoneM: 0,
    }));
    const input = { id: line.id, zoneM: 100 };
    expect(problemIn(commands.setLayerZone({ layers: [...full, line] }, input))).toEqual({
      kind: 'tooManyZones',
      limit: MAX_ZONE_LAYERS,
    });
    expect(commands.setLayerZone({ layers: [...full.slice(1), line] }, input).ok).toBe(true);
    expect(commands.setLayerZone({ layers: full }, { id: full[0]!.id, zoneM: null }).ok).toBe(true);
  });

  it('are put in another order by writing only what moves; those not named stay above', () => {
    const ordersAfter = (ids: LayerId[]) =>
      valueIn(commands.reorderLayers({ layers }, { ids })).layers?.updated.map(([, to]) => [to.id, to.order]);
    expect(ordersAfter([polygon.id, line.id, point.id])).toEqual([
      [polygon.id, 1],
      [line.id, 2],
    ]);
    expect(ordersAfter([point.id])).toEqual([
      [point.id, 1],
      [line.id, 2],
      [polygon.id, 3],
    ]);
    expect(ordersAfter([line.id, polygon.id, point.id])).toEqual([]);
  });

  it('go with their content', () => {
    const content: LayerContent = { id: line.contentId, geojson: '{}', rev: 1 };
    expect(valueIn(commands.removeLayer({ layers, content }, { id: line.id }))).toEqual({
      layers: { added: [], updated: [], removed: [line] },
      layerContents: { added: [], updated: [], removed: [content] },
    });
    expect(valueIn(commands.removeLayer({ layers, content: null }, { id: line.id })).layerContents?.removed).toEqual(
      [],
    );
    expect(valueIn(commands.removeLayer({ layers, content }, { id: point.id })).layerContents?.removed).toEqual([]);
  });

  it('that are not there are said not to be', () => {
    const missing = { kind: 'notFound', table: 'layers', id: nobody };
    expect(problemIn(commands.renameLayer({ layers }, { id: nobody, name: 'x' }))).toEqual(missing);
    expect(problemIn(commands.setLayerVisible({ layers }, { id: nobody, isVisible: true }))).toEqual(missing);
    expect(problemIn(commands.setLayerZone({ layers }, { id: nobody, zoneM: null }))).toEqual(missing);
    expect(problemIn(commands.reorderLayers({ layers }, { ids: [nobody] }))).toEqual(missing);
    expect(problemIn(commands.removeLayer({ layers, content: null }, { id: nobody }))).toEqual(missing);
    expect(problemIn(commands.styleLayer({ layers }, { id: nobody, style: line.style }))).toEqual(missing);
  });
});

describe('a cluster', () => {
  const cluster = makeCluster({ rev: 3 });

  it('has its zone set in whole metres, within bounds', () => {
    const zoneM = { commune: 250.4, district: MIN_ZONE_M, province: MAX_ZONE_M };
    expect(valueIn(commands.setZoneDistances({ cluster }, { zoneM })).clusters?.updated).toEqual([
      [cluster, { ...cluster, zoneM: { commune: 250, district: 10, province: 5_000 } }],
    ]);
    expect(problemIn(commands.setZoneDistances({ cluster }, { zoneM: { ...zoneM, district: 9 } }))).toEqual({
      kind: 'distanceOutOfRange',
      valueM: 9,
      minM: MIN_ZONE_M,
      maxM: MAX_ZONE_M,
    });
  });

  it('has the days of its members set, which then are provisional no more', () => {
    const member = makeMember(1, { fromIsProvisional: true });
    const set = (from: string, to: string | null) => commands.setMemberDays({ member }, { from, to });
    expect(valueIn(set('2019-06-01', null)).members?.updated[0]?.[1]).toEqual({
      ...member,
      from: '2019-06-01',
      fromIsProvisional: false,
    });
    expect(valueIn(set('2020-02-29', '2020-02-29')).members?.updated[0]?.[1].to).toBe('2020-02-29');
    for (const day of ['2019-02-29', '2019-13-01', '2019-00-10', '1/3/2019', '', '2019-3-1', '2100-02-29']) {
      expect(problemIn(set(day, null))).toEqual({ kind: 'invalidDay', text: day });
      expect(problemIn(set('2018-01-01', day)).kind).toBe('invalidDay');
    }
    expect(problemIn(set('2019-06-02', '2019-06-01')).kind).toBe('membershipEndsBeforeStart');
  });
});

describe('the first cluster', () => {
  it('is that of the agreement of 24/01/2018', () => {
    const { cluster, members } = commands.firstCluster;
    expect(cluster).toMatchObject({
      agreedOn: '2018-01-24',
      zoneM: { commune: 500, district: 1_000, province: 1_500 },
    });
    expect(members.filter(({ kind }) => kind === 'unit').map(({ unitCode }) => unitCode)).toEqual([
      '09109',
      '09094',
      '09097',
      '08866',
      '07912',
      '07909',
      '07915',
      '07936',
    ]);
    expect(members.find(({ kind }) => kind === 'organisation')).toMatchObject({
      unitCode: '09097',
      from: '2018-01-24',
    });
    expect(members.filter(({ fromIsProvisional }) => fromIsProvisional)).toMatchObject([
      { unitCode: '07936', from: '2019-03-05' },
    ]);
    expect(new Set(members.map(({ id }) => id)).size).toBe(9);
    expect(members.every(({ clusterId, rev }) => clusterId === cluster.id && rev === 0)).toBe(true);
  });
});
