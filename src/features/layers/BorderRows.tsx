import { memo } from 'react';
import type { LineScope } from '../../analysis/clusterLines';
import type { ZoneDistances } from '../../domain';
import { useFormat, useMessages } from '../../i18n';
import type { MapTheme } from '../../map/types';
import { LegendList, LegendSection, type Toggling } from './LegendParts';
import type { LegendEdition } from './legendEdition';
import { lineRows, zoneRows } from './legendRows';

interface LineRowsProps extends Toggling {
  readonly theme: MapTheme;
  readonly facts: LegendEdition;
}

/** Border lines: weight by level, accent for the cluster's, dashes where the course is approximate. */
export const LineRows = memo(({ theme, facts, ...toggling }: LineRowsProps) => {
  const messages = useMessages();
  const format = useFormat();
  return (
    <LegendSection title={messages.layers.lines}>
      <LegendList {...toggling} rows={lineRows(facts, { messages, format, theme })} />
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
  const messages = useMessages();
  const format = useFormat();
  return (
    <LegendSection title={messages.layers.zones}>
      <LegendList {...toggling} rows={zoneRows(facts, { messages, format, theme, zoneM })} />
      <p className="gr-Legend-note">{messages.layers.zoneScope[scope]}</p>
    </LegendSection>
  );
}
