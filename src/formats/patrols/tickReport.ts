import { DAY_MINUTES, fail, type PlainDate, type Problem, type Result, succeed } from '../../domain';
import { openLink, packLink } from './linkText';
import { NotOurs, TerseReader } from './readTerse';
import { readDay } from './stopList';

/** A stop that a team has ticked off. */
export interface Tick {
  /** Its place in the list, the first 0. */
  readonly stop: number;
  readonly key: string;
  /** Minutes after the midnight that begins the day of the list. */
  readonly atMinute: number;
}

/** What a team sends back of a list. */
export interface TickReport {
  readonly routeId: string;
  readonly team: string;
  readonly shift: string;
  readonly on: PlainDate;
  /** How many stops the list had. */
  readonly stops: number;
  readonly ticks: readonly Tick[];
}

const VERSION = 1;
const MOST_STOPS = 1_000;
/** A list may be ticked off days later, but not a year. */
const MOST_MINUTES = 366 * DAY_MINUTES;

export const packTicks = ({ routeId, team, shift, on, stops, ticks }: TickReport): Promise<string> =>
  packLink([
    VERSION,
    routeId,
    team,
    shift,
    on,
    stops,
    ...ticks.flatMap(({ stop, key, atMinute }) => [stop, key, Math.round(atMinute)]),
  ]);

/**
 * What was sent back.
 * @problem brokenLink  the text was cut or changed, or was written by a newer program
 */
export async function readTicks(text: string): Promise<Result<TickReport, Problem>> {
  const value = await openLink(text);
  if (Array.isArray(value) && Number.isInteger(value[0]) && value[0] > VERSION)
    return fail({ kind: 'brokenLink', reason: 'newer' });
  try {
    const read = new TerseReader(value);
    read.whole(VERSION, VERSION);
    const [routeId, team, shift] = [read.text(), read.text(), read.text()];
    const on = readDay(read.text());
    const stops = read.whole(0, MOST_STOPS);
    const ticks: Tick[] = [];
    while (!read.isAtEnd)
      ticks.push({
        // A tick may be of a longer list that was sent before.
        stop: read.whole(0, MOST_STOPS - 1),
        key: read.text(),
        atMinute: read.whole(-MOST_MINUTES, MOST_MINUTES),
      });
    return succeed({ routeId, team, shift, on, stops, ticks });
  } catch (error) {
    if (!(error instanceof NotOurs)) throw error;
    return fail({ kind: 'brokenLink', reason: 'damaged' });
  }
}
