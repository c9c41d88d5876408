import type { Degrees } from '../../domain';

/** Thrown inside this folder only, where a link does not hold what it should. */
export class NotOurs extends Error {}

/** As long as any name or contact that is kept. */
const MOST_SIGNS = 500;

/** Reads a list value by value; whatever is of another kind than expected ends it. */
export class TerseReader {
  #at = 0;
  readonly #values: readonly unknown[];

  constructor(values: unknown) {
    if (!Array.isArray(values)) throw new NotOurs();
    this.#values = values;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#values.length;
  }

  #next(): unknown {
    this.#at += 1;
    return this.#values[this.#at - 1];
  }

  text(): string {
    const value = this.#next();
    if (typeof value !== 'string' || value.length > MOST_SIGNS) throw new NotOurs();
    return value;
  }

  /** A whole number within bounds. */
  whole(min: number, max: number): number {
    const value = this.#next();
    if (!Number.isInteger(value) || (value as number) < min || (value as number) > max) throw new NotOurs();
    return value as number;
  }

  list(): TerseReader {
    return new TerseReader(this.#next());
  }
}

/** A hundred-thousandth of a degree is 1.1 m. */
const PER_DEGREE = 1e5;
export const toWhole = ([lng, lat]: Degrees): [number, number] => [
  Math.round(lng * PER_DEGREE),
  Math.round(lat * PER_DEGREE),
];

/** A position of whole hundred-thousandths; none outside the world. */
export function toDegrees(x: number, y: number): Degrees {
  const [lng, lat] = [x / PER_DEGREE, y / PER_DEGREE];
  if (Math.abs(lng) > 180 || Math.abs(lat) > 90) throw new NotOurs();
  return [lng, lat];
}
