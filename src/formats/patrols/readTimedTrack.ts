import { fail, type Problem, type Result, succeed } from '../../domain';
import { MOST_POSITIONS } from '../limits';
import { readXml, XmlFault } from '../readXml';

/** The fixes of a receiver that have a place and a time: columns of n. */
export interface TimedTrack {
  /** `[lng0, lat0 …]`, WGS 84 degrees. */
  readonly positions: Float64Array;
  /** Seconds since 1970, UTC. */
  readonly seconds: Float64Array;
}

/** A time without its zone is UTC, as the format wants it. */
const secondsOf = (text: string): number => {
  const told = text.trim();
  return Date.parse(/(Z|[+-]\d\d:?\d\d)$/i.test(told) ? told : `${told}Z`) / 1_000;
};

class TooMany extends Error {}

/**
 * The recorded tracks of a GPX document; routes, waypoints and points without a time are left out.
 * @problem unreadableFile  no well-formed XML, with the line where it breaks
 * @problem tooManyRows
 * @source GPX 1.1, topografix.com/GPX/1/1
 */
export function readTimedTrack(text: string, file: string): Result<TimedTrack, Problem> {
  const positions: number[] = [];
  const seconds: number[] = [];
  let place: readonly [number, number] | null = null;
  let time = Number.NaN;
  let words = '';
  try {
    readXml(text, {
      open: (tag, { lat = '', lon = '' }) => {
        words = '';
        if (tag !== 'trkpt') return;
        place = lat === '' || lon === '' ? null : [Number(lon), Number(lat)];
        time = Number.NaN;
      },
      text: (piece) => {
        words += piece;
      },
      close: (tag) => {
        if (tag === 'time') time = secondsOf(words);
        if (tag === 'trkpt' && place && Number.isFinite(time)) {
          const [lng, lat] = place;
          if (Math.abs(lng) <= 180 && Math.abs(lat) <= 90) {
            positions.push(lng, lat);
            seconds.push(time);
          }
          if (seconds.length > MOST_POSITIONS) throw new TooMany();
          place = null;
        }
        words = '';
      },
    });
  } catch (error) {
    if (error instanceof TooMany)
      return fail({ kind: 'tooManyRows', file, rows: seconds.length, limit: MOST_POSITIONS });
    if (!(error instanceof XmlFault)) throw error;
    return fail({ kind: 'unreadableFile', file, format: 'GPX', detail: error.detail, row: error.line });
  }
  return succeed({ positions: Float64Array.from(positions), seconds: Float64Array.from(seconds) });
}
