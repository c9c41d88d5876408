import { metresPerPixel } from './scaleBar';

/** How far, in CSS pixels, a hand may point beside what it means. */
const MISS_PX = { mouse: 4, touch: 16 } as const;
/** Closer nobody points at a map of commune borders, however near one looks. */
const LEAST_M = 5;

/**
 * Metres around a pointed position that may have been meant instead, rounded up to two figures.
 * @param zoom  of the map; each step down doubles it
 */
export function pointingAccuracyM(lat: number, zoom: number, pointer: keyof typeof MISS_PX): number {
  const metres = Math.max(LEAST_M, metresPerPixel(lat, zoom) * MISS_PX[pointer]);
  const step = 10 ** Math.max(0, Math.floor(Math.log10(metres)) - 1);
  return Math.ceil(metres / step) * step;
}
