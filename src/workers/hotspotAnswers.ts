import { transfer } from 'comlink';
import { keepRowsInScope, type LineScope } from '../analysis/clusterLines';
import { gatherHotspotIncidents, type HotspotIncidents } from '../analysis/hotspots/gatherHotspotIncidents';
import { type HotspotGround, makeHotspotGround } from '../analysis/hotspots/makeHotspotGround';
import type { IncidentColumns } from '../analysis/incidentColumns';
import type { IncidentFlags } from '../analysis/incidentFlags';
import type { IncidentTiming } from '../analysis/incidentQuery';
import type { OpenEdition } from '../analysis/openEdition';
import type { ZoneDistances } from '../domain';
import { findBorderZones, locateUnit } from '../geo';

/** What lies at the middle of each cell of a grid. */
export interface CellFacts {
  /** The unit that holds it, −1: none. */
  readonly unit: Int32Array;
  /** The nearest line that counts in whose zone it lies, −1: none. */
  readonly line: Int32Array;
  readonly distanceM: Float64Array;
  readonly chainageM: Float64Array;
  readonly side: Int8Array;
}

interface Held {
  readonly edition: OpenEdition | null;
  readonly members: ReadonlySet<number>;
  readonly flags: IncidentFlags;
  /** Of the last answer; null where it was not asked for. */
  readonly timing: IncidentTiming | null;
  readonly version: number;
  readonly inScope: Uint8Array;
  readonly isWhole: boolean;
}

const buffersIn = (columns: object): ArrayBuffer[] =>
  Object.values(columns).flatMap((column) => (ArrayBuffer.isView(column) ? [column.buffer as ArrayBuffer] : []));

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

    /** Incidents of an answer; null where that is no longer the last one, or charts of time were not wanted with it. */
    hotspotIncidents(answer: number): HotspotIncidents | null {
      const { edition, flags, timing, version } = now();
      if (!edition || !timing || answer !== version) return null;
      const { units, lines } = edition.info;
      const unitNumberOf = new Map(units.map((unit, number) => [Number(unit.code), number]));
      const incidents = gatherHotspotIncidents(columns, flags, {
        slots: timing.anyStretch,
        isOnStretch: timing.isOnStretch,
        lines,
        unitNumberOf,
      });
      return transfer(incidents, buffersIn(incidents));
    },

    /** Ids of incidents by their slots; empty where the answer is no longer the last one. */
    idsAt(answer: number, slots: Uint32Array): string[] {
      return answer === now().version ? Array.from(slots, (slot) => columns.ids[slot]!) : [];
    },

    /** Where an incident stands in the columns; null where it is not there. */
    slotOf: (id: string): number | null => columns.slotOf.get(id) ?? null,

    /** What lies at some positions: unit, and nearest line that counts within its zone. */
    describeCells(positions: Float64Array, zoneM: ZoneDistances): CellFacts | null {
      const { edition, inScope } = now();
      if (!edition) return null;
      const found = findBorderZones(edition.borderIndex, positions, { zoneM });
      if (!found.ok) return null;
      const rows = keepRowsInScope(found.value, inScope);
      const n = positions.length >> 1;
      const facts = {
        unit: locateUnit(edition.unitIndex, positions),
        line: new Int32Array(n).fill(-1),
        distanceM: new Float64Array(n).fill(NaN),
        chainageM: new Float64Array(n).fill(NaN),
        side: new Int8Array(n),
      };
      for (let i = 0; i < n; i += 1) {
        const row = rows.start[i]!;
        if (row === rows.start[i + 1]!) continue;
        facts.line[i] = rows.line[row]!;
        facts.distanceM[i] = rows.distanceM[row]!;
        facts.chainageM[i] = rows.chainageM[row]!;
        facts.side[i] = rows.side[row]!;
      }
      return transfer(facts, buffersIn(facts));
    },
  };
}
