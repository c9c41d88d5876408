import { Button, Dialog } from '../../../ui';

export interface SureDialogProps {
  readonly title: string;
  readonly text: string;
  readonly stay: string;
  readonly go: string;
  readonly onGo: () => void;
  readonly onClose: () => void;
}

/** Asks before something is lost. */
export function SureDialog({ title, text, stay, go, onGo, onClose }: SureDialogProps) {
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      size="small"
      role="alertdialog"
      footer={
        <>
          <Button onPress={onClose}>{stay}</Button>
          <Button
            variant="primary"
            onPress={() => {
              onClose();
              onGo();
            }}
          >
            {go}
          </Button>
        </>
      }
    >
      <p>{text}</p>
    </Dialog>
  );
}
