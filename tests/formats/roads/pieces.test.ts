import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growingFloats } from '../../../src/formats/roads/growing';
import { idTable, sortedIds } from '../../../src/formats/roads/idTable';
import { ProtoFault, ProtoReader } from '../../../src/formats/roads/protoReader';
import { readJsonItems } from '../../../src/formats/roads/readJsonItems';
import { readXmlChunks } from '../../../src/formats/roads/readXmlChunks';

async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  for (let i = 0; i < text.length; i += size) yield text.slice(i, i + size);
}

describe('A table of numbers', () => {
  it('finds what is in it and nothing else, in any order of asking', () => {
    const ids = fc.array(fc.integer({ min: -30, max: 30 }), { maxLength: 40 });
    fc.assert(
      fc.property(ids, ids, (held, asked) => {
        const list = growingFloats();
        for (const id of held) list.push(id);
        const sorted = sortedIds(list.view());
        expect([...sorted]).toEqual([...new Set(held)].sort((a, b) => a - b));
        const find = idTable(sorted);
        for (const id of asked) expect(find(id)).toBe(sorted.indexOf(id));
      }),
    );
  });

  it('leaves out what is no number', () => {
    expect([...sortedIds(Float64Array.of(Number.NaN, 3, 1, Number.NaN, 3))]).toEqual([1, 3]);
  });
});

/** A number as `ProtoReader` is to read it, written by big integers. */
function varint(value: bigint): number[] {
  const bytes: number[] = [];
  let left = BigInt.asUintN(64, value);
  for (; left >= 128n; left >>= 7n) bytes.push(Number(left & 127n) | 128);
  return [...bytes, Number(left)];
}

describe('A reader of messages', () => {
  const exact = fc.maxSafeInteger();

  it('reads numbers of all lengths, with sign, without, and in zigzag', () => {
    fc.assert(
      fc.property(exact, (value) => {
        const big = BigInt(value);
        const positive = big < 0n ? -big : big;
        const reader = new ProtoReader(Uint8Array.from([8, ...varint(big), 16, ...varint(positive)]));
        expect([reader.next(), reader.signedField()]).toEqual([1, value]);
        expect([reader.next(), reader.unsignedField()]).toEqual([2, Math.abs(value)]);
        expect(reader.next()).toBe(0);
        const half = value / 2 - ((value / 2) % 1);
        const zigzag = BigInt(half) >= 0n ? 2n * BigInt(half) : -2n * BigInt(half) - 1n;
        expect(new ProtoReader(Uint8Array.from(varint(zigzag))).zigzag() + 0).toBe(half + 0);
      }),
    );
  });

  it('ends or says that something is wrong, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const reader = new ProtoReader(bytes);
        try {
          let fields = 0;
          while (reader.next() !== 0) fields += 1;
          expect(fields).toBeLessThanOrEqual(bytes.length);
        } catch (error) {
          expect(error).toBeInstanceOf(ProtoFault);
        }
      }),
    );
  });
});

describe('JSON in pieces', () => {
  const LISTS = new Set(['elements', 'features']);

  it('gives the items and what stands around them, wherever it is cut', async () => {
    const value = fc.jsonValue({ maxDepth: 3 });
    const document = fc.record({
      head: value,
      elements: fc.array(value, { maxLength: 5 }),
      'a"]': value,
      features: fc.array(value),
    });
    await fc.assert(
      fc.asyncProperty(document, fc.integer({ min: 1, max: 40 }), fc.nat(2), async (root, size, indent) => {
        const items: Record<string, unknown[]> = { elements: [], features: [] };
        const around = await readJsonItems(inPieces(JSON.stringify(root, null, indent), size), {
          lists: LISTS,
          item: (item, key) => items[key]!.push(item),
        });
        const plain = JSON.parse(JSON.stringify(root)) as typeof root;
        expect(items).toEqual({ elements: plain.elements, features: plain.features });
        expect(around).toEqual({ ...plain, elements: [], features: [] });
      }),
    );
  });

  it('takes no list for items that is not of the root', async () => {
    const items: unknown[] = [];
    const text = '{"a":{"elements":[1]},"b":["elements",[2]],"elements" : [ 3 , "x]" ]}';
    const root = await readJsonItems(inPieces(text, 5), { lists: LISTS, item: (item) => items.push(item) });
    expect(items).toEqual([3, 'x]']);
    expect(root).toEqual({ a: { elements: [1] }, b: ['elements', [2]], elements: [] });
    const list = await readJsonItems(inPieces('["elements", [4]]', 5), {
      lists: LISTS,
      item: (item) => items.push(item),
    });
    expect(list).toEqual(['elements', [4]]);
    expect(items).toHaveLength(2);
  });

  it('tells the same fault at the same place, wherever it is cut', async () => {
    const text = '{"x": [1],\n "elements": [{"a": 1},\n {"b": "c"},\n {"b": tru}], "y": 2}';
    for (let size = 1; size < text.length; size += 1)
      await expect(readJsonItems(inPieces(text, size), { lists: LISTS, item: () => {} })).rejects.toMatchObject({
        reason: { fault: 'syntax', place: { position: text.indexOf('tru}'), line: 4 } },
      });
  });
});

describe('XML in pieces', () => {
  it('tells the same, wherever it is cut', async () => {
    const text = `<?xml version="1.0"?>\n<!DOCTYPE a>\n<a x='1 > 2'><!-- <b> --><b:c y="&lt;"/>text &amp; more<![CDATA[<z>]]></a>\n`;
    const told = async (size: number): Promise<string> => {
      const events: string[] = [];
      await readXmlChunks(inPieces(text, size), {
        open: (name, attributes) => events.push(`<${name} ${[...attributes()].join()}`),
        close: (name) => events.push(`>${name}`),
        text: (words) => events.push(words),
      });
      return events.join('');
    };
    const whole = await told(1_000);
    expect(whole).toBe('<a x,1 > 2<c y,<>ctext & more<z>>a');
    for (let size = 1; size < text.length; size += 1) expect(await told(size)).toBe(whole);
  });
});
