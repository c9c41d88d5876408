import { Map as MapIcon } from 'lucide-react';
import { useState } from 'react';
import edition2018 from '../../geodata/layers/edition-2018.json';
import edition2025 from '../../geodata/layers/edition-2025.json';
import { type EditionInfo, openEdition } from '../../src/analysis/openEdition';
import { AppShell } from '../../src/app/shell/AppShell';
import type { Layer, LayerGeometry, LayerId } from '../../src/domain';
import { Legend, legendStartsOpen, type UserLayersProps } from '../../src/features/layers';
import type { EditionTopology } from '../../src/geo/decodeEdition';
import { MAP_LAYER_GROUPS, type VisibleLayers } from '../../src/map/types';
import '../../src/ui/fonts.css';
import '../../src/ui/tokens.css';
import '../../src/ui/base.css';

function info(topology: unknown): EditionInfo {
  const opened = openEdition(topology as EditionTopology);
  if (!opened.ok) throw new Error(opened.problem.kind);
  return opened.value.info;
}
const ROLE = 'map';
export const EDITIONS = { '2018': info(edition2018), '2025': info(edition2025) };

const allVisible = Object.fromEntries(MAP_LAYER_GROUPS.map((group) => [group, true])) as VisibleLayers;

function makeLayer(id: string, name: string, geometry: LayerGeometry, rest: Partial<Layer> = {}): Layer {
  return {
    id: id as LayerId,
    name,
    geometry,
    contentId: `content-${id}`,
    featureCount: 3,
    bbox: [105.3, 21.2, 105.5, 21.4],
    style: { color: '#297bcc', opacity: 0.3, widthPx: 2 },
    isVisible: true,
    order: 1,
    zoneM: null,
    rev: 1,
    ...rest,
  };
}

export const LAYERS: readonly Layer[] = [
  makeLayer('a', 'Đê tả sông Lô', 'line', {
    order: 1,
    featureCount: 1234,
    zoneM: 200,
    style: { color: '#9d6f44', opacity: 0.9, widthPx: 3 },
  }),
  makeLayer('b', 'Khu đang giải phóng mặt bằng', 'polygon', { order: 2, zoneM: 0, isVisible: false }),
  makeLayer('c', 'Điểm loa', 'point', { order: 3, style: { color: '#2c8a4e', opacity: 0.9, widthPx: 5 } }),
];

/** Everything that the legend called, in order. */
export type Calls = unknown[][];

export interface LayersDemoProps {
  readonly theme?: 'light' | 'dark';
  readonly edition?: EditionInfo | null;
  readonly layers?: readonly Layer[];
  readonly isOpen?: boolean;
  readonly calls?: Calls;
}

/** The legend in the frame; the layers answer as the register would, but at once. */
export function LayersDemo({
  theme = 'light',
  edition = EDITIONS['2018'],
  layers: initial = LAYERS,
  isOpen: startsOpen = legendStartsOpen(),
  calls = [],
}: LayersDemoProps) {
  const [isOpen, setOpen] = useState(startsOpen);
  const [visibleLayers, setVisibleLayers] = useState(allVisible);
  const [layers, setLayers] = useState(initial);
  const change = (id: LayerId, fields: Partial<Layer>): void =>
    setLayers((all) => all.map((layer) => (layer.id === id ? { ...layer, ...fields } : layer)));
  const userLayers: UserLayersProps = {
    layers,
    onVisible: (id, isVisible) => {
      calls.push(['visible', id, isVisible]);
      change(id, { isVisible });
    },
    onRename: (id, name) => {
      calls.push(['rename', id, name]);
      change(id, { name });
    },
    onStyle: (id, style) => {
      calls.push(['style', id, style]);
      change(id, { style });
    },
    onZone: (id, zoneM) => {
      calls.push(['zone', id, zoneM]);
      change(id, { zoneM });
    },
    onReorder: (ids) => {
      calls.push(['reorder', ids]);
      setLayers((all) => all.map((layer) => ({ ...layer, order: ids.indexOf(layer.id) + 1 })));
    },
    onZoomTo: (id) => calls.push(['zoomTo', id]),
    onRemove: (id) => {
      calls.push(['remove', id]);
      setLayers((all) => all.filter((layer) => layer.id !== id));
    },
    onAddFile: () => calls.push(['addFile']),
    onDrawZone: () => calls.push(['drawZone']),
  };
  return (
    <AppShell
      roles={[{ id: ROLE, title: 'Bản đồ', icon: MapIcon }]}
      role={ROLE}
      onRole={() => undefined}
      panel={null}
      isPanelOpen
      onPanelOpenChange={() => undefined}
      panelWidth={360}
      onPanelWidthChange={() => undefined}
      sheetHeight="low"
      onSheetHeightChange={() => undefined}
      map={<div className="map-stand-in" />}
      overlays={{
        bottomLeft: (
          <Legend
            isOpen={isOpen}
            onOpenChange={setOpen}
            theme={theme}
            edition={edition}
            zoneM={{ commune: 500, district: 1000, province: 1500 }}
            scope="cluster"
            visibleLayers={visibleLayers}
            onToggle={(group, isShown) => {
              calls.push(['toggle', group, isShown]);
              setVisibleLayers((now) => ({ ...now, [group]: isShown }));
            }}
            incidents={{
              total: 61,
              flagged: 38,
              byCategory: new Map(
                Object.entries({ drugs: 9, theft: 14, traffic: 20, landDispute: 3, publicOrder: 15, other: 0 }),
              ),
            }}
            incidentSpan={{ from: '2018-01-24', to: '2018-12-30' }}
            userLayers={userLayers}
          />
        ),
      }}
    />
  );
}
