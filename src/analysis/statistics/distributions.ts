/** Lanczos' coefficients for g = 607/128, n = 15. */
const LANCZOS = [
  0.9999999999999971, 57.15623566586292, -59.59796035547549, 14.136097974741746, -0.4919138160976202,
  3.399464998481189e-5, 4.652362892704858e-5, -9.837447530487956e-5, 0.0001580887032249125, -0.00021026444172410488,
  0.00021743961811521265, -0.0001643181065367639, 8.441822398385275e-5, -2.6190838401581408e-5, 3.6899182659531625e-6,
] as const;
const LANCZOS_G = 607 / 128;
const HALF_LOG_TWO_PI = 0.9189385332046728;
const MOST_TERMS = 1_000_000;
const TINY = 1e-300;

/**
 * The natural logarithm of the gamma function.
 * @param x  above 0
 * @returns relative error below 1e-14 (absolute near 1 and 2, where it is 0)
 * @problem RangeError for x that is not above 0
 * @source Lanczos 1964, SIAM Journal on Numerical Analysis B 1, 86–96
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError('x must be above 0');
  if (x === Infinity) return Infinity;
  let sum: number = LANCZOS[0];
  for (let k = 1; k < LANCZOS.length; k += 1) sum += LANCZOS[k]! / (x + k);
  const base = x + LANCZOS_G + 0.5;
  return (x + 0.5) * Math.log(base) - base + HALF_LOG_TWO_PI + Math.log(sum / x);
}

/** The part of Stirling's series that is left beside its leading terms, for a of 10 and more. */
function stirlingRest(a: number): number {
  const inverse = 1 / (a * a);
  return (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse * (1 / 1680 - inverse / 1188)))) / a;
}

/** log(1 + x) − x without loss where x is small. */
function logOneMinus(x: number): number {
  if (Math.abs(x) > 0.1) return Math.log1p(x) - x;
  let term = -x * x;
  let sum = 0;
  for (let k = 2; k < 60; k += 1) {
    const next = term / k;
    sum += next;
    if (Math.abs(next) < 1e-18 * Math.abs(sum)) break;
    term *= -x;
  }
  return sum;
}

/**
 * The probability of a Poisson count, also between whole ones: x^a e^−x / Γ(a + 1), by Stirling's series where a is great, so that nothing cancels.
 * @param a  the count, at least 0
 * @param x  the mean of the distribution, at least 0
 * @returns the probability, to about 1e-13 of itself
 * @source Abramowitz & Stegun 1964, 6.1.40 (Stirling's series)
 */
export function poissonTerm(a: number, x: number): number {
  if (x === 0) return a === 0 ? 1 : 0;
  if (a < 10) return Math.exp(a * Math.log(x) - x - logGamma(a + 1));
  const off = (x - a) / a;
  // Far below a, the offset is all but −1 and says nothing of x any more.
  const fall = off < -0.5 ? Math.log(x / a) - off : logOneMinus(off);
  return Math.exp(a * fall - stirlingRest(a)) / Math.sqrt(2 * Math.PI * a);
}

/** P(a, x) by its series; good for x < a + 1. */
function lowerBySeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; k < MOST_TERMS; k += 1) {
    term *= x / (a + k);
    sum += term;
    if (term < 1e-17 * sum) break;
  }
  return poissonTerm(a, x) * sum;
}

/** Q(a, x) by its continued fraction, as Lentz evaluates it; good for x ≥ a + 1. */
function upperByFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let value = d;
  for (let k = 1; k < MOST_TERMS; k += 1) {
    const factor = -k * (k - a);
    b += 2;
    d = factor * d + b;
    if (Math.abs(d) < TINY) d = TINY;
    c = b + factor / c;
    if (Math.abs(c) < TINY) c = TINY;
    d = 1 / d;
    const step = d * c;
    value *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return poissonTerm(a, x) * a * value;
}

/** The regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 − P, each without loss where it is small. */
function incompleteGamma(a: number, x: number): { readonly lower: number; readonly upper: number } {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x === Infinity) return { lower: 1, upper: 0 };
  if (x < a + 1) {
    const lower = Math.min(1, lowerBySeries(a, x));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, upperByFraction(a, x));
  return { lower: 1 - upper, upper };
}

function checkPoisson(count: number, mean: number): void {
  if (!Number.isInteger(count)) throw new RangeError('count must be a whole number');
  if (!(mean >= 0) || mean === Infinity) throw new RangeError('mean must be at least 0');
}

/**
 * The probability of at most so many events.
 * @param count  a whole number; below 0 the probability is 0
 * @param mean   of the Poisson distribution, at least 0
 * @returns the probability, to about 1e-12 of itself down to 1e-300
 * @problem RangeError for a count that is not whole, or a mean below 0 or not finite
 * @source Abramowitz & Stegun 1964, 26.4.21: P(X ≤ c) = Q(c + 1, mean)
 */
export function poissonAtMost(count: number, mean: number): number {
  checkPoisson(count, mean);
  return count < 0 ? 0 : incompleteGamma(count + 1, mean).upper;
}

/**
 * The probability of at least so many events.
 * @param count  a whole number; 0 or below the probability is 1
 * @param mean   of the Poisson distribution, at least 0
 * @returns the probability, to about 1e-12 of itself down to 1e-300
 * @problem RangeError for a count that is not whole, or a mean below 0 or not finite
 * @source as of `poissonAtMost`
 */
export function poissonAtLeast(count: number, mean: number): number {
  checkPoisson(count, mean);
  return count <= 0 ? 1 : incompleteGamma(count, mean).lower;
}

/**
 * The probability that a standard normal variable is at least z.
 * @param z  any number; NaN for NaN
 * @returns relative error below 1e-12, far into the tail, too
 * @source P(Z ≥ z) = ½ Q(½, z² / 2) for z ≥ 0
 */
export function normalUpperTail(z: number): number {
  if (Number.isNaN(z)) return Number.NaN;
  const half = incompleteGamma(0.5, (z * z) / 2);
  return z >= 0 ? half.upper / 2 : 0.5 + half.lower / 2;
}

/**
 * The probability that a standard normal variable is at least as far from 0 as z is, on either side.
 * @param z  any number; NaN for NaN
 * @returns relative error below 1e-12, as of `normalUpperTail`
 */
export function twoSidedNormalP(z: number): number {
  return Number.isNaN(z) ? Number.NaN : incompleteGamma(0.5, (z * z) / 2).upper;
}

/**
 * The probability that a chi-square variable is at least x.
 * @param x        below 0 the probability is 1; NaN for NaN
 * @param degrees  of freedom, above 0
 * @returns the probability, to about 1e-12 of itself
 * @problem RangeError for degrees that are not above 0
 * @source Abramowitz & Stegun 1964, 26.4.19: Q(degrees / 2, x / 2)
 */
export function chiSquareUpperTail(x: number, degrees: number): number {
  if (!(degrees > 0)) throw new RangeError('degrees must be above 0');
  return Number.isNaN(x) ? Number.NaN : incompleteGamma(degrees / 2, x / 2).upper;
}
