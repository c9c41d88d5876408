import {
  DAY_MINUTES,
  type Duty,
  type HourSpan,
  type PatrolTask,
  type PlainDate,
  type Post,
  type Shift,
  type TaskId,
  type Team,
  type TravelMode,
} from '../../domain';
import type {
  JointVisit,
  OrienteeringInstance,
  OrienteeringTeam,
  VisitSpacing,
} from '../orienteering/teamOrienteering';
import { shareOfHours } from './shareOfHours';
import { workSpan } from './workSpan';

/** What it takes to get about, for each mode that a team uses. Places are the posts in their order, then both ends of each task in theirs. */
export interface PlanTravel {
  readonly modes: readonly TravelMode[];
  /** Per mode P × P minutes and metres from row to column, Infinity where no way leads. */
  readonly minutes: readonly Float64Array[];
  readonly metres: readonly Float64Array[];
  /** Per mode and task the minutes and metres of going along a stretch as it is drawn, and against it; 0 for a place, Infinity where it cannot be gone. */
  readonly along: readonly Float64Array[];
  readonly against: readonly Float64Array[];
  readonly alongM: readonly Float64Array[];
  readonly againstM: readonly Float64Array[];
}

/** All that a plan is made for. */
export interface PlanGround {
  /** Those to be planned, and resting ones that routes made by hand still hold. */
  readonly tasks: readonly PatrolTask[];
  readonly posts: readonly Post[];
  readonly teams: readonly Team[];
  readonly shifts: readonly Shift[];
  readonly duties: readonly Duty[];
  /** The days of the plan in their order, without gaps. */
  readonly days: readonly PlainDate[];
  readonly travel: PlanTravel;
}

/** A visit that stays where it is. */
export interface LockedVisit {
  readonly taskId: TaskId;
  readonly isAlong: boolean;
  /** Minutes after the first day's midnight. */
  readonly startMinute: number;
}

export interface PlanInstanceOptions {
  /** Per duty the visits that stay in its route, in their order. */
  readonly locked?: readonly (readonly LockedVisit[])[];
  /** Worth given up per minute between the units that work most and least; 0 by default. */
  readonly balance?: number;
}

/** The instance, one team per duty, and what its stops stand for. Times are minutes after the first day's midnight. */
export interface PlanInstance {
  readonly instance: OrienteeringInstance;
  /** Per stop its task's place in `tasks`, and whether a stretch is gone along as it is drawn. */
  readonly taskOf: Int32Array;
  readonly isAlong: Uint8Array;
  /** Visits wanted, and those that no team's hours reach. */
  readonly wanted: number;
  readonly beyondHours: number;
}

/**
 * The number of visits that a task wants in so many days: as often as wanted, and so often that equal parts of the period are no longer than it may be
 * left alone. Where in its part a visit comes is open, so that a gap may still be longer: `checkRoutes` tells.
 */
export function visitsOf({ visitsPerWeek, mostGapHours }: PatrolTask, days: number): number {
  const often = Math.max(1, Math.round((visitsPerWeek * days) / 7));
  return mostGapHours === null ? often : Math.max(often, Math.ceil((days * 24) / mostGapHours));
}

/** The times from one to another at which some hours of each day lie: all of it where there are none. */
function opensWithin(from: number, to: number, windows: readonly HourSpan[]): [number, number][] {
  if (windows.length === 0) return [[from, to]];
  const found: [number, number][] = [];
  for (let day = Math.floor(from / DAY_MINUTES) - 1; day * DAY_MINUTES < to; day += 1) {
    for (const { fromMinute, minutes } of windows) {
      const opens = Math.max(from, day * DAY_MINUTES + fromMinute);
      const closes = Math.min(to, day * DAY_MINUTES + fromMinute + minutes);
      if (closes > opens) found.push([opens, closes]);
    }
  }
  return found;
}

interface DraftStop {
  readonly task: number;
  readonly isAlong: boolean;
  readonly opens: number;
  readonly closes: number;
  readonly group: number;
  /** The member whose teams may visit; null: all. */
  readonly member: string | null;
}

/**
 * The problem of who goes where in a period, as the solver wants it. Each visit that a task wants has its part of the period, so that visits
 * spread over it; a stretch may be gone in either direction; where two members meet each sends one. What a visit is worth is the task's weight
 * times the share of it that falls into the hours in which the team works.
 * @problem RangeError  a duty names a team, shift or post that is not given
 */
export function planInstance(ground: PlanGround, options: PlanInstanceOptions = {}): PlanInstance {
  const { tasks, posts, teams, shifts, duties, days, travel } = ground;
  const end = days.length * DAY_MINUTES;
  const postIndex = new Map(posts.map(({ id }, i) => [id, i]));
  const memberIndex = new Map([...new Set(posts.map(({ memberId }) => memberId))].map((id, i) => [id, i]));

  const crews = duties.map((duty) => {
    const team = teams.find(({ id }) => id === duty.teamId);
    const shift = shifts.find(({ id }) => id === duty.shiftId);
    const post = team && postIndex.get(team.postId);
    const day = days.indexOf(duty.on);
    if (!team || !shift || post === undefined || day < 0)
      throw new RangeError(`duty ${duty.id} lacks its team or shift`);
    const span = workSpan(team, shift) ?? { fromMinute: shift.fromMinute, minutes: 0 };
    const opens = day * DAY_MINUTES + span.fromMinute;
    return { team, post, member: posts[post]!.memberId, span, opens, closes: opens + span.minutes };
  });
  /** The last night goes on after the last day, and so does the last part of the period. */
  const horizon = crews.reduce((latest, { closes }) => Math.max(latest, closes), end);
  const isReached = (stop: DraftStop): boolean =>
    crews.some(
      ({ member, opens, closes }) =>
        (stop.member === null || stop.member === member) && opens < stop.closes && closes > stop.opens,
    );

  const stops: DraftStop[] = [];
  const joints: JointVisit[] = [];
  const spacings: VisitSpacing[] = [];
  let groups = 0;
  let wanted = 0;
  let beyondHours = 0;
  tasks.forEach((task, index) => {
    if (!task.isActive) return;
    const visits = visitsOf(task, days.length);
    const first = stops.length;
    const members: readonly (string | null)[] = task.joint.length >= 2 ? task.joint.slice(0, 2) : [null];
    for (let visit = 0; visit < visits; visit += 1) {
      wanted += 1;
      const until = visit === visits - 1 ? horizon : (end * (visit + 1)) / visits;
      const spans = opensWithin((end * visit) / visits, until, task.windows);
      let isAny = false;
      for (const [opens, closes] of spans) {
        for (const isAlong of task.place.kind === 'stretch' ? [true, false] : [true]) {
          const drafts = members.map((member, i) => ({
            task: index,
            isAlong,
            opens,
            closes,
            group: groups + i,
            member,
          }));
          if (!drafts.every(isReached)) continue;
          isAny = true;
          if (drafts.length === 2) joints.push({ a: stops.length, b: stops.length + 1 });
          stops.push(...drafts);
        }
      }
      groups += members.length;
      if (!isAny) beyondHours += 1;
    }
    const own = Array.from({ length: stops.length - first }, (_, i) => first + i);
    // Of those who meet one is enough to keep visits apart.
    const spaced = task.joint.length >= 2 ? own.filter((stop) => stops[stop]!.member === members[0]) : own;
    if (task.leastGapHours > 0 && spaced.length > 1) spacings.push({ stops: spaced, minGap: task.leastGapHours * 60 });
  });

  const count = stops.length;
  const entry = new Int32Array(count);
  const exit = new Int32Array(count);
  stops.forEach(({ task, isAlong }, stop) => {
    const [head, tail] = [posts.length + 2 * task, posts.length + 2 * task + 1];
    entry[stop] = isAlong ? head : tail;
    exit[stop] = tasks[task]!.place.kind === 'place' ? head : isAlong ? tail : head;
  });
  const serviceTimes = travel.modes.map((_, mode) =>
    Float64Array.from(
      stops,
      ({ task, isAlong }) => tasks[task]!.dwellMinutes + (isAlong ? travel.along : travel.against)[mode]![task]!,
    ),
  );
  const worth = (task: PatrolTask): number => task.weight / (task.joint.length >= 2 ? 2 : 1);
  const teamScores = new Float64Array(crews.length * count);
  const eligible = new Uint8Array(crews.length * count);
  crews.forEach(({ member, span, team }, crew) => {
    const mode = travel.modes.indexOf(team.mode);
    const shares = tasks.map((task) => shareOfHours(task.hours, span));
    stops.forEach((stop, i) => {
      const task = tasks[stop.task]!;
      teamScores[crew * count + i] = worth(task) * shares[stop.task]!;
      const isOwn = stop.member === null || stop.member === member;
      eligible[crew * count + i] = isOwn && Number.isFinite(serviceTimes[mode]?.[i] ?? Infinity) ? 1 : 0;
    });
  });

  /** Of two visits in the same part of the period the first has it. */
  const taken = new Set<number>();
  const lockedOf = (crew: number): number[] =>
    (options.locked?.[crew] ?? []).flatMap(({ taskId, isAlong, startMinute }) => {
      const { member } = crews[crew]!;
      const fits = stops.findIndex(
        (stop) =>
          !taken.has(stop.group) &&
          tasks[stop.task]!.id === taskId &&
          stop.isAlong === isAlong &&
          (stop.member === null || stop.member === member) &&
          stop.opens <= startMinute &&
          startMinute <= stop.closes,
      );
      if (fits < 0) return [];
      taken.add(stops[fits]!.group);
      return [fits];
    });
  const instance: OrienteeringInstance = {
    stopCount: count,
    placeCount: posts.length + 2 * tasks.length,
    travel: travel.minutes,
    entry,
    exit,
    scores: Float64Array.from(stops, ({ task }) => worth(tasks[task]!)),
    teamScores,
    serviceTimes: serviceTimes.map((times) => times.map((time) => (Number.isFinite(time) ? time : 0))),
    opens: Float64Array.from(stops, ({ opens }) => opens),
    closes: Float64Array.from(stops, ({ closes }) => closes),
    group: Int32Array.from(stops, ({ group }) => group),
    isRequired: Uint8Array.from(stops, ({ task }) =>
      tasks[task]!.isRequired || tasks[task]!.mostGapHours !== null ? 1 : 0,
    ),
    eligible,
    teams: crews.map(
      ({ team, post, member, opens, closes }, crew): OrienteeringTeam => ({
        start: post,
        end: post,
        opens,
        closes,
        maxDuration: team.mostMinutes,
        mode: Math.max(0, travel.modes.indexOf(team.mode)),
        unit: memberIndex.get(member)!,
        locked: lockedOf(crew),
      }),
    ),
    spacings,
    joints,
    balance: options.balance ?? 0,
  };
  return {
    instance,
    taskOf: Int32Array.from(stops, ({ task }) => task),
    isAlong: Uint8Array.from(stops, ({ isAlong }) => (isAlong ? 1 : 0)),
    wanted,
    beyondHours,
  };
}
