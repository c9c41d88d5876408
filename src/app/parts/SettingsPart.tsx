import { useEffect, useState } from 'react';
import { SettingsDialog } from '../../features/settings';
import { useFormat, useMessages } from '../../i18n';
import { describeProblem, type ProblemWords } from '../../i18n/describeProblem';
import { type StorageEstimate, setPreference, usePreference } from '../../store';
import { InlineMessage } from '../../ui';
import { useServices } from '../services';
import { saveBlob } from '../wiring/saveBlob';
import { useActions } from '../wiring/useActions';
import { useObservable } from '../wiring/useObservable';

export interface SettingsPartProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onShowWelcome: () => void;
  readonly onShowKeys: () => void;
}

/** The settings, joined to preferences and register. */
export function SettingsPart({ isOpen, onClose, onShowWelcome, onShowKeys }: SettingsPartProps) {
  const { store, today } = useServices();
  const messages = useMessages();
  const format = useFormat();
  const actions = useActions();
  const language = usePreference('language');
  const theme = usePreference('theme');
  const singleKeys = usePreference('singleKeys');
  const lastBackupOn = usePreference('lastBackupOn');
  const persistence = useObservable(store.persistence);
  const [user, setUser] = useState<string | null>(null);
  const [estimate, setEstimate] = useState<StorageEstimate | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<{ tone: 'info'; text: string } | { tone: 'error'; text: ProblemWords } | null>(
    null,
  );

  useEffect(() => {
    if (!isOpen) return;
    setOutcome(null);
    void store.readUser().then(setUser);
    void store.estimate().then(setEstimate);
  }, [isOpen, store]);

  const exportJournal = async (): Promise<void> => {
    setBusy(true);
    const journal = await store.exportJournal();
    setBusy(false);
    if (!journal.ok) return setOutcome({ tone: 'error', text: describeProblem(messages, journal.problem) });
    saveBlob(journal.value, `giap-ranh-${today}.jsonl`);
    return setPreference('lastBackupOn', today);
  };
  const importJournal = async (file: File): Promise<void> => {
    setBusy(true);
    const merged = await store.importJournal(file);
    setBusy(false);
    if (!merged.ok) setOutcome({ tone: 'error', text: describeProblem(messages, merged.problem) });
    else setOutcome({ tone: 'info', text: messages.settings.imported(format.count(merged.value.applied)) });
  };

  if (user === null) return null;
  return (
    <SettingsDialog
      isOpen={isOpen}
      onClose={onClose}
      appearance={{
        language,
        onLanguageChange: (next) => setPreference('language', next),
        theme,
        onThemeChange: (next) => setPreference('theme', next),
        singleKeys,
        onSingleKeysChange: (isOn) => setPreference('singleKeys', isOn),
      }}
      user={{
        name: user,
        onNameChange: (name) =>
          void store.setUser(name).then((result) => {
            if (!result.ok) actions.report(result.problem);
          }),
      }}
      storage={{
        isPersisted: persistence === 'unsupported' ? null : persistence === 'granted',
        onAskPersist: store.askPersistence,
        usedBytes: estimate?.usedBytes ?? null,
        quotaBytes: estimate?.quotaBytes ?? null,
      }}
      backup={{
        lastBackupOn,
        onExport: () => void exportJournal(),
        onImport: (file) => void importJournal(file),
        isBusy,
        outcome:
          outcome === null ? null : outcome.tone === 'info' ? (
            <InlineMessage tone="info" title={outcome.text} isLive />
          ) : (
            <InlineMessage
              tone="error"
              title={outcome.text.title}
              detail={outcome.text.detail}
              remedy={outcome.text.remedy}
              isLive
            />
          ),
      }}
      about={{ version: __APP_VERSION__, onShowWelcome, onShowKeys }}
    />
  );
}
