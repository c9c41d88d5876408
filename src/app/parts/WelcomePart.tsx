import { WelcomeDialog } from '../../features/welcome';
import { setPreference, usePreference } from '../../store';

export interface WelcomePartProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onOpenFile: () => void;
}

export function WelcomePart({ isOpen, onClose, onOpenFile }: WelcomePartProps) {
  const language = usePreference('language');
  return (
    <WelcomeDialog
      isOpen={isOpen}
      onDone={() => {
        setPreference('welcomeSeen', true);
        onClose();
      }}
      onOpenFile={onOpenFile}
      language={language}
      onLanguageChange={(next) => setPreference('language', next)}
    />
  );
}
