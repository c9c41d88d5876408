import { useState } from 'react';
import { type Formatter, useFormat, useMessages } from '../../i18n';
import { Button, InlineMessage } from '../../ui';
import { SettingsSection } from './SettingsSection';

export interface StorageSectionProps {
  /** Whether the browser has promised to keep the data; null where it does not tell. */
  readonly isPersisted: boolean | null;
  /** Asks the browser; resolves to its answer. */
  readonly onAskPersist: () => Promise<boolean>;
  /** Bytes; null where the browser does not tell. */
  readonly usedBytes: number | null;
  readonly quotaBytes: number | null;
}

const MB = 1_000_000;
const GB = 1_000_000_000;

function printBytes(bytes: number, format: Formatter): string {
  if (bytes >= GB) return `${format.decimal(bytes / GB, 1)} GB`;
  return `${format.decimal(bytes / MB, 1)} MB`;
}

export function StorageSection({ isPersisted, onAskPersist, usedBytes, quotaBytes }: StorageSectionProps) {
  const { settings } = useMessages();
  const format = useFormat();
  const [answer, setAnswer] = useState<'none' | 'asking' | 'refused'>('none');
  const ask = (): void => {
    setAnswer('asking');
    onAskPersist().then(
      (isGranted) => setAnswer(isGranted ? 'none' : 'refused'),
      () => setAnswer('refused'),
    );
  };
  return (
    <SettingsSection title={settings.storage}>
      {isPersisted === true && <InlineMessage tone="info" title={settings.persisted} />}
      {isPersisted === null && <InlineMessage tone="warn" title={settings.persistUnknown} />}
      {isPersisted === false && (
        <InlineMessage
          tone="warn"
          title={settings.notPersisted}
          remedy={
            <Button onPress={ask} isDisabled={answer === 'asking'}>
              {settings.askPersist}
            </Button>
          }
        />
      )}
      {answer === 'refused' && <InlineMessage tone="error" title={settings.persistRefused} isLive />}
      {usedBytes !== null && quotaBytes !== null && (
        <p className="gr-muted">{settings.used(printBytes(usedBytes, format), printBytes(quotaBytes, format))}</p>
      )}
    </SettingsSection>
  );
}
