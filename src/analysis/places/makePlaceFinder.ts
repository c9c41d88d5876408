import type { UnitCode } from '../../domain';
import { foldText, remember } from '../import/foldText';
import { indexPlaces, type NameHit, type PlaceIndex } from './indexPlaces';
import { metresBetween } from './metresBetween';
import type { PlaceAnswer, PlaceCandidate, PlaceEntry } from './placeTypes';
import { readPlaceWords, thingOf, UNIT_WORDS } from './placeWords';

const MOST_CANDIDATES = 5;
/** A text is searched no further than this; nobody says where something happened in more words. */
const MOST_WORDS = 40;
/** One that scores less is asked about even where it stands alone. */
const CLEAR_SCORE = 0.64;
/** What scores less is no help to whoever is asked. */
const LEAST_SCORE = 0.35;
/** Others that score this much less do not compete. */
const CLEAR_LEAD = 0.15;
/** By how sure the name of each kind is meant: what users named themselves most, a whole former district least. */
const KIND_SCORE = { own: 1, unit: 0.95, place: 0.85, district: 0.6 } as const;
/** A name of another time than the incident's is still used by people. */
const OTHER_TIME = 0.8;
/** A thing that bears a name is not the place of that name: a commune still holds its dyke, a point or a bridge is asked about. */
const THING = {
  local: { own: 0.6, unit: 0.9, place: 0.7, district: 0.8 },
  far: { own: 0.6, unit: 0.65, place: 0.7, district: 0.8 },
} as const;
/** Where the text or the row names a unit that does not hold the place. */
const ELSEWHERE = 0.6;
/** Units whose edges are as far from a place as this still count as the place's: shipped names are up to 1 km off. */
const EDGE_M = 1_000;
/** Files repeat their places; differing ones beyond these are looked up each time. */
const REMEMBERED = 50_000;

interface Match extends NameHit {
  readonly part: number;
  readonly from: number;
  readonly to: number;
  readonly before: string | undefined;
}

/** What else is known of the incident. */
export interface PlaceContext {
  /** The day, `YYYY-MM-DD…`: names of units are those of that day first. */
  readonly day: string;
  /** The handling unit, where it is named: it holds most of its places. */
  readonly unitCode: UnitCode | null;
}

export type PlaceFinder = (text: string, context: PlaceContext) => PlaceAnswer;

const isInTime = ({ validFrom, validTo }: PlaceEntry, day: string): boolean =>
  (validFrom === null || day >= validFrom) && (validTo === null || day <= validTo);

const isSame = ({ quality }: NameHit): boolean => quality === 1;

/** Every name in the text. One inside a longer one is part of that; one that is only nearly there gives way to one that is. */
function matchesOf(parts: readonly (readonly string[])[], index: PlaceIndex, provinces: ReadonlySet<string>): Match[] {
  const matches: Match[] = [];
  parts.forEach((allWords, part) => {
    const words = allWords.slice(0, MOST_WORDS);
    for (let length = Math.min(index.longest, words.length); length >= 1; length -= 1) {
      for (let from = 0; from + length <= words.length; from += 1) {
        const to = from + length;
        const covered = matches.some(
          (match) => isSame(match) && match.part === part && match.from <= from && match.to >= to,
        );
        if (covered) continue;
        const isProvince = words[from - 1] === 'tinh' || (part > 0 && provinces.has(words.slice(from, to).join(' ')));
        for (const hit of isProvince ? [] : index.find(words.slice(from, to)))
          matches.push({ ...hit, part, from, to, before: words[from - 1] });
      }
    }
  });
  return matches.filter(
    (match) =>
      isSame(match) ||
      !matches.some(
        (other) => isSame(other) && other.part === match.part && other.from < match.to && match.from < other.to,
      ),
  );
}

const isArea = ({ kind }: PlaceEntry): boolean => kind === 'unit' || kind === 'district';

/** Whether an area may hold a place, by their circles. */
const mayHold = (area: PlaceEntry, place: PlaceEntry): boolean =>
  metresBetween(area, place) <= area.radiusM + Math.min(place.radiusM, EDGE_M);

function scoreOf(match: Match, others: readonly Match[], context: { day: string; unit: PlaceEntry | null }): number {
  const { entry, quality, before } = match;
  let score = quality * KIND_SCORE[entry.kind];
  if (!isInTime(entry, context.day)) score *= OTHER_TIME;
  const thing = thingOf(before);
  if (thing) score *= THING[thing][entry.kind];
  // "xã Đồng Phú" is a commune, not the village of that name.
  if (!isArea(entry) && before !== undefined && UNIT_WORDS.has(before)) score *= OTHER_TIME;
  const areas = others.filter((other) => isArea(other.entry) && (other.part > match.part || other.from >= match.to));
  // Each area that the text names behind it holds it, under one of the readings of that name.
  const spans = new Map<string, boolean>();
  for (const { part, from, entry: area } of areas) {
    if (area.id === entry.id) continue;
    const key = `${part} ${from}`;
    spans.set(key, (spans.get(key) ?? false) || mayHold(area, entry));
  }
  for (const holds of spans.values()) if (!holds) score *= ELSEWHERE;
  if (context.unit && !mayHold(context.unit, entry)) score *= ELSEWHERE;
  return score;
}

const provinceOf = (within: string): string =>
  foldText(within.split(', ').at(-1) ?? '').replace(/^(tinh|thanh pho) /, '');

function toCandidate({ entry }: Match, score: number, widenM: number): PlaceCandidate {
  const { id, kind, name, within, lng, lat, radiusM } = entry;
  return {
    id,
    kind,
    name,
    within,
    lng,
    lat,
    radiusM: Math.ceil(radiusM + widenM),
    score: Math.round(score * 100) / 100,
  };
}

/** A shipped name is up to 1 km off. */
const holds = (one: PlaceCandidate, other: PlaceCandidate): boolean =>
  metresBetween(one, other) <= one.radiusM + (other.kind === 'place' ? EDGE_M : 0);

/** Of those that compete the smallest that holds them all: a village and the commune of its name are no question. */
function clearOf(candidates: readonly PlaceCandidate[]): PlaceCandidate | null {
  const best = candidates[0]?.score ?? 0;
  const competing = candidates.filter(({ score }) => score >= CLEAR_SCORE && score > best - CLEAR_LEAD);
  const holders = competing.filter(
    (one) => one.kind !== 'district' && competing.every((other) => one === other || holds(one, other)),
  );
  return holders.reduce<PlaceCandidate | null>(
    (least, one) => (least === null || one.radiusM < least.radiusM ? one : least),
    null,
  );
}

/**
 * A finder of places that a text names: units of the day, former districts, shipped names and the user's own, without marks and with
 * one letter wrong at most. Words behind a name that name the unit around it tell places of one name apart.
 * @param entries  all that may be named
 * @returns (text, context) → candidates, best first, each with a circle in metres that the place lies in; see `PlaceAnswer`
 */
export function makePlaceFinder(entries: readonly PlaceEntry[]): PlaceFinder {
  const index = indexPlaces(entries);
  // At the end of a text these are the province, though a ward may have the same name.
  const provinces = new Set(
    entries.flatMap(({ kind, within }) => (kind === 'unit' && within ? [provinceOf(within)] : [])),
  );
  const units = entries.filter(({ kind }) => kind === 'unit');
  const spans = [...new Map(entries.map((entry) => [`${entry.validFrom} ${entry.validTo}`, entry])).values()];
  /** Which spans a day lies in: days that no name tells apart share their answers. */
  const periodOf = remember((day: string) => spans.map((span) => (isInTime(span, day) ? '1' : '0')).join(''));
  const seen = new Map<string, PlaceAnswer>();

  function find(text: string, context: PlaceContext): PlaceAnswer {
    const { parts, widenM } = readPlaceWords(text);
    const matches = matchesOf(parts, index, provinces);
    const named = units.filter(({ id }) => context.unitCode !== null && id.endsWith(`:${context.unitCode}`));
    const unit = named.find((entry) => isInTime(entry, context.day)) ?? named[0] ?? null;
    const scored = new Map<string, { readonly match: Match; readonly score: number }>();
    for (const match of matches) {
      const score = scoreOf(match, matches, { day: context.day, unit });
      const known = scored.get(match.entry.id);
      if (!known || score > known.score) scored.set(match.entry.id, { match, score });
    }
    const all = [...scored.values()];
    // What another name of the text lies in is only where to look, unless it is the better reading.
    const specific = all.filter(
      ({ match, score }) =>
        !all.some(
          (other) =>
            isBefore(other.match, match) &&
            other.score >= CLEAR_SCORE &&
            other.score > score - CLEAR_LEAD &&
            mayHold(match.entry, other.match.entry),
        ),
    );
    const candidates = specific
      .filter(({ score }) => score >= LEAST_SCORE)
      .sort((a, b) => b.score - a.score || a.match.entry.radiusM - b.match.entry.radiusM)
      .slice(0, MOST_CANDIDATES)
      .map(({ match, score }) => toCandidate(match, score, widenM));
    return { candidates, clear: clearOf(candidates) };
  }

  return (text, context) => {
    const day = context.day.slice(0, 10);
    const key = `${periodOf(day)} ${context.unitCode ?? ''} ${text}`;
    const known = seen.get(key);
    if (known) return known;
    const answer = find(text, { ...context, day });
    if (seen.size < REMEMBERED) seen.set(key, answer);
    return answer;
  };
}

/** Whether a name stands before another one, which must be an area to say where the first lies. */
const isBefore = (a: Match, b: Match): boolean =>
  isArea(b.entry) && (a.part < b.part || (a.part === b.part && a.to <= b.from));
