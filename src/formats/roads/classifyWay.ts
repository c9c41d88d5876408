import { type DropReason, ROAD_CLASSES, type RoadClass } from '../../domain';
import { readMaxspeed } from './readMaxspeed';
import { roadAccess, type TagSource } from './roadAccess';

/** What the tags of a way say of it. */
export interface WayFacts {
  /** Place in `ROAD_CLASSES`. */
  readonly roadClass: number;
  /** Bits as in `RoadWays.access`; never 0. */
  readonly access: number;
  /** 0 where none is known. */
  readonly postedKmh: number;
  readonly name: string;
}

/** Values of `highway` by class, links aside; also those of Geofabrik's `fclass`. */
const CLASS_OF: ReadonlyMap<string, RoadClass> = new Map<string, RoadClass>([
  ['motorway', 'motorway'],
  ['trunk', 'trunk'],
  ['primary', 'primary'],
  ['secondary', 'secondary'],
  ['tertiary', 'tertiary'],
  ['unclassified', 'unclassified'],
  ['residential', 'residential'],
  ['living_street', 'livingStreet'],
  ['service', 'service'],
  ['track', 'track'],
  ...[1, 2, 3, 4, 5].map((grade) => [`track_grade${grade}`, 'track'] as const),
  ['path', 'path'],
  ['bridleway', 'path'],
  ['footway', 'footway'],
  ['pedestrian', 'footway'],
  ['cycleway', 'cycleway'],
  ['steps', 'steps'],
  ['road', 'unknown'],
  ['yes', 'unknown'],
  ['unknown', 'unknown'],
]);
const LINK = /^(motorway|trunk|primary|secondary|tertiary)_link$/;
const NOT_IN_USE = new Set('construction proposed planned abandoned disused razed demolished dismantled no'.split(' '));
const LONGEST_NAME = 200;

/** The class that a value of `highway` names; undefined for what is no road. */
export function classOfHighway(value: string): RoadClass | undefined {
  return CLASS_OF.get(LINK.exec(value)?.[1] ?? value);
}

function nameOf(tags: TagSource): string {
  for (const key of ['name', 'name:vi', 'ref']) {
    const name = tags.get(key)?.normalize('NFC').replace(/\s+/g, ' ').trim();
    if (name) return name.slice(0, LONGEST_NAME);
  }
  return '';
}

function postedOf(tags: TagSource): number {
  const posted = readMaxspeed(tags.get('maxspeed'));
  if (posted > 0) return posted;
  const [along, against] = [readMaxspeed(tags.get('maxspeed:forward')), readMaxspeed(tags.get('maxspeed:backward'))];
  return along > 0 && against > 0 ? Math.min(along, against) : along || against;
}

/** What a way of a known class is, by the rest of its tags. */
export function factsOf(tags: TagSource, roadClass: RoadClass): WayFacts | DropReason {
  const access = roadAccess(tags, roadClass);
  if (access === 0) return 'closedToAll';
  return { roadClass: ROAD_CLASSES.indexOf(roadClass), access, postedKmh: postedOf(tags), name: nameOf(tags) };
}

/**
 * What a way of OpenStreetMap is, by its tags.
 * @returns its facts, or why it is no way to travel on
 * @source OpenStreetMap wiki, Key:highway, Tag:route=ferry, Lifecycle prefix
 */
export function classifyWay(tags: TagSource): WayFacts | DropReason {
  const highway = tags.get('highway')?.split(';', 1)[0]?.trim().toLowerCase();
  if (!highway) return tags.get('route')?.trim().toLowerCase() === 'ferry' ? factsOf(tags, 'ferry') : 'notARoad';
  if (NOT_IN_USE.has(highway)) return 'notInUse';
  const roadClass = classOfHighway(highway);
  if (roadClass === undefined) return 'notARoad';
  if (['construction', 'proposed', 'abandoned', 'disused'].some((key) => tags.get(key) === 'yes')) return 'notInUse';
  if (tags.get('area') === 'yes') return 'area';
  return factsOf(tags, roadClass);
}
