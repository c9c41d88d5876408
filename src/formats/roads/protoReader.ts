/** Bytes that are no message of Protocol Buffers. */
export class ProtoFault extends Error {}

const VARINT = 0;
const FIXED64 = 1;
const BYTES = 2;
const FIXED32 = 5;
const LONGEST_VARINT = 10;
const TWO_TO_28 = 2 ** 28;
const TWO_TO_32 = 2 ** 32;

/**
 * Reads fields of one message, and never beyond its end. A field that nobody took is passed over by the next `next()`.
 * @source protobuf.dev, Encoding
 */
export class ProtoReader {
  private type = -1;
  private isTaken = true;

  constructor(
    private readonly bytes: Uint8Array,
    private position = 0,
    private end = bytes.length,
  ) {}

  /** Turns to other bytes of the same buffer, so that one reader serves many messages. */
  turnTo(position: number, end: number): void {
    this.position = position;
    this.end = end;
    this.isTaken = true;
  }

  get isAtEnd(): boolean {
    return this.position >= this.end;
  }

  /** The number of the next field; 0 at the end. */
  next(): number {
    if (!this.isTaken) this.skip();
    if (this.position >= this.end) {
      if (this.position > this.end) throw new ProtoFault('field beyond its message');
      return 0;
    }
    const tag = this.varint();
    this.type = tag % 8;
    this.isTaken = false;
    const field = Math.floor(tag / 8);
    if (field === 0) throw new ProtoFault('field 0');
    return field;
  }

  private skip(): void {
    this.isTaken = true;
    if (this.type === VARINT) this.varint();
    else if (this.type === BYTES) this.move(this.varint());
    else if (this.type === FIXED32) this.move(4);
    else if (this.type === FIXED64) this.move(8);
    else throw new ProtoFault(`wire type ${this.type}`);
  }

  private move(length: number): void {
    if (length > this.end - this.position) throw new ProtoFault('length beyond its message');
    this.position += length;
  }

  private take(type: number): void {
    if (this.type !== type) throw new ProtoFault(`wire type ${this.type} for ${type}`);
    this.isTaken = true;
  }

  /** The span of a field of bytes, which another reader takes up. */
  span(): readonly [start: number, end: number] {
    this.take(BYTES);
    const length = this.varint();
    const start = this.position;
    this.move(length);
    return [start, start + length];
  }

  bytesField(): Uint8Array {
    const [start, end] = this.span();
    return this.bytes.subarray(start, end);
  }

  unsignedField(): number {
    this.take(VARINT);
    return this.varint();
  }

  /** A field of int64 or int32, whose negative numbers fill ten bytes. */
  signedField(): number {
    this.take(VARINT);
    let [low, high] = [0, 0];
    for (let shift = 0; shift < 7 * LONGEST_VARINT; shift += 7) {
      const byte = this.bytes[this.position++];
      if (byte === undefined) break;
      const part = byte & 0x7f;
      if (shift < 28) low |= part << shift;
      else if (shift === 28) {
        low |= part << 28;
        high |= part >>> 4;
      } else high |= part << (shift - 32);
      if (byte < 0x80) return high * TWO_TO_32 + (low >>> 0);
    }
    throw new ProtoFault('number without end');
  }

  /** A plain number, exact up to 2^53; within a packed field or where the type is known. */
  varint(): number {
    const { bytes } = this;
    let byte = bytes[this.position++]!;
    if (byte < 0x80) return byte;
    let value = byte & 0x7f;
    byte = bytes[this.position++]!;
    value |= (byte & 0x7f) << 7;
    if (byte < 0x80) return value;
    byte = bytes[this.position++]!;
    value |= (byte & 0x7f) << 14;
    if (byte < 0x80) return value;
    byte = bytes[this.position++]!;
    value |= (byte & 0x7f) << 21;
    if (byte < 0x80) return value;
    let scale = TWO_TO_28;
    for (let i = 4; i < LONGEST_VARINT; i++) {
      byte = bytes[this.position++]!;
      if (byte === undefined) break;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 128;
    }
    throw new ProtoFault('number without end');
  }

  /** A number of sint64 or sint32 of a packed field. */
  zigzag(): number {
    const value = this.varint();
    if (value < TWO_TO_28) return (value >>> 1) ^ -(value & 1);
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  /** To be called where a packed field was read to its end, which its last number must not pass. */
  checkEnd(): void {
    if (this.position !== this.end) throw new ProtoFault('packed field of another length');
  }
}
