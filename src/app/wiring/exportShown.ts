import type { LineScope } from '../../analysis/clusterLines';
import { sideUnitOf } from '../../analysis/incidentQuery';
import { nameLine } from '../../analysis/nameLine';
import type { EditionInfo } from '../../analysis/openEdition';
import type { Incident, IncidentId, Layer, PlainDate, ZoneDistances } from '../../domain';
import type { FlaggedIncidentRow } from '../../formats/flaggedIncidents';
import type { Store } from '../../store';
import { startWorker } from '../../workers/client';
import type { ExportChoice } from '../../workers/exportTasks';
import type { BorderService } from './borderService';

const PIECE = 1_000;

export interface ExportRequest {
  readonly store: Store;
  readonly border: BorderService;
  readonly info: EditionInfo;
  readonly zoneM: ZoneDistances;
  readonly scope: LineScope;
  /** The user's layers that flag, in their order. */
  readonly zoneLayers: readonly Layer[];
  readonly unitName: (code: string) => string;
  readonly choice: ExportChoice;
  readonly today: PlainDate;
  readonly onProgress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Writes the incidents shown when it begins, in the table's order, with every line in range, to a file. In pieces: the
 * records from the register, the flags from the engine, the text in a worker of its own, which is ended when the user
 * cancels. Incidents that are removed meanwhile are left out.
 * @returns the file and how many incidents it holds; null when it was cancelled
 */
export async function exportShown(request: ExportRequest): Promise<{ blob: Blob; count: number } | null> {
  const { store, border, info, zoneM, scope, choice, today, onProgress, signal } = request;
  let onCrash: (error: Error) => void = () => {};
  const crashed = new Promise<never>((_, reject) => {
    onCrash = reject;
  });
  const worker = startWorker((detail) => onCrash(new Error(detail)));
  const { exports } = worker.api;
  const engine = border.worker.api.border;
  let count = 0;
  const write = async (): Promise<{ blob: Blob; count: number } | null> => {
    const total = await engine.holdShown();
    await exports.beginExport({ editionId: info.edition.id, zoneM, exportedOn: today }, choice);
    for (let from = 0; from < total; from += PIECE) {
      if (signal.aborted) return null;
      const ids = await engine.heldIds(from, from + PIECE);
      const records = (await store.getIncidents(ids as IncidentId[])).filter((record) => record !== undefined);
      const positions = new Float64Array(records.flatMap(({ lng, lat }) => [lng ?? Number.NaN, lat ?? Number.NaN]));
      const found = await engine.describePositions(positions, zoneM, scope);
      if (found?.editionId !== info.edition.id) throw new Error('the boundary edition was changed');
      await exports.addToExport(records.map((incident, i) => toRow(incident, i, { ...request, found })));
      count += records.length;
      onProgress(Math.min(total, from + PIECE), total);
    }
    return { blob: await exports.finishExport(), count };
  };
  try {
    return await Promise.race([write(), crashed]);
  } finally {
    worker.end();
  }
}

type Found = NonNullable<Awaited<ReturnType<BorderService['worker']['api']['border']['describePositions']>>>;

function toRow(
  incident: Incident,
  i: number,
  {
    info,
    found,
    zoneLayers,
    unitName,
  }: Pick<ExportRequest, 'info' | 'zoneLayers' | 'unitName'> & { readonly found: Found },
): FlaggedIncidentRow {
  const { zones, unit, zoneLayers: masks } = found;
  const handling = info.units.findIndex(({ code }) => code === incident.unitCode);
  const located = info.units[unit[i]!];
  const rows = Array.from({ length: zones.start[i + 1]! - zones.start[i]! }, (_, k) => zones.start[i]! + k);
  return {
    incident,
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
        distanceM: zones.distanceM[r]!,
        chainageM: zones.chainageM[r]!,
        sideCode: side?.code ?? null,
        sideName: side?.name ?? null,
      };
    }),
    userZones: zoneLayers.flatMap(({ name }, bit) => (masks[i]! & (1 << bit) ? [name] : [])),
  };
}
