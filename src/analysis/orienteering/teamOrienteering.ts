/**
 * A team in one shift: one vehicle. It leaves its start place at `opens` or later and is at its end place by `closes`.
 */
export interface OrienteeringTeam {
  /** Place numbers. */
  readonly start: number;
  readonly end: number;
  /** Times, in the unit of `travel`. */
  readonly opens: number;
  readonly closes: number;
  /** The longest from leaving to being back, in the unit of `travel`; not limited by default. */
  readonly maxDuration?: number;
  /** Which matrix of `travel` it goes by, 0 by default. */
  readonly mode?: number;
  /** The unit it belongs to, any whole number from 0; by default each team is its own. Read only where `balance` is given. */
  readonly unit?: number;
  /** Stops that must be on its route in this order; others may come between. */
  readonly locked?: readonly number[];
}

/** Visits of these stops, by whatever team, start at least `minGap` apart. A stop stands in at most one spacing. */
export interface VisitSpacing {
  readonly stops: readonly number[];
  /** In the unit of `travel`. */
  readonly minGap: number;
}

/** Two stops that different teams visit starting at the same time, or neither is visited. A stop stands in at most one joint visit. */
export interface JointVisit {
  readonly a: number;
  readonly b: number;
}

/**
 * Stops worth a score, and teams with limited time: which team visits what, and in what order? Times are in one unit of the caller's
 * choice, the same in all fields. Stops are counted from 0, places and teams too.
 */
export interface OrienteeringInstance {
  /** n. */
  readonly stopCount: number;
  /** P: places are where teams start and end and where visits begin and end. */
  readonly placeCount: number;
  /** P × P times from row to column, not negative, Infinity where there is no way; need not be symmetric. Or a list of them, one per mode. */
  readonly travel: Float64Array | readonly Float64Array[];
  /** n places where the visit of a stop begins; by default stop i is place i. */
  readonly entry?: Int32Array;
  /** n places where it ends; by default where it begins. A stretch walked through has another, and its other direction is another stop of its group. */
  readonly exit?: Int32Array;
  /** n scores, not negative. */
  readonly scores: Float64Array;
  /** teams × n scores that stand instead of `scores`, where what a visit is worth hangs on the team or its shift. */
  readonly teamScores?: Float64Array;
  /** n durations of a visit, 0 by default; or a list of them, one per mode. */
  readonly serviceTimes?: Float64Array | readonly Float64Array[];
  /** n times at which a visit may first and last begin; always by default. Further windows are further stops of a group. */
  readonly opens?: Float64Array;
  readonly closes?: Float64Array;
  /** n numbers from 0 of groups, of which at most one stop is visited; −1: in no group. */
  readonly group?: Int32Array;
  /** n flags, 1: to be visited if at all possible, whatever the scores. Of a group one visit is enough. */
  readonly isRequired?: Uint8Array;
  /** teams × n flags, 0: that team does not visit that stop. */
  readonly eligible?: Uint8Array;
  readonly teams: readonly OrienteeringTeam[];
  readonly spacings?: readonly VisitSpacing[];
  readonly joints?: readonly JointVisit[];
  /** Score given up per unit of time between the unit with most and with least time on the way and at stops; 0 by default. */
  readonly balance?: number;
}

export interface OrienteeringRoute {
  readonly stops: Int32Array;
  /** When each visit starts. */
  readonly starts: Float64Array;
  readonly leavesAt: number;
  readonly backAt: number;
  readonly score: number;
  /** Time on the way, without visits and waits. */
  readonly travelTime: number;
}

export interface OrienteeringSolution {
  /** One per team. */
  readonly routes: readonly OrienteeringRoute[];
  readonly score: number;
  /** The score less what `balance` takes away. */
  readonly objective: number;
  /** Required stops without a visit (of a group its first), and locked stops that fit in nowhere. */
  readonly uncovered: Int32Array;
  readonly unfittedLocked: Int32Array;
  /** n times before which a visit must not start though the stop were open, as joint and spaced visits need; −Infinity for others. */
  readonly notBefore: Float64Array;
  /** No plan scores more than this. */
  readonly upperBound: number;
  /** Whether nothing better can exist. */
  readonly isProvenBest: boolean;
  /** The iteration that found it; 0: the first plan. */
  readonly iteration: number;
}
