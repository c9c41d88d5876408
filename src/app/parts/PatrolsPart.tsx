import type { RefObject } from 'react';
import { patrolWords } from '../../i18n/patrolWords';
import { useWords } from '../../i18n/useWords';
import type { MapHandle } from '../../map/types';
import { PATROL_VIEWS, useSession } from '../../store';
import { SegmentedControl } from '../../ui';
import { ForcesView } from './patrols/ForcesView';
import { PlanView } from './patrols/PlanView';
import { TasksView } from './patrols/TasksView';
import { usePatrolRecords } from './patrols/useRecords';
import { WaysView } from './patrols/WaysView';

export interface PatrolsPartProps {
  readonly mapRef: RefObject<MapHandle | null>;
}

/** The panel of patrols: forces, what they are to visit, and the plan. */
export default function PatrolsPart({ mapRef }: PatrolsPartProps) {
  const words = useWords(patrolWords);
  const view = useSession((session) => session.patrols.view);
  const setPatrols = useSession((session) => session.setPatrols);
  const records = usePatrolRecords();
  return (
    <div className="gr-Stack gr-Patrols">
      <SegmentedControl
        label={words.viewsLabel}
        isLabelHidden
        segments={PATROL_VIEWS.map((id) => ({ id, title: words.views[id] }))}
        value={view}
        onChange={(next) => setPatrols({ view: next })}
      />
      {view === 'forces' ? (
        <ForcesView records={records} mapRef={mapRef} />
      ) : view === 'tasks' ? (
        <TasksView records={records} mapRef={mapRef} />
      ) : view === 'ways' ? (
        <WaysView records={records} mapRef={mapRef} />
      ) : (
        <PlanView records={records} mapRef={mapRef} />
      )}
    </div>
  );
}
