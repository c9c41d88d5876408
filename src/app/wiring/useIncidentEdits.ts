import { useMemo, useRef, useState } from 'react';
import { removeIncidents } from '../../commands';
import type { Incident, IncidentId, Problem } from '../../domain';
import { type CellChoices, type EditableColumn, planCellEdits } from '../../features/incidents/table';
import { useFormat, useMessages } from '../../i18n';
import { describeProblem } from '../../i18n/describeProblem';
import { nextRevision } from '../../store/journal';
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
  /** By id: a record as this table wrote it last, and the revision that was written over first. */
  const written = useRef(new Map<IncidentId, { readonly since: number; readonly row: Incident }>());
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

    /** A row that the table still shows as it was before an edit of its own: as it is after that. */
    const asWritten = (incident: Incident): Incident => {
      const own = written.current.get(incident.id);
      return own && incident.rev >= own.since && incident.rev < own.row.rev ? own.row : incident;
    };
    const noteWritten = (updated: readonly (readonly [from: Incident, to: Incident])[]): void => {
      if (updated.length + written.current.size > MANY) written.current.clear();
      if (updated.length > MANY) return;
      for (const [{ id, rev }, to] of updated) {
        const before = written.current.get(id);
        const since = before?.row.rev === rev ? before.since : rev;
        written.current.set(id, { since, row: { ...to, rev: nextRevision(rev) } });
      }
    };

    /** Null: done, and where it was more than one incident, told. */
    const edit = async (cells: readonly IncidentCell[]): Promise<EditRefusal | null> => {
      const current =
        written.current.size === 0 ? cells : cells.map((cell) => ({ ...cell, incident: asWritten(cell.incident) }));
      const planned = await planCellEdits(current, { choices, now: vietnamNow() });
      if (!planned.ok) return refusalOf(planned.problem);
      const updated = planned.value.incidents?.updated ?? [];
      const { length: count } = updated;
      const done = await store.commit(planned.value, { command: 'editIncidents', params: { count } }, following(count));
      setWriting(null);
      if (!done.ok) return refusalOf(done.problem);
      noteWritten(updated);
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
