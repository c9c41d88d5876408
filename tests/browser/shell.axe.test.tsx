import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { Demo } from './shellDemo';
import { clear, LANGUAGES, picture, show, THEMES, violations } from './uiSupport';

afterEach(clear);

const SCREENS = ['desk', 'table', 'palette', 'help', 'settings', 'welcome'] as const;

describe('the frame', () => {
  for (const [width, height] of [
    [1366, 768],
    [390, 844],
  ] as const) {
    for (const screen of SCREENS) {
      it(`has no fault at ${width} in both languages and themes: ${screen}`, async () => {
        await page.viewport(width, height);
        for (const language of LANGUAGES) {
          for (const theme of THEMES) {
            const open = screen === 'desk' || screen === 'table' ? null : screen;
            show(<Demo language={language} theme={theme} open={open} hasTable={screen === 'table'} />, {
              language,
              theme,
            });
            if (open) await expect.element(page.getByRole('dialog')).toBeVisible();
            else await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
            expect(await violations()).toEqual([]);
            await picture(`shell-${screen}-${language}-${theme}-${width}`);
            clear();
          }
        }
      });
    }
  }
});
