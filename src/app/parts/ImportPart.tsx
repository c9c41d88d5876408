import { useEffect, useMemo, useState } from 'react';
import { v7 } from 'uuid';
import { draftIncidents } from '../../analysis/import/draftIncidents';
import { joinBoxes } from '../../analysis/openEdition';
import { addLayer, importIncidents } from '../../commands';
import type { ChangeSet, Incident, Layer, LayerContent, LayerId, Problem, WallClock } from '../../domain';
import {
  ImportDialog,
  type ImportSurroundings,
  type ImportTasks,
  type IncidentImport,
  type LayerImport,
} from '../../features/import';
import { firstLayerStyle } from '../../features/layers';
import { useFormat, useMessages } from '../../i18n';
import type { MapBbox } from '../../map/types';
import { showToast } from '../../ui';
import { startWorker, type TaskWorker, workerCallback } from '../../workers/client';
import { useServices } from '../services';
import { EDITIONS, readReferenceFile } from '../wiring/referenceFiles';
import { saveBlob } from '../wiring/saveBlob';
import { useActions } from '../wiring/useActions';
import { useUnitName } from '../wiring/useUnitName';

const PIECE = 1_000;
const VIETNAM_AHEAD_MS = 7 * 3_600_000;

export interface ImportPartProps {
  readonly file: File;
  readonly onPickAnother: () => void;
  /** The box that holds what has just come in, [west, south, east, north]. */
  readonly onShow: (bbox: MapBbox) => void;
  readonly onClose: () => void;
}

/** Opens a user's file in a worker of its own, and takes what the user wants of it into the register. */
export function ImportPart({ file, onPickAnother, onShow, onClose }: ImportPartProps) {
  const { store, border, toasts, crash } = useServices();
  const { incidents: words, common, layers: layerWords } = useMessages();
  const format = useFormat();
  const actions = useActions();
  const unitName = useUnitName();
  const [surroundings, setSurroundings] = useState<ImportSurroundings | null>(null);
  const [worker, setWorker] = useState<TaskWorker | null>(null);
  useEffect(() => {
    const started = startWorker(crash.set);
    setWorker(started);
    return started.end;
  }, [crash]);

  const tasks = useMemo((): ImportTasks | null => {
    if (!worker) return null;
    const { files } = worker.api;
    return {
      openFile: (blob, name, onProgress) => files.openFile(blob, name, workerCallback(onProgress)),
      reviewIncidents: (options, onProgress) => files.reviewIncidents(options, workerCallback(onProgress)),
      takeIncidents: (offset, count) => files.takeIncidents(offset, count),
      rejectedCsv: (headings, reasons) => files.rejectedCsv(headings, reasons),
      readLayers: (personalTexts) => files.readLayers(personalTexts),
    };
  }, [worker]);

  useEffect(() => {
    let isCurrent = true;
    const look = async (): Promise<void> => {
      const texts = await Promise.all(EDITIONS.map((edition) => readReferenceFile(store, edition.file)));
      const editions = await Promise.all(texts.map((text) => border.worker.api.border.namesOf(text)));
      const areaBbox = border.view.getSnapshot().info?.bbox;
      const now = new Date(Date.now() + VIETNAM_AHEAD_MS).toISOString().slice(0, 16) as WallClock;
      if (isCurrent && areaBbox) setSurroundings({ now, areaBbox, editions });
    };
    look().catch((error: unknown) => crash.set(String(error)));
    return () => {
      isCurrent = false;
    };
  }, [store, border, crash]);

  const takeIn = async (input: IncidentImport): Promise<Problem | null> => {
    const added: Incident[] = [];
    while (added.length < input.count) {
      if (input.signal.aborted) return { kind: 'cancelled' };
      const drafts = await input.take(added.length, PIECE);
      if (drafts.length === 0) break;
      added.push(...draftIncidents(drafts, { ids: drafts.map(() => v7()), fileName: input.file }));
    }
    const simulated: Incident[] = [];
    if (input.removeSimulated) {
      await store.streamSimulated((chunk) => {
        simulated.push(...chunk);
      });
    }
    if (input.signal.aborted) return { kind: 'cancelled' };
    const planned = importIncidents(
      { simulated },
      { file: input.file, incidents: added, removeSimulated: input.removeSimulated },
    );
    if (!planned.ok) return planned.problem;
    const params = { file: input.file, rows: added.length, simulatedRemoved: simulated.length };
    const rows = added.length + simulated.length;
    let told = 0;
    const onWritten = (written: number): void => {
      if (written - told < PIECE && written < rows) return;
      told = written;
      input.onProgress(Math.max(0, written - simulated.length), added.length);
    };
    const info = { command: 'importIncidents', params };
    const committed = await store.commit(planned.value, info, { onWritten, signal: input.signal });
    if (!committed.ok) return committed.problem;
    showToast(toasts, {
      title: words.importDone(format.count(added.length), input.file),
      action: { title: common.undo, onAction: actions.undo },
    });
    const box = boxOf(added);
    if (box) onShow(box);
    return null;
  };

  const addLayers = async (wanted: readonly LayerImport[]): Promise<Problem | null> => {
    let layers: readonly Layer[] = store.layers.getSnapshot();
    const added: { layers: Layer[]; layerContents: LayerContent[] } = { layers: [], layerContents: [] };
    for (const { name, part } of wanted) {
      const planned = addLayer(
        { layers },
        { ...part, id: v7() as LayerId, contentId: v7(), name, style: firstLayerStyle(layers, part.geometry) },
      );
      if (!planned.ok) return planned.problem;
      added.layers.push(...(planned.value.layers?.added ?? []));
      added.layerContents.push(...(planned.value.layerContents?.added ?? []));
      layers = [...layers, ...(planned.value.layers?.added ?? [])];
    }
    const change: ChangeSet = {
      layers: { added: added.layers, updated: [], removed: [] },
      layerContents: { added: added.layerContents, updated: [], removed: [] },
    };
    const committed = await store.commit(change, { command: 'addLayer', params: { file: file.name } });
    if (!committed.ok) return committed.problem;
    showToast(toasts, {
      title: layerWords.added(wanted.map(({ name }) => name).join(', ')),
      action: { title: common.undo, onAction: actions.undo },
    });
    onShow(joinBoxes(wanted.map(({ part }) => part.bbox)));
    return null;
  };

  if (!surroundings || !tasks) return null;
  return (
    <ImportDialog
      file={file}
      tasks={tasks}
      surroundings={surroundings}
      simulatedCount={border.view.getSnapshot().summary?.totalSimulated ?? 0}
      unitName={unitName}
      onImportIncidents={takeIn}
      onImportLayers={addLayers}
      onSaveBlob={saveBlob}
      onPickAnother={onPickAnother}
      onClose={onClose}
    />
  );
}

/** The box that holds what has a position; null where nothing does. */
function boxOf(incidents: readonly Incident[]): MapBbox | null {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const { lng, lat } of incidents) {
    if (lng === null || lat === null) continue;
    west = Math.min(west, lng);
    south = Math.min(south, lat);
    east = Math.max(east, lng);
    north = Math.max(north, lat);
  }
  return west > east ? null : [west, south, east, north];
}
