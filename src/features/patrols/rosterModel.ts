import type { Duty, PlainDate, Shift, Team } from '../../domain';

/** A duty as the calendar shows it. */
export interface RosterEntry {
  readonly duty: Duty;
  /** Stops of its route in the plan that is shown; null: there is none. */
  readonly stops: number | null;
  readonly isFaulty: boolean;
}

export type DutyPlace = Pick<Duty, 'teamId' | 'shiftId' | 'on'>;

/** What both views of the calendar are given. */
export interface RosterProps {
  readonly teams: readonly Team[];
  readonly shifts: readonly Shift[];
  readonly entries: readonly RosterEntry[];
  readonly days: readonly { readonly on: PlainDate; readonly weekday: number }[];
  readonly onAdd: (place: DutyPlace) => void;
  readonly onMove: (duty: Duty, part: Partial<DutyPlace>) => void;
  readonly onRemove: (duty: Duty) => void;
}
