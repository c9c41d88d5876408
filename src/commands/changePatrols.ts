import {
  type ChangeSet,
  DAY_MINUTES,
  type Duty,
  fail,
  foldVietnamese,
  type PatrolPlan,
  type PatrolRoute,
  type PatrolTask,
  type PlanId,
  type Post,
  type Problem,
  type Result,
  type Shift,
  succeed,
  type TableChanges,
  type Team,
} from '../domain';
import { adding, removing, updating } from './changeOf';
import {
  firstFault,
  hoursOf,
  isPosition,
  numberFault,
  planFault,
  routeAsKept,
  routeFault,
  taskFault,
  textTooLong,
} from './patrolFaults';

type Row = { readonly id: string; readonly rev: number };

/** Adds the row, or puts it in the place of the one with its id. */
function saving<T extends Row>(rows: readonly T[], next: T): TableChanges<T> {
  const before = rows.find(({ id }) => id === next.id);
  return before ? updating([[before, { ...next, rev: before.rev }]]) : adding([{ ...next, rev: 0 }]);
}

/** The name in its form, or what is wrong with it: of two records of a kind no two are called the same. */
function checkedName(
  name: string,
  { id, rows }: { readonly id: string; readonly rows: readonly { readonly id: string; readonly name: string }[] },
): Result<string, Problem> {
  const tidy = name.normalize('NFC').trim();
  if (tidy === '') return fail({ kind: 'emptyName' });
  const tooLong = textTooLong('name', tidy);
  if (tooLong) return fail(tooLong);
  const folded = foldVietnamese(tidy);
  const isTaken = rows.some((row) => row.id !== id && foldVietnamese(row.name) === folded);
  return isTaken ? fail({ kind: 'nameTaken', name: tidy }) : succeed(tidy);
}

const tidyDays = (weekdays: readonly number[]): readonly number[] => [...new Set(weekdays)].sort((a, b) => a - b);

/**
 * Adds or changes a post.
 * @problem emptyName, nameTaken, textTooLong, invalidPosition
 */
export function savePost({ posts }: { readonly posts: readonly Post[] }, next: Post): Result<ChangeSet, Problem> {
  const name = checkedName(next.name, { id: next.id, rows: posts });
  if (!name.ok) return name;
  if (!isPosition(next.lng, next.lat)) return fail({ kind: 'invalidPosition', reason: 'outsideWorld' });
  const contact = next.contact.normalize('NFC').trim();
  const tooLong = textTooLong('contact', contact);
  if (tooLong) return fail(tooLong);
  return succeed({ posts: saving(posts, { ...next, name: name.value, contact }) });
}

/**
 * Removes a post.
 * @problem stillUsed  teams set out from it
 */
export function removePost({ teams }: { readonly teams: readonly Team[] }, post: Post): Result<ChangeSet, Problem> {
  const uses = teams.filter(({ postId }) => postId === post.id).length;
  return uses > 0 ? fail({ kind: 'stillUsed', table: 'teams', uses }) : succeed({ posts: removing([post]) });
}

/**
 * Adds or changes a shift.
 * @problem emptyName, nameTaken, textTooLong, noWeekdays, numberOutOfRange, numberNotWhole
 */
export function saveShift({ shifts }: { readonly shifts: readonly Shift[] }, next: Shift): Result<ChangeSet, Problem> {
  const name = checkedName(next.name, { id: next.id, rows: shifts });
  if (!name.ok) return name;
  if (next.weekdays.length === 0) return fail({ kind: 'noWeekdays' });
  const wrong = numberFault(hoursOf(next));
  if (wrong) return fail(wrong);
  return succeed({ shifts: saving(shifts, { ...next, name: name.value, weekdays: tidyDays(next.weekdays) }) });
}

/**
 * Removes a shift, and with it the duties in it. What was planned stays as it was.
 * @problem stillUsed  routes were planned in it
 */
export function removeShift(
  { duties, routes }: { readonly duties: readonly Duty[]; readonly routes: readonly PatrolRoute[] },
  shift: Shift,
): Result<ChangeSet, Problem> {
  const uses = routes.filter(({ shiftId }) => shiftId === shift.id).length;
  if (uses > 0) return fail({ kind: 'stillUsed', table: 'patrolRoutes', uses });
  return succeed({
    shifts: removing([shift]),
    duties: removing(duties.filter(({ shiftId }) => shiftId === shift.id)),
  });
}

/**
 * Adds or changes a team.
 * @problem emptyName, nameTaken, textTooLong, noWeekdays, numberOutOfRange, numberNotWhole
 * @problem notFound  there is no such post
 */
export function saveTeam(
  { teams, posts }: { readonly teams: readonly Team[]; readonly posts: readonly Post[] },
  next: Team,
): Result<ChangeSet, Problem> {
  const name = checkedName(next.name, { id: next.id, rows: teams });
  if (!name.ok) return name;
  if (!posts.some(({ id }) => id === next.postId)) return fail({ kind: 'notFound', table: 'posts', id: next.postId });
  if (next.weekdays.length === 0) return fail({ kind: 'noWeekdays' });
  const wrong = numberFault([
    ...hoursOf(next),
    ['size', next.size, 1, 1_000, 'whole'],
    ['mostMinutes', next.mostMinutes, 1, DAY_MINUTES, 'whole'],
    ['restMinutes', next.restMinutes, 0, 7 * DAY_MINUTES, 'whole'],
  ]);
  if (wrong) return fail(wrong);
  return succeed({ teams: saving(teams, { ...next, name: name.value, weekdays: tidyDays(next.weekdays) }) });
}

/**
 * Removes a team, and with it its duties.
 * @problem stillUsed  routes were planned for it
 */
export function removeTeam(
  { duties, routes }: { readonly duties: readonly Duty[]; readonly routes: readonly PatrolRoute[] },
  team: Team,
): Result<ChangeSet, Problem> {
  const uses = routes.filter(({ teamId }) => teamId === team.id).length;
  if (uses > 0) return fail({ kind: 'stillUsed', table: 'patrolRoutes', uses });
  return succeed({ teams: removing([team]), duties: removing(duties.filter(({ teamId }) => teamId === team.id)) });
}

/** Puts other duties in the place of some: what is in both stays. */
export function setDuties(
  { duties }: { readonly duties: readonly Duty[] },
  { instead, of }: { readonly instead: readonly Duty[]; readonly of: readonly Duty[] },
): Result<ChangeSet, Problem> {
  const keyOf = ({ teamId, shiftId, on }: Duty): string => `${teamId} ${shiftId} ${on}`;
  const gone = new Set(of.map(({ id }) => id));
  const wanted = new Set(instead.map(keyOf));
  const staying = new Set(duties.filter((duty) => !gone.has(duty.id) || wanted.has(keyOf(duty))).map(keyOf));
  const removed = of.filter((duty) => !wanted.has(keyOf(duty)));
  const added = instead.filter((duty) => !staying.has(keyOf(duty))).map((duty) => ({ ...duty, rev: 0 }));
  return succeed({ duties: { added, updated: [], removed } });
}

/**
 * Adds or changes tasks, all in one step.
 * @problem emptyName, nameTaken, textTooLong, invalidPosition, numberOutOfRange, numberNotWhole
 */
export function saveTasks(
  { tasks }: { readonly tasks: readonly PatrolTask[] },
  next: readonly PatrolTask[],
): Result<ChangeSet, Problem> {
  const before = new Map(tasks.map((task) => [task.id, task]));
  const replaced = new Set(next.map(({ id }) => id));
  const rows: { readonly id: string; readonly name: string }[] = tasks.filter(({ id }) => !replaced.has(id));
  const added: PatrolTask[] = [];
  const updated: [PatrolTask, PatrolTask][] = [];
  for (const task of next) {
    const name = checkedName(task.name, { id: task.id, rows });
    if (!name.ok) return name;
    const fault = taskFault(task);
    if (fault) return fail(fault);
    const old = before.get(task.id);
    const made = { ...task, name: name.value, rev: old?.rev ?? 0 };
    rows.push(made);
    if (old) updated.push([old, made]);
    else added.push(made);
  }
  return succeed({ patrolTasks: { added, updated, removed: [] } });
}

/**
 * Removes tasks.
 * @problem stillUsed  a route that was planned leads there
 */
export function removeTasks(
  { routes }: { readonly routes: readonly PatrolRoute[] },
  tasks: readonly PatrolTask[],
): Result<ChangeSet, Problem> {
  const gone = new Set(tasks.map(({ id }) => id));
  const uses = routes.filter(({ stops }) => stops.some(({ taskId }) => gone.has(taskId))).length;
  return uses > 0
    ? fail({ kind: 'stillUsed', table: 'patrolRoutes', uses })
    : succeed({ patrolTasks: removing(tasks) });
}

/**
 * Keeps a plan with its routes: those that it had before are replaced, but those handed over as they stand stay untouched. What lasts longer than
 * any route may is kept as what never ends.
 * @problem emptyName, nameTaken, textTooLong, numberOutOfRange, numberNotWhole
 */
export function savePlan(
  { plans, routes }: { readonly plans: readonly PatrolPlan[]; readonly routes: readonly PatrolRoute[] },
  { plan, made: drafts }: { readonly plan: PatrolPlan; readonly made: readonly PatrolRoute[] },
): Result<ChangeSet, Problem> {
  const name = checkedName(plan.name, { id: plan.id, rows: plans });
  if (!name.ok) return name;
  const made = drafts.map(routeAsKept);
  const wrong = planFault(plan) ?? firstFault(made, routeFault);
  if (wrong) return fail(wrong);
  const old = routes.filter(({ planId }) => planId === plan.id);
  const kept = new Map(made.map((route) => [route.id, route]));
  const updated = old.flatMap((route): [PatrolRoute, PatrolRoute][] => {
    const next = kept.get(route.id);
    return next && next !== route ? [[route, { ...next, rev: route.rev }]] : [];
  });
  const known = new Set(old.map(({ id }) => id));
  return succeed({
    patrolPlans: saving(plans, { ...plan, name: name.value }),
    patrolRoutes: {
      added: made.filter(({ id }) => !known.has(id)).map((route) => ({ ...route, rev: 0 })),
      updated,
      removed: old.filter(({ id }) => !kept.has(id)),
    },
  });
}

/** Removes a plan with its routes. What was truly visited stays. */
export function removePlan(
  { plans, routes }: { readonly plans: readonly PatrolPlan[]; readonly routes: readonly PatrolRoute[] },
  id: PlanId,
): Result<ChangeSet, Problem> {
  const plan = plans.find((candidate) => candidate.id === id);
  if (!plan) return fail({ kind: 'notFound', table: 'patrolPlans', id });
  return succeed({
    patrolPlans: removing([plan]),
    patrolRoutes: removing(routes.filter(({ planId }) => planId === id)),
  });
}
