import axe from 'axe-core';
import type { ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { page } from 'vitest/browser';
import { catalogues, type Language, LanguageProvider } from '../../src/i18n';
import { UiProvider } from '../../src/ui';

export const LANGUAGES: readonly Language[] = ['vi', 'en'];
export const THEMES = ['light', 'dark'] as const;
const LOCALES: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB' };

let root: Root | null = null;

export function Providers({ language, children }: { readonly language: Language; readonly children: ReactNode }) {
  return (
    <LanguageProvider language={language}>
      <UiProvider locale={LOCALES[language]} strings={catalogues[language].common.ui}>
        {children}
      </UiProvider>
    </LanguageProvider>
  );
}

export interface ShowOptions {
  readonly language?: Language;
  readonly theme?: 'light' | 'dark';
}

/** Draws it on the empty page, in a language and a theme. */
export function show(content: ReactNode, { language = 'vi', theme = 'light' }: ShowOptions = {}): void {
  document.documentElement.lang = language;
  document.documentElement.dataset.theme = theme;
  document.title = 'Giáp Ranh';
  if (!root) {
    const element = document.createElement('div');
    element.id = 'root';
    document.body.replaceChildren(element);
    root = createRoot(element);
  }
  root.render(<Providers language={language}>{content}</Providers>);
}

export function clear(): void {
  root?.unmount();
  root = null;
}

/** What axe finds, as short lines; empty when it finds nothing. */
export async function violations(): Promise<string[]> {
  await document.fonts.ready;
  const passing = document.getAnimations().filter((one) => one.effect?.getComputedTiming().iterations !== Infinity);
  // One whose element goes away is cancelled, which is an end too.
  await Promise.allSettled(passing.map((one) => one.finished));
  const { violations: found } = await axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  });
  return found.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}

/** Where SCREENSHOTS is set (as VITE_SCREENSHOTS), keeps pictures to look at. */
export async function picture(name: string): Promise<void> {
  if (!import.meta.env.VITE_SCREENSHOTS) return;
  await document.fonts.ready;
  await page.screenshot({ path: `${import.meta.env.VITE_SCREENSHOTS}/${name}.png` });
}
