import { useEffect, useRef, useState } from 'react';
import type { DuplicateDecision } from '../../analysis/import';
import type { DecideFor, DuplicateSummary, IncidentPreview } from '../../workers/fileTasks';
import type { ImportTasks, KeptWork } from './importTasks';

/** Rows come in quick succession while they are mended: they are held against the register once that rests. */
const REST_MS = 300;

/**
 * Which rows may be known already, found anew whenever the file is understood in another way.
 * @param preview  null: nothing to look at
 */
export function useDuplicates(tasks: ImportTasks, preview: IncidentPreview | null, resumed: KeptWork | null) {
  const [summary, setSummary] = useState<DuplicateSummary | null>(null);
  const [isLooking, setLooking] = useState(true);
  const [hasFailed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const register = useRef<Promise<void> | null>(null);
  const isFirst = useRef(true);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt looks again
  useEffect(() => {
    if (!preview) return;
    let isCurrent = true;
    setLooking(true);
    setFailed(false);
    const look = async (): Promise<void> => {
      register.current ??= tasks.loadRegister();
      await register.current;
      if (!isCurrent) return;
      const found = await tasks.findDuplicates(resumed?.decisions ?? []);
      if (!isCurrent) return;
      setSummary(found);
      setLooking(false);
    };
    const fail = (error: unknown): void => {
      console.error(error);
      register.current = null;
      if (!isCurrent) return;
      // What was found before is about other rows.
      setSummary(null);
      setFailed(true);
      setLooking(false);
    };
    const timer = setTimeout(() => void look().catch(fail), isFirst.current ? 0 : REST_MS);
    isFirst.current = false;
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [tasks, preview, resumed, attempt]);

  const decide = async (target: DecideFor, decision: DuplicateDecision): Promise<void> => {
    setSummary(await tasks.decideDuplicates(target, decision));
  };
  const lookAgain = (): void => setAttempt(attempt + 1);
  return { summary, isLooking: preview !== null && isLooking, hasFailed, lookAgain, decide };
}
