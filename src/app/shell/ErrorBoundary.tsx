import { Component, type ErrorInfo, type ReactNode } from 'react';
import { CrashScreen } from './CrashScreen';

export interface ErrorBoundaryProps {
  /** Downloads the journal; rejects where it cannot. */
  readonly onBackup: () => Promise<void>;
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly error: Error | null;
}

const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)));

/**
 * Catches what should never happen, once, at the root. What the user has typed is kept in the session until the page is
 * reloaded, so opening the screen again shows it.
 */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null };

  static getDerivedStateFromError(thrown: unknown): ErrorBoundaryState {
    return { error: asError(thrown) };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return <CrashScreen error={error} onBackup={this.props.onBackup} onRetry={() => this.setState({ error: null })} />;
  }
}

/** Reports what was thrown outside React: in a handler, in a promise that nobody awaited. Returns how to stop. */
export function watchUncaught(report: (error: Error) => void, page: EventTarget = window): () => void {
  const onError = (event: Event): void => {
    // A browser says so of itself when boxes are measured in more than one round: no mistake, nothing is lost.
    if (event instanceof ErrorEvent && !event.message.startsWith('ResizeObserver')) {
      report(asError(event.error ?? event.message));
    }
  };
  const onRejection = (event: Event): void => {
    if (event instanceof PromiseRejectionEvent) report(asError(event.reason));
  };
  page.addEventListener('error', onError);
  page.addEventListener('unhandledrejection', onRejection);
  return () => {
    page.removeEventListener('error', onError);
    page.removeEventListener('unhandledrejection', onRejection);
  };
}
