import './crash.css';
import { Download, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../i18n';
import { Button, InlineMessage } from '../../ui';

export interface CrashScreenProps {
  readonly error: Error;
  readonly onBackup: () => Promise<void>;
  readonly onRetry: () => void;
}

/** What happened, what is safe, and three ways on. */
export function CrashScreen({ error, onBackup, onRetry }: CrashScreenProps) {
  const { shell } = useMessages();
  const [backup, setBackup] = useState<'none' | 'running' | 'done' | 'failed'>('none');
  const save = (): void => {
    setBackup('running');
    onBackup().then(
      () => setBackup('done'),
      () => setBackup('failed'),
    );
  };
  return (
    <main className="gr-Crash">
      <h1>{shell.crashTitle}</h1>
      <p>{shell.crashDetail}</p>
      <div className="gr-Crash-ways">
        <Button variant="primary" onPress={onRetry}>
          {shell.crashRetry}
        </Button>
        <Button icon={Download} onPress={save} isDisabled={backup === 'running'}>
          {shell.crashBackup}
        </Button>
        <Button icon={RotateCcw} onPress={() => window.location.reload()}>
          {shell.crashReload}
        </Button>
      </div>
      {backup === 'done' && <InlineMessage tone="info" title={shell.crashBackupDone} isLive />}
      {backup === 'failed' && <InlineMessage tone="error" title={shell.crashBackupFailed} isLive />}
      <details>
        <summary>{shell.crashReport}</summary>
        <pre className="gr-Crash-report">{error.stack ?? error.message}</pre>
      </details>
    </main>
  );
}
