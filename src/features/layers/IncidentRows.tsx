import type { Category, IncidentKind } from '../../domain';
import { useFormat, useMessages, useTerms } from '../../i18n';
import { IncidentSymbol } from '../../map/IncidentSymbol';
import type { MapTheme } from '../../map/types';
import { KeyRow, LegendSection, ToggleRow, type Toggling } from './LegendParts';
import { CountedSample } from './markSamples';

/** What the legend tells of the incidents; the counts are those that the map shows. */
export interface LegendIncidents {
  readonly total: number;
  /** Of which in a zone. */
  readonly flagged: number;
  /** Categories that are missing or zero do not occur and are not listed. */
  readonly byCategory: ReadonlyMap<string, number>;
}

interface Props extends Toggling {
  readonly theme: MapTheme;
  readonly incidents: LegendIncidents;
}

/** Shape by kind, colour and sign by category, filled where flagged. */
export function IncidentRows({ theme, incidents, ...toggling }: Props) {
  const { layers } = useMessages();
  const terms = useTerms();
  const format = useFormat();
  const { total, flagged, byCategory } = incidents;
  const isDimmed = !toggling.visibleLayers.incidents;
  const present = terms.lists.category.filter(({ id }) => (byCategory.get(id) ?? 0) > 0);
  const symbol = (category: Category, kind: IncidentKind, isFlagged: boolean) => (
    <IncidentSymbol category={category} kind={kind} isFlagged={isFlagged} theme={theme} />
  );
  return (
    <LegendSection title={layers.incidents}>
      <ul className="gr-Legend-list">
        <ToggleRow
          {...toggling}
          group="incidents"
          title={layers.incidentsShown}
          hint={total === 0 ? layers.incidentsNone : layers.incidentCount(format.count(total), format.count(flagged))}
        />
        <KeyRow sample={symbol('other', 'criminal', false)} text={layers.criminal} isDimmed={isDimmed} />
        <KeyRow sample={symbol('other', 'administrative', false)} text={layers.administrative} isDimmed={isDimmed} />
        <KeyRow sample={symbol('theft', 'administrative', true)} text={layers.flagged} isDimmed={isDimmed} />
        <KeyRow sample={symbol('theft', 'administrative', false)} text={layers.unflagged} isDimmed={isDimmed} />
        <KeyRow sample={<CountedSample theme={theme} />} text={layers.counted} isDimmed={isDimmed} />
      </ul>
      {present.length > 0 && (
        <>
          <h4 className="gr-Legend-subtitle">{layers.categories}</h4>
          <ul className="gr-Legend-categories">
            {present.map(({ id, look }) => (
              <li key={id} className={isDimmed ? 'gr-Legend-key gr-Legend-dimmed' : 'gr-Legend-key'}>
                {symbol(look, 'administrative', true)}
                <span>{terms.name(id)}</span>
                <span className="gr-Legend-count gr-tabular">{format.count(byCategory.get(id) ?? 0)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </LegendSection>
  );
}
