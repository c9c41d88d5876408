import { describe, expect, it } from 'vitest';
import { CATEGORIES } from '../../src/domain';
import { categoryColor, MAP_PALETTES } from '../../src/map/palette';
import type { MapTheme } from '../../src/map/types';

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** Between orange and yellow, and strong. */
function isAmber(color: string): boolean {
  if (!/^#[0-9a-f]{6}$/.test(color)) return false;
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return r > g && g > b && r - b > 100;
}

describe.each(['light', 'dark'] as const)('the %s palette', (theme: MapTheme) => {
  const palette = MAP_PALETTES[theme];
  const land = [...palette.tints, ...palette.memberTints];

  it('keeps names readable on every ground', () => {
    for (const ground of [...land, palette.contextFill, palette.ground]) {
      for (const text of [palette.unitText, palette.memberText, palette.placeText]) {
        expect(contrast(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    }
    for (const ground of [palette.contextFill, palette.hatch, palette.halo])
      expect(contrast(palette.contextText, ground), ground).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.markText, palette.mark)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.riverText, palette.river)).toBeGreaterThanOrEqual(3);
  });

  it('makes the lines that carry meaning stand out from the land', () => {
    for (const ground of land) {
      for (const line of [palette.line, palette.clusterInner, palette.clusterOuter, palette.sketch])
        expect(contrast(line, ground), `${line} on ${ground}`).toBeGreaterThanOrEqual(3);
    }
  });

  it('marks what is chosen and the flagged share without amber, which means uncertain and simulated', () => {
    const others = Object.entries(palette).filter(([name]) => !name.endsWith('ints') && name !== 'unsure');
    for (const [name, color] of others) {
      expect(isAmber(color as string), `${name} ${color}`).toBe(false);
    }
    expect(isAmber(palette.unsure)).toBe(true);
    for (const ground of land) expect(contrast(palette.unsure, ground), ground).toBeGreaterThanOrEqual(3);
    expect(isAmber('#e8a317') && isAmber('#ffc24d')).toBe(true);
    for (const ground of land) expect(contrast(palette.highlight, ground), ground).toBeGreaterThanOrEqual(3);
    expect(contrast(palette.markRing, palette.markRest)).toBeGreaterThanOrEqual(3);
    expect(contrast(palette.markRing, palette.mark)).toBeGreaterThanOrEqual(3);
  });

  it('keeps the sign on a filled symbol readable, and parts categories by colour', () => {
    const colors = CATEGORIES.map((category) => categoryColor(category, theme));
    for (const { fill, sign } of colors) expect(contrast(fill, sign), fill).toBeGreaterThanOrEqual(3);
    expect(new Set(colors.map(({ fill }) => fill)).size).toBe(CATEGORIES.length);
  });

  it('gives members a stronger tint than their neighbours', () => {
    palette.tints.forEach((tint, index) => {
      expect(contrast(palette.memberTints[index]!, palette.halo)).toBeGreaterThan(contrast(tint, palette.halo));
    });
  });
});
