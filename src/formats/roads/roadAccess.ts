import { AGAINST, ALONG, BITS_PER_MODE, type RoadClass, TRAVEL_MODES, type TravelMode } from '../../domain';

/** The tags of a way. */
export interface TagSource {
  readonly get: (key: string) => string | undefined;
}

const BOTH = ALONG | AGAINST;

/** Keys that say who may pass, from the mode's own to the widest. */
const ACCESS_KEYS: Readonly<Record<TravelMode, readonly string[]>> = {
  foot: ['foot', 'access'],
  bicycle: ['bicycle', 'vehicle', 'access'],
  motorbike: ['motorcycle', 'motor_vehicle', 'vehicle', 'access'],
  car: ['motorcar', 'motor_vehicle', 'vehicle', 'access'],
};
const ONEWAY_KEYS: Readonly<Record<TravelMode, readonly string[]>> = {
  foot: ['oneway:foot'],
  bicycle: ['oneway:bicycle', 'oneway:vehicle', 'oneway'],
  motorbike: ['oneway:motorcycle', 'oneway:moped', 'oneway:motor_vehicle', 'oneway:vehicle', 'oneway'],
  car: ['oneway:motorcar', 'oneway:motor_vehicle', 'oneway:vehicle', 'oneway'],
};
/** In Vietnamese countryside paths are ridden by motorbike as a rule, and tracks as well; footways of towns are not. */
const OPEN_TO: Readonly<Partial<Record<RoadClass, readonly TravelMode[]>>> = {
  motorway: ['car'],
  track: ['foot', 'bicycle', 'motorbike'],
  path: ['foot', 'bicycle', 'motorbike'],
  footway: ['foot', 'bicycle'],
  cycleway: ['foot', 'bicycle'],
  steps: ['foot'],
  ferry: ['foot', 'bicycle', 'motorbike'],
};
const FIRM_TRACKS = new Set(['grade1', 'grade2']);

const YES = new Set(
  'yes designated permissive destination official public customers delivery residents 1 true'.split(' '),
);
const NO = new Set(
  'no private restricted military emergency agricultural forestry permit use_sidepath dismount 0 false'.split(' '),
);
const DIRECTIONS: ReadonlyMap<string, number> = new Map([
  ...['yes', 'true', '1', 'f'].map((word) => [word, ALONG] as const),
  ...['-1', 'reverse', 't'].map((word) => [word, AGAINST] as const),
  ...['no', 'false', '0', 'b', 'alternating'].map((word) => [word, BOTH] as const),
  // Which way it runs changes with the hour: a plan cannot count on it.
  ['reversible', 0] as const,
]);

function wordOf(text: string | undefined): string {
  if (text === undefined) return '';
  const end = text.indexOf(';');
  return (end < 0 ? text : text.slice(0, end)).trim().toLowerCase();
}

/** True or false where a tag says who may pass in words that are known. */
function permission(tags: TagSource, key: string): boolean | undefined {
  const word = wordOf(tags.get(key));
  if (word === '') return undefined;
  return YES.has(word) ? true : NO.has(word) ? false : undefined;
}

function isOpenByClass(tags: TagSource, mode: TravelMode, roadClass: RoadClass): boolean {
  if (roadClass === 'track' && mode === 'car') return FIRM_TRACKS.has(wordOf(tags.get('tracktype')));
  if (wordOf(tags.get('motorroad')) === 'yes' && (mode === 'foot' || mode === 'bicycle')) return false;
  return OPEN_TO[roadClass]?.includes(mode) ?? true;
}

function mayPass(tags: TagSource, mode: TravelMode, roadClass: RoadClass): boolean {
  // A ramp beside the steps is pushed up, not ridden.
  if (roadClass === 'steps' && mode !== 'foot') return false;
  const isOpen = isOpenByClass(tags, mode, roadClass);
  for (const [i, key] of ACCESS_KEYS[mode].entries()) {
    const said = permission(tags, key);
    if (said === undefined) continue;
    if (!said || isOpen) return said;
    // Words for all close a way, but open nothing that its class shuts; nor do words for all vehicles on a motorway.
    return i === 0 || (key !== 'access' && roadClass !== 'motorway');
  }
  return isOpen;
}

/** What holds where nothing is said of the direction. */
function impliedDirections(tags: TagSource, mode: TravelMode, roadClass: RoadClass): number {
  if (mode === 'foot' || roadClass === 'ferry') return BOTH;
  const junction = wordOf(tags.get('junction'));
  const isMotorway = wordOf(tags.get('highway')) === 'motorway';
  return isMotorway || junction === 'roundabout' || junction === 'circular' ? ALONG : BOTH;
}

const sensesOf = (mode: TravelMode): readonly { readonly bit: number; readonly keys: readonly string[] }[] => [
  { bit: ALONG, keys: ACCESS_KEYS[mode].map((key) => `${key}:forward`) },
  { bit: AGAINST, keys: ACCESS_KEYS[mode].map((key) => `${key}:backward`) },
];
/** Keys that say who may pass in one direction only. */
const SENSES = {
  foot: sensesOf('foot'),
  bicycle: sensesOf('bicycle'),
  motorbike: sensesOf('motorbike'),
  car: sensesOf('car'),
};
const CYCLEWAYS = ['cycleway', 'cycleway:left', 'cycleway:right', 'cycleway:both'];

function directions(tags: TagSource, mode: TravelMode, roadClass: RoadClass): number {
  let bits: number | undefined;
  for (const key of ONEWAY_KEYS[mode]) {
    const word = wordOf(tags.get(key));
    bits = word === '' ? undefined : DIRECTIONS.get(word);
    if (bits === undefined) continue;
    if (mode === 'bicycle' && key === 'oneway' && CYCLEWAYS.some((way) => wordOf(tags.get(way)).startsWith('opposite')))
      bits = BOTH;
    break;
  }
  bits ??= impliedDirections(tags, mode, roadClass);
  for (const { bit, keys } of SENSES[mode])
    for (const key of keys) {
      const said = permission(tags, key);
      if (said === undefined) continue;
      bits = said ? bits | bit : bits & ~bit;
      break;
    }
  return bits;
}

/**
 * Who may pass a way, and in which directions, by its tags.
 *
 * Where nothing is said: motorways are for cars along the way as drawn; paths and tracks are for motorbikes too, as is usual in the
 * Vietnamese countryside, firm tracks (grade 1 and 2) for cars as well; steps are for feet; ferries take no cars unless they say so.
 * `no` and `private` close, `destination` and its like do not. One-ways hold for vehicles, not for feet; reversible ones are closed to
 * vehicles.
 * @returns bits as in `RoadWays.access`
 * @source OpenStreetMap wiki, Key:access, Key:oneway, Key:motorroad
 */
export function roadAccess(tags: TagSource, roadClass: RoadClass): number {
  let access = 0;
  for (const [m, mode] of TRAVEL_MODES.entries())
    if (mayPass(tags, mode, roadClass)) access |= directions(tags, mode, roadClass) << (m * BITS_PER_MODE);
  return access;
}

/** Barriers that a car does not pass. */
const CAR_BARRIERS = new Set(
  'bollard block bus_trap chain cycle_barrier debris fence full-height_turnstile horse_stile jersey_barrier kissing_gate log motorcycle_barrier planter rope stile turnstile wall'.split(
    ' ',
  ),
);

/** Whether a node bars cars: by its kind, or because it says so. Gates are passed unless they say otherwise. */
export function isCarBarrier(tags: TagSource): boolean {
  const barrier = wordOf(tags.get('barrier'));
  if (barrier === '') return false;
  for (const key of ACCESS_KEYS.car) {
    const said = permission(tags, key);
    if (said !== undefined && (!said || key !== 'access')) return !said;
  }
  return CAR_BARRIERS.has(barrier);
}
