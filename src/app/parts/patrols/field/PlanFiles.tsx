import { CalendarDays, Sheet as SheetIcon } from 'lucide-react';
import { momentOf } from '../../../../analysis/patrols/momentOf';
import type { Duty, PatrolPlan } from '../../../../domain';
import { writeDutiesIcs } from '../../../../formats/patrols/writeDutiesIcs';
import { writeRosterXlsx } from '../../../../formats/patrols/writeRosterXlsx';
import { useFormat } from '../../../../i18n';
import { patrolFieldWords } from '../../../../i18n/patrolFieldWords';
import { patrolWords } from '../../../../i18n/patrolWords';
import { useWords } from '../../../../i18n/useWords';
import { Button } from '../../../../ui';
import { saveBlob } from '../../../wiring/saveBlob';
import type { PatrolRecords } from '../useRecords';
import type { ShownPlan } from '../useShownPlan';
import { fileName } from './fileName';
import { useFieldTexts } from './useFieldTexts';
import { useRouteFacts } from './useRouteFacts';

export interface PlanFilesProps {
  readonly shown: ShownPlan;
  readonly records: PatrolRecords;
}

/** The whole plan as a calendar and as a roster; before it is kept, why not. */
export function PlanFiles({ shown, records }: PlanFilesProps) {
  const words = useWords(patrolFieldWords);
  return shown.plan ? (
    <KeptPlanFiles plan={shown.plan} shown={shown} records={records} />
  ) : (
    <p className="gr-muted">{words.keepFirst}</p>
  );
}

function KeptPlanFiles({ plan, shown, records }: PlanFilesProps & { readonly plan: PatrolPlan }) {
  const words = useWords(patrolFieldWords);
  const patrols = useWords(patrolWords);
  const format = useFormat();
  const texts = useFieldTexts();
  const all = useRouteFacts(shown.routes, records);
  const { duties, teams, shifts, posts } = records;

  /** Duties of the plan's days, with their route where there is one; routes whose duty is gone stay. */
  const rows = () => {
    const keyOf = ({ teamId, shiftId, on }: Pick<Duty, 'teamId' | 'shiftId' | 'on'>): string =>
      `${teamId} ${shiftId} ${on}`;
    const routed = new Map(all.map((facts) => [keyOf(facts.route), facts]));
    const own = duties.filter(({ on }) => shown.days.includes(on));
    const known = new Set(own.map(keyOf));
    const idOf = (facts: (typeof all)[number]): string => keyOf(facts.route).replaceAll(' ', '-');
    return [
      ...own.map((duty) => ({ ...duty, facts: routed.get(keyOf(duty)) ?? null })),
      ...all
        .filter(({ route }) => !known.has(keyOf(route)))
        .map((facts) => ({ ...facts.route, id: idOf(facts), facts })),
    ]
      .flatMap(({ id, teamId, shiftId, on, facts }) => {
        const team = teams.find((each) => each.id === teamId);
        const shift = shifts.find((each) => each.id === shiftId);
        const post = posts.find((each) => each.id === team?.postId);
        if (!team || !shift || !post) return [];
        const stops = facts?.stops ?? [];
        const fromMinute = facts && stops.length > 0 ? facts.route.outMinute : shift.fromMinute;
        const toMinute = facts && stops.length > 0 ? facts.route.backMinute : shift.fromMinute + shift.minutes;
        return [
          {
            id,
            on,
            team,
            shift,
            post,
            stops,
            from: momentOf(on, fromMinute),
            to: momentOf(on, toMinute),
            metres: facts?.route.metres ?? 0,
          },
        ];
      })
      .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  };
  const orderOf = (stops: ReturnType<typeof rows>[number]['stops']): string =>
    stops.map((stop, i) => `${i + 1}. ${texts.time(stop.startMinute)} ${stop.name}`).join('\n');
  const saveCalendar = (): void => {
    const text = writeDutiesIcs(
      rows().map(({ id, from, to, team, shift, post, stops }) => ({
        id,
        from,
        to,
        title: `${team.name} · ${shift.name}`,
        description: orderOf(stops),
        place: [post.name, post.contact].filter(Boolean).join(', '),
        at: [post.lng, post.lat],
      })),
      { name: plan.name, stamp: new Date().toISOString() },
    );
    saveBlob(new Blob([text], { type: 'text/calendar' }), fileName(plan.name, 'ics'));
  };
  const saveRoster = async (): Promise<void> => {
    const blob = await writeRosterXlsx(
      rows().map(({ on, team, shift, from, to, post, stops, metres }) => ({
        on,
        team: team.name,
        shift: shift.name,
        from,
        to,
        post: post.name,
        contact: post.contact,
        people: team.size,
        mode: patrols.modes[team.mode],
        stops: stops.length,
        km: metres / 1_000,
        order: orderOf(stops),
      })),
      {
        words: words.roster,
        frame: {
          name: plan.name,
          sheetTitle: words.rosterSheet,
          dictionaryTitle: words.rosterDictionary,
          dictionaryHeadings: words.rosterHeadings,
        },
        notes: [
          { label: words.planName, text: `${plan.name}, ${format.date(plan.from)}, ${patrols.days}: ${plan.days}` },
        ],
      },
    );
    saveBlob(blob, fileName(plan.name, 'xlsx'));
  };
  return (
    <section className="gr-Stack" aria-label={words.planFiles}>
      <p className="gr-muted">{words.planFiles}</p>
      <div className="gr-Actions">
        <Button icon={CalendarDays} onPress={saveCalendar}>
          {words.ics}
        </Button>
        <Button icon={SheetIcon} onPress={() => void saveRoster()}>
          {words.xlsx}
        </Button>
      </div>
    </section>
  );
}
