import { memo } from 'react';
import type { LineScope } from '../../analysis/clusterLines';
import type { Level, ZoneDistances } from '../../domain';
import { useFormat, useMessages } from '../../i18n';
import type { MapTheme } from '../../map/types';
import { KeyRow, LegendSection, ToggleRow, type Toggling } from './LegendParts';
import type { LegendEdition } from './legendEdition';
import { EdgeSample, LineSample, ZoneSample } from './mapSamples';

const LINE_GROUP = { commune: 'linesCommune', district: 'linesDistrict', province: 'linesProvince' } as const;
const ZONE_GROUP = { commune: 'zoneCommune', district: 'zoneDistrict', province: 'zoneProvince' } as const;

const NO_BREAK = '\u00a0';

interface LineRowsProps extends Toggling {
  readonly theme: MapTheme;
  readonly facts: LegendEdition;
}

/** Border lines: weight by level, accent for the cluster's, dashes where the course is approximate. */
export const LineRows = memo(({ theme, facts, ...toggling }: LineRowsProps) => {
  const { layers, boundaries } = useMessages();
  const format = useFormat();
  const { levels, approximate } = facts;
  const { visibleLayers } = toggling;
  const areHidden = (some: readonly Level[]): boolean => some.every((level) => !visibleLayers[LINE_GROUP[level]]);
  /** The level whose weight shows the accent and the dashes best. */
  const middle: Level = levels.includes('district') ? 'district' : (levels.at(-1) ?? 'commune');
  const dashed: Level = approximate?.levels.includes('district') ? 'district' : (approximate?.levels[0] ?? 'commune');
  return (
    <LegendSection title={layers.lines}>
      <ul className="gr-Legend-list">
        {levels.map((level) => (
          <ToggleRow
            {...toggling}
            key={level}
            group={LINE_GROUP[level]}
            sample={<LineSample theme={theme} level={level} />}
            title={boundaries.level[level]}
            hint={layers.lineHint[level]}
          />
        ))}
        <KeyRow
          sample={<LineSample theme={theme} level={middle} clusterLine="inner" />}
          text={layers.inner}
          isDimmed={areHidden(levels)}
        />
        <KeyRow
          sample={<LineSample theme={theme} level={middle} clusterLine="outer" />}
          text={layers.outer}
          isDimmed={areHidden(levels)}
        />
        {approximate && (
          <KeyRow
            sample={<LineSample theme={theme} level={dashed} exactness="approximate" />}
            text={layers.approximate(
              facts.id,
              format.distance(approximate.usualM),
              format.distance(approximate.worstM),
            )}
            isDimmed={areHidden(approximate.levels)}
          />
        )}
        {facts.hasContext && (
          <KeyRow
            sample={<LineSample theme={theme} level={middle} isCore={false} />}
            text={layers.contextLine}
            isDimmed={areHidden(levels)}
          />
        )}
        <KeyRow sample={<EdgeSample theme={theme} />} text={layers.coverageEdge} isDimmed={!visibleLayers.units} />
      </ul>
    </LegendSection>
  );
});
LineRows.displayName = 'LineRows';

interface ZoneRowsProps extends Toggling {
  readonly theme: MapTheme;
  readonly facts: LegendEdition;
  readonly zoneM: ZoneDistances;
  readonly scope: LineScope;
}

/** The zones, a row per level that occurs, with the distance that holds now. */
export function ZoneRows({ theme, facts, zoneM, scope, ...toggling }: ZoneRowsProps) {
  const { layers } = useMessages();
  const format = useFormat();
  return (
    <LegendSection title={layers.zones}>
      <ul className="gr-Legend-list">
        {facts.levels.map((level) => (
          <ToggleRow
            {...toggling}
            key={level}
            group={ZONE_GROUP[level]}
            sample={<ZoneSample theme={theme} level={level} />}
            title={layers.zone[level](format.metres(zoneM[level]).replace(' ', NO_BREAK))}
          />
        ))}
      </ul>
      <p className="gr-Legend-note">{layers.zoneScope[scope]}</p>
    </LegendSection>
  );
}
