const KMH_PER_UNIT: Readonly<Record<string, number>> = {
  '': 1,
  'km/h': 1,
  kmh: 1,
  kph: 1,
  kmph: 1,
  mph: 1.609344,
  knots: 1.852,
  kn: 1.852,
};
/** What the law says where no sign stands: of Vietnam, for cars outside of motorways the value without a middle strip. */
const ZONES: Readonly<Record<string, number>> = {
  urban: 50,
  rural: 80,
  trunk: 80,
  motorway: 120,
  living_street: 20,
  walk: 5,
};
const MOST_KMH = 255;

function readOne(text: string): number {
  const zone = /^(?:[a-z]{2}:)?([a-z_]+)$/.exec(text)?.[1];
  if (zone !== undefined && Object.hasOwn(ZONES, zone)) return ZONES[zone]!;
  const [, digits, unit] = /^(\d{1,3}(?:[.,]\d+)?) ?([a-z/]*)\.?$/.exec(text) ?? [];
  if (digits === undefined || unit === undefined || !Object.hasOwn(KMH_PER_UNIT, unit)) return 0;
  const kmh = Math.round(Number(digits.replace(',', '.')) * KMH_PER_UNIT[unit]!);
  return kmh <= MOST_KMH ? kmh : 0;
}

/**
 * The posted speed of a way by the words of its tag; of several the lowest.
 * @returns whole km/h, 1 to 255; 0 where it says none
 * @source OpenStreetMap wiki, Key:maxspeed; Thông tư 31/2019/TT-BGTVT, articles 6 to 8, for what holds without a sign
 */
export function readMaxspeed(text: string | undefined): number {
  if (text === undefined) return 0;
  const speeds = text
    .toLowerCase()
    .split(/[;|]/)
    .map((part) => readOne(part.trim().replace(/\s+/g, ' ')))
    .filter((kmh) => kmh > 0);
  return speeds.length === 0 ? 0 : Math.min(...speeds);
}
