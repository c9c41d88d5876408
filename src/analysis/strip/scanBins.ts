import type { Random } from '../simulation/random';

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
