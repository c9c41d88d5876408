import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../src/ui/tokens.css', import.meta.url), 'utf8');
const colours = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name, light, dark]) => [
    name ?? '',
    { light: light ?? '', dark: dark ?? '' },
  ]),
);

/** Relative luminance and contrast ratio as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
}

const SURFACES = ['canvas', 'surface', 'raised', 'sunken', 'hover'];

/** Text on what it stands on. */
const TEXT: readonly (readonly [string, readonly string[]])[] = [
  ['text', [...SURFACES, 'pressed']],
  ['text-muted', [...SURFACES, 'pressed']],
  ['text-faint', [...SURFACES]],
  ['accent', [...SURFACES]],
  ['danger', ['canvas', 'surface', 'raised', 'sunken', 'hover']],
  ['on-accent', ['accent', 'accent-hover']],
  ['on-danger', ['danger', 'danger-hover']],
  ['on-amber', ['amber']],
  ['on-accent-soft', ['accent-soft', 'accent-soft-hover']],
  ['on-danger-soft', ['danger-soft']],
  ['on-amber-soft', ['amber-soft']],
  ['surface', ['text']],
];

/** The edges of controls, their state and the focus, on what they stand on. */
const EDGES: readonly (readonly [string, readonly string[]])[] = [
  ['control-line', ['canvas', 'surface', 'raised', 'sunken']],
  ['focus', [...SURFACES, 'accent-soft']],
  ['accent', ['line']],
];

describe('the colours', () => {
  it('were all read', () => {
    expect(colours.size).toBeGreaterThan(25);
  });

  for (const theme of ['light', 'dark'] as const) {
    const of = (name: string): string => {
      const pair = colours.get(name);
      if (!pair) throw new Error(`tokens.css has no --${name}`);
      return pair[theme];
    };
    const tooWeak = (pairs: typeof TEXT, least: number): string[] =>
      pairs.flatMap(([ink, grounds]) =>
        grounds
          .map((ground) => ({ ground, ratio: contrast(of(ink), of(ground)) }))
          .filter(({ ratio }) => ratio < least)
          .map(({ ground, ratio }) => `${ink} on ${ground}: ${ratio.toFixed(2)}`),
      );
    it(`keep text at 4.5 or more, ${theme}`, () => {
      expect(tooWeak(TEXT, 4.5)).toEqual([]);
    });
    it(`keep edges of controls and the focus at 3 or more, ${theme}`, () => {
      expect(tooWeak(EDGES, 3)).toEqual([]);
    });
  }
});
