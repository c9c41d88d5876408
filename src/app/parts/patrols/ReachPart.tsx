import type { RefObject } from 'react';
import { REACH_M, type RoadReach } from '../../../analysis/patrols/roadPlanWays';
import type { PatrolTask, Post, TravelMode } from '../../../domain';
import { useFormat } from '../../../i18n';
import { patrolWords } from '../../../i18n/patrolWords';
import { roadsWords } from '../../../i18n/roadsWords';
import { useWords } from '../../../i18n/useWords';
import type { MapHandle } from '../../../map/types';
import { Button, Disclosure, InlineMessage, ProgressBar, SimpleTable } from '../../../ui';
import { middleOf } from './middleOf';
import { usePlanGround } from './usePlanGround';
import type { PatrolRecords } from './useRecords';

/** A walk shorter than this is not worth a word. */
const WALK_M = 50;
/** With less of it beside a way a stretch is told. */
const WHOLE_SHARE = 0.9;

export interface ReachPartProps {
  readonly records: PatrolRecords;
  readonly mapRef: RefObject<MapHandle | null>;
}

interface Place {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly at: readonly [lng: number, lat: number];
  readonly mode: TravelMode;
  readonly distanceM: number;
  readonly nearShare: number;
  readonly isStretch: boolean;
}

function placesOf(reach: readonly RoadReach[], posts: readonly Post[], tasks: readonly PatrolTask[]): Place[] {
  return reach.flatMap(({ mode, postsM, tasksM, nearShare }) => [
    ...posts.map(
      ({ id, name, lng, lat }, i): Place => ({
        key: `${mode} ${id}`,
        id,
        name,
        at: [lng, lat],
        mode,
        distanceM: postsM[i]!,
        nearShare: 1,
        isStretch: false,
      }),
    ),
    ...tasks.map(
      (task, i): Place => ({
        key: `${mode} ${task.id}`,
        id: task.id,
        name: task.name,
        at: middleOf(task),
        mode,
        distanceM: tasksM[i]!,
        nearShare: nearShare[i]!,
        isStretch: task.place.kind === 'stretch',
      }),
    ),
  ]);
}

/** Which posts and tasks the roads lead to, and which they do not. */
export function ReachPart({ records, mapRef }: ReachPartProps) {
  const words = useWords(roadsWords);
  const { modes } = useWords(patrolWords);
  const format = useFormat();
  const ground = usePlanGround(records);
  if (!ground || ground.ask.posts.length + ground.ask.tasks.length === 0) return null;
  if (ground.failure) return <InlineMessage tone="error" title={words.reckonFailed} detail={ground.failure} />;
  if (!ground.ground) return <ProgressBar label={words.reckoning} share={ground.share} />;
  const { reach } = ground.ground;
  if (!reach) return null;
  const { posts, tasks } = ground.ask;
  const all = placesOf(reach, posts, tasks);
  const far = all.filter(({ distanceM }) => distanceM === Infinity);
  const walked = all.filter(({ distanceM }) => distanceM >= WALK_M && distanceM < Infinity);
  const part = all.filter(
    ({ isStretch, distanceM, nearShare }) => isStretch && distanceM < Infinity && nearShare < WHOLE_SHARE,
  );
  /** A place counts once, however many means of travel it stands there for. */
  const countOf = (rows: readonly Place[]): string => format.count(new Set(rows.map(({ id }) => id)).size);
  const table = (caption: string, rows: readonly Place[], value: { title: string; text: (row: Place) => string }) => (
    <SimpleTable
      caption={caption}
      isCaptionHidden
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        {
          id: 'name',
          title: words.place,
          isRowHeader: true,
          text: ({ name }) => name,
          cell: ({ name, at: [lng, lat] }) => (
            <Button variant="quiet" onPress={() => mapRef.current?.flyTo({ lng, lat, zoom: 15 })}>
              {name}
            </Button>
          ),
        },
        { id: 'mode', title: words.mode, text: ({ mode }) => modes[mode] },
        { id: 'value', align: 'end', ...value },
      ]}
    />
  );
  const distance = { title: words.distance, text: ({ distanceM }: Place) => format.distance(distanceM) };
  return (
    <div className="gr-Stack">
      {far.length === 0 && (
        <p className="gr-muted">{words.allNear(format.count(posts.length), format.count(tasks.length))}</p>
      )}
      {far.length > 0 && (
        <>
          <InlineMessage
            tone="warn"
            title={words.farTitle(countOf(far))}
            detail={words.farNote(format.distance(REACH_M))}
          />
          {table(words.farTitle(countOf(far)), far, {
            title: words.distance,
            text: () => `> ${format.distance(REACH_M)}`,
          })}
        </>
      )}
      {walked.length > 0 && (
        <Disclosure title={words.walkTitle(countOf(walked))} level={2}>
          {table(words.walkTitle(countOf(walked)), walked, distance)}
        </Disclosure>
      )}
      {part.length > 0 && (
        <Disclosure title={words.partTitle(countOf(part))} level={2}>
          {table(words.partTitle(countOf(part)), part, {
            title: words.near,
            text: ({ nearShare }) => format.percent(nearShare),
          })}
        </Disclosure>
      )}
    </div>
  );
}
