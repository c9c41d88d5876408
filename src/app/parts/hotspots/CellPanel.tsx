import { useEffect, useMemo, useState } from 'react';
import { ALPHA } from '../../../analysis/hotspots/alpha';
import { P_STEPS } from '../../../analysis/hotspots/makeCellMap';
import { useFormat } from '../../../i18n';
import { hotspotWords } from '../../../i18n/hotspotWords';
import { useWords } from '../../../i18n/useWords';
import { MAP_PALETTES } from '../../../map/palette';
import type { MapTheme } from '../../../map/types';
import { CELL_SHAPES, CELL_STATISTICS, limitsOf, useSession } from '../../../store';
import { InlineMessage, SegmentedControl, Slider, Switch } from '../../../ui';
import { useServices } from '../../services';
import { type HotspotResults, MOST_CELLS_AWAY } from '../../wiring/hotspotWish';
import { NO_OVERLAY } from '../../wiring/mapOverlay';
import { cellKey } from './overlayKeys';
import { useP } from './useP';

type Cells = NonNullable<HotspotResults['cells']>;

export interface CellPanelProps {
  readonly map: Cells | null;
  readonly theme: MapTheme;
}

const STEP_M = 50;
/** With more empty cells than this the normal law of the statistic fails. */
const MOSTLY = 0.75;

/** How cells are cut and judged, and which of them stand out. */
export function CellPanel({ map, theme }: CellPanelProps) {
  const words = useWords(hotspotWords);
  const settings = useSession((session) => session.hotspots);
  const setHotspots = useSession((session) => session.setHotspots);
  return (
    <>
      <SegmentedControl
        label={words.statistic}
        segments={CELL_STATISTICS.map((id) => ({ id, title: words.statistics[id] }))}
        value={settings.statistic}
        onChange={(statistic) => setHotspots({ statistic })}
      />
      <SegmentedControl
        label={words.cellShape}
        segments={CELL_SHAPES.map((id) => ({ id, title: words.cellShapes[id] }))}
        value={settings.cellShape}
        onChange={(cellShape) => setHotspots({ cellShape })}
      />
      <Slider
        label={words.cellSize}
        value={settings.cellM}
        onChange={(cellM) => setHotspots({ cellM })}
        {...limitsOf('cellM')}
        step={STEP_M}
        unit="m"
      />
      <Slider
        label={words.neighbourhood}
        value={Math.min(settings.neighbourM, MOST_CELLS_AWAY * settings.cellM)}
        onChange={(neighbourM) => setHotspots({ neighbourM })}
        min={limitsOf('neighbourM').min}
        max={Math.min(limitsOf('neighbourM').max, MOST_CELLS_AWAY * settings.cellM)}
        step={STEP_M}
        unit="m"
      />
      <Switch isSelected={settings.correctsMany} onChange={(correctsMany) => setHotspots({ correctsMany })}>
        {words.correctsMany}
      </Switch>
      {map && <Findings map={map} theme={theme} />}
    </>
  );
}

/** Which cells stand out, with their key, and what holds at the one that was pressed. */
function Findings({ map, theme }: { readonly map: Cells; readonly theme: MapTheme }) {
  const { overlay } = useServices();
  const words = useWords(hotspotWords);
  const format = useFormat();
  const sayP = useP();
  const statistic = useSession((session) => session.hotspots.statistic);
  const [picked, setPicked] = useState<string | null>(null);
  const steps = useMemo(() => P_STEPS.filter(({ p }) => statistic === 'gi' || p <= ALPHA), [statistic]);
  useEffect(() => {
    const key = cellKey(steps, { words, format });
    overlay.set({ ...NO_OVERLAY, heat: map.drawn, key, onPick: setPicked });
    return () => overlay.set(NO_OVERLAY);
  }, [overlay, map, steps, words, format]);
  const { heat, cool } = MAP_PALETTES[theme];
  const sure = map.significant.filter(({ p }) => p <= ALPHA);
  const hot = sure.filter(({ kind }) => kind === 1 || kind === 3).length;
  const cold = sure.length - hot;
  const cell = map.significant.find(({ id }) => id === picked);
  return (
    <>
      <p>{sure.length === 0 ? words.noCells : words.cellsFound(format.count(hot), format.count(cold))}</p>
      {map.empty > MOSTLY * map.cells && <InlineMessage tone="warn" title={words.mostlyEmpty} />}
      <ul className="gr-CellKey" aria-label={words.cellKey}>
        {steps.map(({ p, tone }) => (
          <li key={p} className="gr-HeatKey">
            <span className="gr-HeatKey-swatch" style={{ backgroundColor: heat[tone - 1] }} />
            {words.hotCell}
            <span className="gr-HeatKey-swatch" style={{ backgroundColor: cool[tone - 1] }} />
            {words.coldCell}, {words.upToP(format.decimal(p, 2))}
          </li>
        ))}
      </ul>
      <p className="gr-muted gr-small">
        {words.cellCount(format.count(map.cells), format.count(map.empty), format.area(map.areaKm2))}
      </p>
      {cell && (
        <p role="status">
          {`${format.decimal(cell.count, cell.count % 1 === 0 ? 0 : 1)} ${words.incidents.toLowerCase()}; ${statistic === 'gi' ? words.aroundKinds[cell.kind] : words.cellKinds[cell.kind]}; z = ${format.decimal(cell.z, 2)}; p ${sayP(cell.p)}${cell.share < 1 ? `; ${words.heldIn(format.percent(cell.share))}` : ''}`}
        </p>
      )}
    </>
  );
}
