/** A growing list of 32-bit integers. */
export class IntegerList {
  values = new Int32Array(1 << 12);
  length = 0;

  /** Empty again, with the room that it has. */
  clear(): void {
    this.length = 0;
  }

  /** Makes room; `values` may then be another array. */
  reserve(more: number): void {
    if (this.length + more <= this.values.length) return;
    const grown = new Int32Array(2 * (this.length + more));
    grown.set(this.values.subarray(0, this.length));
    this.values = grown;
  }

  toArray(): Int32Array {
    return this.values.subarray(0, this.length);
  }
}
