import type {
  Duty,
  PatrolPlan,
  PatrolRoute,
  PatrolTask,
  PlainDate,
  PlannedStop,
  Post,
  Shift,
  Team,
} from '../../src/domain';

const idOf = <T>(what: string, number: number): T => `${what}-${number}` as unknown as T;
type Loose<T> = { readonly [K in keyof T]?: T[K] extends PlainDate ? string : T[K] };
const made = <T>(row: T, set: Loose<T>): T => ({ ...row, ...set }) as T;

/** Records of patrols as tests need them: the number names them, `set` says what matters. */
export const post = (number: number, set: Loose<Post> = {}): Post =>
  made<Post>(
    {
      id: idOf('post', number),
      memberId: idOf('member', number),
      name: `Trụ sở ${number}`,
      lng: 105.4 + number / 100,
      lat: 21.3,
      contact: '',
      rev: 1,
    },
    set,
  );

export const shift = (number: number, set: Loose<Shift> = {}): Shift =>
  made<Shift>(
    {
      id: idOf('shift', number),
      name: `Ca ${number}`,
      fromMinute: 1_080,
      minutes: 360,
      weekdays: [0, 1, 2, 3, 4, 5, 6],
      rev: 1,
    },
    set,
  );

export const team = (number: number, set: Loose<Team> = {}): Team =>
  made<Team>(
    {
      id: idOf('team', number),
      name: `Tổ ${number}`,
      postId: idOf('post', 1),
      size: 4,
      mode: 'motorbike',
      fromMinute: 0,
      minutes: 1_440,
      weekdays: [0, 1, 2, 3, 4, 5, 6],
      mostMinutes: 240,
      restMinutes: 480,
      rev: 1,
    },
    set,
  );

export const duty = (number: number, set: Loose<Duty> = {}): Duty =>
  made<Duty>(
    {
      id: idOf('duty', number),
      teamId: idOf('team', 1),
      shiftId: idOf('shift', 1),
      on: '2026-12-01' as PlainDate,
      rev: 1,
    },
    set,
  );

export const task = (number: number, set: Loose<PatrolTask> = {}): PatrolTask =>
  made<PatrolTask>(
    {
      id: idOf('task', number),
      name: `Điểm ${number}`,
      place: { kind: 'place', at: [105.4 + number / 100, 21.3] },
      chainage: null,
      source: 'hand',
      weight: 1,
      hours: null,
      dwellMinutes: 15,
      windows: [],
      visitsPerWeek: 1,
      leastGapHours: 0,
      mostGapHours: null,
      joint: [],
      isRequired: false,
      isActive: true,
      rev: 1,
    },
    set,
  );

export const stop = (number: number, set: Loose<PlannedStop> = {}): PlannedStop =>
  made<PlannedStop>(
    {
      taskId: idOf('task', number),
      isAlong: true,
      arriveMinute: 1_100,
      startMinute: 1_100,
      leaveMinute: 1_115,
      isLocked: false,
    },
    set,
  );

export const plan = (number: number, set: Loose<PatrolPlan> = {}): PatrolPlan =>
  made<PatrolPlan>(
    {
      id: idOf('plan', number),
      name: `Kế hoạch ${number}`,
      from: '2026-12-01' as PlainDate,
      days: 7,
      method: 'orienteering',
      roadsId: null,
      seed: 1,
      iterations: 1_000,
      worth: 10,
      bound: 12,
      rev: 1,
    },
    set,
  );

export const route = (number: number, set: Loose<PatrolRoute> = {}): PatrolRoute =>
  made<PatrolRoute>(
    {
      id: idOf('route', number),
      planId: idOf('plan', 1),
      teamId: idOf('team', 1),
      shiftId: idOf('shift', 1),
      on: '2026-12-01' as PlainDate,
      stops: [],
      outMinute: 1_080,
      backMinute: 1_200,
      metres: 10_000,
      rev: 1,
    },
    set,
  );
