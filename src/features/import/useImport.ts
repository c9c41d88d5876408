import { useCallback, useEffect, useRef, useState } from 'react';
import type { Problem, Result } from '../../domain';
import type { FileProgress, IncidentPreview, OpenedFile, OpenedLayers, ReviewOptions } from '../../workers/fileTasks';
import type { ImportSurroundings, ImportTasks } from './importTasks';

/** What the user chose about the file. */
export interface ImportChoices {
  readonly as: 'incidents' | 'layer';
  readonly swapPositions: boolean;
  readonly convertLegacy: boolean;
  /** The VN-2000 zone of positions in metres; null: the one that fits best. */
  readonly meridian: ReviewOptions['meridian'];
  readonly personalNumbers: 'mask' | 'skip';
  /** Of a layer's features. */
  readonly personalTexts: 'drop' | 'keep';
}

const FIRST_CHOICES: ImportChoices = {
  as: 'incidents',
  swapPositions: false,
  convertLegacy: true,
  meridian: null,
  personalNumbers: 'mask',
  personalTexts: 'drop',
};

export type CommitProgress = { readonly step: 'committing'; readonly done: number; readonly total: number };

/** How far the opening of a file has come. */
export type ImportState =
  | { readonly stage: 'working'; readonly progress: FileProgress | CommitProgress; readonly opened: OpenedFile | null }
  | { readonly stage: 'refused'; readonly problem: Problem; readonly opened: OpenedFile | null }
  | {
      readonly stage: 'incidents';
      readonly opened: OpenedFile;
      readonly preview: IncidentPreview;
      readonly isReviewing: boolean;
    }
  | {
      readonly stage: 'layer';
      readonly opened: OpenedFile;
      readonly layers: OpenedLayers;
      readonly isReviewing: boolean;
    };

type Write = (onProgress: (done: number, total: number) => void, signal: AbortSignal) => Promise<Problem | null>;

const START: ImportState = { stage: 'working', progress: { step: 'reading', done: 0, total: 0 }, opened: null };

const toProblem = (file: string, error: unknown): Problem => ({
  kind: 'unreadableFile',
  file,
  format: 'file',
  detail: error instanceof Error ? error.message : String(error),
  row: null,
});

/**
 * Opens a file and understands it; understands it anew when the user chooses otherwise. What comes back for an older
 * choice is dropped.
 */
export function useImport(file: File, tasks: ImportTasks, surroundings: ImportSurroundings) {
  const [state, setState] = useState<ImportState>(START);
  const [choices, setChoices] = useState<ImportChoices>(FIRST_CHOICES);
  const newest = useRef(0);
  const surroundingsRef = useRef(surroundings);
  useEffect(() => {
    surroundingsRef.current = surroundings;
  }, [surroundings]);
  const [failure, setFailure] = useState<Problem | null>(null);
  const writing = useRef<AbortController | null>(null);

  const understand = useCallback(
    async (opened: OpenedFile, chosen: ImportChoices): Promise<void> => {
      newest.current += 1;
      const turn = newest.current;
      const show = (next: ImportState): void => {
        if (turn === newest.current) setState(next);
      };
      setState((before) =>
        (before.stage === 'incidents' && chosen.as === 'incidents') ||
        (before.stage === 'layer' && chosen.as === 'layer')
          ? { ...before, opened, isReviewing: true }
          : { stage: 'working', progress: { step: 'understanding', done: 0, total: 0 }, opened },
      );
      try {
        if (chosen.as === 'layer') {
          const layers = await tasks.readLayers(chosen.personalTexts, chosen.convertLegacy);
          show(
            layers.ok
              ? { stage: 'layer', opened, layers: layers.value, isReviewing: false }
              : { stage: 'refused', problem: layers.problem, opened },
          );
          return;
        }
        const { swapPositions, convertLegacy, meridian, personalNumbers } = chosen;
        const preview = await tasks.reviewIncidents(
          { ...surroundingsRef.current, swapPositions, convertLegacy, meridian, personalNumbers },
          (progress) =>
            setState((before) =>
              turn === newest.current && before.stage === 'working' ? { ...before, progress } : before,
            ),
        );
        show(
          preview.ok
            ? { stage: 'incidents', opened, preview: preview.value, isReviewing: false }
            : { stage: 'refused', problem: preview.problem, opened },
        );
      } catch (error) {
        show({ stage: 'refused', problem: toProblem(file.name, error), opened });
      }
    },
    [file, tasks],
  );

  useEffect(() => {
    let isCurrent = true;
    setState(START);
    const open = async (): Promise<void> => {
      try {
        const opened = await tasks.openFile(file, file.name, (progress) => {
          if (isCurrent) setState((before) => (before.stage === 'working' ? { ...before, progress } : before));
        });
        if (!isCurrent) return;
        if (!opened.ok) {
          setState({ stage: 'refused', problem: opened.problem, opened: null });
          return;
        }
        const first: ImportChoices = { ...FIRST_CHOICES, as: opened.value.suggestion };
        setChoices(first);
        await understand(opened.value, first);
      } catch (error) {
        if (isCurrent) setState({ stage: 'refused', problem: toProblem(file.name, error), opened: null });
      }
    };
    void open();
    return () => {
      isCurrent = false;
      newest.current += 1;
    };
  }, [file, tasks, understand]);

  const choose = (change: Partial<ImportChoices>): void => {
    const opened = state.opened;
    if (!opened) return;
    const next = { ...choices, ...change };
    setChoices(next);
    void understand(opened, next);
  };

  /** Looks at another sheet, or below another header, and understands it anew. */
  const reopen = async (ask: () => Promise<Result<OpenedFile, Problem>>): Promise<void> => {
    newest.current += 1;
    const turn = newest.current;
    try {
      const opened = await ask();
      if (turn !== newest.current) return;
      if (opened.ok) await understand(opened.value, choices);
      else setState((before) => ({ stage: 'refused', problem: opened.problem, opened: before.opened }));
    } catch (error) {
      setState((before) => ({ stage: 'refused', problem: toProblem(file.name, error), opened: before.opened }));
    }
  };

  /** Shows the writing while `write` runs. A refusal is told beside what was there, so that it can be tried again. */
  const commit = async (write: Write): Promise<boolean> => {
    const before = state;
    const controller = new AbortController();
    writing.current = controller;
    setFailure(null);
    const onProgress = (done: number, total: number): void =>
      setState({ stage: 'working', progress: { step: 'committing', done, total }, opened: before.opened });
    onProgress(0, 0);
    let problem: Problem | null;
    try {
      problem = await write(onProgress, controller.signal);
    } catch (error) {
      problem = toProblem(file.name, error);
    }
    writing.current = null;
    if (!problem) return true;
    setState(before);
    if (problem.kind !== 'cancelled') setFailure(problem);
    return false;
  };

  const cancelCommit = (): void => writing.current?.abort();

  return { state, choices, choose, reopen, commit, cancelCommit, failure };
}
