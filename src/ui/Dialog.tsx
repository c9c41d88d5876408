import './Dialog.css';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from './Button';
import { classNames } from './classNames';
import { useUi } from './UiProvider';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons, the main one last. */
  readonly footer?: ReactNode;
  readonly size?: 'small' | 'medium' | 'large' | 'wide';
  /** For questions that must be answered: no closing by the cross, by Escape or by a click beside it. */
  readonly mustAnswer?: boolean;
  /** `alertdialog` where something may be lost. */
  readonly role?: 'dialog' | 'alertdialog';
  /** Only text inside: it takes the focus itself, so that the keyboard can scroll it. */
  readonly isText?: boolean;
}

/** A modal dialog: the rest of the screen is inert until it closes; focus goes back to where it came from. */
export function Dialog({
  title,
  isOpen,
  onClose,
  children,
  footer,
  size = 'medium',
  mustAnswer = false,
  role = 'dialog',
  isText = false,
}: DialogProps) {
  const { strings } = useUi();
  return (
    <ModalOverlay
      className="gr-Scrim"
      data-blocks-commands=""
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={!mustAnswer}
      isKeyboardDismissDisabled={mustAnswer}
    >
      <Modal className={classNames('gr-Dialog', `gr-Dialog-${size}`)}>
        <AriaDialog className="gr-Dialog-body" role={role}>
          <header className="gr-Dialog-header">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {!mustAnswer && <IconButton label={strings.close} icon={X} onPress={onClose} slot={null} />}
          </header>
          <div className="gr-Dialog-content" {...(isText ? { tabIndex: 0 } : {})}>
            {children}
          </div>
          {footer && <footer className="gr-Dialog-footer">{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
