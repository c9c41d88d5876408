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
import { useMessages } from '../../i18n';
import type { MapBbox, MapHandle } from '../../map/types';
import { usePastedFile } from '../wiring/usePastedFile';
import { vietnamNow } from '../wiring/vietnamNow';
import { type ExportFormat, ExportPart } from './ExportPart';
import { ImportPart } from './ImportPart';

export interface FileFlowHandle {
  readonly chooseIncidents: () => void;
  readonly chooseLayer: () => void;
  /** Shows the box to paste cells into. */
  readonly pasteCells: () => void;
  readonly exportShown: (format: ExportFormat) => void;
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
  const incidentInput = useRef<HTMLInputElement>(null);
  const layerInput = useRef<HTMLInputElement>(null);
  const [opened, setOpened] = useState<File | null>(null);
  const [exported, setExported] = useState<ExportFormat | null>(null);
  const [isPasting, setPasting] = useState(false);
  const [isDropping, setDropping] = useState(false);
  const openText = (text: string): void => {
    setPasting(false);
    setOpened(
      new File([text], opening.pasteName(vietnamNow().replace('T', ' ').replace(':', '.')), {
        type: 'text/tab-separated-values',
      }),
    );
  };
  const isFree = opened === null && exported === null && !isPasting;
  usePastedFile(isFree, setOpened, openText);

  useImperativeHandle(
    ref,
    () => ({
      chooseIncidents: () => incidentInput.current?.click(),
      chooseLayer: () => layerInput.current?.click(),
      pasteCells: () => setPasting(true),
      exportShown: setExported,
    }),
    [],
  );

  const take = (event: ChangeEvent<HTMLInputElement>): void => {
    const [file] = event.currentTarget.files ?? [];
    // The same file may be chosen again after it was mended.
    event.currentTarget.value = '';
    if (file) setOpened(file);
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
    setDropping(true);
  };
  const onDrop = (event: DragEvent): void => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    setDropping(false);
    const [file] = event.dataTransfer.files;
    if (file && !opened) setOpened(file);
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
        <ImportPart
          key={`${opened.name} ${opened.lastModified} ${opened.size}`}
          file={opened}
          onPickAnother={() => incidentInput.current?.click()}
          onShow={show}
          onClose={() => setOpened(null)}
        />
      )}
      {isPasting && (
        <Suspense>
          <PasteBox onOpen={openText} onClose={() => setPasting(false)} />
        </Suspense>
      )}
      {exported && <ExportPart format={exported} onClose={() => setExported(null)} />}
    </div>
  );
}
