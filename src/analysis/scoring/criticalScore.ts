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
    const ratio = millsRatio(score);
    const change = (Math.log(ratio / tail / Math.sqrt(2 * Math.PI)) - (score * score) / 2) * ratio;
    score = Math.max(score + change, 0);
    if (Math.abs(change) < 1e-15 * (1 + score)) break;
  }
  return score;
}

/** The tail above a score by the density there: by its series near the middle, by its continued fraction further out. */
function millsRatio(score: number): number {
  if (score > 2.5) {
    let rest = score;
    for (let k = 150; k > 0; k--) rest = score + k / rest;
    return 1 / rest;
  }
  let [term, sum] = [score, 0];
  for (let k = 3; sum + term !== sum; k += 2) {
    sum += term;
    term *= (score * score) / k;
  }
  return Math.sqrt(Math.PI / 2) * Math.exp((score * score) / 2) - sum;
}
