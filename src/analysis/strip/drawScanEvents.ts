import type { Random } from '../simulation/random';
import type { ScanEvents } from './scanArms';
import type { ScanLayout } from './scanLayout';

/**
 * Draws events by chance, each as likely anywhere as exposure says, into `events`. Sums of exponential spacings give them in order at once.
 * @param events.placeM   as many events as it has entries
 * @param events.firstOf  one entry a slot, and one more
 * @source Devroye 1986, Non-Uniform Random Variate Generation, V.2.1: uniform order statistics by exponential spacings
 */
export function drawScanEvents(random: Random, layout: ScanLayout, { placeM, firstOf }: ScanEvents): void {
  const { fromM, stepsM, stepsExposure, slope, isLength, totalExposure } = layout;
  let sum = 0;
  for (let i = 0; i < placeM.length; i++) {
    sum -= Math.log(1 - random.next());
    placeM[i] = sum;
  }
  sum -= Math.log(1 - random.next());
  const unit = totalExposure / sum;
  let slot = 0;
  let step = 0;
  firstOf[0] = 0;
  for (let i = 0; i < placeM.length; i++) {
    let place = placeM[i]! * unit;
    if (!isLength) {
      while (step < slope.length - 1 && stepsExposure[step + 1]! < place) step += 1;
      const runM = stepsM[step + 1]! - stepsM[step]!;
      place = stepsM[step]! + Math.min(runM, slope[step]! > 0 ? (place - stepsExposure[step]!) / slope[step]! : 0);
    }
    while (slot < fromM.length - 2 && fromM[slot + 1]! < place) firstOf[++slot] = i;
    placeM[i] = Math.min(place, fromM[slot + 1]!);
  }
  while (slot < fromM.length - 1) firstOf[++slot] = placeM.length;
}
