import * as v from 'valibot';
import {
  ACTIVITY_KINDS,
  type Activity,
  CATEGORIES,
  type Cluster,
  DOCUMENT_TABLES,
  type DocumentTable,
  type DocumentTables,
  type Incident,
  type Layer,
  type LayerContent,
  MAX_ZONE_M,
  type Member,
  type Place,
  POSITION_METHODS,
  parsePlainDate,
  STATUSES,
  TERM_LISTS,
  type Term,
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

const places: FieldSchemas<Place> = { name, lng, lat, accuracyM: metres };

const FIELDS: { readonly [K in DocumentTable]: FieldSchemas<DocumentTables[K]> } = {
  clusters,
  members,
  incidents,
  layers,
  layerContents,
  terms,
  activities,
  places,
};

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

const CHANGES = {
  clusters: changesOf('clusters'),
  members: changesOf('members'),
  incidents: changesOf('incidents'),
  layers: changesOf('layers'),
  layerContents: changesOf('layerContents'),
  terms: changesOf('terms'),
  activities: changesOf('activities'),
  places: changesOf('places'),
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
