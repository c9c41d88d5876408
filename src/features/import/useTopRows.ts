import { useEffect, useState } from 'react';
import type { OpenedFile, TopRows } from '../../workers/fileTasks';
import type { ImportTasks } from './importTasks';

const ROWS = 15;

/** The first rows of the open table, anew for every sheet and header; null until they are there. */
export function useTopRows(opened: OpenedFile | null, tasks: ImportTasks): TopRows | null {
  const [top, setTop] = useState<TopRows | null>(null);
  useEffect(() => {
    let isCurrent = true;
    setTop(null);
    if (opened && !opened.canBeLayer)
      tasks.topRows(ROWS).then(
        (rows) => {
          if (isCurrent) setTop(rows);
        },
        // Where the worker has died, what it was asked before tells so.
        () => {},
      );
    return () => {
      isCurrent = false;
    };
  }, [opened, tasks]);
  return top;
}
