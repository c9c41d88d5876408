import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine, cleanText } from '../../../src/formats/briefing/cleanText';
import type { Deck, DeckSlide } from '../../../src/formats/briefing/deck';
import { layOutSlide } from '../../../src/formats/briefing/layOutSlide';
import { type Box, PAGE, type Page } from '../../../src/formats/briefing/page';
import { wrapText } from '../../../src/formats/briefing/textWidth';
import { writePptx } from '../../../src/formats/briefing/writePptx';
import { openOffice, packageFaults, readSlide } from './officePackage';
import { deckOf, squares } from './sampleDeck';

/** Signs of all kinds, halves of pairs and control signs among them, and words as they come. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 }).map((codes) => String.fromCharCode(...codes)),
  fc
    .array(
      fc.constantFrom(
        'xã',
        'Hồng',
        'Phong',
        'trộm',
        'cắp',
        '😀',
        '👨‍👩‍👧',
        '\n',
        '\u0007',
        '<b>',
        '&amp;',
        '=1+1',
        'W'.repeat(90),
      ),
      {
        maxLength: 60,
      },
    )
    .map((words) => words.join(' ')),
);
const anyNumber = fc.oneof(fc.integer(), fc.double(), fc.constant(null));
const colour = fc.constantFrom('#0f5c5c', '#b3541e', 'red');

const table = fc.integer({ min: 1, max: 9 }).chain((columns) =>
  fc.record({
    caption: anyText,
    columns: fc.array(
      fc.record({ heading: anyText, align: fc.constantFrom('left' as const, 'right' as const), digits: fc.nat(3) }),
      { minLength: columns, maxLength: columns },
    ),
    rows: fc.array(fc.array(fc.oneof(anyText, anyNumber), { minLength: columns, maxLength: columns }), {
      minLength: 1,
      maxLength: 200,
    }),
  }),
);
const chart = fc.record({
  kind: fc.constantFrom('bar' as const, 'line' as const, 'stackedBar' as const),
  caption: anyText,
  categories: fc.array(anyText, { maxLength: 15 }),
  series: fc.array(fc.record({ name: anyText, values: fc.array(anyNumber, { maxLength: 15 }), colour }), {
    maxLength: 4,
  }),
  categoryTitle: anyText,
  valueTitle: anyText,
});
const picture = fc.record({
  png: fc.constant(squares(8, 8)),
  widthPx: fc.integer({ min: 1, max: 5_000 }),
  heightPx: fc.integer({ min: 1, max: 5_000 }),
  alt: anyText,
  caption: anyText,
});
const slide: fc.Arbitrary<DeckSlide> = fc.record(
  {
    kind: fc.constantFrom('title' as const, 'content' as const),
    title: anyText,
    paragraphs: fc.array(
      fc.record({ text: anyText, level: fc.constantFrom(0 as const, 1 as const, 2 as const), isBullet: fc.boolean() }),
      { maxLength: 20 },
    ),
    notes: anyText,
    table,
    chart,
    picture,
  },
  { requiredKeys: ['kind', 'title', 'paragraphs', 'notes'] },
);

const boxesOf = ({ title, text, figures }: Page): Box[] => [
  title.box,
  ...(text ? [text.box] : []),
  ...figures.flatMap(({ box, caption }) => (caption ? [box, caption.box] : [box])),
];
const overlap = (a: Box, b: Box): boolean =>
  Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x) > 0.01 &&
  Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y) > 0.01;
const letters = (texts: readonly string[]): string => texts.join('').replace(/\s/g, '');
const lay = (of: DeckSlide, language: Deck['language'] = 'vi'): Page[] =>
  layOutSlide(of, { language, continued: '(tiếp)' });

describe('a slide is laid out', () => {
  it('so that nothing leaves its page or lies over another', () => {
    fc.assert(
      fc.property(slide, (one) => {
        for (const page of lay(one)) {
          const boxes = boxesOf(page);
          for (const [i, box] of boxes.entries()) {
            expect(box.x).toBeGreaterThanOrEqual(0.59);
            expect(box.x + box.w).toBeLessThanOrEqual(PAGE.w - 0.59);
            expect(box.y + box.h).toBeLessThanOrEqual(6.8);
            for (const other of boxes.slice(i + 1)) expect(overlap(box, other)).toBe(false);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('so that no letter of its text and its table is lost, however many pages it takes', () => {
    fc.assert(
      fc.property(slide, (one) => {
        const pages = lay(one);
        const shown = pages.flatMap(({ text }) => (text ? text.paragraphs.map((part) => part.text) : []));
        const given = one.paragraphs.map(({ text }) => cleanText(text));
        expect(letters(shown).endsWith(letters(given))).toBe(true);
        const parts = pages.flatMap(({ figures }) =>
          figures.flatMap((figure) => (figure.kind === 'table' ? [figure.table] : [])),
        );
        for (const [i] of one.table?.columns.entries() ?? []) {
          const told = letters(parts.flatMap(({ rows }) => rows.map(({ cells }) => cells[i]!)));
          const texts = one.table!.rows.map((row) => row[i]).filter((cell) => typeof cell === 'string');
          if (texts.length === one.table!.rows.length) expect(told).toBe(letters(texts.map(cleanText)));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('in lines that make up the text', () => {
    fc.assert(
      fc.property(anyText.map(cleanText), fc.double({ min: 0.1, max: 12, noNaN: true }), (text, widthIn) => {
        expect(wrapText(text, widthIn, { pt: 20 }).join('')).toBe(text);
      }),
    );
  });
});

describe('any deck', () => {
  it('becomes a presentation that is whole and has the titles and notes it was given', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(slide, { minLength: 1, maxLength: 3 }),
        fc.array(anyText, { maxLength: 8 }),
        anyText,
        async (slides, footer, title) => {
          const deck = deckOf(slides, { footer, title, subject: title });
          const file = await openOffice(await writePptx(deck));
          expect(packageFaults(file)).toEqual([]);
          const first = readSlide(file, 1);
          const whole = cleanLine(slides[0]!.title);
          expect(
            first.title === whole || (first.title.endsWith('…') && whole.startsWith(first.title.slice(0, -2).trim())),
          ).toBe(true);
          expect(letters(first.notes)).toBe(letters([cleanText(slides[0]!.notes)]));
        },
      ),
      { numRuns: 12 },
    );
  });
});
