import { encode } from 'uqr';

/** A code as squares: the path of the dark ones in units of one square, and how many there are along a side. */
export interface QrCode {
  readonly path: string;
  readonly side: number;
  readonly version: number;
}

/** Light squares around a code, without which cameras do not find it. */
const QUIET = 4;

/**
 * The code of an address. The lowest correction keeps squares large, which on paper is worth more.
 * @returns null: the text is longer than any code holds
 * @source ISO/IEC 18004
 */
export function makeQrCode(text: string): QrCode | null {
  try {
    const { data, size, version } = encode(text, { ecc: 'L', border: QUIET });
    const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
    return { path, side: size, version };
  } catch {
    return null;
  }
}
