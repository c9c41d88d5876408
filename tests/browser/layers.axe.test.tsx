import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { DrawnZoneDialog } from '../../src/features/layers';
import { catalogues, type Language } from '../../src/i18n';
import { EDITIONS, LAYERS, LayersDemo } from './layersDemo';
import { clear, LANGUAGES, picture, show, THEMES, violations } from './uiSupport';

afterEach(clear);

const BOX = [
  [105.4, 21.3],
  [105.42, 21.3],
  [105.42, 21.32],
  [105.4, 21.32],
] as const;
const BOW_TIE = [BOX[0], BOX[2], BOX[1], BOX[3]];

type Theme = (typeof THEMES)[number];

const SCREENS = {
  legend: async (language: Language, theme: Theme) => {
    show(<LayersDemo theme={theme} isOpen />, { language, theme });
    await expect.element(page.getByRole('list', { name: catalogues[language].layers.own })).toBeInTheDocument();
  },
  bottom: async (language: Language, theme: Theme) => {
    show(<LayersDemo theme={theme} isOpen edition={EDITIONS['2025']} layers={[]} />, { language, theme });
    await expect.element(page.getByText(catalogues[language].layers.ownEmpty)).toBeInTheDocument();
    document.querySelector('.gr-Legend-foot')?.scrollIntoView({ block: 'nearest' });
  },
  own: async (language: Language, theme: Theme) => {
    show(<LayersDemo theme={theme} isOpen />, { language, theme });
    const add = page.getByRole('button', { name: catalogues[language].layers.addFile });
    await expect.element(add).toBeInTheDocument();
    add.element().scrollIntoView({ block: 'nearest' });
  },
  folded: async (language: Language, theme: Theme) => {
    show(<LayersDemo theme={theme} isOpen={false} />, { language, theme });
    await expect.element(page.getByRole('button', { name: catalogues[language].layers.title })).toBeVisible();
  },
  style: (language: Language, theme: Theme) => openAct(language, theme, catalogues[language].layers.restyle),
  zone: (language: Language, theme: Theme) => openAct(language, theme, catalogues[language].layers.useAsZone),
  rename: (language: Language, theme: Theme) => openAct(language, theme, catalogues[language].layers.rename),
  drawn: (language: Language, theme: Theme) => showDrawn(language, theme, BOX),
  refused: (language: Language, theme: Theme) => showDrawn(language, theme, BOW_TIE),
};

async function openAct(language: Language, theme: Theme, entry: string): Promise<void> {
  show(<LayersDemo theme={theme} isOpen />, { language, theme });
  await userEvent.click(page.getByRole('button', { name: catalogues[language].layers.menu(LAYERS[0]!.name) }));
  await userEvent.click(page.getByRole('menuitem', { name: entry }));
  await expect.element(page.getByRole('dialog')).toBeVisible();
}

async function showDrawn(language: Language, theme: Theme, points: readonly (readonly [number, number])[]) {
  const nothing = (): void => undefined;
  show(<DrawnZoneDialog points={points} takenNames={[]} onSave={nothing} onRedraw={nothing} onDiscard={nothing} />, {
    language,
    theme,
  });
  await expect.element(page.getByRole(points === BOX ? 'dialog' : 'alertdialog')).toBeVisible();
}

describe('legend and layers', () => {
  for (const [width, height] of [
    [1366, 768],
    [390, 844],
  ] as const) {
    for (const [name, open] of Object.entries(SCREENS)) {
      it(`have no fault at ${width} in both languages and themes: ${name}`, async () => {
        await page.viewport(width, height);
        for (const language of LANGUAGES) {
          for (const theme of THEMES) {
            await open(language, theme);
            expect(await violations()).toEqual([]);
            await picture(`layers-${name}-${language}-${theme}-${width}`);
            clear();
          }
        }
      });
    }
  }
});
