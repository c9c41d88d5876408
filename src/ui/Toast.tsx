import './Toast.css';
import { CircleAlert, CircleCheck, X } from 'lucide-react';
import {
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components';
import { Button, IconButton } from './Button';
import { classNames } from './classNames';
import { useUi } from './UiProvider';

export interface ToastMessage {
  readonly title: string;
  readonly detail?: string;
  readonly tone?: 'done' | 'error';
  /** An offer that stands as long as the message: to undo, to show. */
  readonly action?: { readonly title: string; readonly onAction: () => void };
}

export type Toasts = ToastQueue<ToastMessage>;

const STAY_MS = 8000;

export function createToasts(): Toasts {
  return new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 });
}

/** Says it at the edge of the screen. Errors and offers without an end stay until they are closed. */
export function showToast(toasts: Toasts, message: ToastMessage): void {
  toasts.add(message, message.tone === 'error' ? {} : { timeout: STAY_MS });
}

export interface ToastsRegionProps {
  readonly toasts: Toasts;
  readonly label: string;
}

/** Where messages appear; F6 leads there, a screen reader hears them. Drawn once, at the root. */
export function ToastsRegion({ toasts, label }: ToastsRegionProps) {
  const { strings } = useUi();
  return (
    <ToastRegion queue={toasts} className="gr-Toasts" aria-label={label}>
      {({ toast }) => {
        const { title, detail, tone = 'done', action } = toast.content;
        const Icon = tone === 'error' ? CircleAlert : CircleCheck;
        return (
          <Toast toast={toast} className={classNames('gr-Toast', `gr-Toast-${tone}`)}>
            <Icon aria-hidden size={18} className="gr-Toast-icon" />
            <ToastContent className="gr-Toast-text">
              <Text slot="title">{title}</Text>
              {detail && (
                <Text slot="description" className="gr-Toast-detail">
                  {detail}
                </Text>
              )}
            </ToastContent>
            {action && (
              <Button
                slot={null}
                onPress={() => {
                  action.onAction();
                  toasts.close(toast.key);
                }}
              >
                {action.title}
              </Button>
            )}
            <IconButton slot="close" label={strings.close} icon={X} size="small" />
          </Toast>
        );
      }}
    </ToastRegion>
  );
}
