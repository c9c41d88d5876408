/** State of a source of chance in one typed array, so that drawing allocates nothing. The same numbers as `makeRandom` of the same seed. */
export function seedChance(seed: number): Int32Array {
  const state = Int32Array.of(seed, Math.floor(seed / 0x1_0000_0000), 0x9e3779b9, 1);
  for (let i = 0; i < 15; i++) drawNumber(state);
  return state;
}

/**
 * @returns at least 0, less than 1
 * @source Chris Doty-Humphrey's sfc32 (PractRand 0.94)
 */
export function drawNumber(state: Int32Array): number {
  const b = state[1]!;
  const c = state[2]!;
  const counter = state[3]!;
  const sum = (state[0]! + b + counter) | 0;
  state[3] = counter + 1;
  state[0] = b ^ (b >>> 9);
  state[1] = c + (c << 3);
  state[2] = ((c << 21) | (c >>> 11)) + sum;
  return (sum >>> 0) / 0x1_0000_0000;
}
