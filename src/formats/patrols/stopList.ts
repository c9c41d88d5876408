import {
  DAY_MINUTES,
  type Degrees,
  fail,
  type PlainDate,
  type Problem,
  parsePlainDate,
  type Result,
  succeed,
} from '../../domain';
import { openLink, packLink } from './linkText';
import { NotOurs, TerseReader, toDegrees, toWhole } from './readTerse';

/** A station that can be called on the way. */
export interface ListedPost {
  readonly name: string;
  readonly contact: string;
}

/** A stop as a telephone needs it. */
export interface ListedStop {
  readonly name: string;
  /** Where it begins. */
  readonly at: Degrees;
  /** Where a stretch ends; null: it is a place. */
  readonly end: Degrees | null;
  /** Minutes after the midnight that begins the day of the list. */
  readonly startMinute: number;
  readonly leaveMinute: number;
  /** The end of the id of its task: enough to tell the stops of a route apart. */
  readonly key: string;
  /** Numbers of the posts of both sides in the list's `posts`. */
  readonly posts: readonly number[];
}

/** What one team does in one shift, as it is carried by a link. */
export interface StopList {
  readonly routeId: string;
  readonly team: string;
  readonly shift: string;
  readonly on: PlainDate;
  readonly outMinute: number;
  readonly backMinute: number;
  /** Where the team sets out and comes back to. */
  readonly home: { readonly name: string; readonly at: Degrees };
  readonly posts: readonly ListedPost[];
  readonly stops: readonly ListedStop[];
}

const VERSION = 1;
const KEY_SIGNS = 4;
const MOST_MINUTES = 4 * DAY_MINUTES;
const MOST_STEP = 36_000_000;

/** How a stop names its task in a link. */
export const stopKey = (taskId: string): string => taskId.slice(-KEY_SIGNS);

/**
 * The list as text for an address. Positions are told to a metre, each from the one before; minutes whole.
 * @returns some 40 signs a stop
 */
export function packStopList(list: StopList): Promise<string> {
  let [x, y] = toWhole(list.home.at);
  let minute = Math.round(list.outMinute);
  const stepTo = (place: Degrees): [number, number] => {
    const [nextX, nextY] = toWhole(place);
    const step: [number, number] = [nextX - x, nextY - y];
    [x, y] = [nextX, nextY];
    return step;
  };
  const first = [
    VERSION,
    list.routeId,
    list.team,
    list.shift,
    list.on,
    minute,
    Math.round(list.backMinute) - minute,
    list.home.name,
    x,
    y,
    list.posts.flatMap(({ name, contact }) => [name, contact]),
  ];
  const stops = list.stops.map((stop) => {
    const start = Math.round(stop.startMinute);
    const told = [
      stop.name,
      stop.key,
      start - minute,
      Math.round(stop.leaveMinute) - start,
      ...stepTo(stop.at),
      stop.posts,
      ...(stop.end ? stepTo(stop.end) : []),
    ];
    minute = Math.round(stop.leaveMinute);
    return told;
  });
  return packLink([...first, ...stops]);
}

/**
 * The list that a link carries.
 * @problem brokenLink  the text was cut or changed, or was written by a newer program
 */
export async function readStopList(text: string): Promise<Result<StopList, Problem>> {
  const value = await openLink(text);
  if (Array.isArray(value) && Number.isInteger(value[0]) && value[0] > VERSION)
    return fail({ kind: 'brokenLink', reason: 'newer' });
  try {
    return succeed(readValues(new TerseReader(value)));
  } catch (error) {
    if (!(error instanceof NotOurs)) throw error;
    return fail({ kind: 'brokenLink', reason: 'damaged' });
  }
}

export function readDay(text: string): PlainDate {
  const day = parsePlainDate(text);
  if (!day) throw new NotOurs();
  return day;
}

function readValues(read: TerseReader): StopList {
  read.whole(VERSION, VERSION);
  const [routeId, team, shift] = [read.text(), read.text(), read.text()];
  const on = readDay(read.text());
  const outMinute = read.whole(-MOST_MINUTES, MOST_MINUTES);
  const backMinute = outMinute + read.whole(0, MOST_MINUTES);
  const homeName = read.text();
  let x = read.whole(-MOST_STEP, MOST_STEP);
  let y = read.whole(-MOST_STEP, MOST_STEP);
  const home = { name: homeName, at: toDegrees(x, y) };
  const told = read.list();
  const posts: ListedPost[] = [];
  while (!told.isAtEnd) posts.push({ name: told.text(), contact: told.text() });
  const stops: ListedStop[] = [];
  let minute = outMinute;
  const stepOn = (stop: TerseReader): Degrees => {
    x += stop.whole(-MOST_STEP, MOST_STEP);
    y += stop.whole(-MOST_STEP, MOST_STEP);
    return toDegrees(x, y);
  };
  while (!read.isAtEnd) {
    const stop = read.list();
    const [name, key] = [stop.text(), stop.text()];
    const startMinute = minute + stop.whole(-MOST_MINUTES, MOST_MINUTES);
    const leaveMinute = startMinute + stop.whole(0, MOST_MINUTES);
    minute = leaveMinute;
    const at = stepOn(stop);
    const numbers = stop.list();
    const own: number[] = [];
    while (!numbers.isAtEnd) own.push(numbers.whole(0, posts.length - 1));
    const end = stop.isAtEnd ? null : stepOn(stop);
    stops.push({ name, at, end, startMinute, leaveMinute, key, posts: own });
  }
  return { routeId, team, shift, on, outMinute, backMinute, home, posts, stops };
}
