import type { Language } from '../../i18n';
import type { ThemeChoice } from '../appearance';
import { type Command, PALETTE_COMMAND } from './registry';

/** What the shell's own commands need to know and to do; the application's state has at least this. */
export interface ShellCommandState {
  readonly language: Language;
  readonly theme: ThemeChoice;
  readonly hasSearch: boolean;
  readonly hasLegend: boolean;
  readonly shell: {
    readonly openPalette: () => void;
    readonly openHelp: () => void;
    readonly openSettings: () => void;
    readonly openWelcome: () => void;
    readonly focusSearch: () => void;
    readonly togglePanel: () => void;
    readonly toggleLegend: () => void;
    readonly setTheme: (theme: ThemeChoice) => void;
    readonly setLanguage: (language: Language) => void;
  };
}

const always = (): true => true;
const never = (): null => null;

type ShellCommand = Command<ShellCommandState>;

function themeCommand(theme: ThemeChoice, titleKey: ShellCommand['titleKey']): ShellCommand {
  return {
    id: `view.theme.${theme}`,
    groupKey: 'view',
    titleKey,
    keys: [],
    available: (state) => state.theme !== theme,
    disabled: never,
    run: (state) => state.shell.setTheme(theme),
  };
}

function languageCommand(language: Language, titleKey: ShellCommand['titleKey']): ShellCommand {
  return {
    id: `view.language.${language}`,
    groupKey: 'view',
    titleKey,
    keys: [],
    available: (state) => state.language !== language,
    disabled: never,
    run: (state) => state.shell.setLanguage(language),
  };
}

export const shellCommands: readonly ShellCommand[] = [
  {
    id: PALETTE_COMMAND,
    groupKey: 'find',
    titleKey: 'openPalette',
    keys: ['Mod+K'],
    available: always,
    disabled: never,
    run: (state) => state.shell.openPalette(),
    worksInFields: true,
  },
  {
    id: 'find.search',
    groupKey: 'find',
    titleKey: 'focusSearch',
    keys: ['/'],
    available: always,
    disabled: (state) => (state.hasSearch ? null : 'noSearchHere'),
    run: (state) => state.shell.focusSearch(),
  },
  {
    id: 'view.panel',
    groupKey: 'view',
    titleKey: 'togglePanel',
    keys: ['Mod+B'],
    available: always,
    disabled: never,
    run: (state) => state.shell.togglePanel(),
  },
  {
    id: 'view.legend',
    groupKey: 'view',
    titleKey: 'toggleLegend',
    keys: ['L'],
    available: always,
    disabled: (state) => (state.hasLegend ? null : 'noLegendHere'),
    run: (state) => state.shell.toggleLegend(),
  },
  themeCommand('light', 'themeLight'),
  themeCommand('dark', 'themeDark'),
  themeCommand('system', 'themeSystem'),
  languageCommand('vi', 'languageVi'),
  languageCommand('en', 'languageEn'),
  {
    id: 'app.settings',
    groupKey: 'app',
    titleKey: 'openSettings',
    keys: ['Mod+,'],
    available: always,
    disabled: never,
    run: (state) => state.shell.openSettings(),
  },
  {
    id: 'app.help',
    groupKey: 'app',
    titleKey: 'openHelp',
    keys: ['?'],
    available: always,
    disabled: never,
    run: (state) => state.shell.openHelp(),
  },
  {
    id: 'app.welcome',
    groupKey: 'app',
    titleKey: 'openWelcome',
    keys: [],
    available: always,
    disabled: never,
    run: (state) => state.shell.openWelcome(),
  },
];
