import type { Category, Incident, IncidentId, IncidentKind, PlainDate, UnitCode, WallClock } from '../domain';
import { HOUR_PARTS, PATTERNS, type Pattern } from './simulation/patterns';
import { makePlaces, type Place, type SimulationUnits } from './simulation/places';
import { makeRandom, type Random } from './simulation/random';

/** What 2018 really counted; only the totals are public. */
const TOTALS_2018 = {
  criminal: { incidents: 15, persons: 19 },
  administrative: { incidents: 46, persons: 63 },
} as const;
const COUNT_2018 = TOTALS_2018.criminal.incidents + TOTALS_2018.administrative.incidents;
/** From the agreement to the end of its first year. */
const YEAR_2018 = { from: '2018-01-24' as PlainDate, to: '2018-12-31' as PlainDate };
const FIRST_DAY_2025 = '2025-07-01';
const DAY_MIN = 24 * 60;
const VIETNAM_AHEAD_MS = 7 * 3_600_000;

export interface SimulationInput {
  /** Any whole number; the same one gives the same incidents, byte for byte. */
  readonly seed: number;
  /** The coverage in force, WGS 84 degrees. */
  readonly units: SimulationUnits;
  /** Codes of the units that handle incidents. */
  readonly memberCodes: readonly UnitCode[];
  /** How many; by default the 61 of 2018. Kinds and persons keep the proportions of 2018, to the last one. */
  readonly count?: number;
  /** The days among which they happen, both inclusive; by default from the agreement to the end of 2018. */
  readonly days?: { readonly from: PlainDate; readonly to: PlainDate };
}

const minutesOf = (day: string): number => Date.parse(`${day}T00:00Z`) / 60_000;
const two = (value: number): string => (value < 10 ? `0${value}` : String(value));

/** Wall clocks from minutes since 1970, with the texts of the days remembered. */
function makeWallClock(): (minutes: number) => WallClock {
  const days = new Map<number, string>();
  return (minutes) => {
    const day = Math.floor(minutes / DAY_MIN);
    let text = days.get(day);
    if (text === undefined) {
      text = new Date(day * DAY_MIN * 60_000).toISOString().slice(0, 10);
      days.set(day, text);
    }
    const rest = minutes - day * DAY_MIN;
    return `${text}T${two(Math.floor(rest / 60))}:${two(rest % 60)}` as WallClock;
  };
}
const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

/** Shaped as a UUID v7: the milliseconds of the moment, then chance. */
/** Each has a place, and a category that is built in. */
export interface SimulatedIncident extends Incident {
  readonly lng: number;
  readonly lat: number;
  readonly category: Category;
}

function simulatedId(occurredMin: number, random: Random): IncidentId {
  const ms = hex(occurredMin * 60_000 - VIETNAM_AHEAD_MS, 12);
  const [a, b, c] = [random.bits(), random.bits(), random.bits()];
  const variant = hex(0x8000 | (b & 0x3fff), 4);
  return `${ms.slice(0, 8)}-${ms.slice(8)}-7${hex(a & 0xfff, 3)}-${variant}-${hex(a >>> 16, 4)}${hex(c, 8)}` as IncidentId;
}

/** When: a day of the span, an hour as the pattern has it; a night's theft is known only between two hours. */
function drawOccurred(pattern: Pattern, span: { fromMin: number; endMin: number }, random: Random): [number, number] {
  const day = random.below((span.endMin - span.fromMin) / DAY_MIN);
  const part = random.weighted(pattern.hours);
  const [start, end] = [HOUR_PARTS[part]!, HOUR_PARTS[part + 1]!];
  const minute = random.next() < 0.7 ? 5 * random.below(12) : random.below(60);
  const from = span.fromMin + day * DAY_MIN + (start + random.below(end - start)) * 60 + minute;
  const hours = random.next() * 10 < pattern.spansOfTen ? 1 + random.below(7) : 0;
  return [from, Math.min(from + hours * 60, span.endMin - 1)];
}

function drawStatus(kind: IncidentKind, random: Random): Incident['status'] {
  if (kind === 'criminal') return random.next() < 0.4 ? 'transferred' : 'handled';
  return random.next() < 0.95 ? 'handled' : 'open';
}

function unitCodeOf({ unit }: Place, occurred: WallClock): UnitCode | null {
  return occurred.slice(0, 10) >= FIRST_DAY_2025 ? unit.code2025 : unit.code;
}

/** Hands out kinds and persons so that the totals come out exactly, every distribution of them being as likely. */
function makeTotals(count: number, random: Random): () => { kind: IncidentKind; persons: number } {
  const criminal = Math.round((count * TOTALS_2018.criminal.incidents) / COUNT_2018);
  const left: Record<IncidentKind, { incidents: number; extra: number }> = {
    criminal: {
      incidents: criminal,
      extra: Math.round((count * TOTALS_2018.criminal.persons) / COUNT_2018) - criminal,
    },
    administrative: {
      incidents: count - criminal,
      extra: Math.round((count * TOTALS_2018.administrative.persons) / COUNT_2018) - (count - criminal),
    },
  };
  return () => {
    const all = left.criminal.incidents + left.administrative.incidents;
    const kind = random.next() * all < left.criminal.incidents ? 'criminal' : 'administrative';
    const rest = left[kind];
    rest.incidents -= 1;
    let persons = 1;
    while (rest.extra > 0 && random.next() * (rest.extra + rest.incidents) < rest.extra) {
      rest.extra -= 1;
      persons += 1;
    }
    return { kind, persons };
  };
}

/**
 * Simulated incidents one after the other, not ordered by time: for sets too large to hold twice.
 * @returns records with `source.kind` "simulated", `rev` 0, positions in WGS 84 degrees rounded to six decimals
 */
export function* streamSimulatedIncidents(input: SimulationInput): Generator<SimulatedIncident, void, undefined> {
  const { seed, units, memberCodes, count = COUNT_2018, days = YEAR_2018 } = input;
  const random = makeRandom(seed);
  const drawPlace = makePlaces(units, new Set(memberCodes), random);
  const drawTotals = makeTotals(count, random);
  const span = { fromMin: minutesOf(days.from), endMin: minutesOf(days.to) + DAY_MIN };
  const weights = {
    criminal: PATTERNS.criminal.map((p) => p.weight),
    administrative: PATTERNS.administrative.map((p) => p.weight),
  };
  const wallClock = makeWallClock();
  const source = { kind: 'simulated', name: `seed ${seed}`, row: null } as const;
  for (let i = 0; i < count; i += 1) {
    const { kind, persons } = drawTotals();
    const pattern = PATTERNS[kind][random.weighted(weights[kind])]!;
    const place = drawPlace();
    const [fromMin, toMin] = drawOccurred(pattern, span, random);
    const occurred = { from: wallClock(fromMin), to: wallClock(toMin) };
    yield {
      id: simulatedId(fromMin, random),
      occurred,
      reportedOn: occurred.to.slice(0, 10) as PlainDate,
      lng: place.lng,
      lat: place.lat,
      positionAccuracyM: null,
      positionMethod: 'simulated',
      category: pattern.category,
      kind,
      discovery: random.next() * 10 < pattern.reportedOfTen ? 'reported' : 'discovered',
      personsInvolved: persons,
      unitCode: unitCodeOf(place, occurred.from),
      status: drawStatus(kind, random),
      summary: random.pick(pattern.summaries),
      source,
      rev: 0,
    };
  }
}

/**
 * Simulated incidents, by default the 61 of 2018 to the real totals: 15 cases with 19 persons, 46 violations with 63.
 * Plausible in place, hour and category; nothing in them is true but the totals.
 * @returns records ordered by time
 */
export function simulateIncidents(input: SimulationInput): SimulatedIncident[] {
  return [...streamSimulatedIncidents(input)].sort((a, b) => (a.id < b.id ? -1 : 1));
}
