import type { DropReason } from '../../domain';
import { classifyWay, classOfHighway, factsOf, type WayFacts } from './classifyWay';

type Properties = Readonly<Record<string, unknown>>;

const isProperties = (value: unknown): value is Properties =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Columns that programs name the class of a road by, the clearest first. */
const CLASS_COLUMNS = ['highway', 'fclass', 'class', 'type'];
/** Columns that only data of OpenStreetMap have. */
const OSM_COLUMNS = ['@id', 'osm_id', 'osm_type', 'full_id', 'other_tags', 'fclass', 'highway'];
/** What says that a line is something else. */
const OTHER_THINGS =
  'waterway railway boundary building landuse natural power aerialway aeroway barrier leisure amenity man_made'.split(
    ' ',
  );
/** Words of our own classes that no `highway` has. */
const OWN_WORDS: ReadonlyMap<string, string> = new Map([['livingstreet', 'living_street']]);

const HSTORE = /"((?:[^"\\]|\\.)*)"=>"((?:[^"\\]|\\.)*)"/g;
const unescaped = (text: string): string => text.replace(/\\(.)/g, '$1');

function addAll(tags: Map<string, string>, properties: Properties): void {
  for (const [key, value] of Object.entries(properties)) {
    const name = key.trim().toLowerCase();
    const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    const text = isPlain ? String(value).trim() : '';
    if (text !== '' && !tags.has(name)) tags.set(name, text);
  }
}

/** The properties of a feature as tags: as they stand, or in the column where a program put them together. */
function tagsOf(properties: Properties): Map<string, string> {
  const tags = new Map<string, string>();
  addAll(tags, properties);
  for (const column of ['tags', 'Tags', 'TAGS']) {
    const { [column]: inner } = properties;
    if (isProperties(inner)) addAll(tags, inner);
  }
  for (const [, key, value] of (tags.get('other_tags') ?? '').matchAll(HSTORE))
    if (!tags.has(unescaped(key!))) tags.set(unescaped(key!), unescaped(value!));
  return tags;
}

/** Puts what another column says of the class where OpenStreetMap has it. */
function settleClass(tags: Map<string, string>): void {
  for (const column of CLASS_COLUMNS) {
    const text = tags.get(column)?.toLowerCase();
    if (text === undefined) continue;
    const word = OWN_WORDS.get(text) ?? text;
    if (column !== 'highway' && column !== 'fclass' && classOfHighway(word) === undefined && word !== 'ferry') continue;
    if (word === 'ferry') tags.set('route', 'ferry');
    else tags.set('highway', word);
    const grade = /^track_(grade\d)$/.exec(word)?.[1];
    if (grade !== undefined) tags.set('tracktype', grade);
    return;
  }
}

/**
 * What a line of GeoJSON is, by its properties: those of OpenStreetMap under their own names, in a column `tags` or `other_tags`, or the
 * columns of Geofabrik. A line that says nothing of itself is a way of the class `unknown`, open to all.
 */
export function classifyFeature(properties: unknown): {
  readonly facts: WayFacts | DropReason;
  readonly isOsm: boolean;
} {
  const tags = isProperties(properties) ? tagsOf(properties) : new Map<string, string>();
  const isOsm = OSM_COLUMNS.some((column) => tags.has(column)) || /^(?:way|relation)\/\d+$/.test(tags.get('id') ?? '');
  settleClass(tags);
  if (tags.has('highway') || tags.get('route')?.toLowerCase() === 'ferry') return { facts: classifyWay(tags), isOsm };
  return { facts: OTHER_THINGS.some((key) => tags.has(key)) ? 'notARoad' : factsOf(tags, 'unknown'), isOsm };
}
