const EARTH_RADIUS_M = 6_378_137;
const TILE_PX = 512;

/** Metres on the ground under one pixel of a Web Mercator map of 512-pixel tiles, along the parallel. */
export function metresPerPixel(lat: number, zoom: number): number {
  return (2 * Math.PI * EARTH_RADIUS_M * Math.cos((lat * Math.PI) / 180)) / (TILE_PX * 2 ** zoom);
}

/**
 * The longest round length (1, 2 or 5 times a power of ten) that fits.
 * @param mPerPx  metres under a pixel
 * @param mostPx  pixels that the bar may take
 */
export function scaleBar(mPerPx: number, mostPx: number): { readonly lengthM: number; readonly widthPx: number } {
  const mostM = mPerPx * mostPx;
  const power = 10 ** Math.floor(Math.log10(mostM));
  const lengthM = power * ([5, 2].find((step) => step * power <= mostM) ?? 1);
  return { lengthM, widthPx: lengthM / mPerPx };
}
