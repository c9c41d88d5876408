import { twoSidedNormalP } from '../statistics/distributions';

const PIECES_PER_UNIT = 32;
/** Scores from here on are rare enough to be worked out one by one. */
const END = 8;
/** No number is small enough for the tail of scores from here on. */
const VANISHES = 40;
const TERMS = 10;

let pieces: Float64Array | undefined;

/**
 * The two-sided tail of many scores under the normal distribution, by Taylor series of `twoSidedNormalP` about the middles of short pieces. The
 * tenth term is below 10⁻¹⁵ of the tail everywhere.
 * @param z  standard scores, NaN allowed
 * @param tails  as long, overwritten
 * @returns `tails`: one per score, 0 to 1, NaN for NaN
 */
export function twoSidedNormalTails(z: Float64Array, tails: Float64Array): Float64Array {
  pieces ??= expandPieces();
  fillTails(z, pieces, tails);
  return tails;
}

function fillTails(z: Float64Array, terms: Float64Array, tails: Float64Array): void {
  for (let i = 0; i < z.length; i++) {
    const size = Math.abs(z[i]!);
    if (size >= END) {
      tails[i] = size < VANISHES ? twoSidedNormalP(size) : 0;
      continue;
    }
    const scaled = size * PIECES_PER_UNIT;
    const piece = scaled | 0;
    const step = (scaled - piece - 0.5) / PIECES_PER_UNIT;
    const at = piece * TERMS;
    const square = step * step;
    // Even and odd terms apart, so that neither waits for the other.
    const even =
      terms[at]! +
      square * (terms[at + 2]! + square * (terms[at + 4]! + square * (terms[at + 6]! + square * terms[at + 8]!)));
    const odd =
      terms[at + 1]! +
      square * (terms[at + 3]! + square * (terms[at + 5]! + square * (terms[at + 7]! + square * terms[at + 9]!)));
    tails[i] = Math.min(even + step * odd, 1);
  }
}

/** Derivatives of the density are Hermite polynomials times the density. */
function expandPieces(): Float64Array {
  const terms = new Float64Array(END * PIECES_PER_UNIT * TERMS);
  for (let piece = 0; piece < END * PIECES_PER_UNIT; piece++) {
    const middle = (piece + 0.5) / PIECES_PER_UNIT;
    terms[piece * TERMS] = twoSidedNormalP(middle);
    let factor = -2 * Math.exp((-middle * middle) / 2) * Math.sqrt(0.5 / Math.PI);
    let [hermite, before] = [1, 0];
    for (let k = 1; k < TERMS; k++) {
      factor /= k;
      terms[piece * TERMS + k] = factor * hermite;
      factor = -factor;
      [hermite, before] = [middle * hermite - (k - 1) * before, hermite];
    }
  }
  return terms;
}
