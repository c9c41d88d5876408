import type { ReadPosition } from './parsePosition';

/** The place of a link. */
export interface LinkPlace extends ReadPosition {
  /** In metres, where the link says how sure it is. */
  readonly accuracyM: number | null;
}

const NUMBER = '(-?\\d{1,3}(?:\\.\\d+)?)';
const SEPARATOR = '(?:,|%2C)(?:\\+|%20|\\s)*';

/**
 * Where a link tells of a place, the surest first: the pin of a place page, a searched or directed-to position, OpenStreetMap's
 * mark, a `geo:` address. Where the view stood ("@21.3,105.4,15z", "ll=", "#map=") is no place and not taken.
 */
const PLACES = [
  new RegExp(`!3d${NUMBER}!4d${NUMBER}`),
  new RegExp(`[?&](?:q|query|destination|daddr)=(?:loc:)?${NUMBER}${SEPARATOR}${NUMBER}(?![\\d.])`),
  new RegExp(`/(?:place|search|dir/[^/]*)/${NUMBER}${SEPARATOR}${NUMBER}(?![\\d.])`),
  new RegExp(`[?&]mlat=${NUMBER}&mlon=${NUMBER}(?![\\d.])`),
  new RegExp(`^geo:${NUMBER},${NUMBER}(?![\\d.])`, 'i'),
];

const stepOfText = (text: string): number => 10 ** -(text.split('.')[1]?.length ?? 0);

export const isLink = (text: string): boolean => /^(?:https?:\/\/|geo:|(?:www\.|maps\.)\S+\/)/i.test(text.trim());

/**
 * The place that a map link names, in degrees; as Google Maps and OpenStreetMap write their addresses.
 * @returns null where it names none: a shortened link, which only the network can resolve, or a view without a pin
 */
export function parseMapLink(link: string): LinkPlace | null {
  const text = link.trim();
  for (const place of PLACES) {
    const [, lat, lng] = place.exec(text) ?? [];
    if (lat === undefined || lng === undefined) continue;
    // Of a `geo:` address, RFC 5870.
    const [, uncertainty] = /^geo:[^?]*;u=(\d+(?:\.\d+)?)/i.exec(text) ?? [];
    return {
      lat: Number(lat),
      lng: Number(lng),
      step: Math.min(stepOfText(lat), stepOfText(lng)),
      accuracyM: uncertainty === undefined ? null : Number(uncertainty),
    };
  }
  return null;
}
