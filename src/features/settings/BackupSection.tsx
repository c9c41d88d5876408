import { Download, Upload } from 'lucide-react';
import type { ReactNode } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useFormat, useMessages } from '../../i18n';
import { Button } from '../../ui';
import { SettingsSection } from './SettingsSection';

export interface BackupSectionProps {
  /** A plain date; null: never. */
  readonly lastBackupOn: string | null;
  readonly onExport: () => void;
  readonly onImport: (file: File) => void;
  readonly isBusy: boolean;
  /** What came of it: progress, a message. */
  readonly outcome?: ReactNode;
}

export function BackupSection({ lastBackupOn, onExport, onImport, isBusy, outcome }: BackupSectionProps) {
  const { settings } = useMessages();
  const format = useFormat();
  return (
    <SettingsSection title={settings.backup}>
      <p>
        {settings.backupDetail}{' '}
        {lastBackupOn === null ? settings.neverBackedUp : settings.lastBackup(format.date(lastBackupOn))}
      </p>
      <div className="gr-Settings-buttons">
        <Button icon={Download} onPress={onExport} isDisabled={isBusy}>
          {settings.exportJournal}
        </Button>
        <FileTrigger
          onSelect={(files) => {
            const file = files?.[0];
            if (file) onImport(file);
          }}
        >
          <Button icon={Upload} isDisabled={isBusy}>
            {settings.importJournal}
          </Button>
        </FileTrigger>
      </div>
      {outcome}
    </SettingsSection>
  );
}
