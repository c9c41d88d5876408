import type { Activity, CountBy, Member, PlainDate } from '../../domain';
import type { LineScope } from '../clusterLines';
import type { IncidentColumns } from '../incidentColumns';
import type { IncidentFlags } from '../incidentFlags';
import type { EditionInfo } from '../openEdition';
import type { PatrolsMade } from './patrolsMade';
import type { Days } from './periodBefore';
import type { ReviewEdition } from './unitsOfIncidents';

/** What a review is asked for. */
export interface ReviewQuestion {
  readonly period: Days;
  /** A period that goes on beyond is counted up to this day, and so is the one before. */
  readonly today: PlainDate;
  readonly countBy: CountBy;
  readonly members: readonly Member[];
  readonly activities: readonly Activity[];
  readonly patrols: PatrolsMade;
}

/** What the engine holds for it. */
export interface ReviewSource {
  readonly columns: IncidentColumns;
  readonly flags: IncidentFlags;
  /** The incidents that pass the filter, on whatever day, each with the zone row by which it counts, −1: none; null: all do. */
  readonly chosen: { readonly slots: Uint32Array; readonly rows: Int32Array } | null;
  /** Whose lines the flags name. */
  readonly info: EditionInfo;
  /** All editions, oldest first. */
  readonly editions: readonly ReviewEdition[];
  readonly scope: LineScope;
  readonly register: number;
}
