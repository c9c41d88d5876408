import { doubtOf, sideUnitOf } from '../../analysis/incidentFlags';
import { nameLine } from '../../analysis/nameLine';
import type { EditionInfo } from '../../analysis/openEdition';
import type { Incident } from '../../domain';
import type { FlaggedIncidentRow } from '../../formats/out/incidentRows';
import type { BorderService } from '../wiring/borderService';

/** What the engine says of positions. */
export type Described = NonNullable<Awaited<ReturnType<BorderService['worker']['api']['border']['describePositions']>>>;

export interface RowContext {
  readonly info: EditionInfo;
  /** What the user's zones are called in the file, in their order. */
  readonly zoneNames: readonly string[];
  readonly unitName: (code: string) => string;
  readonly found: Described;
}

/**
 * An incident with its lines, unit and zones.
 * @param i           its place among the positions that were described
 * @param isWithheld  its position does not leave, so neither do distances that would tell it
 */
export function exportRow(
  {
    incident,
    reference,
    isWithheld,
  }: { readonly incident: Incident; readonly reference: string; readonly isWithheld: boolean },
  i: number,
  { info, zoneNames, unitName, found }: RowContext,
): FlaggedIncidentRow {
  const { zones, unit, zoneLayers: masks } = found;
  const handling = info.units.findIndex(({ code }) => code === incident.unitCode);
  const located = info.units[unit[i]!];
  const rows = Array.from({ length: zones.start[i + 1]! - zones.start[i]! }, (_, k) => zones.start[i]! + k);
  return {
    incident,
    reference,
    unitName: incident.unitCode === null ? null : unitName(incident.unitCode),
    locatedUnitCode: located?.code ?? null,
    locatedUnitName: located?.name ?? null,
    lines: rows.map((r) => {
      const number = zones.line[r]!;
      const line = info.lines[number]!;
      const side = info.units[sideUnitOf(line, zones.side[r]!, handling)];
      return {
        id: line.id,
        name: nameLine(info, number),
        level: line.level,
        exactness: line.exactness,
        distanceM: isWithheld ? null : zones.distanceM[r]!,
        chainageM: isWithheld ? null : zones.chainageM[r]!,
        sideCode: side?.code ?? null,
        sideName: side?.name ?? null,
      };
    }),
    doubt: doubtOf(found.certainty[i]!),
    userZones: zoneNames.filter((_, bit) => masks[i]! & (1 << bit)),
  };
}
