import { useEffect } from 'react';
import { FALLBACK_BANDWIDTH_M } from '../../../analysis/hotspots/chooseBandwidth';
import { dayOfMinutes } from '../../../analysis/incidentColumns';
import { useFormat } from '../../../i18n';
import { hotspotWords } from '../../../i18n/hotspotWords';
import { useWords } from '../../../i18n/useWords';
import { MAP_PALETTES } from '../../../map/palette';
import type { MapTheme } from '../../../map/types';
import { COMPARE_MODES, useSession } from '../../../store';
import { SegmentedControl, SimpleTable } from '../../../ui';
import { useServices } from '../../services';
import type { HotspotResults } from '../../wiring/hotspotWish';
import { type MapOverlay, NO_OVERLAY } from '../../wiring/mapOverlay';
import { LevelTable } from './LevelTable';
import { changeKey, changeSteps, levelKey } from './overlayKeys';
import { SurfaceSettings, useDensityFormat } from './SurfaceSettings';
import { usePickedLevel } from './usePickedLevel';

type Density = NonNullable<HotspotResults['density']>;

export interface DensityPanelProps {
  readonly map: Density | null;
  readonly theme: MapTheme;
}

/** How density is computed, and what came of it. */
export function DensityPanel({ map, theme }: DensityPanelProps) {
  return (
    <>
      <SurfaceSettings
        bandwidthM={map?.bandwidthM ?? FALLBACK_BANDWIDTH_M}
        suggestedM={map?.suggestedM ?? null}
        validatedM={map?.validatedM ?? null}
      />
      {map && <Findings map={map} theme={theme} />}
    </>
  );
}

/** The levels of a surface in real units, what holds at the one that was pressed, and another period beside it. */
function Findings({ map, theme }: { readonly map: Density; readonly theme: MapTheme }) {
  const { overlay } = useServices();
  const words = useWords(hotspotWords);
  const format = useFormat();
  const density = useDensityFormat();
  const mode = useSession((session) => session.hotspots.compareMode);
  const setHotspots = useSession((session) => session.setHotspots);
  const { bands, levels, highest, other, basis } = map;
  const [leftTitle, rightTitle] = [other?.basis, basis].map((of) =>
    of ? words.periodTitle(format.date(dayOfMinutes(of.fromMin)), format.date(dayOfMinutes(of.toMin - 1))) : '',
  ) as [string, string];
  const { picks, told } = usePickedLevel({
    left: other && { levels: other.levels, title: leftTitle },
    right: other ? { levels, title: rightTitle } : { levels },
  });
  useEffect(() => {
    const drawn = (): MapOverlay => {
      const key = levelKey(levels, { title: words.bandsTable, words, format });
      if (!other) return { ...NO_OVERLAY, heat: bands, key, onPick: picks.right };
      if (mode === 'difference')
        return { ...NO_OVERLAY, heat: other.difference, key: changeKey(other, { words, format }) };
      const comparison = { heat: other.bands, hasMarks: false, leftTitle, rightTitle, mode, onPick: picks.left };
      return { ...NO_OVERLAY, heat: bands, key, onPick: picks.right, comparison };
    };
    overlay.set(drawn());
    return () => overlay.set(NO_OVERLAY);
  }, [overlay, bands, levels, other, mode, leftTitle, rightTitle, picks, words, format]);
  return (
    <>
      {other && mode === 'difference' ? (
        <ChangeTable other={other} theme={theme} />
      ) : (
        <LevelTable levels={levels} theme={theme} title={words.bandsTable} />
      )}
      <p className="gr-small">{words.highest(density(highest))}</p>
      {told}
      {other && (
        <>
          <SegmentedControl
            label={words.mapCompare}
            segments={COMPARE_MODES.map((id) => ({ id, title: words.mapCompareModes[id] }))}
            value={mode}
            onChange={(compareMode) => setHotspots({ compareMode })}
          />
          <p className="gr-muted gr-small">
            {words.compareBasis(
              format.count(other.basis.count),
              format.date(dayOfMinutes(other.basis.fromMin)),
              format.date(dayOfMinutes(other.basis.toMin - 1)),
            )}
          </p>
        </>
      )}
    </>
  );
}

/** The legend of a difference: from much more down to much less. */
function ChangeTable({ other, theme }: { readonly other: NonNullable<Density['other']>; readonly theme: MapTheme }) {
  const words = useWords(hotspotWords);
  const format = useFormat();
  const density = useDensityFormat();
  const { heat, cool } = MAP_PALETTES[theme];
  const colorOf = (tone: number): string => (tone < 0 ? cool : heat)[Math.abs(tone) - 1] ?? 'transparent';
  const rows = changeSteps(other).map((step) => ({
    ...step,
    color: colorOf(step.tone),
    say: step.tone > 0 ? words.more : words.less,
  }));
  return (
    <SimpleTable
      caption={`${words.differenceLevels} (${words.perKm2Year})`}
      rowKey={({ id }) => id}
      rows={rows}
      columns={[
        {
          id: 'level',
          title: words.level,
          isRowHeader: true,
          text: (row) => row.say(density(row.level)),
          cell: (row) => (
            <span className="gr-HeatKey">
              <span className="gr-HeatKey-swatch" style={{ backgroundColor: row.color }} />
              {row.say(density(row.level))}
            </span>
          ),
        },
        { id: 'area', title: words.area, align: 'end', text: (row) => format.area(row.areaKm2) },
      ]}
    />
  );
}
