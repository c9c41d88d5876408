import { DEFAULT_SPEEDS } from '../../../analysis/routing/defaultSpeeds';
import { setRoadSpeeds } from '../../../commands';
import { type Layer, ROAD_CLASSES, type TravelSpeeds } from '../../../domain';
import { SpeedsTable } from '../../../features/patrols';
import { roadsWords } from '../../../i18n/roadsWords';
import { useWords } from '../../../i18n/useWords';
import { Disclosure } from '../../../ui';
import { useServices } from '../../services';
import { useActions } from '../../wiring/useActions';
import type { PatrolRecords } from './useRecords';

export interface SpeedsPartProps {
  readonly layer: Layer;
  readonly records: PatrolRecords;
}

/** How fast teams get about on a network, kept with it. */
export function SpeedsPart({ layer, records }: SpeedsPartProps) {
  const { store } = useServices();
  const words = useWords(roadsWords);
  const actions = useActions();
  const speeds = layer.roads?.speeds ?? null;
  const modes = [...new Set(records.teams.map(({ mode }) => mode))].sort();
  const set = (next: TravelSpeeds | null): void => {
    void actions.apply(
      setRoadSpeeds({ layers: store.layers.getSnapshot() }, { id: layer.id, speeds: next }),
      { command: 'setRoadSpeeds' },
      words.speedsSaved,
    );
  };
  if (modes.length === 0) return null;
  return (
    <Disclosure title={words.speeds} level={2}>
      <SpeedsTable
        speeds={speeds ?? DEFAULT_SPEEDS}
        modes={modes}
        classes={ROAD_CLASSES}
        onChange={set}
        onReset={speeds ? () => set(null) : null}
      />
    </Disclosure>
  );
}
