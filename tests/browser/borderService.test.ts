import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BorderService, startBorderService } from '../../src/app/wiring/borderService';
import type { BorderView } from '../../src/app/wiring/borderView';
import { addLayer } from '../../src/commands';
import type { EditionId, IncidentId, LayerId, PlainDate } from '../../src/domain';
import { openStore, type Store, useSession } from '../../src/store';
import { FIRST_SESSION } from '../../src/store/session';
import { valueIn } from '../store/records';

let store: Store;
let service: BorderService;
const crashes: string[] = [];

function start(over: Partial<Store> = {}): void {
  service = startBorderService(
    { ...store, ...over },
    { today: '2026-11-23' as PlainDate, onCrash: (detail) => crashes.push(detail) },
  );
}
beforeEach(async () => {
  useSession.setState(FIRST_SESSION);
  store = valueIn(await openStore({ name: `test-${crypto.randomUUID()}` }));
});
afterEach(() => {
  service.end();
  store.close();
  expect(crashes.splice(0)).toEqual([]);
});

/** The first view that fits. */
function viewWhere(fits: (view: BorderView) => boolean): Promise<BorderView> {
  return new Promise((resolve) => {
    const end = service.view.subscribe(look);
    function look(): void {
      const view = service.view.getSnapshot();
      if (!fits(view)) return;
      end();
      resolve(view);
    }
    look();
  });
}
const isSample = ({ summary }: BorderView): boolean => summary?.total === 61;

const box = (west: number): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: {},
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [west, 21],
              [west + 1, 21],
              [west + 1, 22],
              [west, 22],
              [west, 21],
            ],
          ],
        },
      },
    ],
  });

async function addZone(name: string, west: number): Promise<string> {
  const contentId = crypto.randomUUID();
  const change = addLayer(
    { layers: store.layers.getSnapshot() },
    {
      id: crypto.randomUUID() as LayerId,
      contentId,
      name,
      geometry: 'polygon',
      style: { color: '#336699', opacity: 0.5, widthPx: 1 },
      geojson: box(west),
      featureCount: 1,
      bbox: [west, 21, west + 1, 22],
      zoneM: 0,
    },
  );
  valueIn(await store.commit(valueIn(change), { command: 'addLayer' }));
  return contentId;
}

describe('the border service', () => {
  it('brings the first cluster and its sample, and answers about them', async () => {
    start();
    const { summary, info, members, problem } = await viewWhere(isSample);
    expect(info?.edition.id).toBe('2018');
    expect(members.units).toHaveLength(8);
    expect(summary).toMatchObject({ shown: 61, shownPersons: 82, totalSimulated: 61 });
    expect(problem).toBeNull();
    const { zones } = await viewWhere((view) => view.zones !== null);
    const drawn = await (await fetch(String(zones))).json();
    expect(drawn).toMatchObject({ features: [{}, {}, {}] });
  });

  it('never shows an edition that was left while it was being opened', async () => {
    start();
    await viewWhere((view) => isSample(view) && view.zones !== null);
    const seen = new Set<EditionId | undefined>();
    service.view.subscribe(() => seen.add(service.view.getSnapshot().info?.edition.id));
    useSession.getState().showEdition('2025' as EditionId);
    useSession.getState().showEdition('2018' as EditionId);
    useSession.getState().setFilter('kind', ['criminal']);
    await viewWhere((view) => view.summary?.shown === 15 && view.undrawnM === null);
    expect([...seen]).toEqual(['2018']);
  });

  it.each([0, 20, 60, 150, 400])('draws the zones again when an edition is left after %i ms', async (ms) => {
    start();
    await viewWhere((view) => isSample(view) && view.zones !== null);
    useSession.getState().showEdition('2025' as EditionId);
    await new Promise((resolve) => setTimeout(resolve, ms));
    useSession.getState().showEdition('2018' as EditionId);
    useSession.getState().setFilter('kind', ['criminal']);
    await viewWhere((view) => view.summary?.shown === 15 && view.info?.edition.id === '2018');
    await viewWhere((view) => view.zones !== null && view.undrawnM === null);
  });

  it('asks anew for what changes the answer, not for every step of the pointer', async () => {
    start();
    // The zones are drawn last: by then nothing is being asked any more.
    const { summary } = await viewWhere((view) => isSample(view) && view.zones !== null);
    const before = useSession.getState();
    for (let i = 0; i < 20; i += 1) before.setHover({ type: 'incident', id: `${i}` as IncidentId });
    before.openPanel('register');
    before.setFilter('kind', ['criminal']);
    const after = await viewWhere((view) => view.summary?.shown === 15);
    expect(after.summary!.version).toBe(summary!.version + 1);
  });

  it('shows another edition and its answer together, with the same incidents', async () => {
    start();
    await viewWhere(isSample);
    useSession.getState().showEdition('2025' as EditionId);
    const { info, summary, members } = await viewWhere((view) => view.info?.edition.id === '2025');
    expect(summary).toMatchObject({ total: 61 });
    expect(summary!.facets.line).toHaveLength(info!.lines.length);
    expect(members.units.map(({ code }) => code)).toEqual(['07909', '08866', '09106']);
  });

  it('moves no zone of the user to the place of one whose features are lost', async () => {
    const lost = await addZone('mất', 105);
    await addZone('còn', 105);
    await addZone('xa', 90);
    start({ readLayerContent: async (id) => (id === lost ? undefined : store.readLayerContent(id)) });
    const { summary } = await viewWhere((view) => isSample(view) && view.summary!.facets.zoneLayer.length > 0);
    expect(Array.from(summary!.facets.zoneLayer)).toEqual([0, 61, 0]);
  });
});
