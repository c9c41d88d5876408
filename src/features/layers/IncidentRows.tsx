import { useFormat, useMessages, useTerms } from '../../i18n';
import type { MapTheme } from '../../map/types';
import { LegendList, LegendSection, type Toggling } from './LegendParts';
import { categoryRows, incidentRows, type LegendIncidents } from './legendRows';

interface Props extends Toggling {
  readonly theme: MapTheme;
  readonly incidents: LegendIncidents;
}

/** Shape by kind, colour and sign by category, filled where flagged. */
export function IncidentRows({ theme, incidents, ...toggling }: Props) {
  const messages = useMessages();
  const terms = useTerms();
  const format = useFormat();
  const words = { messages, format, theme };
  const categories = categoryRows(incidents, { ...words, terms });
  return (
    <LegendSection title={messages.layers.incidents}>
      <LegendList {...toggling} rows={incidentRows(incidents, words)} />
      {categories.length > 0 && (
        <>
          <h4 className="gr-Legend-subtitle">{messages.layers.categories}</h4>
          <LegendList {...toggling} rows={categories} className="gr-Legend-categories" />
        </>
      )}
    </LegendSection>
  );
}
