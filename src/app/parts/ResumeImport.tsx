import { useEffect, useState } from 'react';
import { useFormat, useMessages } from '../../i18n';
import { Button, Dialog } from '../../ui';
import { useServices } from '../services';
import { dropHalfDone, type HalfDone, readHalfDone } from '../wiring/importMemory';

/** Offers to go on with an import that was left half-way, once after the page was loaded. */
export function ResumeImport({
  isHidden,
  onContinue,
}: {
  readonly isHidden: boolean;
  readonly onContinue: (halfDone: HalfDone) => void;
}) {
  const { store } = useServices();
  const { intake } = useMessages();
  const format = useFormat();
  const [halfDone, setHalfDone] = useState<HalfDone | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void readHalfDone(store).then((found) => isCurrent && setHalfDone(found));
    return () => {
      isCurrent = false;
    };
  }, [store]);
  if (!halfDone || isHidden) return null;
  const close = (): void => setHalfDone(null);
  return (
    <Dialog
      title={intake.keep.title(halfDone.file.name)}
      isOpen
      onClose={close}
      size="small"
      footer={
        <>
          <Button
            onPress={() => {
              close();
              void dropHalfDone(store);
            }}
          >
            {intake.keep.discard}
          </Button>
          <Button
            variant="primary"
            onPress={() => {
              close();
              onContinue(halfDone);
            }}
          >
            {intake.keep.continue}
          </Button>
        </>
      }
    >
      <p>{intake.keep.detail(format.dateTime(halfDone.keptAt))}</p>
    </Dialog>
  );
}
