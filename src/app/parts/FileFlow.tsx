import {
  type ChangeEvent,
  type DragEvent,
  lazy,
  type ReactNode,
  type Ref,
  type RefObject,
  Suspense,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import type { KeptWork } from '../../features/import';
import { useMessages } from '../../i18n';
import type { MapBbox, MapHandle } from '../../map/types';
import { useSession } from '../../store';
import { clearPassing } from '../../ui';
import { useServices } from '../services';
import { usePastedFile } from '../wiring/usePastedFile';
import { vietnamNow } from '../wiring/vietnamNow';
import { ResumeImport } from './ResumeImport';

/** With the first file: most starts open none. */
const ImportPart = lazy(async () => ({ default: (await import('./ImportPart')).ImportPart }));
const ImportListPart = lazy(async () => ({ default: (await import('./ImportListPart')).ImportListPart }));

/** What holds roads and nothing else. */
const ROADS = /\.(pbf|osm)$/i;
const RoadsDialog = lazy(async () => ({ default: (await import('./patrols/RoadsDialog')).RoadsDialog }));

/** Its words and what it needs come with the first export. */
const ExportDialog = lazy(() => import('../exporting/ExportDialog'));

export interface FileFlowHandle {
  readonly chooseIncidents: () => void;
  readonly chooseLayer: () => void;
  /** Shows the box to paste cells into. */
  readonly pasteCells: () => void;
  /** The report of all imports. */
  readonly showImports: () => void;
  readonly exportIncidents: () => void;
}

export interface FileFlowProps {
  readonly mapRef: RefObject<MapHandle | null>;
  readonly ref: Ref<FileFlowHandle>;
  readonly children: ReactNode;
}

const LAYER_ACCEPT = '.geojson,.json,.kml,.kmz,.gpx,.zip';
const ACCEPT = `.csv,.tsv,.txt,.xlsx,${LAYER_ACCEPT}`;

const PasteBox = lazy(async () => ({ default: (await import('../../features/import/PasteBox')).PasteBox }));

/** Files in, by button or drop on the whole screen, and files out. */
export function FileFlow({ ref, mapRef, children }: FileFlowProps) {
  const { incidents, opening } = useMessages();
  const { toasts } = useServices();
  const incidentInput = useRef<HTMLInputElement>(null);
  const layerInput = useRef<HTMLInputElement>(null);
  const [opened, setOpened] = useState<File | null>(null);
  const [resumed, setResumed] = useState<KeptWork | null>(null);
  const [isShowingImports, setShowingImports] = useState(false);
  const [isPasting, setPasting] = useState(false);
  const [isExporting, setExporting] = useState(false);
  const [isDropping, setDropping] = useState(false);
  const [roads, setRoads] = useState<File | null>(null);
  const open = (file: File, work: KeptWork | null): void => {
    clearPassing(toasts);
    setResumed(work);
    setOpened(file);
  };
  const openText = (text: string): void => {
    setPasting(false);
    open(
      new File([text], opening.pasteName(vietnamNow().replace('T', ' ').replace(':', '.')), {
        type: 'text/tab-separated-values',
      }),
      null,
    );
  };
  // Before an audience no file opens by a slip of the hand.
  const isPresenting = useSession(({ panel, briefing }) => panel === 'briefing' && briefing.show === 'on');
  const isFree = opened === null && !isExporting && !isPasting && !isPresenting;
  usePastedFile(isFree, (file) => open(file, null), openText);

  useImperativeHandle(
    ref,
    () => ({
      chooseIncidents: () => incidentInput.current?.click(),
      chooseLayer: () => layerInput.current?.click(),
      pasteCells: () => setPasting(true),
      showImports: () => setShowingImports(true),
      exportIncidents: () => setExporting(true),
    }),
    [],
  );

  const take = (event: ChangeEvent<HTMLInputElement>): void => {
    const [file] = event.currentTarget.files ?? [];
    // The same file may be chosen again after it was mended.
    event.currentTarget.value = '';
    if (file) open(file, null);
  };
  /** Moves the map only when what came in is not in sight. */
  const show = (bbox: MapBbox): void => {
    const view = mapRef.current?.view();
    const [west, south, east, north] = view?.bbox ?? [0, 0, 0, 0];
    const isInSight = bbox[0] >= west && bbox[1] >= south && bbox[2] <= east && bbox[3] <= north;
    if (!isInSight) mapRef.current?.fitBounds(bbox, { paddingPx: 48, maxZoom: 15 });
  };
  const carriesFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');
  const onDragOver = (event: DragEvent): void => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    setDropping(!isPresenting);
  };
  const onDrop = (event: DragEvent): void => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    setDropping(false);
    const [file] = event.dataTransfer.files;
    if (!file || opened || isPresenting) return;
    if (ROADS.test(file.name)) setRoads(file);
    else open(file, null);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the buttons do the same by keyboard
    <div
      className="gr-FileFlow"
      onDragOver={onDragOver}
      onDragLeave={(event) => event.currentTarget === event.target && setDropping(false)}
      onDrop={onDrop}
    >
      {children}
      {isDropping && (
        <div className="gr-DropHere" aria-hidden>
          {incidents.dropHere}
        </div>
      )}
      <input ref={incidentInput} type="file" accept={ACCEPT} hidden onChange={take} data-file="incidents" />
      <input ref={layerInput} type="file" accept={LAYER_ACCEPT} hidden onChange={take} data-file="layer" />
      {opened && (
        <Suspense fallback={null}>
          <ImportPart
            key={`${opened.name} ${opened.lastModified} ${opened.size}`}
            file={opened}
            resumed={resumed}
            mapRef={mapRef}
            onPickAnother={() => incidentInput.current?.click()}
            onShow={show}
            onClose={() => setOpened(null)}
          />
        </Suspense>
      )}
      <ResumeImport isHidden={opened !== null} onContinue={({ file, work }) => open(file, work)} />
      {isShowingImports && (
        <Suspense fallback={null}>
          <ImportListPart onClose={() => setShowingImports(false)} />
        </Suspense>
      )}
      {isPasting && (
        <Suspense>
          <PasteBox onOpen={openText} onClose={() => setPasting(false)} />
        </Suspense>
      )}
      {roads && (
        <Suspense>
          <RoadsDialog file={roads} onClose={() => setRoads(null)} />
        </Suspense>
      )}
      {isExporting && (
        <Suspense>
          <ExportDialog onClose={() => setExporting(false)} />
        </Suspense>
      )}
    </div>
  );
}
