import './layers.css';
import { Layers } from 'lucide-react';
import { memo, useMemo } from 'react';
import type { LineScope } from '../../analysis/clusterLines';
import type { EditionInfo } from '../../analysis/openEdition';
import type { ZoneDistances } from '../../domain';
import { useFormat, useMessages } from '../../i18n';
import type { MapTheme } from '../../map/types';
import { classNames, Disclosure } from '../../ui';
import { BaseRows } from './BaseRows';
import { LineRows, ZoneRows } from './BorderRows';
import { IncidentRows } from './IncidentRows';
import type { Toggling } from './LegendParts';
import { legendEdition } from './legendEdition';
import type { LegendIncidents } from './legendRows';
import { UserLayers, type UserLayersProps } from './UserLayers';

/** A screen on which the open legend leaves most of the map in sight. */
const ROOMY = '(min-width: 1440px) and (min-height: 800px)';

/** Whether the legend is open at first: on an office laptop or a phone it would hide what the map is about. */
export const legendStartsOpen = (): boolean => window.matchMedia(ROOMY).matches;

export interface LegendProps extends Toggling {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly theme: MapTheme;
  /** Null while it is being read. */
  readonly edition: EditionInfo | null;
  /** The distances that hold now, a slider's draft included. */
  readonly zoneM: ZoneDistances;
  readonly scope: LineScope;
  /** Null where none may be seen one by one: then none are on the map. */
  readonly incidents: LegendIncidents | null;
  /** First and last day of the incidents; null where there are none. */
  readonly incidentSpan: { readonly from: string; readonly to: string } | null;
  readonly userLayers: UserLayersProps;
}

/** What is on the map, what it means, and whether it is shown: legend and layer list in one. */
export function Legend({ isOpen, onOpenChange, ...body }: LegendProps) {
  const { layers } = useMessages();
  const title = (
    <span className="gr-Legend-title">
      <Layers aria-hidden size={16} />
      {layers.title}
    </span>
  );
  return (
    <section className={classNames('gr-Legend', isOpen && 'gr-Legend-open')} aria-label={layers.title}>
      <Disclosure title={title} level={2} isOpen={isOpen} onOpenChange={onOpenChange}>
        <LegendBody {...body} isOpen={isOpen} />
      </Disclosure>
    </section>
  );
}

/** Not drawn anew while the legend is closed: a moving slider would have it drawn at every step, for nobody. */
const LegendBody = memo(LegendRows, (_, { isOpen }) => !isOpen);

function LegendRows(props: Omit<LegendProps, 'onOpenChange'>) {
  const { theme, edition, zoneM, scope, incidents, incidentSpan, userLayers, visibleLayers, onToggle } = props;
  const { layers, boundaries, incidents: incidentWords } = useMessages();
  const format = useFormat();
  const facts = useMemo(() => edition && legendEdition(edition), [edition]);
  const toggling: Toggling = { visibleLayers, onToggle };
  return (
    <>
      {incidents && <IncidentRows {...toggling} theme={theme} incidents={incidents} />}
      {facts ? (
        <>
          <LineRows {...toggling} theme={theme} facts={facts} />
          <ZoneRows {...toggling} theme={theme} facts={facts} zoneM={zoneM} scope={scope} />
        </>
      ) : (
        <p className="gr-Legend-note">{layers.loading}</p>
      )}
      <UserLayers {...userLayers} />
      {facts && (
        <>
          <BaseRows {...toggling} theme={theme} facts={facts} />
          <footer className="gr-Legend-foot">
            <p>{layers.foot(boundaries.editionName[facts.id] ?? facts.id)}</p>
            {incidentSpan && (
              <p>{incidentWords.dataSpan(format.date(incidentSpan.from), format.date(incidentSpan.to))}.</p>
            )}
            <p>{layers.source(facts.attribution)}</p>
            <p>{layers.placeSource}</p>
          </footer>
        </>
      )}
    </>
  );
}
