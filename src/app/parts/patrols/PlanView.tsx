import { Hand, Route as RouteIcon, Save, Trash2, X } from 'lucide-react';
import { type RefObject, useEffect, useMemo, useState } from 'react';
import { planDays } from '../../../analysis/patrols/planDays';
import { removePlan } from '../../../commands';
import { PLAN_BALANCES, type PlainDate, type PlanBalance } from '../../../domain';
import { useFormat } from '../../../i18n';
import { handPlanWords } from '../../../i18n/handPlanWords';
import { patrolWords } from '../../../i18n/patrolWords';
import { planDraftWords } from '../../../i18n/planDraftWords';
import { sweepWords } from '../../../i18n/sweepWords';
import { useWords } from '../../../i18n/useWords';
import type { MapHandle } from '../../../map/types';
import { useSession } from '../../../store';
import {
  Button,
  Disclosure,
  InlineMessage,
  NumberField,
  ProgressBar,
  SegmentedControl,
  Select,
  TextField,
} from '../../../ui';
import { useServices } from '../../services';
import { patrolServiceOf } from '../../wiring/patrolService';
import { useActions } from '../../wiring/useActions';
import { useObservable } from '../../wiring/useObservable';
import { AlternativePlans } from './AlternativePlans';
import { GroundNote } from './GroundNote';
import { lockedVisits } from './lockedVisits';
import { PlanOutcome } from './PlanOutcome';
import { RosterPart } from './RosterPart';
import { SureDialog } from './SureDialog';
import { SweepView } from './SweepView';
import { useEmptyPlan } from './useEmptyPlan';
import { useKeepPlan } from './useKeepPlan';
import { usePlanGround } from './usePlanGround';
import type { PatrolRecords } from './useRecords';
import { useShownPlan } from './useShownPlan';
import { useSince } from './useSince';

const FIRST_DAYS = 7;
const MOST_DAYS = 31;
const TIME_LIMIT_MS = 20_000;
const NEW = 'new';

export interface PlanViewProps {
  readonly records: PatrolRecords;
  readonly mapRef: RefObject<MapHandle | null>;
}

/** Who works when, where they go, and what came of it. */
export function PlanView({ records, mapRef }: PlanViewProps) {
  const services = useServices();
  const service = patrolServiceOf(services);
  const words = useWords(patrolWords);
  const sweeping = useWords(sweepWords);
  const hand = useWords(handPlanWords);
  const draftWords = useWords(planDraftWords);
  const format = useFormat();
  const actions = useActions();
  const draft = useObservable(service.draft);
  const shown = useShownPlan(records);
  const setPatrols = useSession((session) => session.setPatrols);
  const { posts, shifts, teams, duties, tasks, plans, routes } = records;
  const [from, setFrom] = useState<PlainDate>(shown?.from ?? services.today);
  const [count, setCount] = useState(shown?.days.length ?? FIRST_DAYS);
  const [seed, setSeed] = useState(1);
  const [isSweep, setSweep] = useState(draft ? 'swept' in draft.request : shown?.plan?.method === 'sweep');
  const [balance, setBalance] = useState<PlanBalance>('none');
  /** The plan that is opened once it is sure that the draft may be lost. */
  const [asked, setAsked] = useState<string | null>(null);
  const planByHand = useEmptyPlan(records);
  const keep = useKeepPlan(records);
  const active = useMemo(() => tasks.filter(({ isActive }) => isActive), [tasks]);
  const days = useMemo(() => planDays(from, count), [from, count]);
  const own = useMemo(() => {
    const of = new Set(days.map(({ on }) => on));
    return duties.filter(({ on }) => of.has(on));
  }, [duties, days]);
  const searchedMs = useSince(draft?.isWorking ? draft.since : null);
  const ground = usePlanGround(records);
  const travel = ground?.ground?.travel ?? null;
  const locked = useMemo(
    () =>
      lockedVisits(
        shown?.routes ?? [],
        own,
        days.map(({ on }) => on),
      ),
    [shown, own, days],
  );
  const lockedCount = locked.reduce((sum, visits) => sum + visits.length, 0);
  const lockedAll = (shown?.routes ?? [])
    .filter(({ on }) => days.some((day) => day.on === on))
    .reduce((sum, { stops }) => sum + stops.filter(({ isLocked }) => isLocked).length, 0);
  const open = (id: string): void => {
    service.discard();
    const plan = plans.find((each) => each.id === id);
    setPatrols({ planId: plan?.id ?? NEW, day: plan?.from ?? null, ways: null });
  };
  const optimise = (): void => {
    if (!ground || !travel) return;
    setPatrols({ day: days[0]?.on ?? null });
    service.plan({
      tasks: ground.ask.tasks,
      posts: ground.ask.posts,
      travel,
      roadsId: ground.roadsId,
      teams,
      shifts,
      duties: own,
      days: days.map(({ on }) => on),
      seed,
      timeLimitMs: TIME_LIMIT_MS,
      locked,
      balance,
    });
  };
  const missing = [
    active.length === 0 ? words.needTasks : null,
    posts.length === 0 || teams.length === 0 || shifts.length === 0 ? words.needTeams : null,
    own.length === 0 ? words.needDuties : null,
  ].filter((text) => text !== null);
  const chosen = draft ? null : (shown?.plan ?? null);
  // A plan is planned anew for its own days; it may be read only after this is drawn.
  const chosenId = chosen?.id;
  // The settings make way for what comes of them; those of a sweep hold its progress.
  const place = chosenId ?? (draft && !isSweep ? 'draft' : NEW);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another plan sets the fields, not a change of the same one
  useEffect(() => {
    if (!chosen) return;
    setSweep(chosen.method === 'sweep');
    setFrom(chosen.from);
    setCount(chosen.days);
  }, [chosenId]);

  return (
    <div className="gr-Stack">
      {plans.length > 0 && (
        <Select
          label={words.plans}
          options={[
            { id: NEW, title: words.newPlan },
            ...plans.map(({ id, name, days: length }) => ({ id, title: name, detail: `${words.days}: ${length}` })),
          ]}
          value={chosen?.id ?? NEW}
          onChange={(id) => {
            // What is being made is the new plan.
            if (draft && id === NEW) return;
            if (draft?.found) setAsked(id);
            else open(id);
          }}
        />
      )}
      <Disclosure key={place} title={draftWords.settings} level={2} defaultOpen={place === NEW}>
        <div className="gr-Stack">
          <div className="gr-Halves">
            <TextField
              label={words.firstDay}
              type="date"
              value={from}
              onChange={(text) => text !== '' && setFrom(text as PlainDate)}
            />
            <NumberField
              label={words.days}
              value={count}
              onChange={(next) => setCount(next ?? FIRST_DAYS)}
              min={1}
              max={MOST_DAYS}
            />
          </div>
          <RosterPart records={records} duties={own} days={days} />
          <SegmentedControl
            label={sweeping.way}
            segments={[
              { id: 'risk', title: sweeping.ways.risk },
              { id: 'sweep', title: sweeping.ways.sweep },
            ]}
            value={isSweep ? 'sweep' : 'risk'}
            onChange={(way) => setSweep(way === 'sweep')}
          />
          <p className="gr-muted">{sweeping.wayNotes[isSweep ? 'sweep' : 'risk']}</p>
          {!isSweep && (
            <Select
              label={hand.balance}
              hint={hand.balanceHint}
              options={PLAN_BALANCES.map((id) => ({ id, title: hand.balances[id] }))}
              value={balance}
              onChange={setBalance}
            />
          )}
          <NumberField
            label={words.seed}
            hint={words.seedHint}
            value={seed}
            onChange={(next) => setSeed(next ?? 1)}
            min={1}
            max={1_000_000}
          />
          {isSweep && <SweepView records={records} duties={own} seed={seed} />}
        </div>
      </Disclosure>
      {!isSweep && missing.length > 0 && (
        <div>
          <p>{words.need}</p>
          <ul>
            {missing.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      )}
      <div className="gr-Actions">
        {!isSweep && (
          <Button
            icon={RouteIcon}
            variant={draft?.found && !draft.isWorking ? 'secondary' : 'primary'}
            onPress={optimise}
            isDisabled={missing.length > 0 || !travel || draft?.isWorking === true}
          >
            {words.optimise}
          </Button>
        )}
        {!isSweep && own.length > 0 && !draft && (
          <Button icon={Hand} onPress={() => void planByHand(days.map(({ on }) => on))}>
            {hand.empty}
          </Button>
        )}
        {draft?.isWorking && <Button onPress={service.stop}>{words.stopHere}</Button>}
        {draft?.found && !draft.isWorking && (
          <Button icon={Save} variant="primary" onPress={() => void keep()}>
            {words.savePlan}
          </Button>
        )}
        {draft && !draft.isWorking && (
          <Button icon={X} onPress={service.discard}>
            {draftWords.discard}
          </Button>
        )}
        {chosen && (
          <Button
            icon={Trash2}
            onPress={() => {
              setPatrols({ planId: null });
              void actions.apply(
                removePlan({ plans, routes }, chosen.id),
                { command: 'removePlan' },
                words.planRemoved(chosen.name),
              );
            }}
          >
            {words.removePlan}
          </Button>
        )}
      </div>
      {!isSweep && missing.length === 0 && <GroundNote records={records} />}
      {!isSweep && lockedCount > 0 && <p className="gr-muted">{hand.keepsLocked(format.count(lockedCount))}</p>}
      {!isSweep && lockedAll > lockedCount && (
        <InlineMessage tone="warn" title={draftWords.lockedWithoutDuty(format.count(lockedAll - lockedCount))} />
      )}
      {draft?.isWorking && !('swept' in draft.request) && (
        <ProgressBar label={words.optimising} share={Math.min(1, searchedMs / TIME_LIMIT_MS)} />
      )}
      {draft?.failure && (
        <InlineMessage
          tone="error"
          isLive
          title={draftWords.planFailed}
          detail={draft.failure}
          remedy={draftWords.failedRemedy}
        />
      )}
      {asked !== null && (
        <SureDialog
          title={draftWords.discardTitle}
          text={draftWords.discardText}
          stay={draftWords.stay}
          go={draftWords.discardDo}
          onGo={() => open(asked)}
          onClose={() => setAsked(null)}
        />
      )}
      <AlternativePlans />
      {shown && <PlanOutcome shown={shown} records={records} mapRef={mapRef} />}
    </div>
  );
}
