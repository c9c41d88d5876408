import { useEffect, useState } from 'react';
import { v7 } from 'uuid';
import { addTerm, changeTerm, mergeTerm, removeTerm, reorderTerms } from '../../commands';
import type { ChangeSet, Incident, Problem, Result, Term, TermId } from '../../domain';
import { TermsDialog, type TermsDialogProps } from '../../features/terms';
import { useFormat, useMessages, useTerms } from '../../i18n';
import { describeProblem } from '../../i18n/describeProblem';
import { termsWords } from '../../i18n/termsWords';
import { useWords } from '../../i18n/useWords';
import type { MapTheme } from '../../map/types';
import { showToast } from '../../ui';
import { useServices } from '../services';
import { useActions } from '../wiring/useActions';
import { useObservable } from '../wiring/useObservable';
import { useViewValue } from '../wiring/useView';

export interface TermsPartProps {
  readonly theme: MapTheme;
  readonly onClose: () => void;
}

/** The lists of categories and statuses, joined to the register. */
export default function TermsPart({ theme, onClose }: TermsPartProps) {
  const { store, border, toasts } = useServices();
  const messages = useMessages();
  const words = useWords(termsWords);
  const format = useFormat();
  const terms = useTerms();
  const actions = useActions();
  const rows = useObservable(store.terms);
  const version = useViewValue(({ summary }) => summary?.register ?? 0);
  const [uses, setUses] = useState<TermsDialogProps['uses']>(null);
  useEffect(() => {
    let isCurrent = true;
    if (version === 0) return undefined;
    border.worker.api.border.termUses().then(
      (found) => isCurrent && setUses(found),
      (error: unknown) => console.error(error),
    );
    return () => {
      isCurrent = false;
    };
  }, [version, border]);

  const { categoryName, statusName } = messages.incidents;
  const builtInNames: Readonly<Record<string, string>> = { ...categoryName, ...statusName };
  const inWords = (problem: Problem): string => {
    const { title, detail } = describeProblem(messages, problem);
    return [title, detail].filter(Boolean).join('. ');
  };
  const commit = async (planned: Result<ChangeSet, Problem>, command: string): Promise<string | null> => {
    const result = planned.ok ? await store.commit(planned.value, { command }) : planned;
    return result.ok ? null : inWords(result.problem);
  };
  const merge: TermsDialogProps['onMerge'] = async (from, into, onProgress, signal) => {
    const list = terms.lists.category.some(({ id }) => id === from) ? 'category' : 'status';
    const total = uses?.[from] ?? 0;
    const incidents: Incident[] = [];
    await store.streamIncidents(
      (chunk) => {
        for (const incident of chunk) if (incident[list] === from) incidents.push(incident);
      },
      { signal },
    );
    if (signal.aborted) return inWords({ kind: 'cancelled' });
    const planned = mergeTerm({ terms: rows, incidents }, { from, into });
    if (!planned.ok) return inWords(planned.problem);
    const committed = await store.commit(
      planned.value,
      { command: 'mergeTerm', params: { incidents: incidents.length } },
      { onWritten: (written) => onProgress(written, Math.max(total, incidents.length) + 1), signal },
    );
    if (!committed.ok) return inWords(committed.problem);
    showToast(toasts, {
      title: words.merged(incidents.length, format.count(incidents.length), terms.name(into)),
      action: { title: messages.common.undo, onAction: actions.undo },
    });
    return null;
  };
  const remove = (id: Term['id']): void => {
    const name = terms.name(id);
    const planned = removeTerm({ terms: rows }, { id, uses: uses?.[id] ?? 1 });
    void actions.apply(planned, { command: 'removeTerm' }, words.removed(name));
  };
  return (
    <TermsDialog
      uses={uses}
      theme={theme}
      onAdd={(list, name, look) =>
        commit(addTerm({ terms: rows }, { id: v7() as TermId, list, name, look, builtInNames }), 'addTerm')
      }
      onChange={(id, set) => commit(changeTerm({ terms: rows }, { id, set, builtInNames }), 'changeTerm')}
      onReorder={(list, ids) =>
        void actions.apply(reorderTerms({ terms: rows }, { list, ids }), { command: 'reorderTerms' })
      }
      onMerge={merge}
      onRemove={remove}
      onClose={onClose}
    />
  );
}
