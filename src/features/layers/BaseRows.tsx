import { memo } from 'react';
import { useFormat, useMessages } from '../../i18n';
import type { MapTheme } from '../../map/types';
import { LegendList, LegendSection, type Toggling } from './LegendParts';
import type { LegendEdition } from './legendEdition';
import { baseRows } from './legendRows';

interface Props extends Toggling {
  readonly theme: MapTheme;
  readonly facts: LegendEdition;
}

/** The land below and what names it. */
export const BaseRows = memo(({ theme, facts, ...toggling }: Props) => {
  const messages = useMessages();
  const format = useFormat();
  return (
    <LegendSection title={messages.layers.base}>
      <LegendList {...toggling} rows={baseRows(facts, { messages, format, theme })} />
    </LegendSection>
  );
});
BaseRows.displayName = 'BaseRows';
