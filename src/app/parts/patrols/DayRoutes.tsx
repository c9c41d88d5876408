import { Plus } from 'lucide-react';
import { type DragEvent, type RefObject, useRef, useState } from 'react';
import { insertStop } from '../../../analysis/patrols/insertStop';
import type { RouteDraft } from '../../../analysis/patrols/readPlan';
import type { OrderedStop } from '../../../analysis/patrols/timeRoute';
import { isReached, type PatrolTask, type TaskId } from '../../../domain';
import { StopMenu } from '../../../features/patrols';
import { useFormat } from '../../../i18n';
import { handPlanWords } from '../../../i18n/handPlanWords';
import { patrolWords } from '../../../i18n/patrolWords';
import { useWords } from '../../../i18n/useWords';
import type { MapHandle } from '../../../map/types';
import { Button, Disclosure, InlineMessage, Menu } from '../../../ui';
import { useActions } from '../../wiring/useActions';
import { RouteActions } from './field/RouteActions';
import { middleOf } from './middleOf';
import { SplitDialog } from './SplitDialog';
import { StopTable } from './StopTable';
import { asDuty, isSameRoute, type RouteKey, useHandEdit } from './useHandEdit';
import type { PatrolRecords } from './useRecords';
import type { ShownPlan } from './useShownPlan';
import { useStopFocus } from './useStopFocus';
import { useTimes } from './useTimes';

export interface DayRoutesProps {
  readonly shown: ShownPlan;
  readonly records: PatrolRecords;
  readonly mapRef: RefObject<MapHandle | null>;
}

/** A stop in a route of the day. */
interface StopAt {
  readonly of: RouteKey;
  readonly at: number;
}

const keyOf = ({ teamId, shiftId }: RouteKey): string => `${teamId} ${shiftId}`;

/** The routes of a day, and changing them by hand: by dragging, or by the menu of each stop. */
export function DayRoutes({ shown, records, mapRef }: DayRoutesProps) {
  const words = useWords(patrolWords);
  const hand = useWords(handPlanWords);
  const format = useFormat();
  const { span } = useTimes();
  const actions = useActions();
  const edit = useHandEdit(shown, records);
  const { teams, shifts, tasks, duties } = records;
  const { routes, day, plan } = shown;
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [split, setSplit] = useState<PatrolTask | null>(null);
  const dragged = useRef<StopAt | null>(null);
  const holder = useRef<HTMLDivElement>(null);
  const canEdit = typeof edit === 'object';
  const follow = useStopFocus(holder, { routes, isReady: canEdit && split === null });

  const nameOf = (rows: readonly { readonly id: string; readonly name: string }[], id: string): string =>
    rows.find((row) => row.id === id)?.name ?? '';
  const titleOf = (of: RouteKey): string => hand.route(nameOf(teams, of.teamId), nameOf(shifts, of.shiftId));
  const today: readonly RouteDraft[] = routes.filter(({ on }) => on === day);
  const without = plan
    ? duties.filter((duty) => duty.on === day && !today.some((route) => isSameRoute(route, duty)))
    : [];
  const all: readonly (RouteKey & { readonly route: RouteDraft | null })[] = [
    ...today
      .map((route) => ({ teamId: route.teamId, shiftId: route.shiftId, on: route.on, route }))
      .sort(
        (a, b) =>
          teams.findIndex(({ id }) => id === a.teamId) - teams.findIndex(({ id }) => id === b.teamId) ||
          a.route.outMinute - b.route.outMinute,
      ),
    ...without.map(({ teamId, shiftId, on }) => ({ teamId, shiftId, on, route: null })),
  ];
  const stopsOf = (of: RouteKey): readonly OrderedStop[] =>
    all.find((each) => isSameRoute(each, of))?.route?.stops ?? [];

  const change = (
    orders: readonly { readonly of: RouteKey; readonly order: readonly OrderedStop[] }[],
    of: RouteKey,
    { taskId, done }: { readonly taskId: TaskId | null; readonly done: string },
  ): void => {
    if (!canEdit) return;
    const wanted = { of: keyOf(of), taskId };
    follow.current = wanted;
    setOpen(new Set([...open, keyOf(of)]));
    void edit.change(orders, done).then((isDone) => {
      if (!isDone && follow.current === wanted) follow.current = null;
    });
  };
  /** Moves a stop to a place of a route; `to` null: where it costs least time. */
  const move = (from: StopAt, of: RouteKey, to: number | null): void => {
    if (!canEdit) return;
    const stop = stopsOf(from.of)[from.at];
    if (!stop) return;
    const name = nameOf(tasks, stop.taskId);
    const rest = stopsOf(from.of).filter((_, i) => i !== from.at);
    if (isSameRoute(from.of, of)) {
      const at = to ?? rest.length;
      const order = [...rest.slice(0, at), stop, ...rest.slice(at)];
      if (at !== from.at) change([{ of, order }], of, { taskId: stop.taskId, done: hand.reordered(name) });
      return;
    }
    const into = stopsOf(of);
    if (into.some(({ taskId }) => taskId === stop.taskId)) {
      actions.say(hand.isThere);
      return;
    }
    const order =
      to === null
        ? insertStop(edit.ground, { duty: asDuty(of), order: into, stop })
        : [...into.slice(0, to), stop, ...into.slice(to)];
    change(
      [
        { of: from.of, order: rest },
        { of, order },
      ],
      of,
      { taskId: stop.taskId, done: hand.moved(name, titleOf(of)) },
    );
  };
  const replace = (from: StopAt, part: Partial<OrderedStop>, done: string): void => {
    const order = stopsOf(from.of).map((stop, i) => (i === from.at ? { ...stop, ...part } : stop));
    change([{ of: from.of, order }], from.of, { taskId: order[from.at]!.taskId, done });
  };
  const add = (of: RouteKey, { id, name }: PatrolTask): void => {
    if (!canEdit) return;
    const stop = { taskId: id, isAlong: true, isLocked: false };
    const order = insertStop(edit.ground, { duty: asDuty(of), order: stopsOf(of), stop });
    change([{ of, order }], of, { taskId: id, done: hand.added(name, titleOf(of)) });
  };
  /** What takes a stop that is dropped there: a row, else the route as a whole. */
  const target = (of: RouteKey, at: number | null) => ({
    onDragOver: (event: DragEvent) => {
      if (!dragged.current) return;
      event.preventDefault();
      event.stopPropagation();
      event.dataTransfer.dropEffect = 'move';
      event.currentTarget.setAttribute('data-drop', '');
    },
    onDragLeave: (event: DragEvent) => event.currentTarget.removeAttribute('data-drop'),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      event.stopPropagation();
      event.currentTarget.removeAttribute('data-drop');
      const from = dragged.current;
      dragged.current = null;
      if (from) move(from, of, at);
    },
  });

  return (
    <div className="gr-Stack" ref={holder}>
      {all.length === 0 && <p className="gr-muted">{words.noRoutes}</p>}
      {edit === 'noTravel' ? (
        <InlineMessage tone="error" title={hand.noTravel} />
      ) : (
        all.length > 0 && (
          <p className="gr-muted gr-small">
            {edit === 'notKept' ? hand.keepFirst : edit === 'waiting' ? hand.waiting : hand.howTo}
          </p>
        )
      )}
      {all.map(({ route, ...of }) => {
        const key = keyOf(of);
        const stops = route?.stops ?? [];
        const most = teams.find(({ id }) => id === of.teamId)?.mostMinutes ?? 0;
        const times = route ? span(route.outMinute, route.backMinute) : hand.noRoute;
        const hasDuty = duties.some((duty) => isSameRoute(duty, of));
        const free = canEdit
          ? edit.ground.tasks
              .filter(({ id }) => !stops.some(({ taskId }) => taskId === id))
              .sort((a, b) => b.weight - a.weight)
          : [];
        return (
          <div key={key} className="gr-DayRoute" data-route={key} {...(canEdit ? target(of, null) : {})}>
            <Disclosure
              level={2}
              title={`${titleOf(of)} · ${times}`}
              isOpen={open.has(key)}
              onOpenChange={(isOpen) =>
                setOpen(new Set(isOpen ? [...open, key] : [...open].filter((each) => each !== key)))
              }
            >
              {route && (
                <>
                  <p className="gr-muted">
                    {[
                      words.stopCount(format.count(stops.length)),
                      format.distance(route.metres),
                      hand.load(
                        isReached(route.backMinute)
                          ? format.count(Math.round(route.backMinute - route.outMinute))
                          : '–',
                        format.count(most),
                      ),
                      hasDuty ? '' : hand.noDuty,
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </p>
                  <StopTable
                    caption={`${titleOf(of)}, ${format.date(of.on)}`}
                    stops={route.stops}
                    tasks={tasks}
                    onShow={(task) => {
                      const [lng, lat] = middleOf(task);
                      mapRef.current?.flyTo({ lng, lat, zoom: 15 });
                    }}
                    rowProps={({ taskId }, at) => ({
                      ...({ 'data-stop': `${key} ${taskId}` } as object),
                      ...(canEdit
                        ? {
                            ...target(of, at),
                            draggable: true,
                            onDragStart: (event: DragEvent) => {
                              dragged.current = { of, at };
                              event.dataTransfer.effectAllowed = 'move';
                              event.dataTransfer.setData('text/plain', nameOf(tasks, taskId));
                            },
                            onDragEnd: () => {
                              dragged.current = null;
                            },
                          }
                        : {}),
                    })}
                    menu={
                      canEdit
                        ? ({ taskId, isLocked, isAlong }, at) => {
                            const task = tasks.find(({ id }) => id === taskId);
                            const name = task?.name ?? '';
                            const from = { of, at };
                            return (
                              <StopMenu
                                task={name}
                                isStretch={task?.place.kind === 'stretch'}
                                isLocked={isLocked}
                                isFirst={at === 0}
                                isLast={at === stops.length - 1}
                                targets={all
                                  .filter((other) => !isSameRoute(other, of))
                                  .map((other) => ({
                                    id: keyOf(other),
                                    title: titleOf(other),
                                    holdsTask: stopsOf(other).some((stop) => stop.taskId === taskId),
                                  }))}
                                onShift={(by) => move(from, of, at + by)}
                                onTurn={() => replace(from, { isAlong: !isAlong }, hand.turned(name))}
                                onLock={() =>
                                  replace(
                                    from,
                                    { isLocked: !isLocked },
                                    isLocked ? hand.wasUnlocked(name) : hand.wasLocked(name),
                                  )
                                }
                                onMove={(id) => move(from, all.find((other) => keyOf(other) === id)!, null)}
                                onSplit={() => setSplit(task ?? null)}
                                onTakeOut={() =>
                                  change([{ of, order: stops.filter((_, i) => i !== at) }], of, {
                                    taskId: stops[at + 1]?.taskId ?? null,
                                    done: hand.takenOut(name),
                                  })
                                }
                              />
                            );
                          }
                        : null
                    }
                  />
                  <RouteActions route={route} records={records} />
                </>
              )}
              {free.length > 0 && (
                <Menu
                  label={hand.addStopTo(titleOf(of))}
                  trigger={
                    <Button icon={Plus} variant="quiet">
                      {hand.addStop}
                    </Button>
                  }
                  groups={[
                    {
                      id: 'tasks',
                      entries: free.map((task) => ({ id: task.id, title: task.name, onAction: () => add(of, task) })),
                    },
                  ]}
                />
              )}
            </Disclosure>
          </div>
        );
      })}
      {split && <SplitDialog task={split} records={records} onClose={() => setSplit(null)} />}
    </div>
  );
}
