import { StrictMode, useMemo, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { catalogues, formatters } from '../../../src/i18n';
import { MapCanvas } from '../../../src/map/MapCanvas';
import {
  MAP_LAYER_GROUPS,
  type MapCanvasProps,
  type MapHandle,
  type MapTarget,
  type VisibleLayers,
} from '../../../src/map/types';
import { realContent, sampleMarks } from './realContent';
import '../../../src/ui/fonts.css';
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';

const query = new URLSearchParams(location.search);
const param = (name: string, otherwise: string): string => query.get(name) ?? otherwise;
const theme = param('theme', 'light') as 'light' | 'dark';
document.documentElement.dataset.theme = theme;
document.documentElement.style.height = document.body.style.height = '100%';
document.getElementById('root')!.style.height = '100%';

const all = Object.fromEntries(MAP_LAYER_GROUPS.map((group) => [group, true])) as Record<string, boolean>;
for (const hidden of param('hide', '').split(',')) if (hidden) all[hidden] = false;

function Demo() {
  const content = useMemo(
    () =>
      realContent(param('edition', '2018') as '2018' | '2025', {
        urls: query.get('urls') !== '0',
        zones: query.get('zones') === '1',
        marks: Number(param('marks', '0')),
      }),
    [],
  );
  const [selection, setSelection] = useState<MapTarget | null>(null);
  const ref = useRef<MapHandle>(null);
  const bands = query.get('bands');
  const [moved, setMoved] = useState<Partial<MapCanvasProps>>({});
  Object.assign(window, { demoMap: ref, demoSet: setMoved, demoContent: content, demoMarks: sampleMarks });
  return (
    <MapCanvas
      ref={ref}
      theme={theme}
      words={catalogues.vi.map}
      format={formatters.vi}
      content={content}
      visibleLayers={all as VisibleLayers}
      initialView={
        query.get('at')
          ? (([lng, lat, zoom]) => ({ lng: lng!, lat: lat!, zoom: zoom!, bearing: 0 }))(
              query.get('at')!.split(',').map(Number),
            )
          : { bbox: [105.28, 21.14, 105.6, 21.53] }
      }
      selection={selection}
      hover={null}
      mode={param('mode', 'browse') as 'browse'}
      zoneBands={bands ? { commune: Number(bands), district: 2 * Number(bands), province: 3 * Number(bands) } : null}
      attribution={[
        'Bản đồ đơn vị hành chính sau sắp xếp, NXB Tài nguyên – Môi trường và Bản đồ Việt Nam (MIT)',
        'GeoNames (CC BY), Who’s On First (CC0)',
      ]}
      onClick={(hit) => setSelection(hit?.target ?? null)}
      {...moved}
      onReady={() => document.documentElement.setAttribute('data-ready', '')}
    />
  );
}

createRoot(document.getElementById('root')!).render(
  query.get('strict') === '1' ? (
    <StrictMode>
      <Demo />
    </StrictMode>
  ) : (
    <Demo />
  ),
);
