import { type BrowserContext, chromium } from 'playwright';
import { inject } from 'vitest';
import { CHROMIUM_ARGS, chromiumPath } from '../../support/chromium.ts';
import { KEY_OF_PREFERENCES } from './words.ts';

/** Software drawing on a busy machine takes its time: how long anything may take before it counts as missing. */
const PATIENCE_MS = Number(process.env.GIAP_RANH_PATIENCE_MS ?? 120_000);

/** The one browser of all specs. */
export async function startBrowser(): Promise<{ readonly endpoint: string; readonly end: () => Promise<void> }> {
  const server = await chromium.launchServer({
    executablePath: chromiumPath(),
    args: CHROMIUM_ARGS,
    host: '127.0.0.1',
  });
  return { endpoint: server.wsEndpoint(), end: () => server.close() };
}

export interface ProfileOptions {
  readonly language?: 'vi' | 'en';
  readonly theme?: 'light' | 'dark';
  readonly screen?: 'laptop' | 'phone' | 'wide';
  /** Has been here before, and knows the welcome. */
  readonly isNewcomer?: boolean;
}

const SCREENS = {
  laptop: { width: 1366, height: 768 },
  wide: { width: 1680, height: 1000 },
  phone: { width: 390, height: 844 },
} as const;

/** A browser profile of its own: nothing stored, nothing cached. */
export async function openProfile(options: ProfileOptions = {}): Promise<BrowserContext> {
  const { language = 'vi', theme = 'light', screen = 'laptop', isNewcomer = false } = options;
  const browser = await chromium.connect(inject('browserEndpoint'));
  const context = await browser.newContext({
    baseURL: inject('appUrl'),
    viewport: SCREENS[screen],
    hasTouch: screen === 'phone',
    isMobile: screen === 'phone',
    reducedMotion: 'reduce',
    colorScheme: theme,
    locale: language === 'vi' ? 'vi-VN' : 'en-GB',
    timezoneId: 'Asia/Ho_Chi_Minh',
    acceptDownloads: true,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(PATIENCE_MS);
  if (!isNewcomer) {
    const known = JSON.stringify({ theme, language, welcomeSeen: true, singleKeys: true, lastBackupOn: null });
    await context.addInitScript(
      ([key, text]) => {
        if (location.protocol !== 'about:' && key && text && localStorage.getItem(key) === null)
          localStorage.setItem(key, text);
      },
      [KEY_OF_PREFERENCES, known],
    );
  }
  return context;
}

/** Ends the profile and the connection that it came by; the browser itself stays. */
export async function closeProfile(context: BrowserContext): Promise<void> {
  const browser = context.browser();
  await context.close();
  await browser?.close();
}
