import type { BorderLineId, PlainDate } from '../domain';
import { LINE } from './filterAddress';
import {
  CELL_SHAPES,
  CELL_STATISTICS,
  COMPARE_MODES,
  DENSITY_KERNELS,
  EXPOSURES,
  FIRST_HOTSPOTS,
  HOTSPOT_VIEWS,
  type HotspotSettings,
  RANK_OFS,
} from './hotspotSettings';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What each choice is called in the address, and what it may be. */
const CHOICES = {
  view: ['hot', HOTSPOT_VIEWS],
  kernel: ['kernel', DENSITY_KERNELS],
  cellShape: ['cells', CELL_SHAPES],
  statistic: ['statistic', CELL_STATISTICS],
  rankOf: ['rank', RANK_OFS],
  exposure: ['exposure', EXPOSURES],
  compareMode: ['compared', COMPARE_MODES],
} as const satisfies Partial<Record<keyof HotspotSettings, readonly [string, readonly string[]]>>;
/** Least and most of each number. */
const NUMBERS = {
  bandwidthM: ['bandwidth', 50, 10_000],
  smoothingM: ['smooth', 50, 10_000],
  cellM: ['cell', 100, 5_000],
  neighbourM: ['neighbours', 100, 20_000],
  profileChain: ['chain', 0, 99],
  maxStretchM: ['stretch', 200, 20_000],
  replicates: ['replicates', 999, 9_999],
  rankedM: ['ranked', 200, 10_000],
  repeatM: ['nearM', 50, 5_000],
  repeatDays: ['nearDays', 1, 180],
} as const satisfies Partial<Record<keyof HotspotSettings, readonly [string, number, number]>>;
const SWITCHES = {
  correctsMany: 'corrected',
  showsHot: 'hotAlong',
  overTime: 'overTime',
  withDiscovered: 'discovered',
  overUncertainty: 'uncertain',
} as const satisfies Partial<Record<keyof HotspotSettings, string>>;

const keysOf = <T extends object>(object: T): (keyof T)[] => Object.keys(object) as (keyof T)[];

/** The least and the most that a number of the settings may be. */
export function limitsOf(key: keyof typeof NUMBERS): { readonly min: number; readonly max: number } {
  const [, min, max] = NUMBERS[key];
  return { min, max };
}

/** What of the settings differs from the first ones, as parts of an address. */
export function encodeHotspots(settings: HotspotSettings): [string, string][] {
  const parts: [string, string][] = [['hot', settings.view]];
  for (const key of keysOf(CHOICES)) {
    if (key !== 'view' && settings[key] !== FIRST_HOTSPOTS[key]) parts.push([CHOICES[key][0], settings[key]]);
  }
  for (const key of keysOf(NUMBERS)) {
    const value = settings[key];
    if (value !== null && value !== FIRST_HOTSPOTS[key]) parts.push([NUMBERS[key][0], String(value)]);
  }
  for (const key of keysOf(SWITCHES)) {
    if (settings[key] !== FIRST_HOTSPOTS[key]) parts.push([SWITCHES[key], settings[key] ? 'yes' : 'no']);
  }
  if (settings.profileLines.length > 0) parts.push(['along', settings.profileLines.join(',')]);
  if (settings.compare) parts.push(['against', `${settings.compare.from}..${settings.compare.to}`]);
  return parts;
}

/** What an address says of the settings; whatever is missing, unknown or out of bounds stays as it is at first. */
export function decodeHotspots(parts: URLSearchParams): HotspotSettings | null {
  const known: Record<string, unknown> = {};
  for (const key of keysOf(CHOICES)) {
    const value = parts.get(CHOICES[key][0]);
    if ((CHOICES[key][1] as readonly (string | null)[]).includes(value)) known[key] = value;
  }
  for (const key of keysOf(NUMBERS)) {
    const [name, min, max] = NUMBERS[key];
    const text = parts.get(name);
    if (text && /^\d{1,6}$/.test(text) && Number(text) >= min && Number(text) <= max) known[key] = Number(text);
  }
  for (const key of keysOf(SWITCHES)) {
    const text = parts.get(SWITCHES[key]);
    if (text === 'yes' || text === 'no') known[key] = text === 'yes';
  }
  const lines = (parts.get('along') ?? '').split(',').filter((text) => LINE.test(text)) as BorderLineId[];
  if (lines.length > 0) known.profileLines = [...new Set(lines)];
  const [from, to, ...more] = (parts.get('against') ?? '').split('..');
  const isDay = (text: string | undefined): text is PlainDate =>
    text !== undefined && DAY.test(text) && !Number.isNaN(Date.parse(text));
  if (isDay(from) && isDay(to) && more.length === 0 && from <= to) known.compare = { from, to };
  return Object.keys(known).length > 0 ? { ...FIRST_HOTSPOTS, ...known } : null;
}
