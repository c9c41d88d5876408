import { useMemo } from 'react';
import type { ChangeSet, Problem, Result } from '../../domain';
import { useMessages } from '../../i18n';
import { describeProblem } from '../../i18n/describeProblem';
import type { CommandInfo } from '../../store';
import { showToast } from '../../ui';
import { useServices } from '../services';

export interface Actions {
  /** Commits what a command planned; says what went wrong. Gives whether it was done. */
  readonly apply: (planned: Result<ChangeSet, Problem>, info: CommandInfo, done?: string) => Promise<boolean>;
  readonly report: (problem: Problem) => void;
  readonly say: (title: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** What a user's intention needs besides its plan: one commit, words for what went wrong, and an offer to undo. */
export function useActions(): Actions {
  const { store, toasts } = useServices();
  const messages = useMessages();
  return useMemo(() => {
    const report = (problem: Problem): void => {
      const { title, detail, remedy } = describeProblem(messages, problem);
      showToast(toasts, { tone: 'error', title, detail: [detail, remedy].filter(Boolean).join(' ') });
    };
    const step = (which: 'undo' | 'redo'): void => {
      void store[which]().then((result) => {
        if (!result.ok) report(result.problem);
        else showToast(toasts, { title: which === 'undo' ? messages.incidents.undone : messages.incidents.redone });
      });
    };
    const undo = (): void => step('undo');
    return {
      report,
      undo,
      redo: () => step('redo'),
      say: (title) => showToast(toasts, { title }),
      apply: async (planned, info, done) => {
        const result = planned.ok ? await store.commit(planned.value, info) : planned;
        if (!result.ok) report(result.problem);
        else if (done) {
          showToast(toasts, { title: done, action: { title: messages.common.undo, onAction: undo } });
        }
        return result.ok;
      },
    };
  }, [store, toasts, messages]);
}
