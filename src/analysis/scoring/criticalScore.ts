import { normalUpperTail } from '../statistics/distributions';

/** Above the score of any confidence that a number can tell from 1. */
const END = 9;

/**
 * The standard score within which a normal variable stays with a probability: 1.96 for 0.95.
 * @param confidence  0 up to but not with 1
 * @returns 0 or more
 * @problem RangeError for other confidences
 */
export function criticalScore(confidence: number): number {
  if (!(confidence >= 0 && confidence < 1)) throw new RangeError('a confidence is from 0 and below 1');
  const tail = (1 - confidence) / 2;
  // Newton's steps on the logarithm of the tail, which bends one way only, so that from the second on they all come from above.
  let score = 0;
  for (let step = 0; step < 60; step++) {
    const density = Math.exp((-score * score) / 2) / Math.sqrt(2 * Math.PI);
    const beyond = normalUpperTail(score);
    const change = Math.log(beyond / tail) * (beyond / density);
    score = Math.min(Math.max(score + change, 0), END);
    if (Math.abs(change) < 1e-15 * (1 + score)) break;
  }
  return score;
}
