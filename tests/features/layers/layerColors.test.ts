import { describe, expect, it } from 'vitest';
import { firstLayerStyle, isHexColor, LAYER_COLORS } from '../../../src/features/layers/layerColors';
import { MAP_PALETTES } from '../../../src/map/palette';

/** @source WCAG 2.2, relative luminance and contrast ratio */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}
function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
}

describe('the colours of layers', () => {
  it('stand out from all land in both themes', () => {
    for (const palette of Object.values(MAP_PALETTES)) {
      for (const ground of [palette.ground, palette.contextFill, ...palette.tints, ...palette.memberTints]) {
        for (const { id, color } of LAYER_COLORS) {
          expect(contrast(color, ground), `${id} on ${ground}`).toBeGreaterThanOrEqual(3);
        }
      }
    }
  });

  it('are codes of six hexadecimal digits', () => {
    expect(LAYER_COLORS.every(({ color }) => isHexColor(color))).toBe(true);
    for (const wrong of ['', '#fff', '297bcc', '#297bc', '#297bcc8', '#297bcg', 'red']) {
      expect(isHexColor(wrong), wrong).toBe(false);
    }
    expect(isHexColor('#297BCC')).toBe(true);
  });

  it('are given out evenly: the least worn first', () => {
    const [first, second] = LAYER_COLORS;
    expect(firstLayerStyle([], 'line').color).toBe(first.color);
    expect(
      firstLayerStyle([{ style: { color: first.color.toUpperCase(), opacity: 1, widthPx: 1 } }], 'line').color,
    ).toBe(second.color);
    const worn = LAYER_COLORS.map(({ color }) => ({ style: { color, opacity: 1, widthPx: 1 } }));
    expect(firstLayerStyle(worn, 'polygon').color).toBe(first.color);
    expect(firstLayerStyle(worn, 'polygon').opacity).toBeLessThan(firstLayerStyle(worn, 'line').opacity);
  });
});
