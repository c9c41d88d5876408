import { transfer } from 'comlink';
import { certaintyOf } from '../analysis/certaintyOf';
import { keepRowsInScope, type LineScope, type ZoneRows } from '../analysis/clusterLines';
import { nearestPoint } from '../analysis/nearestPoint';
import type { OpenEdition } from '../analysis/openEdition';
import { flagByZoneLayers, type ZoneLayerIndex } from '../analysis/zoneLayers';
import type { ZoneDistances } from '../domain';
import { findBorderZones, locateOnBorders, locateUnit } from '../geo';
import type { LineHit, PositionFlags } from './borderAnswers';

/** What the engine holds now. */
interface Held {
  readonly edition: OpenEdition | null;
  readonly zoneLayers: readonly ZoneLayerIndex[];
  /** Per line 1 where it counts. */
  readonly scopeMask: (edition: OpenEdition, scope: LineScope) => Uint8Array;
}

export const hitAt = (rows: ZoneRows, r: number): LineHit => ({
  line: rows.line[r]!,
  distanceM: rows.distanceM[r]!,
  chainageM: rows.chainageM[r]!,
  side: rows.side[r]!,
});

/** What holds at positions that need not be those of incidents. */
export function answerPositions(now: () => Held) {
  return {
    /** What holds at a position: every line in range, the nearest of all, the unit, the user's zones. */
    describePosition(
      { lng, lat, accuracyM }: { readonly lng: number; readonly lat: number; readonly accuracyM: number | null },
      zoneM: ZoneDistances,
      scope: LineScope,
    ): PositionFlags | null {
      const { edition, zoneLayers, scopeMask } = now();
      if (!edition) return null;
      const { network } = edition;
      const position = new Float64Array([lng, lat]);
      const zones = findBorderZones(edition.borderIndex, position, { zoneM });
      if (!zones.ok) return null;
      const mask = scopeMask(edition, scope);
      const nearest = locateOnBorders(edition.borderIndex, position);
      const holding = flagByZoneLayers(zoneLayers, position)[0]!;
      const counting = Array.from(zones.value.line, (_, r) => hitAt(zones.value, r)).filter(
        ({ line }) => mask[line] === 1,
      );
      return {
        editionId: edition.info.edition.id,
        isFlagged: counting.length > 0 || holding !== 0,
        certainty: certaintyOf(
          edition.borderIndex,
          { positions: position, accuracyM: [accuracyM ?? Number.NaN], zoneLayers: [holding] },
          { zoneM, inScope: mask },
        )[0]!,
        zones: counting.map((hit) => ({ ...hit, foot: nearestPoint(network, hit.line, lng, lat) })),
        nearest:
          nearest.line[0]! < 0
            ? null
            : {
                line: nearest.line[0]!,
                distanceM: nearest.distanceM[0]!,
                chainageM: nearest.chainageM[0]!,
                side: nearest.side[0]!,
              },
        unit: locateUnit(edition.unitIndex, position)[0]!,
        zoneLayers: zoneLayers.flatMap((_, bit) => (holding & (1 << bit) ? [bit] : [])),
      };
    },

    /** Many positions at once, for an export: every line in range of each. */
    describePositions(
      { positions, accuracyM }: { readonly positions: Float64Array; readonly accuracyM: Float64Array },
      zoneM: ZoneDistances,
      scope: LineScope,
    ) {
      const { edition, zoneLayers, scopeMask } = now();
      if (!edition) return null;
      const zones = findBorderZones(edition.borderIndex, positions, { zoneM });
      if (!zones.ok) return null;
      const mask = scopeMask(edition, scope);
      const holding = flagByZoneLayers(zoneLayers, positions);
      return {
        editionId: edition.info.edition.id,
        zones: keepRowsInScope(zones.value, mask),
        unit: locateUnit(edition.unitIndex, positions),
        zoneLayers: holding,
        certainty: certaintyOf(
          edition.borderIndex,
          { positions, accuracyM, zoneLayers: holding },
          { zoneM, inScope: mask },
        ),
      };
    },

    /** Where positions fall, bit for bit as a direct call of the kernel says. */
    locate: (positions: Float64Array) => {
      const { edition } = now();
      if (!edition) return null;
      const located = locateOnBorders(edition.borderIndex, positions);
      return transfer(located, [
        located.distanceM.buffer as ArrayBuffer,
        located.line.buffer as ArrayBuffer,
        located.side.buffer as ArrayBuffer,
        located.chainageM.buffer as ArrayBuffer,
      ]);
    },
  };
}
