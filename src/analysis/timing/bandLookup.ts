const PIECES = 4_096;

/** Upper edges of bands, and a table that finds the band of a value without a walk over the edges. */
export interface BandLookup {
  readonly edges: Float64Array;
  /** The first band that may hold a value of each of `PIECES` equal pieces up to the last edge. */
  readonly firstBand: Uint16Array;
  readonly piecesPerUnit: number;
}

/** @param edges  ascending, 0 or more, each the end of its band and in it */
export function makeBandLookup(edges: Float64Array): BandLookup {
  const most = edges.at(-1) ?? 0;
  const piecesPerUnit = most > 0 ? PIECES / most : 0;
  const firstBand = new Uint16Array(PIECES + 1);
  for (let piece = 1, band = 0; piece <= PIECES; piece += 1) {
    // One piece early, against rounding of the product that looks it up.
    while (edges[band]! * piecesPerUnit < piece - 1) band += 1;
    firstBand[piece] = band;
  }
  return { edges, firstBand, piecesPerUnit };
}

/**
 * The band that holds a value: the first whose upper edge is not below it.
 * @param value  from 0 to the last edge
 */
export function bandOf({ edges, firstBand, piecesPerUnit }: BandLookup, value: number): number {
  let band = firstBand[(value * piecesPerUnit) | 0]!;
  while (value > edges[band]!) band += 1;
  return band;
}
