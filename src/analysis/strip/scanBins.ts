import type { Random } from '../simulation/random';
import type { ScanEvents } from './scanArms';

/** Consecutive time bins, and their share of all time. */
export interface BinRun {
  readonly fromBin: number;
  readonly toBin: number;
  readonly share: number;
}

/** All runs of at most `maxBins` bins that have any time, the short ones first. */
export function listBinRuns(binExposure: Float64Array, maxBins: number): BinRun[] {
  const total = binExposure.reduce((sum, each) => sum + each, 0);
  const runs: BinRun[] = [];
  for (let bins = 1; bins <= maxBins; bins++)
    for (let fromBin = 0; fromBin + bins <= binExposure.length; fromBin++) {
      const within = binExposure.subarray(fromBin, fromBin + bins).reduce((sum, each) => sum + each, 0);
      if (within > 0) runs.push({ fromBin, toBin: fromBin + bins - 1, share: Math.min(1, within / total) });
    }
  return runs;
}

/** Draws a bin for each entry of `bins`, as likely as it has time. */
export function makeBinDraw(binExposure: Float64Array): (random: Random, bins: Int32Array) => void {
  const upTo = new Float64Array(binExposure.length);
  let total = 0;
  let last = 0;
  binExposure.forEach((each, bin) => {
    total += each;
    upTo[bin] = total;
    if (each > 0) last = bin;
  });
  // Where to begin looking, for each of so many equal parts of all time.
  const parts = 4 * binExposure.length;
  const guide = new Int32Array(parts + 1);
  for (let part = 0, bin = 0; part <= parts; part++) {
    while (bin < last && upTo[bin]! <= (part / parts) * total * (1 - 1e-12)) bin += 1;
    guide[part] = bin;
  }
  return (random, bins) => {
    for (let i = 0; i < bins.length; i++) {
      const chance = random.next();
      let bin = guide[(chance * parts) | 0]!;
      while (bin < last && upTo[bin]! <= chance * total) bin += 1;
      bins[i] = bin;
    }
  };
}

/** The events of a run of bins, into `picked`, whose lists are long enough for all. */
export function pickBins(events: ScanEvents, bins: Int32Array, into: { run: BinRun; picked: ScanEvents }): void {
  const { run, picked } = into;
  const { fromBin, toBin } = run;
  let found = 0;
  for (let slot = 0; slot + 1 < events.firstOf.length; slot++) {
    picked.firstOf[slot] = found;
    for (let i = events.firstOf[slot]!; i < events.firstOf[slot + 1]!; i++) {
      const bin = bins[i]!;
      if (bin >= fromBin && bin <= toBin) picked.placeM[found++] = events.placeM[i]!;
    }
  }
  picked.firstOf[events.firstOf.length - 1] = found;
}
