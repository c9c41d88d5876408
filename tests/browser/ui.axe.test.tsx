import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { Gallery } from './uiGallery';
import { clear, LANGUAGES, picture, show, THEMES, violations } from './uiSupport';

afterEach(clear);

describe('the kit', () => {
  for (const [width, height] of [
    [1366, 768],
    [390, 844],
  ] as const) {
    for (const theme of THEMES) {
      it(`shows every control without a fault, ${theme}, at ${width}`, async () => {
        await page.viewport(width, height);
        for (const language of LANGUAGES) {
          show(<Gallery />, { language, theme });
          await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
          expect(await violations()).toEqual([]);
        }
        await picture(`kit-${theme}-${width}`);
      });
    }
  }
});
