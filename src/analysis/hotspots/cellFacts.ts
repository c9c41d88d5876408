/** What lies at the middle of each cell of a ground's grid. */
export interface CellFactsLike {
  /** The unit that holds it, −1: none. */
  readonly unit: Int32Array;
  /** The nearest line that counts in whose zone it lies, −1: none. */
  readonly line: Int32Array;
  readonly distanceM: Float64Array;
  readonly side: Int8Array;
}
