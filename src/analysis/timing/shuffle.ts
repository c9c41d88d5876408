import type { Random } from '../simulation/random';

/**
 * Puts values in an order by chance, each order as likely as the others.
 * @param values  changed in place
 * @source Durstenfeld 1964, Algorithm 235: Random permutation, Communications of the ACM 7 (7), 420
 */
export function shuffle(values: Int32Array | Float64Array, random: Random): void {
  for (let i = values.length - 1; i > 0; i -= 1) {
    const j = random.below(i + 1);
    const kept = values[i]!;
    values[i] = values[j]!;
    values[j] = kept;
  }
}
