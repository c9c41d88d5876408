import type { OpenGround } from './hotspotState';

/** Lines cut into pieces: each line into equal ones. */
export interface LinePieces {
  readonly count: number;
  /** Per piece its line, and where on it the piece begins and ends, metres. */
  readonly line: Int32Array;
  readonly fromM: Float64Array;
  readonly toM: Float64Array;
  /** The piece that holds a place of a line; a place beyond the line's ends is in its first or last one. */
  readonly pieceAt: (line: number, atM: number) => number;
}

/**
 * Cuts every line into equal pieces, as near to a length as goes.
 * @param lengthM  about how long a piece is, metres, above 0; null: each line is one piece
 * @returns the pieces of the first line first, along each line
 */
export function makeLinePieces({ lengthM: lines }: Pick<OpenGround, 'lengthM'>, lengthM: number | null): LinePieces {
  const parts = Array.from(lines, (ownM) => (lengthM === null ? 1 : Math.max(1, Math.round(ownM / lengthM))));
  const first = new Int32Array(lines.length + 1);
  parts.forEach((part, line) => {
    first[line + 1] = first[line]! + part;
  });
  const count = first[lines.length]!;
  const line = new Int32Array(count);
  const fromM = new Float64Array(count);
  const toM = new Float64Array(count);
  parts.forEach((part, each) => {
    for (let k = 0; k < part; k += 1) {
      const piece = first[each]! + k;
      line[piece] = each;
      fromM[piece] = (lines[each]! * k) / part;
      toM[piece] = (lines[each]! * (k + 1)) / part;
    }
  });
  return {
    count,
    line,
    fromM,
    toM,
    pieceAt: (each, atM) => {
      const part = parts[each]!;
      const k = Math.floor((atM / lines[each]!) * part);
      return first[each]! + Math.min(part - 1, Math.max(0, k));
    },
  };
}
