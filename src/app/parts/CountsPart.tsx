import { FileUp } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import { CountsSection } from '../../features/incidents';
import { useMessages } from '../../i18n';
import type { MapTheme } from '../../map/types';
import { useSession } from '../../store';
import { Button } from '../../ui';
import { useServices } from '../services';
import { useObservable } from '../wiring/useObservable';
import { useUnitName } from '../wiring/useUnitName';
import { useView } from '../wiring/useView';

export interface CountsPartProps {
  readonly theme: MapTheme;
  readonly onOpenFile: () => void;
}

/** The counts. They follow a moving slider as fast as the page can draw them, and never hold the slider back. */
export function CountsPart({ theme, onOpenFile }: CountsPartProps) {
  const { store } = useServices();
  const { commands } = useMessages();
  const info = useView('info');
  const summary = useDeferredValue(useView('summary'));
  const members = useView('members');
  const layers = useObservable(store.layers);
  const unitName = useUnitName();
  const filter = useSession((session) => session.filter);
  const setFilter = useSession((session) => session.setFilter);
  const memberUnits = useMemo(
    () => members.units.map(({ code }) => ({ code, name: unitName(code) })),
    [members, unitName],
  );
  const zoneLayers = useMemo(
    () => layers.filter(({ zoneM }) => zoneM !== null).map(({ id, name }) => ({ id, name })),
    [layers],
  );
  const emptyAction = useMemo(
    () => (
      <Button variant="primary" icon={FileUp} onPress={onOpenFile}>
        {commands.titles.openFile}
      </Button>
    ),
    [onOpenFile, commands],
  );
  // A summary counts the lines of its own edition: while the next one is on its way there is nothing to show.
  if (!info || !summary || summary.facets.line.length !== info.lines.length) return null;
  return (
    <CountsSection
      info={info}
      summary={summary}
      filter={filter}
      onFilter={setFilter}
      memberUnits={memberUnits}
      zoneLayers={zoneLayers}
      theme={theme}
      emptyAction={emptyAction}
    />
  );
}
