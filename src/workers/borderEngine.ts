import { chartTimes } from '../analysis/chartTimes';
import { classifyLines, type LineScope, type ZoneRows } from '../analysis/clusterLines';
import { countTerms } from '../analysis/countTerms';
import type { CourseColumns } from '../analysis/drawZones';
import { findNearestByLevel, type NearestByLevel } from '../analysis/findNearestByLevel';
import { findZoneRows, keepRowsWithin, reachFor } from '../analysis/findZoneRows';
import {
  emptyColumns,
  type IncidentBatch,
  type IncidentColumns,
  positionsOf,
  putIncidents,
  removeIncidents,
} from '../analysis/incidentColumns';
import type { FoldedNames } from '../analysis/incidentFilter';
import type { IncidentFlags } from '../analysis/incidentFlags';
import { type IncidentMark, type MapView, markIncidents } from '../analysis/incidentMarks';
import { type IncidentTiming, queryIncidents } from '../analysis/incidentQuery';
import { judgeCertainty } from '../analysis/judgeCertainty';
import { type EditionSources, makeEditionSources } from '../analysis/mapSources';
import { nameLine } from '../analysis/nameLine';
import { type EditionInfo, type OpenEdition, openEdition } from '../analysis/openEdition';
import { flagByZoneLayers, indexZoneLayer, type ZoneLayerIndex, zonePolygons } from '../analysis/zoneLayers';
import {
  fail,
  foldVietnamese,
  LEVELS,
  MAX_ZONE_LAYERS,
  type Problem,
  type Result,
  succeed,
  type ZoneDistances,
} from '../domain';
import { locateUnit } from '../geo';
import type { QueryInput, QuerySummary, TableEntry, ZoneLayerInput } from './borderAnswers';
import { rememberChosen } from './chosenRows';
import { answerExports } from './exportAnswers';
import { answerHotspots } from './hotspotAnswers';
import { answerPositions, hitAt } from './positionAnswers';
import { readyData } from './readyData';
import { answerReviews } from './reviewAnswers';
import { makeUnitFinder } from './unitFinder';

const NO_FLAGS: IncidentFlags = {
  start: new Uint32Array(1),
  line: new Int32Array(0),
  distanceM: new Float64Array(0),
  chainageM: new Float64Array(0),
  side: new Int8Array(0),
  unit: new Int32Array(0),
  zoneLayers: new Uint32Array(0),
  certainty: new Uint8Array(0),
};

/** Rows of the zones, and what they leave unsure. */
interface FoundZones {
  readonly rows: ZoneRows;
  readonly nearest: NearestByLevel;
}

/** Holds an edition and all incidents, and answers what screens ask of them. Lives in a worker. */
export function createBorderEngine() {
  const columns = emptyColumns();
  const chosen = rememberChosen(columns);
  const editions = new Map<string, OpenEdition>();
  const unitFinder = makeUnitFinder();
  let edition: OpenEdition | null = null;
  let names: FoldedNames = { units: [], lines: [] };
  let members: ReadonlySet<number> = new Set();
  let zoneLayers: readonly ZoneLayerIndex[] = [];
  let flags = NO_FLAGS;
  let order: Uint32Array = new Uint32Array(0);
  let timing: IncidentTiming | null = null;
  let lastScope: LineScope = 'cluster';
  let version = 0;
  let register = 0;
  let contents = 0;
  /** What the incidents of the last answer hung on; null: something that is not named in it has changed. */
  let contentsKey: string | null = null;
  /** What does not follow the sliders, found once per edition, register and set of layers. */
  let located: { unit: Int32Array; zoneLayers: Uint32Array } | null = null;
  /** The rows found last, and for which distances and lines. */
  let found: { key: string; rows: ZoneRows; nearest: NearestByLevel } | null = null;
  /**
   * Changes of incidents that no answer has taken in yet. A removal moves incidents to other slots: until the next answer
   * rows, marks and places are those of the last one, and so must the columns be.
   */
  let waiting: (() => void)[] = [];

  function forgetPositions(): void {
    located = null;
    found = null;
  }

  function takeInChanges(): void {
    if (waiting.length === 0) return;
    for (const change of waiting) change();
    register += 1;
    waiting = [];
    forgetPositions();
  }

  function scopeMask(open: OpenEdition, scope: LineScope): Uint8Array {
    return Uint8Array.from(classifyLines(open.info.lines, members), (line) =>
      scope === 'all' || line !== 'none' ? 1 : 0,
    );
  }

  /** Rows are found for distances of a ladder, once; between two of them a slider only passes rows over. */
  function zonesOf(open: OpenEdition, zoneM: ZoneDistances, scope: LineScope): Result<FoundZones, Problem> {
    const reachM = reachFor(zoneM);
    const key = JSON.stringify([open.info.edition.id, LEVELS.map((level) => reachM[level]), scope]);
    if (found?.key !== key) {
      const inScope = scopeMask(open, scope);
      const zones = findZoneRows(open.borderIndex, positionsOf(columns), { zoneM: reachM, inScope });
      if (!zones.ok) return zones;
      const { accuracyM } = columns;
      const nearest = findNearestByLevel(open.borderIndex, positionsOf(columns), { accuracyM, reachM, inScope });
      if (!nearest.ok) return nearest;
      found = { key, rows: zones.value, nearest: nearest.value };
    }
    const isWhole = LEVELS.every((level) => reachM[level] === zoneM[level]);
    const { nearest } = found;
    const rows = isWhole ? found.rows : keepRowsWithin(found.rows, { lineLevel: open.borderIndex.lineLevel, zoneM });
    return succeed({ rows, nearest });
  }

  return {
    ...readyData,
    ...answerPositions(() => ({ edition, zoneLayers, scopeMask })),
    ...answerExports(columns, () => ({ edition, zoneLayers, flags, order })),
    ...answerHotspots(columns, () => ({
      edition,
      members,
      flags,
      timing,
      contents,
      register,
      inScope: edition ? scopeMask(edition, lastScope) : new Uint8Array(0),
      isWhole: lastScope === 'all',
    })),
    ...answerReviews(columns, unitFinder, () => ({
      edition,
      flags,
      names,
      zoneLayerCount: zoneLayers.length,
      register,
      isWhole: lastScope === 'all',
    })),

    /** Opens an edition from the text of its layer file and makes it the one that counts. */
    openEdition(id: string, text: string): Result<EditionInfo, Problem> {
      let open = editions.get(id);
      if (!open) {
        const opened = openEdition(JSON.parse(text));
        if (!opened.ok) return opened;
        open = opened.value;
        editions.set(id, open);
      }
      edition = open;
      contentsKey = null;
      const { info } = open;
      names = {
        units: info.units.map(({ name }) => foldVietnamese(name)),
        lines: info.lines.map((_, number) => foldVietnamese(nameLine(info, number))),
      };
      members = new Set();
      forgetPositions();
      return succeed(open.info);
    },

    /** Whether the units of an edition can be asked for without the text of its file. */
    knowsUnits: unitFinder.knows,

    /** The unit of an edition that holds a position; the edition that counts stays the same. */
    unitAt: unitFinder.find,

    hasEdition: (id: string): boolean => editions.has(id),

    /** Numbers of the units that are members; gives what the map draws. */
    setMembers(numbers: readonly number[], scope: LineScope): EditionSources | null {
      members = new Set(numbers);
      contentsKey = null;
      found = null;
      return edition ? makeEditionSources(edition, { members, scope }) : null;
    },

    /** The course of the lines that count, to draw their zones. */
    linesInScope(scope: LineScope): CourseColumns {
      if (!edition) return { levels: [], start: new Uint32Array(1), coordinates: new Float64Array() };
      const { lines, coordinates } = edition.network;
      const mask = scopeMask(edition, scope);
      const own = lines.filter((_, number) => mask[number] === 1);
      const start = new Uint32Array(own.length + 1);
      own.forEach((line, k) => {
        start[k + 1] = start[k]! + line.end - line.start;
      });
      const columns = new Float64Array(2 * start[own.length]!);
      own.forEach((line, k) => {
        columns.set(coordinates.subarray(2 * line.start, 2 * line.end), 2 * start[k]!);
      });
      return { levels: own.map(({ level }) => level), start, coordinates: columns };
    },

    /** Adds or replaces incidents, as of the next answer. */
    putIncidents(batch: IncidentBatch): void {
      waiting.push(() => putIncidents(columns, batch));
    },

    /** Removes incidents, as of the next answer. */
    removeIncidents(ids: readonly string[]): void {
      waiting.push(() => removeIncidents(columns, ids));
    },

    /** The user's layers that flag, in their order; those beyond `MAX_ZONE_LAYERS` flag nothing. */
    setZoneLayers(layers: readonly ZoneLayerInput[]): void {
      zoneLayers = layers
        .slice(0, MAX_ZONE_LAYERS)
        .map(({ geojson, radiusM }) => indexZoneLayer(zonePolygons(JSON.parse(geojson), radiusM)));
      contentsKey = null;
      located = null;
    },

    query({ zoneM, scope, filter, sort, timing: wantsTiming = false }: QueryInput): Result<QuerySummary, Problem> {
      if (!edition) return fail({ kind: 'emptyNetwork' });
      takeInChanges();
      const zones = zonesOf(edition, zoneM, scope);
      if (!zones.ok) return zones;
      located ??= {
        unit: locateUnit(edition.unitIndex, positionsOf(columns)),
        zoneLayers: flagByZoneLayers(zoneLayers, positionsOf(columns)),
      };
      const { count } = columns;
      const certainty = judgeCertainty(zones.value.nearest, { count, zoneM, zoneLayers: located.zoneLayers });
      flags = { ...zones.value.rows, ...located, certainty };
      const answer = queryIncidents(columns, flags, {
        lines: edition.info.lines,
        unitCount: edition.info.units.length,
        zoneLayerCount: zoneLayers.length,
        unitNumberOf: new Map(edition.info.units.map((unit, number) => [Number(unit.code), number])),
        names,
        filter,
        sort,
        timing: wantsTiming,
      });
      order = answer.order;
      timing = answer.timing;
      lastScope = scope;
      chosen.keepWithin(order);
      version += 1;
      const key = JSON.stringify([zoneM, scope, filter, wantsTiming, register]);
      if (key !== contentsKey) contents += 1;
      contentsKey = key;
      const summary: QuerySummary = {
        version,
        contents,
        register,
        total: columns.count,
        totalSimulated: columns.simulated.subarray(0, columns.count).reduce((sum, one) => sum + one, 0),
        shown: order.length,
        shownFlagged: answer.flaggedInOrder,
        shownUnsure: answer.unsureInOrder,
        shownMaybe: answer.maybeInOrder,
        shownPersons: answer.personsInOrder,
        shownSimulated: answer.simulatedInOrder,
        span: spanOf(columns, order),
        facets: answer.facets,
        lineSides: answer.lineSides,
        categories: [...columns.categories],
        statuses: [...columns.statuses],
        unitFlagged: answer.unitFlagged,
        categoryFlagged: answer.categoryFlagged,
        kindFlagged: answer.kindFlagged,
        timing: answer.timing && chartTimes(columns, answer.timing),
      };
      return succeed(summary);
    },

    /** How many incidents of the whole register name each category and each status, as of the last answer. */
    termUses: (): Record<string, number> => countTerms(columns),

    marks: (view: MapView): IncidentMark[] =>
      markIncidents(columns, order, flags, { ...view, chosen: chosen.mask(register) }),

    /** Rows of the table, by place in the order of an answer; none where that is no longer the last one. */
    rows(answer: number, from: number, to: number): TableEntry[] {
      if (answer !== version) return [];
      return Array.from(order.subarray(from, to), (slot) => {
        const row = flags.start[slot]!;
        const hasLine = flags.start[slot + 1]! > row;
        return {
          id: columns.ids[slot]!,
          isFlagged: hasLine || flags.zoneLayers[slot] !== 0,
          certainty: flags.certainty[slot]!,
          hit: hasLine ? hitAt(flags, row) : null,
          unit: flags.unit[slot]!,
        };
      });
    },

    /** The place of an incident in the table; −1 when the filter leaves it out. */
    placeOf(id: string): number {
      const slot = columns.slotOf.get(id);
      return slot === undefined ? -1 : order.indexOf(slot);
    },

    /** Remembers several rows as chosen, by their places in an answer; whether that is still the last one. */
    choose(answer: number, places: Uint32Array): boolean {
      if (answer === version) chosen.choose(order, places);
      return answer === version;
    },

    /** Adds an incident to the chosen ones, or takes it away. */
    toggleChosen: (id: string, besides: string | null): void => chosen.toggle(id, besides),

    forgetChosen: (): void => chosen.choose(order, new Uint32Array(0)),

    /** Where the chosen ones are in an answer; null where that is no longer the last one. */
    chosenPlaces: (answer: number): Uint32Array | null => (answer === version ? chosen.places(order) : null),

    chosenIds: (from: number, to: number): string[] => chosen.ids(from, to),
    chosenBox: () => chosen.bbox(),

    /** Texts to search: the summaries of the incidents, in pieces. */
    summaries: (from: number, to: number): { id: string; summary: string }[] =>
      columns.ids.slice(from, to).map((id, i) => ({ id, summary: columns.summaries[from + i]! })),
  };
}

/** From the first minute on which some incidents happened to the last one; null for none. */
function spanOf(
  { occurredMin }: IncidentColumns,
  slots: Uint32Array,
): readonly [fromMin: number, toMin: number] | null {
  let [fromMin, toMin] = [Infinity, -Infinity];
  for (const slot of slots) {
    const at = occurredMin[slot]!;
    if (at < fromMin) fromMin = at;
    if (at > toMin) toMin = at;
  }
  return slots.length > 0 ? [fromMin, toMin] : null;
}
