import { useMemo, useState } from 'react';
import { removeIncidents } from '../../commands';
import type { Incident, Problem } from '../../domain';
import { type CellChoices, type EditableColumn, planCellEdits } from '../../features/incidents/table';
import { useFormat, useMessages } from '../../i18n';
import { describeProblem } from '../../i18n/describeProblem';
import { type EditRefusal, showToast } from '../../ui';
import { useServices } from '../services';
import { useActions } from './useActions';
import { vietnamNow } from './vietnamNow';

export interface IncidentCell {
  readonly incident: Incident;
  readonly column: EditableColumn;
  readonly text: string;
}

/** From so many incidents on, how far the writing is is shown. */
const MANY = 1_000;

/** Edits and removals of incidents, each one step that can be taken back, and how far a long one is. */
export function useIncidentEdits(choices: CellChoices) {
  const { store, toasts } = useServices();
  const messages = useMessages();
  const format = useFormat();
  const actions = useActions();
  const [writing, setWriting] = useState<{ done: number; all: number; stop: () => void } | null>(null);
  const acts = useMemo(() => {
    const { register } = messages;
    const refusalOf = (problem: Problem): EditRefusal => {
      const { title, detail, remedy } = describeProblem(messages, problem);
      return {
        message: [`${title}.`, detail, remedy].filter(Boolean).join(' '),
        suggestion: problem.kind === 'personalNumbers' ? problem.masked : null,
      };
    };
    const following = (all: number) => {
      if (all < MANY) return {};
      const abort = new AbortController();
      const tell = (done: number): void => setWriting({ done, all, stop: () => abort.abort() });
      tell(0);
      return { signal: abort.signal, onWritten: tell };
    };
    const tellDone = (text: string): void => {
      showToast(toasts, { title: text, action: { title: messages.common.undo, onAction: actions.undo } });
    };

    /** Null: done, and where it was more than one incident, told. */
    const edit = async (cells: readonly IncidentCell[]): Promise<EditRefusal | null> => {
      const planned = await planCellEdits(cells, { choices, now: vietnamNow() });
      if (!planned.ok) return refusalOf(planned.problem);
      const count = planned.value.incidents?.updated.length ?? 0;
      const done = await store.commit(planned.value, { command: 'editIncidents', params: { count } }, following(count));
      setWriting(null);
      if (!done.ok) return refusalOf(done.problem);
      if (count > 1) tellDone(register.edited(format.count(count)));
      return null;
    };
    const remove = async (incidents: readonly Incident[]): Promise<boolean> => {
      const planned = removeIncidents({ incidents }, { ids: incidents.map(({ id }) => id) });
      const { length: count } = incidents;
      const done = planned.ok
        ? await store.commit(planned.value, { command: 'removeIncidents', params: { count } }, following(count))
        : planned;
      setWriting(null);
      if (!done.ok) actions.report(done.problem);
      else tellDone(register.removed(format.count(count)));
      return done.ok;
    };
    return { edit, remove };
  }, [store, toasts, messages, format, actions, choices]);
  return { ...acts, writing };
}
