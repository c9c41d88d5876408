import { FlaskConical } from 'lucide-react';
import { useMemo, useState } from 'react';
import { type PlanChange, whatIf } from '../../../analysis/patrols/whatIf';
import type { MemberId, PostId } from '../../../domain';
import { useFormat } from '../../../i18n';
import { gapWords } from '../../../i18n/gapWords';
import { useWords } from '../../../i18n/useWords';
import { Button, InlineMessage, ProgressBar, RadioGroup, Select } from '../../../ui';
import type { PlanRequest } from '../../../workers/patrolTasks';
import { useServices } from '../../services';
import { patrolServiceOf } from '../../wiring/patrolService';
import { useObservable } from '../../wiring/useObservable';
import { isSamePresent, whatIfServiceOf } from '../../wiring/whatIfService';
import type { PlanCover } from './usePlanCover';
import { usePlanGround } from './usePlanGround';
import type { PatrolRecords } from './useRecords';
import type { ShownPlan } from './useShownPlan';
import { useSince } from './useSince';
import { WhatIfOutcome } from './WhatIfOutcome';

const TIME_LIMIT_MS = 10_000;
const SHIFT_MINUTES = 60;
const CHANGES = ['team', 'later', 'earlier', 'unit'] as const;
type Change = (typeof CHANGES)[number];

export interface WhatIfPanelProps {
  readonly cover: PlanCover;
  readonly shown: ShownPlan;
  readonly records: PatrolRecords;
  readonly onShow: (id: string) => void;
}

/** What a plan would be with other forces, beside what it is with those at present. */
export function WhatIfPanel({ cover, shown, records, onShow }: WhatIfPanelProps) {
  const services = useServices();
  const service = whatIfServiceOf(services);
  const words = useWords(gapWords);
  const format = useFormat();
  const state = useObservable(service.state);
  const draft = useObservable(patrolServiceOf(services).draft);
  const ground = usePlanGround(records);
  const { posts, teams, shifts, duties, members } = records;
  const { days } = shown;
  const [kind, setKind] = useState<Change>('team');
  const [postId, setPostId] = useState<PostId | null>(null);
  const [memberId, setMemberId] = useState<MemberId | null>(null);
  const own = useMemo(() => {
    const of = new Set(days);
    return duties.filter(({ on }) => of.has(on));
  }, [duties, days]);
  const seed = shown.plan?.seed ?? draft?.request.seed ?? 1;
  const travel = ground?.ground?.travel ?? null;
  const ask = ground?.ask;
  const groundKey = ground?.key ?? '';
  const present = useMemo(
    (): PlanRequest | null =>
      ask && travel
        ? {
            tasks: ask.tasks,
            posts: ask.posts,
            travel,
            roadsId: ground.roadsId,
            locked: own.map(() => []),
            balance: 'none',
            teams,
            shifts,
            duties: own,
            days,
            seed,
            timeLimitMs: TIME_LIMIT_MS,
          }
        : null,
    [ask, travel, ground, teams, shifts, own, days, seed],
  );
  const post = posts.find(({ id }) => id === postId) ?? posts[0];
  const units = useMemo(() => {
    const postOf = new Map(teams.map((team) => [team.id, team.postId]));
    const out = new Set(own.map(({ teamId }) => postOf.get(teamId)));
    const held = new Set(posts.filter(({ id }) => out.has(id)).map((each) => each.memberId));
    return members.filter(({ id }) => held.has(id));
  }, [members, posts, teams, own]);
  const unit = units.find(({ id }) => id === memberId) ?? units[0];
  const change: PlanChange | null =
    kind === 'team'
      ? post
        ? { kind, postId: post.id }
        : null
      : kind === 'unit'
        ? unit
          ? { kind, memberId: unit.id }
          : null
        : { kind: 'shifts', minutes: kind === 'later' ? SHIFT_MINUTES : -SHIFT_MINUTES };
  const changed = present && change && teams.length > 0 ? { ...present, ...whatIf(present, change) } : null;
  const titleOf = (of: PlanChange): string => {
    if (of.kind === 'team') return words.teamAt(posts.find(({ id }) => id === of.postId)?.name ?? '');
    if (of.kind === 'unit') return words.unitOut(members.find(({ id }) => id === of.memberId)?.name ?? '');
    return words.shiftsBy[of.minutes > 0 ? 'later' : 'earlier'];
  };
  const like = teams.find((team) => team.postId === post?.id) ?? teams[0];
  // What was tried for other records, or another plan, is not shown beside these.
  const isOfThese = state !== null && present !== null && isSamePresent(state, { groundKey, present });
  const isWorking = state !== null && state.after === null && state.failure === null;
  const isDone = isOfThese && state.before !== null && state.after !== null;
  const share = Math.min(1, useSince(isWorking ? state.since : null) / TIME_LIMIT_MS);
  const obstacle =
    own.length === 0
      ? words.needDuties
      : draft?.isWorking
        ? words.draftWorking
        : changed?.duties.length === 0
          ? words.nobodyLeft
          : null;
  return (
    <div className="gr-Stack">
      <p className="gr-muted">{words.whatIfNote}</p>
      <RadioGroup
        label={words.change}
        options={CHANGES.map((id) => ({ id, title: words.changes[id] }))}
        value={kind}
        onChange={setKind}
      />
      {kind === 'team' && post && (
        <Select
          label={words.fromPost}
          options={posts.map(({ id, name }) => ({ id, title: name }))}
          value={post.id}
          onChange={setPostId}
          {...(like ? { hint: words.teamLike(like.name) } : {})}
        />
      )}
      {kind === 'unit' && unit && (
        <Select
          label={words.whichUnit}
          options={units.map(({ id, name }) => ({ id, title: name }))}
          value={unit.id}
          onChange={setMemberId}
        />
      )}
      {(kind === 'team' || kind === 'unit') && <p className="gr-muted gr-small">{words.rosterStays}</p>}
      <p className="gr-muted gr-small">{words.fair(format.count(TIME_LIMIT_MS / 1_000), String(seed))}</p>
      {obstacle && <InlineMessage tone="warn" title={obstacle} />}
      {!isWorking && (
        <div>
          <Button
            icon={FlaskConical}
            variant="primary"
            isDisabled={!changed || obstacle !== null}
            onPress={() => {
              if (present && changed && change) service.run(change, { groundKey, present, changed });
            }}
          >
            {words.run}
          </Button>
        </div>
      )}
      {!present && own.length > 0 && <p className="gr-muted">{words.preparing}</p>}
      {isWorking && (
        <ProgressBar
          label={state.before ? words.runningAfter : words.runningBefore}
          share={share}
          onCancel={service.cancel}
        />
      )}
      {state?.failure && <InlineMessage tone="error" title={words.failed(state.failure)} />}
      <p role="status" className="gr-VisuallyHidden">
        {isDone ? words.done : ''}
      </p>
      {isOfThese && state.before && state.after && (
        <WhatIfOutcome
          title={words.comparison(titleOf(state.change))}
          tasks={cover.tasks}
          days={days}
          before={{ teams: state.present.teams, found: state.before }}
          after={{ teams: state.changed.teams, found: state.after }}
          onShow={onShow}
        />
      )}
    </div>
  );
}
