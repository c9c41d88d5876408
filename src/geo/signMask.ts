const float = new Float64Array(1);
const words = new Int32Array(float.buffer);

/**
 * −1 (all bits set) for negative numbers, 0 for others, read from the number's own bits. Unlike a comparison it never makes the
 * processor guess, and where the answer is a matter of chance a wrong guess costs more than all the arithmetic around it. Every
 * platform that runs JavaScript keeps the sign in the second word.
 */
export function signMask(value: number): number {
  float[0] = value;
  return words[1]! >> 31;
}
