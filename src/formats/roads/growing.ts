/** A column of numbers that grows at its end. */
export class Growing<T extends Float64Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>> {
  length = 0;

  constructor(
    private values: T,
    private readonly make: (length: number) => T,
  ) {}

  push(value: number): void {
    if (this.length === this.values.length) {
      const wider = this.make(Math.max(16, 2 * this.length));
      wider.set(this.values);
      this.values = wider;
    }
    this.values[this.length] = value;
    this.length += 1;
  }

  at(index: number): number {
    return this.values[index]!;
  }

  /** What was pushed; a view that later pushes may leave behind. */
  view(): T {
    return this.values.subarray(0, this.length) as T;
  }

  /** What was pushed, without the room that was kept for more. */
  finish(): T {
    return this.length === this.values.length ? this.values : (this.values.slice(0, this.length) as T);
  }

  /** Forgets all from a length on. */
  cut(length: number): void {
    this.length = length;
  }
}

export const growingFloats = (): Growing<Float64Array<ArrayBuffer>> =>
  new Growing(new Float64Array(16), (length) => new Float64Array(length));
export const growingIntegers = (): Growing<Uint32Array<ArrayBuffer>> =>
  new Growing(new Uint32Array(16), (length) => new Uint32Array(length));
export const growingBytes = (): Growing<Uint8Array<ArrayBuffer>> =>
  new Growing(new Uint8Array(16), (length) => new Uint8Array(length));
