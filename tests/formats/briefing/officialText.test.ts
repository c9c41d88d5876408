import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balanceLines, boldWidth } from '../../../src/formats/briefing/balanceLines';
import {
  annexHeading,
  dashedLines,
  numberedHeadings,
  officialDay,
  officialNumber,
  romanNumber,
} from '../../../src/formats/briefing/officialText';

describe('the words of an administrative document', () => {
  it.each([
    ['2026-01-09', 'ngày 09 tháng 01 năm 2026'],
    ['2026-02-28', 'ngày 28 tháng 02 năm 2026'],
    ['2026-03-05', 'ngày 05 tháng 3 năm 2026'],
    ['2026-12-31', 'ngày 31 tháng 12 năm 2026'],
  ])('write %s with a zero before days below 10 and the first two months', (day, text) => {
    expect(officialDay(day)).toBe(text);
  });

  it('write a zero before numbers below 10', () => {
    expect(officialNumber({ number: '7', sign: 'BC-UBND' })).toBe('07/BC-UBND');
    expect(officialNumber({ number: '123', sign: 'BC-CAX' })).toBe('123/BC-CAX');
  });

  it('list recipients with a dash before, a semicolon behind each and a full stop at the end, however they were typed', () => {
    expect(dashedLines('- Như trên;\n\nCông an tỉnh\r\n– Lưu: VT, CAX.')).toEqual([
      '- Như trên;',
      '- Công an tỉnh;',
      '- Lưu: VT, CAX.',
    ]);
    expect(dashedLines('')).toEqual([]);
  });

  it('count annexes in Roman numbers where there are several', () => {
    expect([1, 4, 9, 14, 19, 40].map(romanNumber)).toEqual(['I', 'IV', 'IX', 'XIV', 'XIX', 'XXXX']);
    expect(annexHeading(0, 1)).toBe('Phụ lục');
    expect(annexHeading(3, 5)).toBe('Phụ lục IV');
  });

  it('count headings anew below each higher one, points by the Vietnamese alphabet', () => {
    const heading = (level: 1 | 2 | 3, title: string) => ({ heading: { level, title } });
    const points = Array.from({ length: 8 }, () => heading(3, 'điểm'));
    expect(numberedHeadings([heading(1, 'tình hình'), heading(2, 'Một'), ...points])).toEqual([
      'I. TÌNH HÌNH',
      '1. Một',
      ...['a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h'].map((letter) => `${letter}) điểm`),
    ]);
    expect(numberedHeadings([heading(1, 'a'), heading(2, 'b'), heading(1, 'c'), heading(2, 'd')])).toEqual([
      'I. A',
      '1. b',
      'II. C',
      '1. d',
    ]);
  });

  it('break a long name evenly, losing no word', () => {
    expect(balanceLines('ỦY BAN NHÂN DÂN XÃ TỐNG TRÂN', 3_800, 13)).toEqual(['ỦY BAN NHÂN DÂN', 'XÃ TỐNG TRÂN']);
    expect(balanceLines('CÔNG AN XÃ A', 3_800, 13)).toEqual(['CÔNG AN XÃ A']);
    const word = fc.string({ unit: fc.constantFrom('A', 'Đ', 'Ộ', 'i', 'm'), minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        const lines = balanceLines(words.join(' '), 3_800, 13);
        expect(lines.join(' ')).toBe(words.join(' '));
        if (lines.length === 2) for (const line of lines) expect(boldWidth(line, 13)).toBeLessThanOrEqual(3_800);
      }),
    );
  });
});
