import type { LineScope } from '../../analysis/clusterLines';
import { maskIncident, referenceOf } from '../../analysis/mask/maskIncident';
import { SNAP_KINDS } from '../../analysis/mask/snapMask';
import type { Incident, IncidentId } from '../../domain';
import type { ExportNote } from '../../formats/out/exportFile';
import type { Store } from '../../store';
import type { ExportSelection } from '../../workers/borderAnswers';
import { startWorker } from '../../workers/client';
import type { ExportChoice } from '../../workers/exportTasks';
import type { BorderService } from '../wiring/borderService';
import { exportRow, type RowContext } from './exportRow';

const PIECE = 1_000;
const WITHHELD = SNAP_KINDS.indexOf('withheld');

/** How many incidents a file holds, and how. */
export interface ExportCounts {
  count: number;
  simulated: number;
  /** Without a position in the file, the withheld ones among them. */
  unplaced: number;
  withheld: number;
}

export interface ExportRequest extends Omit<RowContext, 'found'> {
  readonly store: Store;
  readonly border: BorderService;
  readonly scope: LineScope;
  readonly selection: ExportSelection;
  readonly choice: ExportChoice;
  /** What is said of the file, when it is known what it holds. */
  readonly notesOf: (counts: ExportCounts) => readonly ExportNote[];
  readonly onProgress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

/** An incident as it leaves, and where it is described. */
interface Leaving {
  readonly incident: Incident;
  readonly reference: string;
  readonly isWithheld: boolean;
  readonly at: readonly [number, number];
}

const positionOf = ({ lng, lat }: Incident): readonly [number, number] => [lng ?? Number.NaN, lat ?? Number.NaN];

/**
 * Writes incidents with every line in range to a file: all, or those shown when it begins, in the table's order; for partners masked, in an
 * order that tells nothing. In pieces: the records from the register, snap points and flags from the engine, the file in a worker of its own, which
 * is ended when the user cancels. Incidents that are removed meanwhile are left out.
 * @returns the file and what it holds; null when it was cancelled
 */
export async function exportIncidents(request: ExportRequest): Promise<{ blob: Blob; counts: ExportCounts } | null> {
  const { store, border, info, scope, selection, choice, notesOf, onProgress, signal } = request;
  const { zoneM, isInternal } = choice.facts;
  let onCrash: (error: Error) => void = () => {};
  const crashed = new Promise<never>((_, reject) => {
    onCrash = reject;
  });
  const worker = startWorker((detail) => onCrash(new Error(detail)));
  const { exports } = worker.api;
  const engine = border.worker.api.border;
  const counts: ExportCounts = { count: 0, simulated: 0, unplaced: 0, withheld: 0 };

  function needsEdition<T extends { readonly editionId: string }>(found: T | null): T {
    if (found?.editionId !== info.edition.id) throw new Error('the boundary edition was changed');
    return found;
  }

  async function leave(records: readonly Incident[]): Promise<Leaving[]> {
    if (isInternal) {
      return records.map((incident) => ({
        incident,
        reference: incident.id,
        isWithheld: false,
        at: positionOf(incident),
      }));
    }
    const snapped = needsEdition(await engine.snapPositions(new Float64Array(records.flatMap(positionOf)), zoneM));
    return records.map((record, i) => {
      const [lng, lat] = [snapped.positions[2 * i]!, snapped.positions[2 * i + 1]!];
      const kind = snapped.kind[i]!;
      const isWithheld = kind === WITHHELD;
      const incident = maskIncident(record, { lng, lat, kind });
      // Where no point tells it, the counts of lines and sides still hold.
      return {
        incident,
        reference: referenceOf(record.id),
        isWithheld,
        at: isWithheld ? positionOf(record) : [lng, lat],
      };
    });
  }

  const write = async (): Promise<{ blob: Blob; counts: ExportCounts } | null> => {
    const total = await engine.holdIncidents(selection, !isInternal);
    await exports.beginExport(choice);
    for (let from = 0; from < total; from += PIECE) {
      if (signal.aborted) return null;
      const ids = await engine.heldIds(from, from + PIECE);
      const records = (await store.getIncidents(ids as IncidentId[])).filter((record) => record !== undefined);
      const leaving = await leave(records);
      const positions = new Float64Array(leaving.flatMap(({ at }) => at));
      // How sure a flag is follows from the true accuracy, and leaves with it only.
      const accuracyM = Float64Array.from(leaving, ({ incident }) =>
        isInternal ? (incident.positionAccuracyM ?? Number.NaN) : Number.NaN,
      );
      const found = needsEdition(await engine.describePositions({ positions, accuracyM }, zoneM, scope));
      await exports.addToExport(leaving.map((one, i) => exportRow(one, i, { ...request, found })));
      counts.count += leaving.length;
      for (const { incident, isWithheld } of leaving) {
        if (incident.source.kind === 'simulated') counts.simulated += 1;
        if (incident.lng === null) counts.unplaced += 1;
        if (isWithheld) counts.withheld += 1;
      }
      onProgress(Math.min(total, from + PIECE), total);
    }
    return signal.aborted ? null : { blob: await exports.finishExport(notesOf(counts)), counts };
  };
  const stopped = new Promise<null>((resolve) => {
    signal.addEventListener('abort', () => resolve(null), { once: true });
  });
  try {
    return await Promise.race([write(), crashed, stopped]);
  } finally {
    worker.end();
  }
}
