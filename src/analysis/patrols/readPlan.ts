import { DAY_MINUTES, type PatrolRoute, type PlannedStop } from '../../domain';
import type { OrienteeringSolution } from '../orienteering/teamOrienteering';
import type { PlanGround, PlanInstance } from './planInstance';

export type RouteDraft = Omit<PatrolRoute, 'id' | 'planId' | 'rev'>;

/**
 * The routes of a solution, in the order of the duties; minutes are after the midnight that begins each duty's own day.
 */
export function readPlan(
  ground: PlanGround,
  { instance, taskOf, isAlong }: PlanInstance,
  solution: Pick<OrienteeringSolution, 'routes'>,
): RouteDraft[] {
  const { travel, tasks, duties, days } = ground;
  return solution.routes.map((route, crew) => {
    const duty = duties[crew]!;
    const team = instance.teams[crew]!;
    const mode = team.mode ?? 0;
    const service = instance.serviceTimes as readonly Float64Array[];
    const entry = instance.entry!;
    const exit = instance.exit!;
    const midnight = days.indexOf(duty.on) * DAY_MINUTES;
    const locked = new Set(team.locked);
    const cell = (from: number, to: number): number => from * instance.placeCount + to;
    let place = team.start;
    let leaves = route.leavesAt;
    let metres = 0;
    const stops = Array.from(route.stops, (stop, i): PlannedStop => {
      const task = taskOf[stop]!;
      const along = isAlong[stop] === 1;
      const leg = cell(place, entry[stop]!);
      const arrives = leaves + travel.minutes[mode]![leg]!;
      metres += travel.metres[mode]![leg]! + (along ? travel.alongM : travel.againstM)[mode]![task]!;
      place = exit[stop]!;
      leaves = route.starts[i]! + service[mode]![stop]!;
      return {
        taskId: tasks[task]!.id,
        isAlong: along,
        arriveMinute: arrives - midnight,
        startMinute: route.starts[i]! - midnight,
        leaveMinute: leaves - midnight,
        isLocked: locked.has(stop),
      };
    });
    if (stops.length > 0) metres += travel.metres[mode]![cell(place, team.end)]!;
    return {
      teamId: duty.teamId,
      shiftId: duty.shiftId,
      on: duty.on,
      stops,
      outMinute: route.leavesAt - midnight,
      backMinute: route.backAt - midnight,
      metres,
    };
  });
}
