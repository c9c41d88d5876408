import type { WallClock } from '../../domain';

/** A duty as a calendar shows it. */
export interface CalendarDuty {
  /** The same for the same duty in every file, so that a calendar renews its entry. */
  readonly id: string;
  readonly from: WallClock;
  readonly to: WallClock;
  readonly title: string;
  readonly description: string;
  readonly place: string;
  readonly at: readonly [lng: number, lat: number] | null;
}

const ZONE = 'Asia/Ho_Chi_Minh';
/** Vietnam has kept one time since 1975, without summer time. */
const ZONE_LINES = [
  'BEGIN:VTIMEZONE',
  `TZID:${ZONE}`,
  'BEGIN:STANDARD',
  'DTSTART:19750613T000000',
  'TZOFFSETFROM:+0700',
  'TZOFFSETTO:+0700',
  'TZNAME:+07',
  'END:STANDARD',
  'END:VTIMEZONE',
];
const MOST_OCTETS = 75;

const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r?\n/g, '\\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: no calendar takes them
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
const clock = (moment: WallClock): string => `${moment.replace(/[-:]/g, '')}00`;

/** Lines are folded by octets, but never inside of a sign. */
function fold(line: string): string {
  const encoder = new TextEncoder();
  let [folded, octets] = ['', 0];
  for (const sign of line) {
    const more = encoder.encode(sign).length;
    if (octets + more > MOST_OCTETS) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += sign;
    octets += more;
  }
  return folded;
}

/**
 * A calendar of duties, in Vietnam's time.
 * @param options  `name` of the calendar; `stamp`: when the file is written, UTC as `2026-11-29T08:30:00Z`
 * @source RFC 5545; X-WR-CALNAME as calendars know it
 */
export function writeDutiesIcs(
  duties: readonly CalendarDuty[],
  { name, stamp }: { readonly name: string; readonly stamp: string },
): string {
  const stamped = stamp.replace(/\.\d+/, '').replace(/[-:]/g, '');
  const events = duties.flatMap(({ id, from, to, title, description, place, at }) => [
    'BEGIN:VEVENT',
    `UID:${id}@giap-ranh`,
    `DTSTAMP:${stamped}`,
    `DTSTART;TZID=${ZONE}:${clock(from)}`,
    `DTEND;TZID=${ZONE}:${clock(to)}`,
    `SUMMARY:${escaped(title)}`,
    ...(description === '' ? [] : [`DESCRIPTION:${escaped(description)}`]),
    ...(place === '' ? [] : [`LOCATION:${escaped(place)}`]),
    ...(at ? [`GEO:${at[1].toFixed(6)};${at[0].toFixed(6)}`] : []),
    'END:VEVENT',
  ]);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Giap Ranh//Patrols//VI',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(name)}`,
    ...ZONE_LINES,
    ...events,
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}
