import { afterEach, expect, it } from 'vitest';
import edition2018 from '../../geodata/layers/edition-2018.json';
import { encodeIncidents } from '../../src/analysis/incidentColumns';
import { makeSearchService, type SearchService } from '../../src/app/wiring/searchService';
import { firstCluster } from '../../src/commands';
import { type Place, type PlaceId, succeed } from '../../src/domain';
import { makeObservable } from '../../src/store/observable';
import { startWorker, type TaskWorker } from '../../src/workers/client';
import { makeIncidents, valueIn } from '../store/records';

/** Nothing is kept: the layers come from the app's own files. */
const places = makeObservable<readonly Place[]>([]);
const store = { readReference: async () => undefined, installReference: async () => succeed(true), places };
const onCrash = (detail: string): never => {
  throw new Error(detail);
};
let worker: TaskWorker;
let service: SearchService;
afterEach(() => {
  service.end();
  worker.end();
});

async function ask(): Promise<{ incidentCount: number; register: number }> {
  const summary = valueIn(
    await worker.api.border.query({
      zoneM: firstCluster.cluster.zoneM,
      scope: 'cluster',
      filter: {},
      sort: { key: 'occurred', descending: true },
    }),
  );
  return { incidentCount: summary.total, register: summary.register };
}

it('finds units, lines, places and incidents, and follows incidents that change while their number stays', async () => {
  worker = startWorker(onCrash);
  service = makeSearchService({ store, border: { worker }, onCrash });
  const info = valueIn(await worker.api.border.openEdition('2018', JSON.stringify(edition2018)));
  await worker.api.border.putIncidents(encodeIncidents(makeIncidents(3, { summary: 'Mất trộm xe máy' })));
  const find = async (query: string) => service.find({ query, info, ...(await ask()), limitPerKind: 5 });

  expect((await find('song lo'))[0]).toMatchObject({ kind: 'unit', text: 'Xã Sông Lô' });
  expect((await find('bach hac – bo sao')).map(({ kind, text }) => [kind, text])).toContainEqual([
    'line',
    'Bạch Hạc – Bồ Sao',
  ]);
  const places = (await find('bach hac')).filter(({ kind }) => kind === 'place');
  expect(places.length).toBeGreaterThan(0);
  expect(service.placeAt(places[0]!.id)).toEqual({ lng: expect.closeTo(105.4, 0), lat: expect.closeTo(21.3, 0) });
  expect(service.placeAt('nowhere')).toBeUndefined();
  expect(await find('mat trom')).toHaveLength(3);

  await worker.api.border.putIncidents(encodeIncidents(makeIncidents(1, { summary: 'Đánh bạc' })));
  expect(await find('danh bac')).toMatchObject([{ kind: 'incident', text: 'Đánh bạc' }]);
  expect(await find('mat trom')).toHaveLength(2);
});

it('finds the places that users name themselves, as soon as they are named', async () => {
  worker = startWorker(onCrash);
  service = makeSearchService({ store, border: { worker }, onCrash });
  const info = valueIn(await worker.api.border.openEdition('2018', JSON.stringify(edition2018)));
  const find = async () => service.find({ query: 'cong ba tran', info, ...(await ask()), limitPerKind: 5 });
  expect(await find()).toEqual([]);
  places.set([{ id: 'p1' as PlaceId, name: 'Cống Bà Trấn', lng: 105.43, lat: 21.3, accuracyM: 50, rev: 1 }]);
  expect(await find()).toEqual([{ id: 'own:p1', kind: 'place', text: 'Cống Bà Trấn' }]);
  expect(service.placeAt('own:p1')).toEqual({ lng: 105.43, lat: 21.3 });
  places.set([]);
  expect(await find()).toEqual([]);
});

it('answers questions in the order in which they were asked', async () => {
  worker = startWorker(onCrash);
  service = makeSearchService({ store, border: { worker }, onCrash });
  const info = valueIn(await worker.api.border.openEdition('2018', JSON.stringify(edition2018)));
  const order: string[] = [];
  const given = await ask();
  await Promise.all(
    ['xa', 'bo sao', 'vinh tuong'].map(async (query) => {
      await service.find({ query, info, ...given, limitPerKind: 1 });
      order.push(query);
    }),
  );
  expect(order).toEqual(['xa', 'bo sao', 'vinh tuong']);
});
