import * as v from 'valibot';
import {
  ACTIVITY_KINDS,
  type Activity,
  BRIEFING_LIMITS,
  type Briefing,
  CATEGORIES,
  type Cluster,
  COUNT_BYS,
  DAY_MINUTES,
  DOCUMENT_TABLES,
  type DocumentTable,
  type DocumentTables,
  type Duty,
  type Incident,
  type Layer,
  type LayerContent,
  MAX_ZONE_M,
  type Member,
  MOST_KMH,
  NEVER_MINUTE,
  type PatrolPlan,
  type PatrolRoute,
  type PatrolTask,
  type PatrolVisit,
  PLAN_METHODS,
  type Place,
  POSITION_METHODS,
  type Post,
  parsePlainDate,
  ROAD_CLASSES,
  SCENE_ASIDES,
  type Scene,
  type Shift,
  STATUSES,
  TASK_SOURCES,
  TERM_LISTS,
  type Team,
  type Term,
  TRAVEL_MODES,
} from '../domain';
import { isGeoJsonText } from './isGeoJsonText';
import { MOST_COUNTED } from './journal';

type FieldSchemas<T> = { readonly [K in Exclude<keyof T, 'id' | 'rev'>]: v.GenericSchema };

const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(500));
const day = v.pipe(v.string(), v.check(isDay));
const wallClock = v.pipe(v.string(), v.check(isWallClock));
const code = v.pipe(v.string(), v.regex(/^\d{5}$/));
const lng = v.pipe(v.number(), v.minValue(-180), v.maxValue(180));
const lat = v.pipe(v.number(), v.minValue(-90), v.maxValue(90));
const metres = v.pipe(v.number(), v.finite(), v.minValue(0));
const zoneMetres = v.pipe(metres, v.maxValue(MAX_ZONE_M));
const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const minuteOfDay = v.pipe(whole, v.maxValue(DAY_MINUTES - 1));
const weekdays = v.pipe(v.array(v.pipe(whole, v.maxValue(6))), v.maxLength(7));
const persons = v.pipe(whole, v.maxValue(1_000_000));
const revision = v.pipe(whole, v.maxValue(MOST_COUNTED));
const recordId = v.pipe(v.string(), v.minLength(1), v.maxLength(100));

const uuid = v.pipe(v.string(), v.uuid());
const category = v.union([v.picklist(CATEGORIES), uuid]);
const status = v.union([v.picklist(STATUSES), uuid]);
const source = v.strictObject({
  kind: v.picklist(['file', 'manual', 'simulated']),
  name: text(1_000),
  row: v.nullable(whole),
  id: v.optional(v.nullable(text(200))),
});

const clusters: FieldSchemas<Cluster> = {
  name,
  agreedOn: v.nullable(day),
  zoneM: v.strictObject({ commune: zoneMetres, district: zoneMetres, province: zoneMetres }),
};

const members: FieldSchemas<Member> = {
  clusterId: recordId,
  kind: v.picklist(['unit', 'organisation']),
  name,
  editionId: recordId,
  unitCode: code,
  from: day,
  to: v.nullable(day),
  fromIsProvisional: v.boolean(),
};

const incidents: FieldSchemas<Incident> = {
  occurred: v.strictObject({ from: wallClock, to: wallClock }),
  reportedOn: v.nullable(day),
  lng: v.nullable(lng),
  lat: v.nullable(lat),
  positionAccuracyM: v.nullable(metres),
  positionMethod: v.picklist(POSITION_METHODS),
  category,
  kind: v.picklist(['criminal', 'administrative']),
  discovery: v.picklist(['reported', 'discovered']),
  personsInvolved: persons,
  unitCode: v.nullable(code),
  status,
  summary: text(100_000),
  source,
};

const kmh = v.pipe(v.number(), v.minValue(0), v.maxValue(MOST_KMH));
const speeds = v.strictObject(v.entriesFromList(TRAVEL_MODES, v.strictObject(v.entriesFromList(ROAD_CLASSES, kmh))));

const layers: FieldSchemas<Layer> = {
  name,
  geometry: v.picklist(['polygon', 'line', 'point']),
  contentId: recordId,
  featureCount: whole,
  bbox: v.strictTuple([lng, lat, lng, lat]),
  style: v.strictObject({
    color: v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/i)),
    opacity: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
    widthPx: v.pipe(v.number(), v.minValue(0), v.maxValue(100)),
  }),
  isVisible: v.boolean(),
  order: v.pipe(v.number(), v.finite()),
  zoneM: v.nullable(zoneMetres),
  isBarrier: v.optional(v.boolean()),
  roads: v.optional(
    v.nullable(
      v.strictObject({
        dataDay: v.nullable(day),
        attribution: text(1_000),
        lengthKm: metres,
        mainShare: share,
        speeds: v.optional(v.nullable(speeds)),
      }),
    ),
  ),
};

const layerContents: FieldSchemas<LayerContent> = {
  geojson: v.pipe(v.string(), v.check(isGeoJsonText)),
};

const terms: FieldSchemas<Term> = {
  list: v.picklist(TERM_LISTS),
  name: v.nullable(name),
  look: v.picklist(CATEGORIES),
  order: v.pipe(v.number(), v.finite()),
  isRetired: v.boolean(),
  mergedInto: v.nullable(v.union([category, status])),
};

const activities: FieldSchemas<Activity> = {
  kind: v.picklist(ACTIVITY_KINDS),
  on: day,
  unitCode: code,
  count: v.pipe(whole, v.minValue(1), v.maxValue(1_000_000)),
  note: text(100_000),
  source,
};

const places: FieldSchemas<Place> = { name, lng, lat, accuracyM: metres, isCrossing: v.optional(v.boolean()) };

const posts: FieldSchemas<Post> = { memberId: recordId, name, lng, lat, contact: text(500) };

const hourSpan = { fromMinute: minuteOfDay, minutes: v.pipe(whole, v.minValue(1), v.maxValue(DAY_MINUTES)) };

const shifts: FieldSchemas<Shift> = { ...hourSpan, name, weekdays };

const teams: FieldSchemas<Team> = {
  ...hourSpan,
  name,
  postId: recordId,
  size: v.pipe(whole, v.minValue(1), v.maxValue(1_000)),
  mode: v.picklist(TRAVEL_MODES),
  weekdays,
  mostMinutes: v.pipe(whole, v.minValue(1), v.maxValue(DAY_MINUTES)),
  restMinutes: v.pipe(whole, v.maxValue(7 * DAY_MINUTES)),
};

const duties: FieldSchemas<Duty> = { teamId: recordId, shiftId: recordId, on: day };

const degrees = v.strictTuple([lng, lat]);

const patrolTasks: FieldSchemas<PatrolTask> = {
  name,
  place: v.variant('kind', [
    v.strictObject({ kind: v.literal('place'), at: degrees }),
    v.strictObject({
      kind: v.literal('stretch'),
      path: v.pipe(v.array(degrees), v.minLength(2), v.maxLength(10_000)),
    }),
  ]),
  chainage: v.nullable(v.strictObject({ lineId: recordId, fromM: metres, toM: metres })),
  source: v.picklist(TASK_SOURCES),
  weight: metres,
  hours: v.nullable(v.pipe(v.array(share), v.length(24))),
  dwellMinutes: v.pipe(whole, v.maxValue(DAY_MINUTES)),
  windows: v.pipe(v.array(v.strictObject(hourSpan)), v.maxLength(24)),
  visitsPerWeek: v.pipe(whole, v.minValue(1), v.maxValue(1_000)),
  leastGapHours: metres,
  mostGapHours: v.nullable(v.pipe(metres, v.minValue(1))),
  joint: v.pipe(v.array(recordId), v.maxLength(10)),
  isRequired: v.boolean(),
  isActive: v.boolean(),
};

const patrolPlans: FieldSchemas<PatrolPlan> = {
  name,
  from: day,
  days: v.pipe(whole, v.minValue(1), v.maxValue(62)),
  method: v.picklist(PLAN_METHODS),
  roadsId: v.nullable(recordId),
  seed: whole,
  iterations: whole,
  worth: metres,
  bound: v.nullable(metres),
};

/** A route may begin on the evening of its day and end on the next one. */
const routeMinute = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(NEVER_MINUTE));

const patrolRoutes: FieldSchemas<PatrolRoute> = {
  planId: recordId,
  teamId: recordId,
  shiftId: recordId,
  on: day,
  stops: v.pipe(
    v.array(
      v.strictObject({
        taskId: recordId,
        isAlong: v.boolean(),
        arriveMinute: routeMinute,
        startMinute: routeMinute,
        leaveMinute: routeMinute,
        isLocked: v.boolean(),
      }),
    ),
    v.maxLength(1_000),
  ),
  outMinute: routeMinute,
  backMinute: routeMinute,
  metres,
};

const patrolVisits: FieldSchemas<PatrolVisit> = {
  taskId: recordId,
  teamId: recordId,
  routeId: v.nullable(recordId),
  at: wallClock,
  minutes: v.nullable(metres),
  method: v.picklist(['ticked', 'track']),
};

const briefings: FieldSchemas<Briefing> = {
  name: v.pipe(text(BRIEFING_LIMITS.name), v.minLength(1)),
  from: day,
  to: day,
  countBy: v.picklist(COUNT_BYS),
};

const scenes: FieldSchemas<Scene> = {
  briefingId: recordId,
  order: v.pipe(v.number(), v.finite()),
  title: text(BRIEFING_LIMITS.title),
  text: text(BRIEFING_LIMITS.text),
  notes: text(BRIEFING_LIMITS.notes),
  view: text(BRIEFING_LIMITS.view),
  layers: v.nullable(v.pipe(v.array(recordId), v.maxLength(1_000))),
  aside: v.picklist(SCENE_ASIDES),
};

const FIELDS: { readonly [K in DocumentTable]: FieldSchemas<DocumentTables[K]> } = {
  clusters,
  members,
  incidents,
  layers,
  layerContents,
  terms,
  activities,
  places,
  posts,
  shifts,
  teams,
  duties,
  patrolTasks,
  patrolPlans,
  patrolRoutes,
  patrolVisits,
  briefings,
  scenes,
};

/** What the fields of a record of a table may be, but for its id and revision. */
export const fieldsOf = <K extends DocumentTable>(table: K): FieldSchemas<DocumentTables[K]> => FIELDS[table];

/** The three kinds of change to a record of a table: added and removed ones whole, updated ones with the same fields on both sides. */
function changesOf(table: DocumentTable) {
  const row = v.strictObject({ ...FIELDS[table] });
  const some = v.partial(row);
  const about = { table: v.literal(table), id: recordId, base: revision };
  return {
    added: v.strictObject({ ...about, from: v.null(), to: row }),
    removed: v.strictObject({ ...about, from: row, to: v.null() }),
    updated: v.pipe(
      v.strictObject({ ...about, from: some, to: some }),
      v.check(({ from, to }) => hasSameKeys(from, to)),
    ),
  };
}

const CHANGES = Object.fromEntries(DOCUMENT_TABLES.map((table) => [table, changesOf(table)])) as {
  readonly [K in DocumentTable]: ReturnType<typeof changesOf>;
};

function isDay(text: string): boolean {
  return parsePlainDate(text) !== null;
}

function isWallClock(text: string): boolean {
  return isDay(text.slice(0, 10)) && /^T([01]\d|2[0-3]):[0-5]\d$/.test(text.slice(10));
}

function hasSameKeys(a: object, b: object): boolean {
  const keys = Object.keys(a);
  return keys.length > 0 && keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key));
}

const changeKind = v.object({
  table: v.picklist(DOCUMENT_TABLES),
  from: v.nullable(v.looseObject({})),
  to: v.nullable(v.looseObject({})),
});

/** The bare shape of a change, whatever the schema that it was written in. */
export const anyChange = v.strictObject({
  table: v.picklist(DOCUMENT_TABLES),
  id: recordId,
  base: revision,
  from: v.nullable(v.record(v.string(), v.unknown())),
  to: v.nullable(v.record(v.string(), v.unknown())),
});

/** A change of a record, as it comes in a file of another device: each field is looked at once. */
export const recordChange = v.lazy((input) => {
  const shape = v.safeParse(changeKind, input);
  if (!shape.success) return anyChange;
  const { table, from, to } = shape.output;
  if (from && to) return CHANGES[table].updated;
  return to ? CHANGES[table].added : CHANGES[table].removed;
});
