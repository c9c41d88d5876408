import { ArrowLeft } from 'lucide-react';
import type { RefObject } from 'react';
import { useFormat, useMessages } from '../../i18n';
import { describeProblem } from '../../i18n/describeProblem';
import type { MapHandle, MapTheme } from '../../map/types';
import { useSession } from '../../store';
import { Button, InlineMessage, ProgressBar } from '../../ui';
import { useView } from '../wiring/useView';
import { CountsPart } from './CountsPart';
import { DetailsPart } from './DetailsPart';
import { FilterPart } from './FilterPart';
import { MembersPart } from './MembersPart';
import { ZonesPart } from './ZonesPart';

export interface PanelPartProps {
  readonly theme: MapTheme;
  readonly mapRef: RefObject<MapHandle | null>;
  readonly onOpenFile: () => void;
}

/** The panel beside the map: what is selected, or else the zones and the counts. */
export function PanelPart({ theme, mapRef, onOpenFile }: PanelPartProps) {
  const shownId = useView('info')?.edition.id;
  const editionId = useSession((session) => session.editionId);
  const problem = useView('problem');
  const reading = useView('reading');
  const selection = useSession((session) => session.selection);
  const select = useSession((session) => session.select);
  const messages = useMessages();
  const { boundaries, incidents } = messages;
  const format = useFormat();
  if (problem) {
    const text = describeProblem(messages, problem);
    return <InlineMessage tone="error" title={text.title} detail={text.detail} remedy={text.remedy} isLive />;
  }
  // Until the edition that was asked for is there, what was shown of the other one would be taken for it.
  if (shownId !== editionId) return <ProgressBar label={boundaries.loading} share={null} />;
  if (selection && selection.type !== 'layer') {
    return (
      <div className="gr-PanelPart">
        <div>
          <Button variant="quiet" icon={ArrowLeft} onPress={() => select(null)}>
            {boundaries.back}
          </Button>
        </div>
        <FilterPart />
        <DetailsPart selection={selection} theme={theme} mapRef={mapRef} />
      </div>
    );
  }
  return (
    <div className="gr-PanelPart">
      {reading !== null && <ProgressBar label={incidents.reading} share={null} detail={format.count(reading)} />}
      <FilterPart />
      <ZonesPart />
      <CountsPart theme={theme} onOpenFile={onOpenFile} />
      <MembersPart />
    </div>
  );
}
