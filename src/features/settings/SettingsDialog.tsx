import './settings.css';
import { useMessages } from '../../i18n';
import { Dialog } from '../../ui';
import { AboutSection, type AboutSectionProps } from './AboutSection';
import { AppearanceSection, type AppearanceSectionProps } from './AppearanceSection';
import { BackupSection, type BackupSectionProps } from './BackupSection';
import { StorageSection, type StorageSectionProps } from './StorageSection';
import { UserSection, type UserSectionProps } from './UserSection';

export interface SettingsDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly appearance: AppearanceSectionProps;
  readonly user: UserSectionProps;
  readonly storage: StorageSectionProps;
  readonly backup: BackupSectionProps;
  readonly about: AboutSectionProps;
}

/** Everything that is set once in a while, and what the program says about itself. */
export function SettingsDialog({ isOpen, onClose, appearance, user, storage, backup, about }: SettingsDialogProps) {
  const { settings } = useMessages();
  return (
    <Dialog title={settings.title} isOpen={isOpen} onClose={onClose} size="large">
      <div className="gr-Settings">
        <AppearanceSection {...appearance} />
        <UserSection {...user} />
        <StorageSection {...storage} />
        <BackupSection {...backup} />
        <AboutSection {...about} />
      </div>
    </Dialog>
  );
}
