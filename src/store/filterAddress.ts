import { DISCOVERIES, KINDS } from '../analysis/incidentColumns';
import type { NumberRange } from '../analysis/incidentFilter';
import { DOUBTS } from '../analysis/incidentFlags';
import { type BorderLineId, CATEGORIES, LEVELS, POSITION_METHODS, STATUSES } from '../domain';
import { type DayRange, NO_UNIT, type SessionFilter, type StretchFilter } from './session';

/** What a unit and a line are called in the address. */
export const UNIT = /^\d{5}$/;
export const LINE = /^\d{4}:\d{5}-\d{5}(~\d{1,3})?$/;
const TERM = /^[0-9a-f-]{8,64}$/i;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const NUMBER = /^\d{1,9}(\.\d{1,3})?$/;
const MAX_TEXT = 200;

const isOneOf =
  (known: readonly string[]) =>
  (text: string): boolean =>
    known.includes(text);
const isUnit = (text: string): boolean => UNIT.test(text);

/** What a list is called in the address, and which of its values are understood. A user's term is looked up where it is used. */
const LISTS = {
  doubt: ['doubt', isOneOf(DOUBTS)],
  level: ['level', isOneOf(LEVELS)],
  line: ['onLine', (text) => LINE.test(text)],
  sideUnit: ['side', isUnit],
  category: ['category', (text) => isOneOf(CATEGORIES)(text) || TERM.test(text)],
  kind: ['kind', isOneOf(KINDS)],
  status: ['status', (text) => isOneOf(STATUSES)(text) || TERM.test(text)],
  discovery: ['discovery', isOneOf(DISCOVERIES)],
  method: ['method', isOneOf(POSITION_METHODS)],
  handling: ['handledBy', (text) => text === NO_UNIT || UNIT.test(text)],
  unit: ['inUnit', isUnit],
} as const satisfies Partial<Record<keyof SessionFilter, readonly [string, (text: string) => boolean]>>;
/** Ranges, as `from..to`, of which one may be left out. */
const RANGES = {
  occurred: ['occurred', DAY],
  reported: ['reportedOn', DAY],
  persons: ['persons', NUMBER],
  distance: ['distance', NUMBER],
  accuracy: ['accuracy', NUMBER],
} as const satisfies Partial<Record<keyof SessionFilter, readonly [string, RegExp]>>;
/** Lists of whole numbers, each below its end. */
const NUMBER_LISTS = { hour: 24, weekday: 7 } as const satisfies Partial<Record<keyof SessionFilter, number>>;
const TEXTS = { text: 'find', summary: 'summary', caseNumber: 'number' } as const;

const keysOf = <T extends object>(object: T): (keyof T)[] => Object.keys(object) as (keyof T)[];

/** The filter as parts of an address. */
export function encodeFilter(filter: SessionFilter): [string, string][] {
  const { isFlagged } = filter;
  const parts: [string, string][] = isFlagged === undefined ? [] : [['flagged', isFlagged ? 'yes' : 'no']];
  for (const key of keysOf(LISTS)) {
    const values = filter[key];
    if (values) parts.push([LISTS[key][0], values.join(',')]);
  }
  for (const key of keysOf(RANGES)) {
    const range = filter[key];
    if (range) parts.push([RANGES[key][0], `${range.from ?? ''}..${range.to ?? ''}`]);
  }
  if (filter.stretch)
    parts.push(['stretchOf', filter.stretch.map(({ line, fromM, toM }) => `${line}@${fromM}-${toM}`).join(',')]);
  for (const key of keysOf(NUMBER_LISTS)) {
    const numbers = filter[key];
    if (numbers) parts.push([key, numbers.join(',')]);
  }
  for (const key of keysOf(TEXTS)) {
    const text = filter[key];
    if (text !== undefined) parts.push([TEXTS[key], text]);
  }
  return parts;
}

/** What an address says of the filter; whatever is missing, unknown or wrong is left out. */
export function decodeFilter(parts: URLSearchParams): SessionFilter {
  const flagged = parts.get('flagged');
  const filter: Record<string, unknown> = {};
  if (flagged === 'yes' || flagged === 'no') filter.isFlagged = flagged === 'yes';
  for (const key of keysOf(LISTS)) {
    const [name, isKnown] = LISTS[key];
    const values = [...new Set((parts.get(name) ?? '').split(',').filter(isKnown))];
    if (values.length > 0) filter[key] = values;
  }
  for (const key of keysOf(RANGES)) {
    const range = decodeRange(parts.get(RANGES[key][0]), RANGES[key][1]);
    if (range) filter[key] = range;
  }
  const stretch = (parts.get('stretchOf') ?? '').split(',').flatMap(decodeStretch);
  if (stretch.length > 0) filter.stretch = stretch;
  for (const key of keysOf(NUMBER_LISTS)) {
    const texts = (parts.get(key) ?? '').split(',').filter((text) => /^\d{1,2}$/.test(text));
    const numbers = [...new Set(texts.map(Number))].filter((number) => number < NUMBER_LISTS[key]);
    if (numbers.length > 0) filter[key] = numbers.sort((a, b) => a - b);
  }
  for (const key of keysOf(TEXTS)) {
    const text = parts.get(TEXTS[key])?.slice(0, MAX_TEXT) ?? '';
    if (text.trim() !== '') filter[key] = text;
  }
  return filter as SessionFilter;
}

function decodeStretch(text: string): StretchFilter[] {
  const [line = '', span = ''] = text.split('@');
  const [from = '', to = '', ...more] = span.split('-');
  const isSpan = [from, to].every((end) => NUMBER.test(end)) && more.length === 0 && Number(from) <= Number(to);
  return LINE.test(line) && isSpan ? [{ line: line as BorderLineId, fromM: Number(from), toM: Number(to) }] : [];
}

function decodeRange(text: string | null, pattern: RegExp): NumberRange | DayRange | null {
  const ends = text?.split('..') ?? [];
  if (ends.length !== 2 || ends.every((end) => end === '')) return null;
  if (!ends.every((end) => end === '' || isEnd(end, pattern))) return null;
  const read = (end: string): string | number => (pattern === DAY ? end : Number(end));
  const [from = '', to = ''] = ends;
  return { ...(from && { from: read(from) }), ...(to && { to: read(to) }) } as NumberRange | DayRange;
}

const isEnd = (end: string, pattern: RegExp): boolean =>
  pattern.test(end) && (pattern !== DAY || !Number.isNaN(Date.parse(end)));
