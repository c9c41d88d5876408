import { useMemo } from 'react';
import type {
  ChangeSet,
  Duty,
  Layer,
  Member,
  PatrolPlan,
  PatrolRoute,
  PatrolTask,
  PatrolVisit,
  Post,
  Problem,
  Result,
  Shift,
  Team,
} from '../../../domain';
import { useMessages } from '../../../i18n';
import { describeProblem } from '../../../i18n/describeProblem';
import { showToast } from '../../../ui';
import { useServices } from '../../services';
import { useActions } from '../../wiring/useActions';
import { useObservable } from '../../wiring/useObservable';

/** What the register knows of patrols. */
export interface PatrolRecords {
  readonly members: readonly Member[];
  readonly posts: readonly Post[];
  readonly shifts: readonly Shift[];
  readonly teams: readonly Team[];
  readonly duties: readonly Duty[];
  readonly tasks: readonly PatrolTask[];
  readonly plans: readonly PatrolPlan[];
  readonly routes: readonly PatrolRoute[];
  /** Visits that were truly made. */
  readonly visits: readonly PatrolVisit[];
  /** Layers that are travel networks. */
  readonly roads: readonly Layer[];
}

export function usePatrolRecords(): PatrolRecords {
  const { store } = useServices();
  const members = useObservable(store.members);
  const posts = useObservable(store.posts);
  const shifts = useObservable(store.shifts);
  const teams = useObservable(store.teams);
  const duties = useObservable(store.duties);
  const tasks = useObservable(store.patrolTasks);
  const plans = useObservable(store.patrolPlans);
  const routes = useObservable(store.patrolRoutes);
  const visits = useObservable(store.patrolVisits);
  const layers = useObservable(store.layers);
  return useMemo(
    () => ({
      members,
      posts,
      shifts,
      teams,
      duties,
      tasks,
      plans,
      routes,
      visits,
      roads: layers.filter(({ roads }) => roads),
    }),
    [members, posts, shifts, teams, duties, tasks, plans, routes, visits, layers],
  );
}

/** Commits what a form planned; gives null when it was saved, else what is wrong, in words. */
export function useSaving(): (
  planned: Result<ChangeSet, Problem>,
  of: { readonly command: string; readonly done: string },
) => Promise<string | null> {
  const { store, toasts } = useServices();
  const messages = useMessages();
  const { undo } = useActions();
  return async (planned, { command, done }) => {
    const result = planned.ok ? await store.commit(planned.value, { command }) : planned;
    if (!result.ok) {
      const { title, detail, remedy } = describeProblem(messages, result.problem);
      return [title, detail, remedy].filter(Boolean).join('. ');
    }
    showToast(toasts, { title: done, action: { title: messages.common.undo, onAction: undo } });
    return null;
  };
}
