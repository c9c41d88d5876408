import { type RefObject, useEffect, useMemo, useState } from 'react';
import { v7 } from 'uuid';
import { joinBoxes } from '../../analysis/openEdition';
import { placesOfUser } from '../../analysis/places/placesOfUser';
import { addLayer } from '../../commands';
import {
  type ChangeSet,
  type Incident,
  type Layer,
  type LayerContent,
  type LayerId,
  type Problem,
  TERM_LISTS,
  termsOf,
} from '../../domain';
import {
  ImportDialog,
  type ImportSurroundings,
  type ImportTasks,
  type IncidentImport,
  type KeptWork,
  type LayerImport,
} from '../../features/import';
import { firstLayerStyle } from '../../features/layers';
import { useFormat, useMessages } from '../../i18n';
import type { MapBbox, MapHandle } from '../../map/types';
import { showToast } from '../../ui';
import { startWorker, type TaskWorker, workerCallback } from '../../workers/client';
import { useServices } from '../services';
import { makeImportMemory } from '../wiring/importMemory';
import { pickBehindDialog } from '../wiring/pickPosition';
import { EDITIONS, readReferenceFile } from '../wiring/referenceFiles';
import { saveBlob } from '../wiring/saveBlob';
import { takeInIncidents } from '../wiring/takeInIncidents';
import { useActions } from '../wiring/useActions';
import { useNamedTerms } from '../wiring/useNamedTerms';
import { useUnitName } from '../wiring/useUnitName';
import { vietnamNow } from '../wiring/vietnamNow';

export interface ImportPartProps {
  readonly file: File;
  /** What was done about it before the page was loaded anew. */
  readonly resumed: KeptWork | null;
  readonly mapRef: RefObject<MapHandle | null>;
  readonly onPickAnother: () => void;
  /** The box that holds what has just come in, [west, south, east, north]. */
  readonly onShow: (bbox: MapBbox) => void;
  readonly onClose: () => void;
}

/** Opens a user's file in a worker of its own, and takes what the user wants of it into the register. */
export function ImportPart({ file, resumed, mapRef, onPickAnother, onShow, onClose }: ImportPartProps) {
  const { store, border, toasts, crash } = useServices();
  const { incidents: words, intake, common, layers: layerWords } = useMessages();
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
      openFile: (blob, name, onProgress) => files.openFile(blob, name, workerCallback(onProgress ?? (() => {}))),
      describeColumns: (options) => files.describeColumns(options),
      reviewIncidents: (options, onProgress) =>
        files.reviewIncidents(options, workerCallback(onProgress ?? (() => {}))),
      repairRows: (repairs) => files.repairRows(repairs),
      badRows: (query) => files.badRows(query),
      rowsLike: (like) => files.rowsLike(like),
      takeIncidents: (offset, count) => files.takeIncidents(offset, count),
      rejectedCsv: (headings, reasons) => files.rejectedCsv(headings, reasons),
      readLayers: (personalTexts, convertLegacy) => files.readLayers(personalTexts, convertLegacy),
      findDuplicates: (earlier) => files.findDuplicates(earlier),
      decideDuplicates: (target, decision) => files.decideDuplicates(target, decision),
      duplicateRows: (offset, count) => files.duplicateRows(offset, count),
      duplicateDecisions: () => files.duplicateDecisions(),
      takeSettled: (offset) => files.takeSettled(offset),
      fileHash: () => files.fileHash(),
      loadRegister: () => store.streamIncidents((chunk) => files.putRegister(chunk)),
      chooseSheet: (name) => files.chooseSheet(name),
      chooseHeader: (rowIndex) => files.chooseHeader(rowIndex),
      topRows: (count) => files.topRows(count),
    };
  }, [worker, store]);

  const memory = useMemo(
    () =>
      makeImportMemory(store, {
        file,
        now: vietnamNow,
        knownTerms: () =>
          new Set(TERM_LISTS.flatMap((list) => termsOf(store.terms.getSnapshot(), list)).map(({ id }) => id)),
      }),
    [store, file],
  );
  const terms = useNamedTerms();

  useEffect(() => {
    let isCurrent = true;
    const look = async (): Promise<void> => {
      const [placesText, ...texts] = await Promise.all([
        readReferenceFile(store, 'places'),
        ...EDITIONS.map((edition) => readReferenceFile(store, edition.file)),
      ]);
      const editions = await Promise.all(texts.map((text) => border.worker.api.border.namesOf(text)));
      const named = await border.worker.api.border.namedPlaces(texts, placesText);
      const places = [...named, ...placesOfUser(store.places.getSnapshot())];
      const areaBbox = joinBoxes(editions.map((edition) => edition.areaBbox));
      if (isCurrent) setSurroundings({ now: vietnamNow(), areaBbox, editions, places });
    };
    look().catch((error: unknown) => crash.set(String(error)));
    return () => {
      isCurrent = false;
    };
  }, [store, border, crash]);

  const takeIn = async (input: IncidentImport): Promise<Problem | null> => {
    const taken = await takeInIncidents(store, input);
    if (!taken.ok) return taken.problem;
    const { added, merged } = taken.value;
    showToast(toasts, {
      title:
        merged === 0
          ? words.importDone(format.count(added.length), input.file)
          : intake.doneMerged(format.count(added.length), format.count(merged), input.file),
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
      surroundings={{ ...surroundings, terms }}
      memory={memory}
      resumed={resumed}
      readIncidents={store.getIncidents}
      newId={v7}
      simulatedCount={border.view.getSnapshot().summary?.totalSimulated ?? 0}
      simulatedActivities={store.activities.getSnapshot().filter(({ source }) => source.kind === 'simulated').length}
      unitName={unitName}
      onImportIncidents={takeIn}
      onImportLayers={addLayers}
      pickPosition={async () => {
        const picked = await pickBehindDialog(() => mapRef.current?.focus());
        return picked && { ...picked, method: 'map' };
      }}
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
