import { useEffect, useMemo, useState } from 'react';
import type { RecognisedActivities } from '../../analysis/import/activityTypes';
import type { PlainDate, Problem, Result } from '../../domain';
import { activitiesWords } from '../../i18n/activitiesWords';
import { useWords } from '../../i18n/useWords';
import { startWorker, type TaskWorker } from '../../workers/client';
import { useServices } from '../services';
import { saveBlob } from './saveBlob';
import type { KnownEdition } from './useEditionUnits';

interface ActivityFile {
  readonly read: (file: File) => Promise<Result<RecognisedActivities, Problem>>;
  /** Saves the rows of the file last read that could not be used. */
  readonly saveRejected: (name: string) => Promise<void>;
}

/** Reads files of activities in a worker of their own; null until that can begin. */
export function useActivityFile({
  editions,
  today,
}: {
  readonly editions: readonly KnownEdition[] | null;
  readonly today: PlainDate;
}): ActivityFile | null {
  const { crash } = useServices();
  const words = useWords(activitiesWords);
  const [worker, setWorker] = useState<TaskWorker | null>(null);
  useEffect(() => {
    const started = startWorker(crash.set);
    setWorker(started);
    return started.end;
  }, [crash]);
  return useMemo(() => {
    if (!worker || !editions) return null;
    const { files } = worker.api;
    const units = editions.map(({ text: _text, ...edition }) => edition);
    return {
      read: async (file) => {
        const opened = await files.openFile(file, file.name);
        return opened.ok ? files.reviewActivities({ today, editions: units }) : opened;
      },
      saveRejected: async (name) => {
        const headings = { row: words.row, reason: words.reason, text: words.text };
        saveBlob(await files.rejectedActivitiesCsv(headings, words.reasons), words.rejectedFile(name));
      },
    };
  }, [worker, editions, today, words]);
}
