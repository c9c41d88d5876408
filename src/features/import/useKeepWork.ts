import { useCallback, useEffect, useRef, useState } from 'react';
import type { RowRepair } from '../../analysis/import';
import type { DuplicateSummary } from '../../workers/fileTasks';
import type { ImportChoices, ImportMemory, ImportTasks, KeptWork } from './importTasks';
import { guessedColumns, type ImportState } from './useImport';

/** Work is kept once the hand rests. */
const REST_MS = 400;

interface Options {
  readonly memory: Pick<ImportMemory, 'keep' | 'drop'>;
  readonly tasks: Pick<ImportTasks, 'duplicateDecisions'>;
  readonly state: ImportState;
  readonly choices: ImportChoices;
  readonly repairs: ReadonlyMap<number, RowRepair>;
  /** Another one whenever something was decided about a duplicate. */
  readonly decided: DuplicateSummary | null;
  readonly resumed: KeptWork | null;
}

/** Keeps what the user did about a file, so that a reload loses nothing of it. */
export function useKeepWork({ memory, tasks, state, choices, repairs, decided, resumed }: Options) {
  const [hasNoRoom, setNoRoom] = useState(false);
  const isDropped = useRef(false);
  const columns = state.stage === 'incidents' ? state.columns : null;
  const guesses = columns ? guessedColumns(columns) : null;
  const isMappedByHand =
    choices.values.length > 0 ||
    (choices.columns !== null &&
      guesses !== null &&
      Array.from({ length: Math.max(guesses.length, choices.columns.length) }).some(
        (_, i) => (choices.columns?.[i] ?? null) !== (guesses[i] ?? null),
      ));
  const isOwn = isMappedByHand && !columns?.isRemembered;
  const hasWork = state.stage === 'incidents' && (isOwn || repairs.size > 0);
  const isOpen = state.stage === 'incidents';

  useEffect(() => {
    if (!isOpen) return;
    const timer = setTimeout(() => {
      const keep = async (): Promise<void> => {
        const decisions = decided ? await tasks.duplicateDecisions() : (resumed?.decisions ?? []);
        if (isDropped.current) return;
        setNoRoom(!(await memory.keep({ choices, repairs: [...repairs.values()], decisions })));
      };
      void keep().catch(() => setNoRoom(true));
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [isOpen, memory, tasks, choices, repairs, decided, resumed]);

  const drop = useCallback((): Promise<void> => {
    isDropped.current = true;
    return memory.drop();
  }, [memory]);
  return { hasNoRoom, hasWork, isMappedByHand, drop };
}
