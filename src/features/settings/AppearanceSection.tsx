import { Monitor, Moon, Sun } from 'lucide-react';
import { type Language, useMessages } from '../../i18n';
import { SegmentedControl, Switch } from '../../ui';
import { SettingsSection } from './SettingsSection';

export type ThemeChoice = 'system' | 'light' | 'dark';

export interface AppearanceSectionProps {
  readonly language: Language;
  readonly onLanguageChange: (language: Language) => void;
  readonly theme: ThemeChoice;
  readonly onThemeChange: (theme: ThemeChoice) => void;
  /** Shortcuts of one key without Ctrl. */
  readonly singleKeys: boolean;
  readonly onSingleKeysChange: (isOn: boolean) => void;
}

export function AppearanceSection(props: AppearanceSectionProps) {
  const { settings } = useMessages();
  return (
    <SettingsSection title={settings.appearance}>
      <SegmentedControl
        label={settings.language}
        segments={[
          { id: 'vi', title: settings.languages.vi },
          { id: 'en', title: settings.languages.en },
        ]}
        value={props.language}
        onChange={props.onLanguageChange}
      />
      <SegmentedControl
        label={settings.theme}
        segments={[
          { id: 'system', title: settings.themes.system, icon: Monitor },
          { id: 'light', title: settings.themes.light, icon: Sun },
          { id: 'dark', title: settings.themes.dark, icon: Moon },
        ]}
        value={props.theme}
        onChange={props.onThemeChange}
      />
      <Switch isSelected={props.singleKeys} onChange={props.onSingleKeysChange} hint={settings.singleKeysHint}>
        {settings.singleKeys}
      </Switch>
    </SettingsSection>
  );
}
