import { useEffect, useState } from 'react';
import { useFormat } from '../../../i18n';
import { hotspotWords } from '../../../i18n/hotspotWords';
import { useWords } from '../../../i18n/useWords';
import { MAP_PALETTES } from '../../../map/palette';
import type { MapTheme } from '../../../map/types';
import { DENSITY_KERNELS, limitsOf, useSession } from '../../../store';
import { Button, SegmentedControl, SimpleTable, Slider } from '../../../ui';
import { useServices } from '../../services';
import type { HotspotResults } from '../../wiring/hotspotWish';
import { NO_OVERLAY } from '../../wiring/mapOverlay';

export interface DensityPanelProps {
  readonly map: NonNullable<HotspotResults['density']>;
  readonly theme: MapTheme;
}

/** Numbers of a density, with as many digits as they are worth. */
export function useDensityFormat(): (value: number) => string {
  const format = useFormat();
  return (value) => (value >= 10 ? format.count(value) : format.decimal(value, value >= 1 ? 1 : 2));
}

/** How density is computed, its levels in real units, and what holds at the level that was pressed. */
export function DensityPanel({ map, theme }: DensityPanelProps) {
  const { overlay } = useServices();
  const words = useWords(hotspotWords);
  const format = useFormat();
  const density = useDensityFormat();
  const settings = useSession((session) => session.hotspots);
  const setHotspots = useSession((session) => session.setHotspots);
  const [picked, setPicked] = useState<string | null>(null);
  const { bands, levels, bandwidthM, suggestedM, highest } = map;
  useEffect(() => {
    overlay.set({ ...NO_OVERLAY, heat: bands, onPick: setPicked });
    return () => overlay.set(NO_OVERLAY);
  }, [overlay, bands]);
  const level = levels.find(({ id }) => id === picked);
  const { heat } = MAP_PALETTES[theme];
  return (
    <>
      <SegmentedControl
        label={words.kernel}
        segments={DENSITY_KERNELS.map((id) => ({ id, title: words.kernels[id] }))}
        value={settings.kernel}
        onChange={(kernel) => setHotspots({ kernel })}
      />
      <Slider
        label={words.bandwidth}
        value={bandwidthM}
        onChange={(next) => setHotspots({ bandwidthM: next })}
        {...limitsOf('bandwidthM')}
        step={50}
        unit="m"
      />
      {suggestedM !== null && suggestedM !== bandwidthM && (
        <p className="gr-Suggestion">
          {words.suggested(format.metres(suggestedM))}{' '}
          <Button variant="quiet" onPress={() => setHotspots({ bandwidthM: null })}>
            {words.useSuggested}
          </Button>
        </p>
      )}
      <SimpleTable
        caption={`${words.bandsTable} (${words.perKm2Year})`}
        rowKey={({ id }) => id}
        rows={levels.toReversed()}
        columns={[
          {
            id: 'level',
            title: words.level,
            isRowHeader: true,
            text: (row) => words.atLeast(density(row.level)),
            cell: (row) => (
              <span className="gr-HeatKey">
                <span className="gr-HeatKey-swatch" style={{ backgroundColor: heat[row.tone - 1] }} />
                {words.atLeast(density(row.level))}
              </span>
            ),
          },
          { id: 'area', title: words.area, align: 'end', text: (row) => format.area(row.areaKm2) },
          { id: 'count', title: words.incidents, align: 'end', text: (row) => format.count(row.count) },
        ]}
      />
      <p className="gr-small">{words.highest(density(highest))}</p>
      {level && (
        <p role="status">
          {words.bandFacts(density(level.level), format.area(level.areaKm2), format.count(level.count))}
        </p>
      )}
    </>
  );
}
