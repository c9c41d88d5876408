import type { FeatureCollection, Point } from 'geojson';
import { nameLine } from '../../analysis/nameLine';
import type { EditionInfo } from '../../analysis/openEdition';
import type { SearchEntry } from '../../analysis/searchIndex';
import type { Place } from '../../domain';
import type { Store } from '../../store';
import { startWorker } from '../../workers/client';
import type { BorderService } from './borderService';
import { readReferenceFile } from './referenceFiles';

const PIECE = 2_000;
/** What the ids of the user's own places begin with. */
export const OWN_PLACE = 'own:';

interface Question {
  readonly query: string;
  readonly info: EditionInfo;
  /** How many incidents there are, and the state of the register: another one means that the index is out of date. */
  readonly incidentCount: number;
  readonly register: number;
  readonly limitPerKind: number;
}

export interface SearchService {
  readonly find: (question: Question) => Promise<readonly SearchEntry[]>;
  readonly placeAt: (id: string) => { readonly lng: number; readonly lat: number } | undefined;
  readonly end: () => void;
}

/** Search in a worker of its own, started when somebody searches for the first time. */
export function makeSearchService(options: {
  readonly store: Parameters<typeof readReferenceFile>[0] & Pick<Store, 'places'>;
  readonly border: Pick<BorderService, 'worker'>;
  readonly onCrash: (detail: string) => void;
}): SearchService {
  const { store, border, onCrash } = options;
  const worker = startWorker(onCrash);
  const { search } = worker.api;
  const places = new Map<string, { lng: number; lat: number }>();
  let edition: EditionInfo | null = null;
  let ownIndexed: readonly Place[] | null = null;
  let indexed = -1;
  let turn: Promise<unknown> = Promise.resolve();

  /** The shipped names, and those of the user, which may change. */
  async function indexPlaces(own: readonly Place[]): Promise<void> {
    places.clear();
    await search.clear(['place']);
    for (const { id, lng, lat } of own) places.set(`${OWN_PLACE}${id}`, { lng, lat });
    await search.add(own.map(({ id, name }): SearchEntry => ({ id: `${OWN_PLACE}${id}`, kind: 'place', text: name })));
    const collection = JSON.parse(await readReferenceFile(store, 'places')) as FeatureCollection<
      Point,
      { readonly id: string | number; readonly name: string }
    >;
    const entries = collection.features.map(({ properties, geometry }): SearchEntry => {
      const [lng, lat] = geometry.coordinates as [number, number];
      places.set(String(properties.id), { lng, lat });
      return { id: String(properties.id), kind: 'place', text: properties.name };
    });
    await search.add(entries);
  }

  async function indexEdition(info: EditionInfo): Promise<void> {
    await search.clear(['unit', 'line']);
    await search.add([
      ...info.units.map(({ code, name }): SearchEntry => ({ id: code, kind: 'unit', text: name })),
      ...info.lines.map(({ id }, number): SearchEntry => ({ id, kind: 'line', text: nameLine(info, number) })),
    ]);
  }

  async function indexIncidents(count: number): Promise<void> {
    await search.clear(['incident']);
    for (let from = 0; from < count; from += PIECE) {
      const piece = await border.worker.api.border.summaries(from, from + PIECE);
      await search.add(
        piece.flatMap(({ id, summary }): SearchEntry[] => (summary ? [{ id, kind: 'incident', text: summary }] : [])),
      );
    }
  }

  async function answer({
    query,
    info,
    incidentCount,
    register,
    limitPerKind,
  }: Question): Promise<readonly SearchEntry[]> {
    const own = store.places.getSnapshot();
    if (ownIndexed !== own) {
      ownIndexed = own;
      await indexPlaces(own);
    }
    if (edition !== info) {
      edition = info;
      await indexEdition(info);
    }
    if (indexed !== register) {
      indexed = register;
      await indexIncidents(incidentCount);
    }
    return search.find(query, limitPerKind);
  }

  return {
    find: (question) => {
      const found = turn.then(() => answer(question));
      turn = found.catch(() => undefined);
      return found;
    },
    placeAt: (id) => places.get(id),
    end: worker.end,
  };
}
