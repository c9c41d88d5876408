import { Copy } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { RouteFacts } from '../../../../analysis/patrols/describeRoute';
import type { PatrolRoute } from '../../../../domain';
import { QrPicture } from '../../../../features/patrols/QrPicture';
import { makeQrCode } from '../../../../formats/patrols/qrCode';
import { patrolFieldWords } from '../../../../i18n/patrolFieldWords';
import { useWords } from '../../../../i18n/useWords';
import { Button, Dialog, InlineMessage, TextField } from '../../../../ui';
import { useFieldTexts } from './useFieldTexts';
import { useListLink } from './useListLink';

export interface PhoneDialogProps {
  readonly facts: RouteFacts<PatrolRoute>;
  readonly onClose: () => void;
}

/** The way of a list onto a telephone: scanned off the screen, sent, or opened on this device. */
export default function PhoneDialog({ facts, onClose }: PhoneDialogProps) {
  const words = useWords(patrolFieldWords);
  const texts = useFieldTexts();
  const link = useListLink(facts);
  const code = useMemo(() => (link === null ? null : makeQrCode(link)), [link]);
  const [told, setTold] = useState<string | null>(null);
  const copy = (): void => {
    if (link === null) return;
    navigator.clipboard.writeText(link).then(
      () => setTold(words.copied),
      () => setTold(words.notCopied),
    );
  };
  return (
    <Dialog title={words.phoneTitle} isOpen onClose={onClose}>
      <div className="gr-Stack">
        <p>{texts.title(facts)}</p>
        {link !== null && (
          <>
            {code ? <QrPicture code={code} label={words.scanMe} /> : <p>{words.tooLongForCode}</p>}
            <p className="gr-muted">{words.scanMe}</p>
            <TextField label={words.link} value={link} onChange={() => undefined} isReadOnly />
            <div className="gr-Actions">
              <Button icon={Copy} onPress={copy}>
                {words.copyLink}
              </Button>
              <a className="gr-FieldLink" href={link} target="_blank" rel="noreferrer">
                {words.openList}
              </a>
            </div>
            {told && <InlineMessage tone="info" title={told} isLive />}
            <p className="gr-muted">{words.linkHolds}</p>
          </>
        )}
      </div>
    </Dialog>
  );
}
