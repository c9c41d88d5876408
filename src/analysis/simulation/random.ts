/** A repeatable source of chance: the same seed gives the same numbers on every machine. */
export interface Random {
  /** 32 random bits as a whole number. */
  readonly bits: () => number;
  /** At least 0, less than 1. */
  readonly next: () => number;
  /** A whole number from 0 to `end` − 1. */
  readonly below: (end: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
  /** The index of one of the weights, each as likely as it weighs. */
  readonly weighted: (weights: readonly number[]) => number;
}

/**
 * @param seed  any whole number
 * @source Chris Doty-Humphrey's sfc32 (PractRand 0.94); its state is filled from the seed and run 15 rounds
 */
export function makeRandom(seed: number): Random {
  let [a, b, c, counter] = [seed | 0, (seed / 0x1_0000_0000) | 0, 0x9e3779b9 | 0, 1];
  const bits = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let i = 0; i < 15; i += 1) bits();
  const next = (): number => bits() / 0x1_0000_0000;
  const below = (end: number): number => Math.floor(next() * end);
  return {
    bits,
    next,
    below,
    pick: (list) => {
      const item = list[below(list.length)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
    weighted: (weights) => {
      let rest = next() * weights.reduce((sum, weight) => sum + weight, 0);
      const found = weights.findIndex((weight) => {
        rest -= weight;
        return rest < 0;
      });
      return found < 0 ? weights.length - 1 : found;
    },
  };
}
