import type { LayerId, PlainDate, PlanId, TaskId } from '../domain';

/** The parts of patrolling that the panel shows one at a time. */
export const PATROL_VIEWS = ['plan', 'tasks', 'forces', 'ways'] as const;
export type PatrolView = (typeof PATROL_VIEWS)[number];

export interface PatrolSettings {
  readonly view: PatrolView;
  /** The plan that is looked at; `new`: none, one is to be made; null: the newest. */
  readonly planId: PlanId | 'new' | null;
  /** The day whose routes are shown; null: the plan's first. */
  readonly day: PlainDate | null;
  /** The network that plans are made on; null: the newest, or straight lines where there is none. */
  readonly ways: LayerId | 'straight' | null;
  /** Whether the map shows tasks by what is left alone. */
  readonly showsGaps: boolean;
  /** The task that is pointed out on the map. */
  readonly taskId: TaskId | null;
}

export const FIRST_PATROLS: PatrolSettings = {
  view: 'plan',
  planId: null,
  day: null,
  ways: null,
  showsGaps: false,
  taskId: null,
};
