/** Steps that read well in a legend, in one power of ten. */
const STEPS = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8];

/**
 * Round, evenly spaced levels for a legend of one hue: 1 step, 2 steps … below the greatest value.
 *
 * @param max    greatest value of the surface
 * @param count  how many levels are wished for; there may be one more or one less
 * @returns levels, ascending; none where the greatest value is not a finite number above 0
 * @problem RangeError for a count below 1
 */
export function niceLevels(max: number, count = 6): number[] {
  if (!(count >= 1)) throw new RangeError('at least one level is needed');
  if (!(max > 0) || !Number.isFinite(max)) return [];
  const wished = max / (count + 0.5);
  const power = Math.floor(Math.log10(wished));
  const choices = [power - 1, power, power + 1].flatMap((tens) => STEPS.map((step) => ({ step, tens })));
  // Written as a division where the power is negative, so that 3 tenths is 0.3.
  const scaled = (number: number, tens: number) => (tens < 0 ? number / 10 ** -tens : number * 10 ** tens);
  const distance = ({ step, tens }: { step: number; tens: number }) => Math.abs(Math.log(scaled(step, tens) / wished));
  const best = choices.reduce((found, choice) => (distance(choice) < distance(found) ? choice : found));
  const levels: number[] = [];
  for (let k = 1; scaled(k * best.step, best.tens) < max; k++) levels.push(scaled(k * best.step, best.tens));
  return levels;
}
