import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { PasteBox } from '../../src/features/import/PasteBox';
import { SheetChoice } from '../../src/features/import/SheetChoice';
import { catalogues } from '../../src/i18n';
import type { OpenedFile, TopRows } from '../../src/workers/fileTasks';
import { clear, LANGUAGES, picture, show, THEMES, violations } from './uiSupport';

const words = catalogues.vi.opening;
const CELLS = 'Ngày\tVĩ độ\tKinh độ\n05/03/2018\t21,2965\t105,4411\n';
const button = (name: string) => page.getByRole('button', { name, exact: true });
const SIZES = [
  [1366, 768],
  [390, 844],
] as const;

afterEach(clear);

describe('the box for pasted cells', () => {
  it('hands on what was pasted, once it is more than one cell', async () => {
    const onOpen = vi.fn<(text: string) => void>();
    show(<PasteBox onOpen={onOpen} onClose={() => {}} />);
    await expect.element(button(words.pasteOpen)).toBeDisabled();
    const box = page.getByRole('textbox', { name: words.pasteLabel });
    await userEvent.fill(box, 'chỉ một ô');
    await expect.element(page.getByText(words.pasteNoColumns)).toBeVisible();
    await userEvent.fill(box, CELLS);
    await expect.element(page.getByText(words.pasteRows('2', '3'))).toBeVisible();
    await userEvent.click(button(words.pasteOpen));
    expect(onOpen.mock.calls).toEqual([[CELLS]]);
  });

  it.each(SIZES)('has no fault for axe at %i × %i', async (width, height) => {
    await page.viewport(width, height);
    for (const language of LANGUAGES)
      for (const theme of THEMES) {
        show(<PasteBox onOpen={() => {}} onClose={() => {}} />, { language, theme });
        await userEvent.fill(page.getByRole('textbox'), CELLS);
        await expect.poll(() => getComputedStyle(document.querySelector('.gr-Scrim')!).opacity).toBe('1');
        expect(await violations()).toEqual([]);
        await picture(`paste-${language}-${theme}-${width}`);
        clear();
      }
  });
});

const OPENED: OpenedFile = {
  format: 'xlsx',
  sheet: { name: 'Năm 2018', others: ['Nháp'] },
  sheets: [
    { name: 'Năm 2018', rows: 1_204, isHidden: false },
    { name: 'Nháp', rows: 3, isHidden: true },
  ],
  headerRow: 1,
  headers: ['Ngày', 'Vĩ độ'],
  rows: 1_204,
  canBeLayer: false,
  suggestion: 'incidents',
  legacy: null,
};
const TOP: TopRows = {
  headerRow: 1,
  rows: [
    { index: 0, cells: ['CÔNG AN XÃ BỒ SAO', '', ''] },
    { index: 1, cells: ['Ngày', 'Vĩ độ', 'Kinh độ'] },
    { index: 2, cells: ['', '', ''] },
  ],
};

describe('the choice of a sheet', () => {
  it('tells rows and what is hidden, and asks for another sheet or header', async () => {
    const [onSheet, onHeader] = [vi.fn<(name: string) => void>(), vi.fn<(index: number) => void>()];
    show(<SheetChoice opened={OPENED} top={TOP} isDisabled={false} onSheet={onSheet} onHeader={onHeader} />);
    await userEvent.click(page.getByRole('button', { name: new RegExp(words.sheet) }));
    await expect.element(page.getByText(words.sheetHidden('3'))).toBeVisible();
    await userEvent.click(page.getByRole('option', { name: 'Nháp' }));
    expect(onSheet.mock.calls).toEqual([['Nháp']]);
    await userEvent.click(page.getByRole('button', { name: new RegExp(words.headerRow) }));
    await userEvent.click(page.getByRole('option', { name: words.headerOption('3', words.blankRow) }));
    expect(onHeader.mock.calls).toEqual([[2]]);
  });

  it.each(SIZES)('has no fault for axe at %i × %i', async (width, height) => {
    await page.viewport(width, height);
    for (const language of LANGUAGES)
      for (const theme of THEMES) {
        const choice = (
          <main>
            <h1>{catalogues[language].importing.title}</h1>
            <SheetChoice opened={OPENED} top={TOP} isDisabled={false} onSheet={() => {}} onHeader={() => {}} />
          </main>
        );
        show(choice, {
          language,
          theme,
        });
        await expect.element(page.getByRole('button').first()).toBeVisible();
        expect(await violations()).toEqual([]);
        await picture(`sheet-${language}-${theme}-${width}`);
        clear();
      }
  });
});
