import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldVietnamese, matchesFolded } from '../../src/domain';

describe('folding', () => {
  it('strips every mark of Vietnamese, and turns đ into d', () => {
    expect(foldVietnamese('Sông Lô')).toBe('song lo');
    expect(foldVietnamese('ĐẠI ĐÌNH, Thụy Vân')).toBe('dai dinh, thuy van');
    expect(foldVietnamese('ăắằẳẵặâấầẩẫậêếềểễệôốồổỗộơớờởỡợưứừửữựýỳỷỹỵ')).toMatch(/^[a-z]+$/);
  });

  it('is the same for composed and decomposed text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldVietnamese(text.normalize('NFD'))).toBe(foldVietnamese(text.normalize('NFC')));
      }),
    );
    expect(foldVietnamese('Việt Trì'.normalize('NFD'))).toBe('viet tri');
  });

  it('squeezes and trims spaces', () => {
    expect(foldVietnamese('  Bồ\u00a0\n Sao ')).toBe('bo sao');
  });

  it('matches words in any order, and everything when nothing is asked', () => {
    expect(matchesFolded('Phường Bạch Hạc', 'hac bach')).toBe(true);
    expect(matchesFolded('Phường Bạch Hạc', 'Bạch Hạc')).toBe(true);
    expect(matchesFolded('Phường Bạch Hạc', 'bach hoc')).toBe(false);
    expect(matchesFolded('Sông Lô', '  ')).toBe(true);
  });
});
