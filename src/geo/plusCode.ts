/** The cell that a plus code names, WGS 84 degrees. */
export interface PlusCodeCell {
  /** Its middle. */
  readonly lng: number;
  readonly lat: number;
  readonly widthDeg: number;
  readonly heightDeg: number;
}

const ALPHABET = '23456789CFGHJMPQRVWX';
const BASE = 20;
/** Digits before the plus of a full code. */
const LEADING = 8;
/** From the eleventh digit on a cell is parted into 5 rows and 4 columns. */
const PAIR_DIGITS = 10;
const ROWS = 5;
const COLUMNS = 4;

const CODE = /^(?=[2-9CFGHJMPQRVWX0]{2,8}\+)((?:[2-9CFGHJMPQRVWX]{2}){1,4})(0{0,6})\+([2-9CFGHJMPQRVWX]{2,7})?$/i;

interface CodeParts {
  readonly digits: string;
  /** How many digits in front are left out, as a place nearby says them. */
  readonly missing: number;
}

function partsOf(code: string): CodeParts | null {
  const [, leading = '', zeros = '', trailing = ''] = CODE.exec(code.trim()) ?? [];
  const before = leading.length + zeros.length;
  if (before === 0 || (zeros !== '' && (before !== LEADING || trailing !== ''))) return null;
  if (before < LEADING && trailing === '') return null;
  return { digits: (leading + trailing).toUpperCase(), missing: LEADING - before };
}

/** Where the digits lead to from a corner, as if `missing` digits of 2 stood in front. */
function offsetOf({ digits, missing }: CodeParts): { lng: number; lat: number; width: number; height: number } {
  let [lng, lat, width, height] = [0, 0, 20, 20];
  for (let i = 0; i < missing; i += 2) [width, height] = [width / BASE, height / BASE];
  // The size of the cell that the digits so far leave.
  [width, height] = [width * BASE, height * BASE];
  for (let i = 0; i < digits.length; ) {
    const first = ALPHABET.indexOf(digits[i]!);
    if (missing + i < PAIR_DIGITS) {
      [width, height] = [width / BASE, height / BASE];
      lat += first * height;
      lng += ALPHABET.indexOf(digits[i + 1] ?? '2') * width;
      i += 2;
    } else {
      [width, height] = [width / COLUMNS, height / ROWS];
      lat += Math.floor(first / COLUMNS) * height;
      lng += (first % COLUMNS) * width;
      i += 1;
    }
  }
  return { lng, lat, width, height };
}

/** Whether a text is a plus code: full, or with the digits in front left out. */
export function plusCodeKind(text: string): 'full' | 'short' | null {
  const parts = partsOf(text);
  if (!parts) return null;
  if (parts.missing > 0) return 'short';
  const { lng, lat } = offsetOf(parts);
  return lat < 180 && lng < 360 ? 'full' : null;
}

/**
 * The cell of a plus code (Open Location Code).
 * @param code       full, "7PH78C2P+XX", or short, "8C2P+XX"
 * @param reference  a place near which a short one lies, WGS 84 degrees; the nearest cell with these digits is meant
 * @returns null where the text is no code, or a short one without a reference
 * @source github.com/google/open-location-code, specification.md
 */
export function decodePlusCode(
  code: string,
  reference: { readonly lng: number; readonly lat: number } | null,
): PlusCodeCell | null {
  const parts = partsOf(code);
  const kind = plusCodeKind(code);
  if (!parts || !kind) return null;
  const { lng, lat, width, height } = offsetOf(parts);
  const cell = { lng: lng + width / 2 - 180, lat: lat + height / 2 - 90, widthDeg: width, heightDeg: height };
  if (kind === 'full') return cell;
  if (!reference) return null;
  // The digits in front stand for a square of this size: of all such squares the one whose cell is nearest.
  const squareDeg = BASE ** (2 - parts.missing / 2);
  const near = (value: number, target: number): number => value + Math.round((target - value) / squareDeg) * squareDeg;
  return { ...cell, lng: near(cell.lng, reference.lng), lat: near(cell.lat, reference.lat) };
}
