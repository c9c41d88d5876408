import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogues } from '../../src/i18n';
import { describeProblem } from '../../src/i18n/describeProblem';
import { createFileTasks } from '../../src/workers/fileTasks';
import { OPTIONS } from '../analysis/import/support';
import { dbfBytes, shpBytes, vn2000Prj } from '../support/ugly/shapefiles';
import { packZip, utf8, workbookParts } from '../support/ugly/writers';
import { UGLY_FILES } from '../support/uglyFiles';

const { onProgress: _, ...CHOICES } = { ...OPTIONS, convertLegacy: true };
const HEAVY = /bomb|wide|deep/;
const SEEDS = UGLY_FILES.filter(({ name }) => !HEAVY.test(name)).map(({ name, bytes }) => ({ name, bytes: bytes() }));

/** Does with a file all that the dialog may; whatever throws or never ends fails the test. */
async function useAll(bytes: Uint8Array): Promise<void> {
  const tasks = createFileTasks();
  const opened = await tasks.openFile(new Blob([bytes as Uint8Array<ArrayBuffer>]), 'a');
  if (!opened.ok) {
    expect(describeProblem(catalogues.vi, opened.problem).title).not.toBe('');
    return;
  }
  tasks.topRows(20);
  tasks.reviewIncidents(CHOICES);
  tasks.chooseHeader(0);
  tasks.reviewIncidents(CHOICES);
  for (const { name } of opened.value.sheets) expect(tasks.chooseSheet(name).ok).toBe(true);
  await tasks.readLayers('drop');
}

/** What may happen to a byte or a stretch of a file on its way. */
type Damage =
  | { readonly kind: 'set'; readonly at: number; readonly byte: number }
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'repeat' | 'drop'; readonly at: number; readonly length: number };

const place = fc.double({ min: 0, max: 1, noNaN: true });
const damage: fc.Arbitrary<Damage> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('set' as const),
      at: place,
      byte: fc.constantFrom(0, 1, 10, 34, 38, 60, 62, 127, 128, 255),
    }),
  },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('set' as const), at: place, byte: fc.nat(255) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cut' as const), at: place }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('repeat' as const, 'drop' as const), at: place, length: fc.nat(60) }),
  },
);

function damaged(bytes: Uint8Array, damages: readonly Damage[]): Uint8Array {
  let whole = Uint8Array.from(bytes);
  for (const each of damages) {
    const at = Math.floor(each.at * whole.length);
    if (each.kind === 'set') whole[at] = each.byte;
    else if (each.kind === 'cut') whole = whole.slice(0, at);
    else {
      const again = each.kind === 'repeat' ? at : at + each.length;
      whole = Uint8Array.from([
        ...whole.subarray(0, each.kind === 'repeat' ? at + each.length : at),
        ...whole.subarray(again),
      ]);
    }
  }
  return whole;
}

const square = (from: number, to: number) =>
  [
    [from, from],
    [from, to],
    [to, to],
    [to, from],
    [from, from],
  ] as const;

describe('whatever comes as a file', () => {
  it('is opened or refused: any bytes', { timeout: 300_000 }, async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), useAll), { numRuns: 300 });
  });

  it('is opened or refused: any bytes that begin as a file does', { timeout: 300_000 }, async () => {
    const begun = fc
      .tuple(fc.constantFrom(...SEEDS), fc.nat(200), fc.uint8Array({ maxLength: 400 }))
      .map(([{ bytes }, length, rest]) => Uint8Array.from([...bytes.subarray(0, length), ...rest]));
    await fc.assert(fc.asyncProperty(begun, useAll), { numRuns: 300 });
  });

  it('is opened or refused: any text', { timeout: 300_000 }, async () => {
    const sign = fc.oneof(
      fc.constantFrom(...'<>&;,"\t\n\r{}[]:/=|0123456789éđ'),
      fc.string({ unit: 'grapheme', maxLength: 1 }),
    );
    const text = fc.array(sign, { maxLength: 300 }).map((signs) => new TextEncoder().encode(signs.join('')));
    await fc.assert(fc.asyncProperty(text, useAll), { numRuns: 300 });
  });

  it.each(SEEDS.map((seed) => [seed.name, seed] as const))(
    'is opened or refused: %s, damaged on its way',
    { timeout: 300_000 },
    async (_name, { bytes }) => {
      const change = fc.array(damage, { minLength: 1, maxLength: 6 });
      await fc.assert(
        fc.asyncProperty(change, (damages) => useAll(damaged(bytes, damages))),
        { numRuns: 25 },
      );
    },
  );

  const PARTS: Readonly<Record<string, Readonly<Record<string, Uint8Array>>>> = {
    Shapefile: {
      'a.shp': shpBytes([
        { point: [105.4, 21.3] },
        { rings: [square(0, 9), square(2, 3)] },
        { lines: [square(0, 1), square(4, 5)] },
      ]),
      'a.dbf': dbfBytes(
        [
          { name: 'NGAY', type: 'D', length: 8 },
          { name: 'TEN', type: 'C', length: 20 },
          { name: 'SO', type: 'N', length: 6 },
        ],
        [
          ['20180305', 'Bồ Sao', '12'],
          ['20180306', 'Bạch Hạc', '1,5'],
        ],
      ),
      'a.prj': utf8(vn2000Prj(105)),
      'a.cpg': utf8('UTF-8'),
    },
    workbook: Object.fromEntries(
      Object.entries(
        workbookParts([
          {
            name: 'S',
            merges: ['A2:A3'],
            rows: [
              ['Ngày', 'Vĩ độ'],
              [{ serial: 43164.5, style: 1 }, 21.3],
              [null, 'x'],
            ],
          },
          { name: 'H', state: 'hidden', rows: [['a']] },
        ]),
      ).map(([name, text]) => [name, utf8(text)]),
    ),
  };
  it.each(Object.keys(PARTS))(
    'is opened or refused: a %s whose parts were damaged',
    { timeout: 300_000 },
    async (kind) => {
      const parts = PARTS[kind] ?? {};
      const change = fc.tuple(fc.constantFrom(...Object.keys(parts)), fc.array(damage, { minLength: 1, maxLength: 4 }));
      await fc.assert(
        fc.asyncProperty(change, ([name, damages]) =>
          useAll(packZip({ ...parts, [name]: damaged(parts[name] ?? new Uint8Array(), damages) })),
        ),
        { numRuns: 600 },
      );
    },
  );
});
