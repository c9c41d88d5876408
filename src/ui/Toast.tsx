import './Toast.css';
import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useEffect } from 'react';
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
  /** Stays until it is closed or its offer is taken. */
  readonly isLasting?: boolean;
  /** An offer that stands as long as the message: to undo, to show. */
  readonly action?: { readonly title: string; readonly onAction: () => void };
}

export type Toasts = ToastQueue<ToastMessage>;

const STAY_MS = 8000;

export function createToasts(): Toasts {
  return new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 });
}

/** Says it over the map. Errors and offers without an end stay until they are closed. */
export function showToast(toasts: Toasts, message: ToastMessage): void {
  toasts.add(message, message.tone === 'error' || message.isLasting ? {} : { timeout: STAY_MS });
}

/** What was said in passing makes way, as for a dialog whose buttons it would cover. */
export function clearPassing(toasts: Toasts): void {
  for (const { key, timeout } of toasts.visibleToasts) if (timeout) toasts.close(key);
}

export interface ToastsRegionProps {
  readonly toasts: Toasts;
  readonly label: string;
  readonly over: string;
}

/**
 * Where messages appear; F6 leads there, Escape there closes the one that has the focus, and none runs out of time while it is pointed at or
 * focused. Drawn once, at the root; it lies over the element with the id `over`.
 */
export function ToastsRegion({ toasts, label, over }: ToastsRegionProps) {
  const { strings } = useUi();
  useEffect(closeOnEscape, []);
  useEffect(() => followEdges(over), [over]);
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

function closeOnEscape(): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !(event.target instanceof Element)) return;
    const toast = event.target.closest('.gr-Toast') ?? event.target.closest('.gr-Toasts')?.querySelector('.gr-Toast');
    if (!toast) return;
    event.stopPropagation();
    toast.querySelector<HTMLButtonElement>('.gr-IconButton')?.click();
  };
  document.addEventListener('keydown', onKeyDown, { capture: true });
  return () => document.removeEventListener('keydown', onKeyDown, { capture: true });
}

/** Tells the style sheet where an element lies, as distances from the edges of the window. */
function followEdges(id: string): () => void {
  const element = document.getElementById(id);
  if (!element) return () => undefined;
  const { style } = document.documentElement;
  const measure = (): void => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    style.setProperty('--toasts-left', `${left}px`);
    style.setProperty('--toasts-top', `${top}px`);
    style.setProperty('--toasts-right', `${innerWidth - right}px`);
    style.setProperty('--toasts-bottom', `${innerHeight - bottom}px`);
  };
  // Whatever moves the element also gives it another size, or comes with another size of the window.
  const observer = new ResizeObserver(measure);
  observer.observe(element);
  observer.observe(document.documentElement);
  return () => observer.disconnect();
}
