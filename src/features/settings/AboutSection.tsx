import { useMessages } from '../../i18n';
import { Button, Disclosure } from '../../ui';
import { SettingsSection } from './SettingsSection';

export interface AboutSectionProps {
  readonly version: string;
  readonly onShowWelcome: () => void;
  readonly onShowKeys: () => void;
}

export function AboutSection({ version, onShowWelcome, onShowKeys }: AboutSectionProps) {
  const { common, settings } = useMessages();
  return (
    <SettingsSection title={settings.about}>
      <p>
        <strong>{common.appName}</strong> · {settings.version(version)}
      </p>
      <p className="gr-muted">{settings.licenceText}</p>
      <div className="gr-Settings-buttons">
        <Button onPress={onShowWelcome}>{settings.showWelcome}</Button>
        <Button onPress={onShowKeys}>{settings.showKeys}</Button>
      </div>
      <Disclosure title={settings.sources} level={4}>
        <ul className="gr-Settings-sources">
          {settings.sourceList.map((source) => (
            <li key={source.name}>
              <p>
                <strong>{source.name}</strong>
              </p>
              <dl>
                <dt>{settings.usedFor}</dt>
                <dd>{source.use}</dd>
                <dt>{settings.accuracy}</dt>
                <dd>{source.accuracy}</dd>
                <dt>{settings.licence}</dt>
                <dd>{source.licence}</dd>
              </dl>
            </li>
          ))}
        </ul>
        <p>{settings.notLegal}</p>
      </Disclosure>
    </SettingsSection>
  );
}
