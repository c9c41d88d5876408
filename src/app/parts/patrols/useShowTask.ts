import { type RefObject, useCallback } from 'react';
import type { PatrolTask } from '../../../domain';
import type { MapHandle } from '../../../map/types';
import { useSession } from '../../../store';
import { middleOf } from './middleOf';

const TASK_ZOOM = 14;

/** Goes to a task on the map and points it out. */
export function useShowTask(
  tasks: readonly PatrolTask[],
  mapRef: RefObject<MapHandle | null>,
): (id: string | undefined) => void {
  const setPatrols = useSession((session) => session.setPatrols);
  return useCallback(
    (id) => {
      const task = tasks.find((each) => each.id === id);
      if (!task) return;
      const [lng, lat] = middleOf(task);
      setPatrols({ taskId: task.id });
      mapRef.current?.flyTo({ lng, lat, zoom: TASK_ZOOM });
    },
    [tasks, mapRef, setPatrols],
  );
}
