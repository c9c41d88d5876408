import type { Activity, ActivityId, ActivityKind, PlainDate, UnitCode } from '../domain';
import { makeRandom, type Random } from './simulation/random';
import { simulatedId } from './simulation/simulatedId';

/** What 2018 really counted; only the totals are public. */
/** What the cluster’s units did in its first year, as they reported. */
export const TOTALS_2018 = { meeting: 24, broadcast: 425 } as const satisfies Partial<Record<ActivityKind, number>>;
/** From the agreement to the end of its first year. */
const YEAR_2018 = { from: '2018-01-24', to: '2018-12-31' } as const;
/** Loudspeakers are used several times on a day. */
const MOST_BROADCASTS = 4;
const DAY_MS = 86_400_000;
/** Nobody calls a meeting before seven in the morning. */
const MORNING_MIN = 7 * 60;

/**
 * The outreach of the cluster's first year: the totals are real (24 meetings, 425 loudspeaker broadcasts), how they spread over members
 * and days is made up.
 * @param input  `seed`: any whole number, the same one gives the same rows, byte for byte; `memberCodes`: units of 2018
 * @returns rows with `source.kind` "simulated" and `rev` 0, by day, then id
 */
export function simulateActivities({
  seed,
  memberCodes,
}: {
  readonly seed: number;
  readonly memberCodes: readonly UnitCode[];
}): Activity[] {
  const random = makeRandom(seed);
  const activities: Activity[] = [];
  const add = (kind: ActivityKind, count: number): void => {
    const day = drawDay(random);
    activities.push({
      id: simulatedId(day.minutes + MORNING_MIN, random) as string as ActivityId,
      kind,
      on: day.text,
      // In turn, so that no member is left out.
      unitCode: memberCodes[activities.length % memberCodes.length]!,
      count,
      note: '',
      source: { kind: 'simulated', name: `seed ${seed}`, row: null },
      rev: 0,
    });
  };
  for (let left: number = TOTALS_2018.meeting; left > 0; left -= 1) add('meeting', 1);
  for (let left: number = TOTALS_2018.broadcast; left > 0; ) {
    const count = Math.min(left, 1 + random.below(MOST_BROADCASTS));
    add('broadcast', count);
    left -= count;
  }
  return activities.sort((a, b) => (a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? -1 : 1));
}

function drawDay(random: Random): { readonly text: PlainDate; readonly minutes: number } {
  const first = Date.parse(`${YEAR_2018.from}T00:00Z`);
  const days = (Date.parse(`${YEAR_2018.to}T00:00Z`) - first) / DAY_MS + 1;
  const at = first + random.below(days) * DAY_MS;
  return { text: new Date(at).toISOString().slice(0, 10) as PlainDate, minutes: at / 60_000 };
}
