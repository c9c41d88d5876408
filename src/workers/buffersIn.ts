/** The memory of an object's columns: handed over, they are not copied. */
export const buffersIn = (columns: object): ArrayBuffer[] =>
  Object.values(columns).flatMap((column) => (ArrayBuffer.isView(column) ? [column.buffer as ArrayBuffer] : []));
