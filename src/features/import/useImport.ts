import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import type { FileColumns, RowRepair } from '../../analysis/import';
import { type Problem, type Result, succeed } from '../../domain';
import type { FileProgress, IncidentPreview, OpenedFile, OpenedLayers } from '../../workers/fileTasks';
import type { ImportChoices, ImportMemory, ImportSurroundings, ImportTasks, KeptWork } from './importTasks';

const FIRST_CHOICES: ImportChoices = {
  as: 'incidents',
  swapPositions: false,
  convertLegacy: true,
  meridian: null,
  personalNumbers: 'mask',
  personalTexts: 'drop',
  look: { sheet: null, header: null },
  columns: null,
  values: [],
  newCategories: [],
};

export type CommitProgress = { readonly step: 'committing'; readonly done: number; readonly total: number };

/** The columns of the open file, and where what they hold is known from. */
export interface ColumnsSeen extends FileColumns {
  readonly shape: string;
  /** Taken over from the last file of this shape. */
  readonly isRemembered: boolean;
}

/** How far the opening of a file has come. */
export type ImportState =
  | { readonly stage: 'working'; readonly progress: FileProgress | CommitProgress; readonly opened: OpenedFile | null }
  | { readonly stage: 'refused'; readonly problem: Problem; readonly opened: OpenedFile | null }
  | {
      readonly stage: 'incidents';
      readonly opened: OpenedFile;
      readonly columns: ColumnsSeen;
      /** Null: a column is missing, see `problem`. */
      readonly preview: IncidentPreview | null;
      readonly problem: Problem | null;
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

interface Options {
  readonly file: File;
  readonly tasks: ImportTasks;
  readonly surroundings: ImportSurroundings;
  readonly memory: Pick<ImportMemory, 'readMapping'>;
  /** What was done about this file before the page was loaded anew. */
  readonly resumed: KeptWork | null;
}

/** The fields of the columns as guessed, by column. */
export function guessedColumns({ columns }: FileColumns): ImportChoices['columns'] {
  const fields: NonNullable<ImportChoices['columns']>[number][] = [];
  for (const { column, guess } of columns) fields[column] = guess;
  return Array.from(fields, (field) => field ?? null);
}

/**
 * Opens a file and understands it; understands it anew when the user chooses otherwise. What comes back for an older
 * choice is dropped.
 */
export function useImport({ file, tasks, surroundings, memory, resumed }: Options) {
  const [state, setState] = useState<ImportState>(START);
  const [choices, setChoices] = useState<ImportChoices>(FIRST_CHOICES);
  const [repairs, setRepairs] = useState<ReadonlyMap<number, RowRepair>>(new Map());
  const newest = useRef(0);
  const outer = useRef({ surroundings, memory, repairs });
  useEffect(() => {
    outer.current = { surroundings, memory, repairs };
  }, [surroundings, memory, repairs]);
  const [failure, setFailure] = useState<Problem | null>(null);
  const writing = useRef<AbortController | null>(null);

  /** Looks at the sheet and below the header that were chosen. */
  const lookThere = useCallback(
    async (opened: OpenedFile, { sheet, header }: ImportChoices['look']): Promise<Result<OpenedFile, Problem>> => {
      let seen: Result<OpenedFile, Problem> = succeed(opened);
      if (sheet !== null) seen = await tasks.chooseSheet(sheet);
      if (seen.ok && header !== null) seen = await tasks.chooseHeader(header);
      return seen;
    },
    [tasks],
  );

  /** The columns as this choice of text reads them, with what is remembered of such files. */
  const seeColumns = useCallback(
    async (chosen: ImportChoices): Promise<{ columns: ColumnsSeen; chosen: ImportChoices }> => {
      const { areaBbox, editions } = outer.current.surroundings;
      const seen = await tasks.describeColumns({ convertLegacy: chosen.convertLegacy, areaBbox, editions });
      if (chosen.columns) return { columns: { ...seen, isRemembered: false }, chosen };
      const remembered = await outer.current.memory.readMapping(seen.shape);
      const mapping = remembered ?? { columns: guessedColumns(seen) };
      return { columns: { ...seen, isRemembered: remembered !== null }, chosen: { ...chosen, ...mapping } };
    },
    [tasks],
  );

  const understand = useCallback(
    async (opened: OpenedFile, wanted: ImportChoices, known: ColumnsSeen | null): Promise<void> => {
      newest.current += 1;
      const turn = newest.current;
      // Much is drawn at once: in slices, between which the page answers.
      const show = (next: ImportState): void => {
        if (turn === newest.current) startTransition(() => setState(next));
      };
      setState((before) =>
        before.stage === wanted.as || (before.stage === 'incidents' && wanted.as === 'incidents')
          ? { ...before, opened, isReviewing: true }
          : { stage: 'working', progress: { step: 'understanding', done: 0, total: 0 }, opened },
      );
      try {
        if (wanted.as === 'layer') {
          const layers = await tasks.readLayers(wanted.personalTexts, wanted.convertLegacy);
          show(
            layers.ok
              ? { stage: 'layer', opened, layers: layers.value, isReviewing: false }
              : { stage: 'refused', problem: layers.problem, opened },
          );
          return;
        }
        const { columns, chosen } = known ? { columns: known, chosen: wanted } : await seeColumns(wanted);
        if (turn !== newest.current) return;
        setChoices(chosen);
        const { swapPositions, convertLegacy, meridian, personalNumbers, values } = chosen;
        const preview = await tasks.reviewIncidents(
          {
            ...outer.current.surroundings,
            swapPositions,
            convertLegacy,
            meridian,
            personalNumbers,
            values,
            ...(chosen.columns ? { columns: chosen.columns } : {}),
            repairs: [...outer.current.repairs.values()],
          },
          (progress) =>
            setState((before) =>
              turn === newest.current && before.stage === 'working' ? { ...before, progress } : before,
            ),
        );
        if (preview.ok)
          show({ stage: 'incidents', opened, columns, preview: preview.value, problem: null, isReviewing: false });
        else if (preview.problem.kind === 'missingColumns')
          show({ stage: 'incidents', opened, columns, preview: null, problem: preview.problem, isReviewing: false });
        else show({ stage: 'refused', problem: preview.problem, opened });
      } catch (error) {
        show({ stage: 'refused', problem: toProblem(file.name, error), opened });
      }
    },
    [file, tasks, seeColumns],
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
        const first: ImportChoices = resumed?.choices ?? { ...FIRST_CHOICES, as: opened.value.suggestion };
        const mended = new Map((resumed?.repairs ?? []).map((repair) => [repair.row, repair]));
        outer.current = { ...outer.current, repairs: mended };
        setRepairs(mended);
        setChoices(first);
        const seen = await lookThere(opened.value, first.look);
        if (!isCurrent) return;
        if (seen.ok) await understand(seen.value, first, null);
        else setState({ stage: 'refused', problem: seen.problem, opened: opened.value });
      } catch (error) {
        if (isCurrent) setState({ stage: 'refused', problem: toProblem(file.name, error), opened: null });
      }
    };
    void open();
    return () => {
      isCurrent = false;
      newest.current += 1;
    };
  }, [file, tasks, resumed, understand, lookThere]);

  const choose = (change: Partial<ImportChoices>): void => {
    const { opened } = state;
    if (!opened) return;
    // Headers that are read in another way are other columns.
    const isOther = change.convertLegacy !== undefined || change.columns === null;
    const next = { ...choices, ...(isOther ? { columns: null, values: [] } : {}), ...change };
    setChoices(next);
    void understand(opened, next, state.stage === 'incidents' && !isOther ? state.columns : null);
  };

  /** Looks at another sheet, or below another header, and understands it anew: its columns and rows are others. */
  const reopen = async (look: ImportChoices['look']): Promise<void> => {
    if (!state.opened) return;
    newest.current += 1;
    const turn = newest.current;
    try {
      const seen = await lookThere(state.opened, look);
      if (turn !== newest.current) return;
      outer.current = { ...outer.current, repairs: new Map() };
      setRepairs(new Map());
      if (seen.ok) await understand(seen.value, { ...choices, look, columns: null, values: [] }, null);
      else setState((before) => ({ stage: 'refused', problem: seen.problem, opened: before.opened }));
    } catch (error) {
      setState((before) => ({ stage: 'refused', problem: toProblem(file.name, error), opened: before.opened }));
    }
  };

  /** Takes what the user did about rows. The newest about a row stands; a repair of nothing takes it back. */
  const repair = async (changed: readonly RowRepair[]): Promise<void> => {
    const next = new Map(outer.current.repairs);
    for (const each of changed) next.set(each.row, each);
    outer.current = { ...outer.current, repairs: next };
    setRepairs(next);
    const turn = newest.current;
    try {
      const preview = await tasks.repairRows(changed);
      setState((before) => (turn === newest.current && before.stage === 'incidents' ? { ...before, preview } : before));
    } catch (error) {
      setState({ stage: 'refused', problem: toProblem(file.name, error), opened: state.opened });
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

  return { state, choices, choose, reopen, repairs, repair, commit, cancelCommit, failure };
}
