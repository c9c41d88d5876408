import './welcome.css';
import { FileSpreadsheet, type LucideIcon, MapPinned, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { type Language, useMessages } from '../../i18n';
import { Button, Dialog, SegmentedControl } from '../../ui';

export interface WelcomeDialogProps {
  readonly isOpen: boolean;
  /** Finished or skipped: either way it is not shown by itself again. */
  readonly onDone: () => void;
  /** Called besides `onDone` when the user wants to open a file at once. */
  readonly onOpenFile: () => void;
  readonly language: Language;
  readonly onLanguageChange: (language: Language) => void;
}

const ICONS: readonly LucideIcon[] = [MapPinned, FileSpreadsheet, ShieldCheck];

/** Three steps on the first visit: what this shows, your own file, privacy and working offline. */
export function WelcomeDialog({ isOpen, onDone, onOpenFile, language, onLanguageChange }: WelcomeDialogProps) {
  const { welcome, settings } = useMessages();
  const [index, setIndex] = useState(0);
  const { steps } = welcome;
  const step = steps[index];
  const Icon = ICONS[index];
  if (!step || !Icon) return null;
  const isLast = index === steps.length - 1;
  const done = (): void => {
    setIndex(0);
    onDone();
  };
  return (
    <Dialog
      title={welcome.title}
      isOpen={isOpen}
      onClose={done}
      footer={
        <>
          {!isLast && (
            <Button variant="quiet" onPress={done}>
              {welcome.skip}
            </Button>
          )}
          <span className="gr-Welcome-space" />
          {index > 0 && <Button onPress={() => setIndex(index - 1)}>{welcome.back}</Button>}
          {isLast && (
            <Button
              onPress={() => {
                done();
                onOpenFile();
              }}
            >
              {welcome.openFile}
            </Button>
          )}
          <Button variant="primary" onPress={isLast ? done : () => setIndex(index + 1)} autoFocus>
            {isLast ? welcome.finish : welcome.next}
          </Button>
        </>
      }
    >
      <div className="gr-Welcome">
        <div className="gr-Welcome-top">
          <p className="gr-Welcome-step" role="status">
            {welcome.step(index + 1, steps.length)}
          </p>
          <SegmentedControl
            label={settings.language}
            isLabelHidden
            segments={[
              { id: 'vi', title: settings.languages.vi },
              { id: 'en', title: settings.languages.en },
            ]}
            value={language}
            onChange={onLanguageChange}
          />
        </div>
        <div className="gr-Welcome-body">
          <Icon aria-hidden size={40} strokeWidth={1.25} className="gr-Welcome-icon" />
          <div>
            <h3>{step.title}</h3>
            <p>{step.text}</p>
          </div>
        </div>
        <div className="gr-Welcome-marks" aria-hidden>
          {steps.map(({ title }, position) => (
            <span key={title} data-current={position === index || undefined} />
          ))}
        </div>
      </div>
    </Dialog>
  );
}
