import type { LineScope } from '../../analysis/clusterLines';
import type { CourseColumns } from '../../analysis/drawZones';
import { encodeIncidents } from '../../analysis/incidentColumns';
import type { IncidentSort } from '../../analysis/incidentSort';
import { membersInEdition } from '../../analysis/membersInEdition';
import type { EditionInfo } from '../../analysis/openEdition';
import { firstCluster } from '../../commands';
import {
  type Category,
  type CategoryId,
  type Cluster,
  type EditionId,
  type Incident,
  type Layer,
  type Member,
  type PlainDate,
  type Problem,
  type Term,
  termsOf,
  type ZoneDistances,
} from '../../domain';
import { textOf } from '../../formats/heldText';
import type { MapView } from '../../map/types';
import type { SessionFilter, Store } from '../../store';
import { useSession } from '../../store';
import type { IncidentChanges } from '../../store/follow';
import { makeObservable, type Observable } from '../../store/observable';
import { buffersIn } from '../../workers/buffersIn';
import { latestWins, startWorker, type TaskWorker, transfer } from '../../workers/client';
import { type BorderView, EMPTY_VIEW, labelsOf, markCollection, namesOf, toEngineFilter } from './borderView';
import { keepKnown } from './keepKnown';
import { releaseLater } from './objectUrls';
import { EDITIONS, readReferenceFile } from './referenceFiles';
import { makeZoneShapes } from './zoneShapes';

export interface BorderService {
  readonly view: Observable<BorderView>;
  readonly worker: TaskWorker;
  /** Where the map looks: the marks follow. */
  readonly lookAt: (view: MapView) => void;
  /** Whether the view is the answer to what the session wants now. */
  readonly isSettled: () => boolean;
  /** The marks of a view that is not on screen. */
  readonly marksIn: (view: Pick<MapView, 'bbox' | 'zoom'>) => Promise<BorderView['marks']>;
  /** Whether charts of time are on screen: they come with the counts. */
  readonly wantTiming: (isWanted: boolean) => void;
  /** After other incidents were chosen together: lights their marks. */
  readonly lightChosen: () => void;
  /** After that was done on the map: tells the table, too. */
  readonly chosenOnMap: () => void;
  readonly end: () => void;
}

/** The sample is of 2018: who was a member by then handles its incidents. */
const SAMPLE_ENDS = '2018-12-31';

const NO_FEATURES = JSON.stringify({ type: 'FeatureCollection', features: [] });

/** What the engine's answer depends on. */
interface Wish {
  readonly editionId: EditionId;
  readonly members: readonly Member[];
  readonly layers: readonly Layer[];
  readonly scope: LineScope;
  readonly zoneM: ZoneDistances;
  /** False while a slider moves. */
  readonly isSettled: boolean;
  readonly filter: SessionFilter;
  readonly sort: IncidentSort;
  readonly timing: boolean;
  /** Goes up with every change of the incidents. */
  readonly register: number;
}

/** The part of the view that an edition alone decides. */
interface EditionView {
  readonly info: EditionInfo;
  readonly unitNames: BorderView['unitNames'];
  readonly asOf: PlainDate;
}

/** The part that members and lines that count decide, with the lines whose zones are drawn. */
interface Ground extends Pick<BorderView, 'members' | 'unitSources' | 'unitLabels'> {
  readonly lines: CourseColumns | null;
}

export interface BorderServiceOptions {
  readonly today: PlainDate;
  readonly onCrash: (detail: string) => void;
}

/** Joins the register, the session and the engine in its worker: whoever changes something, the view follows. */
export function startBorderService(store: Store, { today, onCrash }: BorderServiceOptions): BorderService {
  const view = makeObservable<BorderView>(EMPTY_VIEW);
  const patch = (part: Partial<BorderView>): void => view.set({ ...view.getSnapshot(), ...part });
  const worker = startWorker(onCrash);
  const { border } = worker.api;
  const applied: { -readonly [Key in keyof Wish]?: Wish[Key] } & { layerKey?: string } = {};
  const ends: (() => void)[] = [];
  let register = 0;
  /** Incidents of the entry that is being followed. */
  let taken = 0;
  let mapView: MapView | null = null;
  let timing = false;
  let asked: Wish | null = null;
  let answered: Wish | null = null;
  /** Why the last question was not answered. */
  let refused: Problem | null = null;

  const fail = (error: unknown): void => {
    console.error(error);
    patch({ problem: { kind: 'storageFailed', detail: String(error) } });
  };

  const shapes = makeZoneShapes({ show: patch, onFailure: fail, onCrash });

  /** What the view becomes with another edition; null, and the problem told, where it cannot be opened. */
  async function applyEdition(editionId: EditionId): Promise<EditionView | null> {
    const file = EDITIONS.find(({ id }) => id === editionId)?.file ?? 'edition-2018';
    const text = (await border.hasEdition(editionId)) ? '' : await readReferenceFile(store, file);
    const opened = await border.openEdition(editionId, text);
    if (!opened.ok) {
      patch({ problem: opened.problem });
      return null;
    }
    const { validTo } = opened.value.edition;
    return {
      unitNames: namesOf(opened.value, view.getSnapshot().unitNames),
      info: opened.value,
      asOf: validTo !== null && validTo < today ? validTo : today,
    };
  }

  /** What the view becomes with other members or other lines that count. */
  async function applyMembers(wish: Wish, { info, asOf }: EditionView): Promise<Ground | null> {
    const members = membersInEdition(wish.members, {
      editionId: wish.editionId,
      units: info.units,
      onDay: asOf,
    });
    const codes = new Set(members.units.map(({ code }) => code));
    const numbers = info.units.flatMap((unit, number) => (codes.has(unit.code) ? [number] : []));
    const sources = await border.setMembers(numbers, wish.scope);
    if (!sources) return null;
    return {
      lines: await border.linesInScope(wish.scope),
      members,
      unitSources: {
        units: urlOf(sources.units),
        borderLines: urlOf(sources.borderLines),
        coverageEdge: urlOf(sources.coverageEdge),
        zoneLines: urlOf(sources.zoneLines),
      },
      unitLabels: labelsOf(info, codes),
    };
  }

  async function applyZoneLayers(layers: readonly Layer[]): Promise<void> {
    const flagging = layers.filter((layer) => layer.zoneM !== null);
    const contents = await Promise.all(
      flagging.map(async ({ contentId }) => textOf((await store.readLayerContent(contentId))?.geojson ?? NO_FEATURES)),
    );
    await border.setZoneLayers(
      // A layer whose features are not there keeps its number: filters and counts name layers by it.
      flagging.map((layer, i) => ({
        id: layer.id,
        geojson: contents[i]!,
        radiusM: layer.zoneM ?? 0,
      })),
    );
  }

  async function answer(wish: Wish): Promise<void> {
    const layerKey = JSON.stringify(
      wish.layers.filter(({ zoneM }) => zoneM !== null).map(({ id, zoneM }) => [id, zoneM]),
    );
    const isNewEdition = applied.editionId !== wish.editionId;
    const edition = isNewEdition ? await applyEdition(wish.editionId) : editionOf(view.getSnapshot());
    if (!edition) return;
    const isNewCluster = isNewEdition || applied.members !== wish.members || applied.scope !== wish.scope;
    const ground = isNewCluster ? await applyMembers(wish, edition) : null;
    if (applied.layerKey !== layerKey) await applyZoneLayers(wish.layers);
    Object.assign(applied, wish, { layerKey });
    const filter = keepKnown(wish.filter, edition.info, wish.layers);
    const result = await border.query({
      zoneM: wish.zoneM,
      scope: wish.scope,
      sort: wish.sort,
      filter: toEngineFilter(filter, wish.layers, edition.info),
      timing: wish.timing,
    });
    // Another edition is wanted by now: to show this one for a moment would take from the user what is being typed.
    if (useSession.getState().editionId !== wish.editionId) {
      // The engine has it open while the view shows the one before: whichever comes next is opened anew.
      delete applied.editionId;
      letGo(ground?.unitSources ?? {});
      return;
    }
    const before = view.getSnapshot();
    // Numbers of lines and units mean another thing in each edition: edition and answer are shown at once.
    const { lines = null, ...shown } = ground ?? {};
    const next = isNewCluster ? { ...edition, ...shown } : {};
    if (result.ok)
      patch({
        ...next,
        summary: result.value,
        answered: filter,
        problem: before.problem === refused ? null : before.problem,
      });
    else {
      refused = result.problem;
      patch({ ...next, problem: refused });
    }
    if (ground) {
      shapes.setLines(lines);
      letGo(before.unitSources);
    }
    if (filter !== wish.filter && useSession.getState().filter === wish.filter)
      useSession.getState().restore({ filter });
    mark(undefined);
    shapes.setDistances(wish.zoneM, wish.isSettled);
  }

  const mark = latestWins(
    async () => (mapView ? border.marks({ bbox: mapView.bbox, zoom: mapView.zoom }) : null),
    (marks) => marks && patch({ marks: markCollection(marks, lookOf(store.terms.getSnapshot())), rawMarks: marks }),
    fail,
  );

  const refresh = latestWins(
    answer,
    (_, wish) => {
      answered = wish;
    },
    (error) => {
      asked = null;
      fail(error);
    },
  );

  function wishNow(): Wish | null {
    const cluster: Cluster | undefined = store.clusters.getSnapshot()[0];
    const members = store.members.getSnapshot();
    // While the cluster is being brought in, its members come a moment after it.
    if (!cluster || members.length === 0) return null;
    const { editionId, filter, sort, scope, zoneDraft } = useSession.getState();
    return {
      editionId,
      members,
      layers: store.layers.getSnapshot(),
      scope,
      zoneM: zoneDraft ?? cluster.zoneM,
      isSettled: zoneDraft === null,
      filter,
      sort,
      timing,
      register,
    };
  }
  /** Asks if the answer could be another one: the session also changes with every step of the pointer. */
  const ask = (): void => {
    const wish = wishNow();
    if (!wish || (asked && isSameWish(asked, wish))) return;
    asked = wish;
    refresh(wish);
  };

  async function put(incidents: readonly Incident[]): Promise<void> {
    const batch = encodeIncidents(incidents);
    await border.putIncidents(transfer(batch, buffersIn(batch)));
  }

  /** Takes in what an entry did to incidents, and asks anew once it is all there: half an import is not an answer. */
  const follow: IncidentChanges = async ({ changed, removed, isLast }) => {
    if (changed.length > 0) await put(changed);
    if (removed.length > 0) await border.removeIncidents(removed);
    taken += changed.length + removed.length;
    if (!isLast) return patch({ reading: taken });
    taken = 0;
    patch({ reading: null });
    register += 1;
    ask();
  };

  /** The first cluster and its sample come ready, once; what a newer program has more of comes to older registers as well. */
  async function seed(): Promise<void> {
    if (store.status.getSnapshot().kind === 'readOnly' || (await store.hasSeed('activities'))) return;
    const founders = firstCluster.members.filter(({ from }) => from <= SAMPLE_ENDS).map(({ unitCode }) => unitCode);
    const memberCodes = [...new Set(founders)];
    const incidents = (await store.hasSeed('incidents'))
      ? []
      : await border.simulateSample(await readReferenceFile(store, 'edition-2018'), memberCodes);
    const activities = await border.simulateOutreach(memberCodes);
    const seeded = await store.seedFirstCluster({ incidents, activities });
    if (!seeded.ok) patch({ problem: seeded.problem });
  }

  async function readRegister(): Promise<void> {
    await seed();
    const after = await store.arrival();
    let count = 0;
    await store.streamIncidents(async (chunk) => {
      await put(chunk);
      count += chunk.length;
      patch({ reading: count });
    });
    patch({ reading: null });
    ends.push(store.followIncidents(follow, { after }));
    register += 1;
    ask();
  }

  async function readGround(): Promise<void> {
    patch({ rivers: urlOf(await readReferenceFile(store, 'river-lines')) });
    patch({ places: urlOf(await readReferenceFile(store, 'places')) });
  }

  ends.push(useSession.subscribe(ask));
  for (const source of [store.clusters, store.members, store.layers]) ends.push(source.subscribe(ask));
  ends.push(store.terms.subscribe(() => mark(undefined)));
  ask();
  readRegister().catch(fail);
  readGround().catch(fail);

  return {
    view,
    worker,
    lookAt: (next) => {
      mapView = next;
      mark(undefined);
    },
    isSettled: () => asked !== null && answered === asked && view.getSnapshot().reading === null,
    marksIn: async ({ bbox, zoom }) => {
      const marks = await border.marks({ bbox, zoom });
      return marks && markCollection(marks, lookOf(store.terms.getSnapshot()));
    },
    wantTiming: (isWanted) => {
      timing = isWanted;
      ask();
    },
    lightChosen: () => mark(undefined),
    chosenOnMap: () => {
      patch({ chosenVersion: view.getSnapshot().chosenVersion + 1 });
      mark(undefined);
    },
    end: () => {
      for (const end of ends) end();
      worker.end();
      shapes.end();
    },
  };
}

function editionOf({ info, unitNames, asOf }: BorderView): EditionView | null {
  return info && asOf ? { info, unitNames, asOf } : null;
}

function isSameWish(a: Wish, b: Wish): boolean {
  return (Object.keys(a) as (keyof Wish)[]).every((key) => a[key] === b[key]);
}

/** How a category looks on the map. */
function lookOf(rows: readonly Term[]): (id: CategoryId) => Category {
  const looks = new Map(termsOf(rows, 'category').map(({ id, look }) => [id, look]));
  return (id) => looks.get(id) ?? 'other';
}

function urlOf(text: string): string {
  return URL.createObjectURL(new Blob([text], { type: 'application/json' }));
}

function letGo(sources: Partial<BorderView['unitSources']>): void {
  for (const url of Object.values(sources)) if (typeof url === 'string') releaseLater(url);
}
