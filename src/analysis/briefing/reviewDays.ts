import type { PlainDate } from '../../domain';
import { dayOfMinutes, type IncidentColumns } from '../incidentColumns';
import type { Days } from './periodBefore';
import { placeOfEdition, type ReviewEdition } from './unitsOfIncidents';

export const DAY_MIN = 1_440;
const DAY_MS = 86_400_000;

/** Days since 1970, both included. */
export interface DayNumbers {
  readonly first: number;
  readonly last: number;
}

export const dayNumber = (day: PlainDate): number => Date.parse(day) / DAY_MS;
const dayText = (day: number): PlainDate => dayOfMinutes(day * DAY_MIN) as PlainDate;
export const dayNumbers = ({ from, to }: Days): DayNumbers => ({ first: dayNumber(from), last: dayNumber(to) });

export const YEAR_MONTHS = 12;
/** Months since the year 0. */
export const monthNumber = (day: string): number => YEAR_MONTHS * Number(day.slice(0, 4)) + Number(day.slice(5, 7)) - 1;

/** What the days of a span are, from its first on. */
export interface DescribedDays extends DayNumbers {
  readonly month: Int32Array;
  /** Place of the edition by which each goes. */
  readonly edition: Int32Array;
  /** 1 where it lies in no edition. */
  readonly isBetween: Uint8Array;
}

/**
 * @param editions  oldest first
 * @param shift     is added to the months since the year 0
 */
export function describeDays(
  { first, last }: DayNumbers,
  editions: readonly Pick<ReviewEdition, 'edition'>[],
  shift: number,
): DescribedDays {
  const length = last - first + 1;
  const described = {
    first,
    last,
    month: new Int32Array(length),
    edition: new Int32Array(length),
    isBetween: new Uint8Array(length),
  };
  for (let place = 0; place < length; place += 1) {
    const day = dayText(first + place);
    const edition = placeOfEdition(editions, day);
    const { validTo } = editions[edition]!.edition;
    described.month[place] = monthNumber(day) + shift;
    described.edition[place] = edition;
    described.isBetween[place] = validTo !== null && day > validTo ? 1 : 0;
  }
  return described;
}

/** What the whole register knows, whatever is filtered. */
export function whatIsKnown(columns: IncidentColumns, before: DayNumbers, today: number) {
  let [first, last, hasBefore] = [Infinity, -Infinity, false];
  for (let slot = 0; slot < columns.count; slot += 1) {
    const day = Math.floor(columns.occurredMin[slot]! / DAY_MIN);
    const reported = columns.reportedDay[slot]!;
    const told = reported < 0 ? day : reported;
    if (day < first) first = day;
    // A day that is still to come is a slip of the pen.
    if (told <= today && told > last) last = told;
    if (day >= before.first && day <= before.last) hasBefore = true;
  }
  return {
    hasBefore,
    recordsFrom: Number.isFinite(first) ? dayText(first) : null,
    dataDay: Number.isFinite(last) ? dayText(last) : null,
  };
}
