import { Plus, Users } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { v7 } from 'uuid';
import { removePost, removeShift, removeTeam, savePost, saveShift, saveTeam } from '../../../commands';
import {
  type ChangeSet,
  DAY_MINUTES,
  type Member,
  type Post,
  type PostId,
  type Shift,
  type ShiftId,
  succeed,
  type Team,
  type TeamId,
} from '../../../domain';
import { endsNextDay, PostForm, RecordList, ShiftForm, TeamForm, timeText } from '../../../features/patrols';
import { useFormat } from '../../../i18n';
import { patrolWords } from '../../../i18n/patrolWords';
import { useWords } from '../../../i18n/useWords';
import type { MapHandle } from '../../../map/types';
import { useSession } from '../../../store';
import { Button, EmptyState } from '../../../ui';
import { pickBehindDialog, pickPosition } from '../../wiring/pickPosition';
import { useActions } from '../../wiring/useActions';
import { useView } from '../../wiring/useView';
import type { PatrolRecords } from './useRecords';
import { useSaving } from './useRecords';

const WEEK = [0, 1, 2, 3, 4, 5, 6];
const SIZE = 4;
const MOST_MINUTES = 240;
const REST_MINUTES = 480;
const EVENING = { fromMinute: 1_080, minutes: 240 };
const NIGHT = { fromMinute: 1_320, minutes: 360 };

type Edited =
  | { readonly kind: 'post'; readonly row: Post }
  | { readonly kind: 'shift'; readonly row: Shift }
  | { readonly kind: 'team'; readonly row: Team };

export interface ForcesViewProps {
  readonly records: PatrolRecords;
  readonly mapRef: RefObject<MapHandle | null>;
}

/** Posts, shifts and teams. */
export function ForcesView({ records, mapRef }: ForcesViewProps) {
  const words = useWords(patrolWords);
  const format = useFormat();
  const actions = useActions();
  const saving = useSaving();
  const info = useView('info');
  const inEdition = useView('members');
  const isPicking = useSession((session) => session.mode === 'pickPosition');
  const [edited, setEdited] = useState<Edited | null>(null);
  const { members, posts, shifts, teams, duties, routes } = records;
  const memberName = (id: string): string => members.find((member) => member.id === id)?.name ?? '';
  const placed = inEdition.units.flatMap(({ code, members: here }) => {
    const unit = info?.units.find((candidate) => candidate.code === code);
    return unit ? here.map((member) => ({ member, at: unit.label })) : [];
  });
  const free = (name: string, taken: readonly { readonly name: string }[]): string => {
    let next = name;
    for (let i = 2; taken.some((row) => row.name === next); i += 1) next = `${name} ${i}`;
    return next;
  };

  const newPost = (member: Member | undefined, lng: number, lat: number): Post => ({
    id: v7() as PostId,
    memberId: member?.id ?? members[0]!.id,
    name: free(words.postOf(member?.name ?? ''), posts),
    lng,
    lat,
    contact: '',
    rev: 0,
  });
  const newShift = (name: string, span: typeof EVENING): Shift => ({
    ...span,
    id: v7() as ShiftId,
    name: free(name, shifts),
    weekdays: WEEK,
    rev: 0,
  });
  const newTeam = (post: Post, name: string): Team => ({
    id: v7() as TeamId,
    name,
    postId: post.id,
    size: SIZE,
    mode: 'motorbike',
    fromMinute: 0,
    minutes: DAY_MINUTES,
    weekdays: WEEK,
    mostMinutes: MOST_MINUTES,
    restMinutes: REST_MINUTES,
    rev: 0,
  });
  const addPost = async (): Promise<void> => {
    const picked = await pickPosition();
    if (picked) setEdited({ kind: 'post', row: newPost(members[0], picked.lng, picked.lat) });
  };
  const quick = (): void => {
    const made = placed.map(({ member, at: [lng, lat] }) => newPost(member, lng, lat));
    const change: ChangeSet = {
      posts: { added: made, updated: [], removed: [] },
      teams: {
        added: made.map((post, i) => newTeam(post, words.teamOf(placed[i]!.member.name))),
        updated: [],
        removed: [],
      },
      shifts: {
        added: [newShift(words.evening, EVENING), newShift(words.night, NIGHT)],
        updated: [],
        removed: [],
      },
    };
    void actions.apply(succeed(change), { command: 'quickForces' }, words.quickDone(format.count(made.length)));
  };
  const spanText = (span: Pick<Shift, 'fromMinute' | 'minutes'>): string => {
    const end = timeText(span.fromMinute + span.minutes);
    return words.span(timeText(span.fromMinute), endsNextDay(span) ? words.nextDay(end) : end);
  };
  const daysText = ({ weekdays }: Pick<Shift, 'weekdays'>): string =>
    weekdays.length === WEEK.length ? words.everyDay : weekdays.map((day) => words.weekday(day)).join(', ');
  const isEmpty = posts.length + shifts.length + teams.length === 0;
  const done = (name: string) => ({ command: 'saveForces', done: words.saved(name) });

  return (
    <div className="gr-Stack">
      {isEmpty && (
        <EmptyState
          title={words.teamsEmpty}
          detail={words.quickNote}
          icon={Users}
          action={
            <Button variant="primary" onPress={quick} isDisabled={placed.length === 0}>
              {words.quick}
            </Button>
          }
        />
      )}
      <section className="gr-Stack" aria-labelledby="patrol-posts">
        <h2 id="patrol-posts">{words.posts}</h2>
        <p className="gr-muted gr-small">{words.postsNote}</p>
        <RecordList
          label={words.posts}
          rows={posts.map(({ id, name, memberId, contact }) => ({
            id,
            name,
            detail: words.postDetail(memberName(memberId), contact),
          }))}
          onShow={(id) => {
            const post = posts.find((row) => row.id === id);
            if (post) mapRef.current?.flyTo({ lng: post.lng, lat: post.lat, zoom: 15 });
          }}
          onEdit={(id) => setEdited({ kind: 'post', row: posts.find((row) => row.id === id)! })}
          onRemove={(id) => {
            const post = posts.find((row) => row.id === id)!;
            void actions.apply(removePost({ teams }, post), { command: 'removePost' }, words.removed(post.name));
          }}
        />
        <div>
          <Button icon={Plus} onPress={() => void addPost()} isDisabled={members.length === 0}>
            {words.addPost}
          </Button>
        </div>
      </section>
      <section className="gr-Stack" aria-labelledby="patrol-shifts">
        <h2 id="patrol-shifts">{words.shifts}</h2>
        <RecordList
          label={words.shifts}
          rows={shifts.map((shift) => ({
            id: shift.id,
            name: shift.name,
            detail: `${spanText(shift)} · ${daysText(shift)}`,
          }))}
          onEdit={(id) => setEdited({ kind: 'shift', row: shifts.find((row) => row.id === id)! })}
          onRemove={(id) => {
            const shift = shifts.find((row) => row.id === id)!;
            const planned = removeShift({ duties, routes }, shift);
            void actions.apply(planned, { command: 'removeShift' }, words.removed(shift.name));
          }}
        />
        <div>
          <Button icon={Plus} onPress={() => setEdited({ kind: 'shift', row: newShift(words.evening, EVENING) })}>
            {words.addShift}
          </Button>
        </div>
      </section>
      <section className="gr-Stack" aria-labelledby="patrol-teams">
        <h2 id="patrol-teams">{words.teams}</h2>
        <RecordList
          label={words.teams}
          rows={teams.map((team) => ({
            id: team.id,
            name: team.name,
            detail: words.teamDetail(
              posts.find(({ id }) => id === team.postId)?.name ?? '',
              words.people(format.count(team.size)),
              words.modes[team.mode],
            ),
          }))}
          onEdit={(id) => setEdited({ kind: 'team', row: teams.find((row) => row.id === id)! })}
          onRemove={(id) => {
            const team = teams.find((row) => row.id === id)!;
            const planned = removeTeam({ duties, routes }, team);
            void actions.apply(planned, { command: 'removeTeam' }, words.removed(team.name));
          }}
        />
        {posts.length === 0 && <p className="gr-muted gr-small">{words.addTeamFirst}</p>}
        <div>
          <Button
            icon={Plus}
            isDisabled={posts.length === 0}
            onPress={() => {
              const [post] = posts;
              const name = free(words.teamOf(memberName(post!.memberId)), teams);
              setEdited({ kind: 'team', row: newTeam(post!, name) });
            }}
          >
            {words.addTeam}
          </Button>
        </div>
      </section>
      {edited?.kind === 'post' && !isPicking && (
        <PostForm
          isNew={!posts.some(({ id }) => id === edited.row.id)}
          post={edited.row}
          members={members}
          onPost={(row) => setEdited({ kind: 'post', row })}
          onMove={() =>
            void pickBehindDialog(() => mapRef.current?.focus()).then((picked) => {
              if (picked) setEdited({ kind: 'post', row: { ...edited.row, lng: picked.lng, lat: picked.lat } });
            })
          }
          onSave={(row) => saving(savePost({ posts }, row), done(row.name))}
          onClose={() => setEdited(null)}
        />
      )}
      {edited?.kind === 'shift' && (
        <ShiftForm
          isNew={!shifts.some(({ id }) => id === edited.row.id)}
          shift={edited.row}
          onSave={(row) => saving(saveShift({ shifts }, row), done(row.name))}
          onClose={() => setEdited(null)}
        />
      )}
      {edited?.kind === 'team' && (
        <TeamForm
          isNew={!teams.some(({ id }) => id === edited.row.id)}
          team={edited.row}
          posts={posts}
          onSave={(row) => saving(saveTeam({ teams, posts }, row), done(row.name))}
          onClose={() => setEdited(null)}
        />
      )}
    </div>
  );
}
