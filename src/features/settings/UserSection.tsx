import { useState } from 'react';
import { useMessages } from '../../i18n';
import { TextField } from '../../ui';
import { SettingsSection } from './SettingsSection';

export interface UserSectionProps {
  /** Written beside each change in the journal. */
  readonly name: string;
  /** Once, when the field is left. */
  readonly onNameChange: (name: string) => void;
}

export function UserSection({ name, onNameChange }: UserSectionProps) {
  const { settings } = useMessages();
  const [draft, setDraft] = useState(name);
  return (
    <SettingsSection title={settings.user}>
      <TextField
        label={settings.userName}
        hint={settings.userNameHint}
        value={draft}
        onChange={setDraft}
        onBlur={() => {
          if (draft.trim() !== name) onNameChange(draft.trim());
        }}
        maxLength={80}
      />
    </SettingsSection>
  );
}
