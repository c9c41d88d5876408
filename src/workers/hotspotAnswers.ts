import { transfer } from 'comlink';
import type { LineScope } from '../analysis/clusterLines';
import { gatherHotspotIncidents, type HotspotIncidents } from '../analysis/hotspots/gatherHotspotIncidents';
import { type HotspotGround, makeHotspotGround } from '../analysis/hotspots/makeHotspotGround';
import type { IncidentColumns } from '../analysis/incidentColumns';
import type { IncidentFlags } from '../analysis/incidentFlags';
import type { IncidentTiming } from '../analysis/incidentQuery';
import type { OpenEdition } from '../analysis/openEdition';
import { locateUnit } from '../geo';
import { buffersIn } from './buffersIn';

interface Held {
  readonly edition: OpenEdition | null;
  readonly members: ReadonlySet<number>;
  readonly flags: IncidentFlags;
  /** Of the last answer; null where it was not asked for. */
  readonly timing: IncidentTiming | null;
  /** Which incidents the last answer has. */
  readonly contents: number;
  readonly register: number;
  readonly inScope: Uint8Array;
  readonly isWhole: boolean;
}

/** What the engine knows that hotspots need: ground, incidents, and what lies where. */
export function answerHotspots(columns: IncidentColumns, now: () => Held) {
  return {
    /** Which lines counted in the last answer. */
    lastScope: (): LineScope => (now().isWhole ? 'all' : 'cluster'),

    /** Null where there is no edition. */
    hotspotGround(): HotspotGround | null {
      const { edition, members, inScope, isWhole } = now();
      if (!edition) return null;
      const ground = makeHotspotGround(edition, inScope, { members, isWhole });
      return transfer(ground, buffersIn(ground));
    },

    /** Incidents of answers by their contents; null where the last one has others, or charts of time were not wanted with it. */
    hotspotIncidents(of: number): HotspotIncidents | null {
      const { edition, flags, timing, contents } = now();
      if (!edition || !timing || of !== contents) return null;
      const { units, lines } = edition.info;
      const unitNumberOf = new Map(units.map((unit, number) => [Number(unit.code), number]));
      const incidents = gatherHotspotIncidents(columns, flags, {
        slots: timing.anyStretch,
        rows: timing.row,
        isOnStretch: timing.isOnStretch,
        lines,
        unitNumberOf,
      });
      return transfer(incidents, buffersIn(incidents));
    },

    /** Ids of incidents by their slots; empty where the register has changed, as then others may stand there. */
    idsAt(of: number, slots: Uint32Array): string[] {
      return of === now().register ? Array.from(slots, (slot) => columns.ids[slot]!) : [];
    },

    /** Where an incident stands in the columns; null where it is not there. */
    slotOf: (id: string): number | null => columns.slotOf.get(id) ?? null,

    /** The unit that holds each position, −1: none; null where there is no edition. */
    unitsAt(positions: Float64Array): Int32Array | null {
      const { edition } = now();
      if (!edition) return null;
      const units = locateUnit(edition.unitIndex, positions);
      return transfer(units, [units.buffer as ArrayBuffer]);
    },
  };
}
