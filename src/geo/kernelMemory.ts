/** The memory of a WebAssembly module. */
export interface KernelMemory {
  readonly buffer: ArrayBuffer;
  readonly grow: (pages: number) => number;
}

// Not among the types of the language itself.
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: object };
};

const PAGE_BYTES = 1 << 16;
const ALIGNMENT = 64;

/** What a module exports that is given as text, a character a byte. */
export function startModule<Exports extends object>(text: string): Exports {
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  return new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports as Exports;
}

/** Places columns one after the other in a module's memory from an address on. */
export class KernelLayout {
  constructor(private at: number) {}

  /** Where the next `bytes` stand. */
  reserve(bytes: number): number {
    const start = Math.ceil(this.at / ALIGNMENT) * ALIGNMENT;
    this.at = start + bytes;
    return start;
  }

  /** Makes the memory as large as what is reserved; views on it from before may then be empty. */
  fit(memory: KernelMemory): void {
    const missing = this.at - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE_BYTES));
  }
}
