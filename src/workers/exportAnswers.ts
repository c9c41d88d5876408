import type { IncidentColumns } from '../analysis/incidentColumns';
import type { IncidentFlags } from '../analysis/incidentFlags';
import { countForPublic, type PublicCounts } from '../analysis/mask/countForPublic';
import { referenceOf } from '../analysis/mask/maskIncident';
import { openSnapMask, type SnapMask } from '../analysis/mask/snapMask';
import type { OpenEdition } from '../analysis/openEdition';
import type { ZoneLayerIndex } from '../analysis/zoneLayers';
import { LEVELS, type ZoneDistances } from '../domain';
import type { ExportSelection } from './borderAnswers';

/** What the engine holds now. */
interface Held {
  readonly edition: OpenEdition | null;
  readonly zoneLayers: readonly ZoneLayerIndex[];
  readonly flags: IncidentFlags;
  readonly order: Uint32Array;
}

/** What leaves the register, of the engine's last answer: ids in their order, masked positions, counts for the public. */
export function answerExports(columns: IncidentColumns, now: () => Held) {
  let held: readonly string[] = [];
  /** The mask of the last partner export, with the points that it has found. */
  let mask: { key: string; zoneLayers: readonly ZoneLayerIndex[]; snap: SnapMask } | null = null;

  function slotsOf(selection: ExportSelection): Uint32Array {
    const { order, flags } = now();
    return selection === 'shown' ? order : Uint32Array.from({ length: flags.unit.length }, (_, slot) => slot);
  }

  return {
    /** Ids of the incidents shown, in order, to export them in pieces. */
    idsShown: (from: number, to: number): string[] =>
      Array.from(now().order.subarray(from, to), (slot) => columns.ids[slot]!),

    /**
     * Remembers incidents for a long export, so that it is of one answer: those shown, in order, or all; or by the ends of their
     * ids, an order that tells nothing.
     * @returns how many
     */
    holdIncidents(selection: ExportSelection, isByReference: boolean): number {
      const ids = Array.from(slotsOf(selection), (slot) => columns.ids[slot]!);
      held = isByReference
        ? ids
            .map((id) => [referenceOf(id), id] as const)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([, id]) => id)
        : ids;
      return held.length;
    },

    /** Ids of what was held, by place. */
    heldIds: (from: number, to: number): string[] => held.slice(from, to),

    /** Counts for the public, safe to tell; null where there is no edition. */
    countForPublic(selection: ExportSelection): PublicCounts | null {
      const { edition, flags } = now();
      return edition ? countForPublic(columns, flags, slotsOf(selection)) : null;
    },

    /** The fixed snap points of positions in the edition that counts, for these zones and the user's own. */
    snapPositions(positions: Float64Array, zoneM: ZoneDistances) {
      const { edition, zoneLayers } = now();
      if (!edition) return null;
      const key = JSON.stringify([edition.info.edition.id, LEVELS.map((level) => zoneM[level])]);
      if (mask?.key !== key || mask.zoneLayers !== zoneLayers) {
        const { network, unitIndex } = edition;
        const opened = openSnapMask({ network, unitIndex, zoneM, zoneLayers });
        if (!opened.ok) return null;
        mask = { key, zoneLayers, snap: opened.value };
      }
      const snapped = mask.snap.snap(positions);
      return snapped.ok ? { editionId: edition.info.edition.id, ...snapped.value } : null;
    },
  };
}
