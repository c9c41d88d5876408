import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/formats/decodeText';
import { fromLegacyFont, recogniseLegacyFont } from '../../src/formats/legacyVietnamese';
import { catalogues } from '../../src/i18n';
import { bytesOf, typeTcvn3, typeVni } from './legacyFonts';

function textsIn(messages: unknown): string[] {
  if (typeof messages === 'string') return [messages];
  return typeof messages === 'object' && messages !== null ? Object.values(messages).flatMap(textsIn) : [];
}

const layers = (name: string) => readFileSync(`geodata/layers/${name}.json`, 'utf8');
const names = [...layers('edition-2018').matchAll(/"name":"([^"]+)"/g)].map(([, name = '']) => name);
/** Vietnamese as people write it, without what no old font has. */
const VIETNAMESE = [...names, ...textsIn(catalogues.vi)]
  .map((text) => text.normalize('NFC').replace(/[^\p{L}\p{N}\s.,:()]/gu, ' '))
  .filter((text) => !/[A-ZĐÀ-Ỹ]{2}/u.test(text));
const words = VIETNAMESE.flatMap((text) => text.split(/[^\p{L}]+/u)).filter((word) => /\P{ASCII}/u.test(word));

const capitals = (text: string): string => [...text].filter((letter) => letter !== letter.toLowerCase()).join('');

const TYPED = { tcvn3: typeTcvn3, vni: typeVni } as const;

describe.each(['tcvn3', 'vni'] as const)('texts typed for %s', (font) => {
  it('are known from three words on, and come back letter by letter', () => {
    expect(new Set(words).size).toBeGreaterThan(200);
    // TCVN3 has no capitals with a tone: fonts of capitals show the small ones as such.
    const typed =
      font === 'vni' ? VIETNAMESE : VIETNAMESE.filter((text) => !/[ÀÁÃÈÉÌÍÒÓÕÙÚÝĨŨẠ-Ỹ]/u.test(capitals(text)));
    expect(typed.length).toBeGreaterThan(VIETNAMESE.length / 2);
    for (const text of typed) expect(fromLegacyFont(TYPED[font](text), font)).toBe(text);
    for (let i = 0; i + 12 < words.length; i += 4) {
      const some = words.slice(i, i + 12).map((word) => TYPED[font](word));
      expect([font, null]).toContain(recogniseLegacyFont(some));
    }
    expect(recogniseLegacyFont(VIETNAMESE.map(TYPED[font]))).toBe(font);
  });

  it('are read from bytes', () => {
    const text = 'Ngày;Địa điểm;Tóm tắt\n05/03/2018;Phường Bồ Sao;Trộm cắp xe đạp, đã khởi tố\n';
    const decoded = decodeText(bytesOf(TYPED[font](text)), 'a.csv');
    expect(decoded).toEqual({ ok: true, value: TYPED[font](text), notes: [] });
  });
});

it('reads the sentences that everybody has typed', () => {
  expect(fromLegacyFont('Céng hßa x· héi chñ nghÜa ViÖt Nam', 'tcvn3')).toBe('Cộng hòa xã hội chủ nghĩa Việt Nam');
  expect(fromLegacyFont('§éc lËp - Tù do - H¹nh phóc', 'tcvn3')).toBe('Độc lập - Tự do - Hạnh phúc');
  expect(fromLegacyFont('Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam', 'vni')).toBe('Cộng hòa xã hội chủ nghĩa Việt Nam');
  expect(fromLegacyFont('Ñoäc laäp - Töï do - Haïnh phuùc', 'vni')).toBe('Độc lập - Tự do - Hạnh phúc');
});

it('keeps bullets and fractions between the words', () => {
  expect(fromLegacyFont('· Trém c¾p ½ kg × 2', 'tcvn3')).toBe('· Trộm cắp ½ kg × 2');
  expect(fromLegacyFont('« t« ë chî', 'tcvn3')).toBe('ô tô ở chợ');
});

it('knows fonts of capitals by the letters without a sign', () => {
  expect(fromLegacyFont('C¤NG AN PH¦êNG Bå SAO', 'tcvn3')).toBe('CÔNG AN PHƯỜNG BỒ SAO');
});

it('leaves what is not of the font', () => {
  for (const text of ['Xã Tứ Trưng', 'Km 5', '±50 m', '3 × 4 m', '· ½ µ', 'Straße', '21,3°', '']) {
    expect(fromLegacyFont(text, 'tcvn3')).toBe(text);
    expect(fromLegacyFont(text, 'vni')).toBe(text);
  }
});

it('takes no Unicode for a font: not Vietnamese, a column of it at a time or without its own letters, nor other tongues', () => {
  expect(recogniseLegacyFont(VIETNAMESE)).toBeNull();
  for (let i = 0; i < words.length; i += 3) expect(recogniseLegacyFont(words.slice(i, i + 12))).toBeNull();
  expect(recogniseLegacyFont(words.filter((word) => [...word].every((letter) => letter <= '\u00ff')))).toBeNull();
  expect(recogniseLegacyFont(textsIn(catalogues.en))).toBeNull();
  for (const text of [
    '· Ø 20, ½ µ, ± 5, © ® § ¾, × ÷ ¬ ¼',
    'Élèves à l’école, où naître fût déjà été, garçon français, même forêt, hôtel, noël, maïs',
    'Straße, Größe, für, schön, müssen, Übung, Äpfel, Bär, Öl, heißt, grün',
    'São Paulo, coração, não, João, órgão, três, você, avô, lá, é, à',
    'år, ø, å, på, blå, gøre, både, første, være, æble, én, får, hår',
  ])
    expect(recogniseLegacyFont([text])).toBeNull();
});
