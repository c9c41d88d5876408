import { type RefObject, useMemo } from 'react';
import { checkRoutes, type RouteFault } from '../../../analysis/patrols/checkRoutes';
import { findClashes } from '../../../analysis/patrols/findClashes';
import type { RouteDraft } from '../../../analysis/patrols/readPlan';
import type { PlainDate } from '../../../domain';
import { timeText } from '../../../features/patrols';
import { useFormat } from '../../../i18n';
import { patrolWords } from '../../../i18n/patrolWords';
import { useWords } from '../../../i18n/useWords';
import type { MapHandle } from '../../../map/types';
import { useSession } from '../../../store';
import { Disclosure, Select } from '../../../ui';
import { DayRoutes } from './DayRoutes';
import { PlanFiles } from './field/PlanFiles';
import { PlanClashes } from './PlanClashes';
import { PlanNotes } from './PlanNotes';
import { PlanTables } from './PlanTables';
import { SweepResult } from './SweepResult';
import type { PatrolRecords } from './useRecords';
import type { ShownPlan } from './useShownPlan';
import { WaysNote } from './WaysNote';

export interface PlanOutcomeProps {
  readonly shown: ShownPlan;
  readonly records: PatrolRecords;
  readonly mapRef: RefObject<MapHandle | null>;
}

/** What a plan is worth, what is wrong with it, and the routes of a day. */
export function PlanOutcome({ shown, records, mapRef }: PlanOutcomeProps) {
  const words = useWords(patrolWords);
  const format = useFormat();
  const setPatrols = useSession((session) => session.setPatrols);
  const { teams, shifts, posts, tasks, members } = records;
  const { found, worth, bound, days, routes, day } = shown;
  const faults = useMemo(
    () => checkRoutes({ teams, shifts, posts, tasks, days }, routes),
    [teams, shifts, posts, tasks, days, routes],
  );
  const planId = shown.plan?.id;
  const clashes = useMemo(
    () =>
      findClashes(
        routes,
        records.routes.filter((route) => route.planId !== planId),
      ),
    [routes, records.routes, planId],
  );
  const nameOf = <T extends { readonly id: string; readonly name: string }>(rows: readonly T[], id: string): string =>
    rows.find((row) => row.id === id)?.name ?? '';
  const teamName = (route: Pick<RouteDraft, 'teamId'>): string => nameOf(teams, route.teamId);
  const isSweep = found ? 'sweep' in found : shown.plan?.method === 'sweep';
  const say = (fault: RouteFault): string => {
    const team = teamName(routes[fault.route]!);
    switch (fault.kind) {
      case 'doubleBooked':
        return words.fault.doubleBooked(team);
      case 'noRest':
        return words.fault.noRest(team, format.decimal(fault.minutes / 60, 1));
      case 'tooLong':
        return words.fault.tooLong(team, format.count(fault.minutes), format.count(fault.most));
      case 'outsideHours':
        return words.fault.outsideHours(team, format.count(fault.minutes));
      case 'closed':
        return words.fault.closed(team, nameOf(tasks, fault.taskId), timeText(fault.startMinute));
      case 'alone':
        return words.fault.alone(team, nameOf(tasks, fault.taskId), nameOf(members, fault.missing));
      case 'tooSoon':
        return words.fault.tooSoon(team, nameOf(tasks, fault.taskId), format.decimal(fault.hours, 1));
      case 'noPath':
        return words.fault.noPath(team, fault.taskId === null ? '' : nameOf(tasks, fault.taskId));
      case 'gone':
        return words.fault.gone(team, fault.what);
      case 'requiredMissing':
        return words.fault.requiredMissing(nameOf(tasks, fault.taskId));
      case 'tooLongAlone':
        return words.fault.tooLongAlone(
          nameOf(tasks, fault.taskId),
          format.decimal(fault.hours, 1),
          format.decimal(fault.most, 1),
        );
    }
  };
  return (
    <section className="gr-Stack" aria-label={words.views.plan}>
      {isSweep && <SweepResult shown={shown} records={records} />}
      <p>
        {shown.plan?.method !== 'hand' && bound !== null && bound > 0 && worth <= bound * (1 + 1e-9)
          ? words.worth(format.decimal(worth, 2), format.percent(worth / bound))
          : words.worthOnly(format.decimal(worth, 2))}{' '}
        {found?.isProvenBest ? words.proven : ''}
      </p>
      {found && !isSweep && (
        <p className="gr-muted">
          {[
            words.visitsPlanned(format.count(found.planned), format.count(found.wanted)),
            found.beyondHours > 0 ? words.beyondHours(format.count(found.beyondHours)) : '',
            found.uncovered > 0 ? words.uncovered(format.count(found.uncovered)) : '',
          ]
            .filter(Boolean)
            .join(' ')}
        </p>
      )}
      <PlanNotes shown={shown} />
      <WaysNote shown={shown} records={records} />
      {faults.length + clashes.length > 0 && (
        <Disclosure title={`${words.faults} (${format.count(faults.length + clashes.length)})`} level={2} defaultOpen>
          {faults.length > 0 && (
            <ul>
              {faults.map((fault) => (
                <li key={JSON.stringify(fault)}>
                  {fault.kind === 'requiredMissing'
                    ? say(fault)
                    : `${format.date(routes[fault.route]!.on)}: ${say(fault)}`}
                </li>
              ))}
            </ul>
          )}
          <PlanClashes clashes={clashes} shown={shown} records={records} />
        </Disclosure>
      )}
      <Select
        label={words.day}
        options={days.map((on) => ({
          id: on as string,
          title: format.date(on),
          detail: words.stopCount(
            format.count(routes.filter((route) => route.on === on).reduce((sum, { stops }) => sum + stops.length, 0)),
          ),
        }))}
        value={day}
        onChange={(on) => setPatrols({ day: on as PlainDate })}
      />
      <DayRoutes shown={shown} records={records} mapRef={mapRef} />
      <PlanFiles shown={shown} records={records} />
      <PlanTables shown={shown} records={records} mapRef={mapRef} />
    </section>
  );
}
