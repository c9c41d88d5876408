import { memo } from 'react';
import { useMessages } from '../../i18n';
import type { MapTheme } from '../../map/types';
import { KeyRow, LegendSection, ToggleRow, type Toggling } from './LegendParts';
import type { LegendEdition } from './legendEdition';
import { LabelSample, PlaceSample, RiverSample, UnitSample } from './mapSamples';

interface Props extends Toggling {
  readonly theme: MapTheme;
  readonly facts: LegendEdition;
}

/** The land below and what names it. */
export const BaseRows = memo(({ theme, facts, ...toggling }: Props) => {
  const { layers } = useMessages();
  const isDimmed = !toggling.visibleLayers.units;
  return (
    <LegendSection title={layers.base}>
      <ul className="gr-Legend-list">
        <ToggleRow {...toggling} group="units" title={layers.units} />
        <KeyRow sample={<UnitSample theme={theme} standing="member" />} text={layers.member} isDimmed={isDimmed} />
        <KeyRow sample={<UnitSample theme={theme} standing="core" />} text={layers.core} isDimmed={isDimmed} />
        {facts.hasContext && (
          <KeyRow sample={<UnitSample theme={theme} standing="context" />} text={layers.context} isDimmed={isDimmed} />
        )}
        <ToggleRow
          {...toggling}
          group="unitLabels"
          sample={<LabelSample theme={theme} text={layers.labelSample} />}
          title={layers.labels}
          hint={layers.labelsHint}
        />
        <ToggleRow
          {...toggling}
          group="rivers"
          sample={<RiverSample theme={theme} />}
          title={layers.rivers}
          hint={layers.riversHint}
        />
        <ToggleRow
          {...toggling}
          group="places"
          sample={<PlaceSample theme={theme} />}
          title={layers.places}
          hint={layers.placesHint}
        />
      </ul>
    </LegendSection>
  );
});
BaseRows.displayName = 'BaseRows';
