import { useState } from 'react';
import type { DuplicateDecision, GivenPosition, RowRepair } from '../../analysis/import';
import { useFormat, useMessages } from '../../i18n';
import { describeProblem } from '../../i18n/describeProblem';
import { InlineMessage, ProgressBar, Tabs } from '../../ui';
import type { DecideFor, DuplicateSummary } from '../../workers/fileTasks';
import { BadRows, type BadRowsView } from './BadRows';
import { DuplicateRows } from './DuplicateRows';
import { FileQuestions } from './FileQuestions';
import type { ImportChoices, ImportSurroundings, ImportTasks, ReadIncidents } from './importTasks';
import { MappingTab } from './MappingTab';
import { FirstRowsTable, NoteList } from './PreviewTables';
import type { ImportState } from './useImport';

export type ReviewTab = 'rows' | 'mapping' | 'bad' | 'duplicates' | 'notes';

interface Props {
  readonly state: Extract<ImportState, { readonly stage: 'incidents' }>;
  readonly tasks: ImportTasks;
  readonly surroundings: ImportSurroundings;
  readonly choices: ImportChoices;
  readonly onChoose: (change: Partial<ImportChoices>) => void;
  readonly onStartAfresh: () => void;
  readonly newId: () => string;
  readonly repairs: ReadonlyMap<number, RowRepair>;
  readonly onRepair: (repairs: readonly RowRepair[]) => Promise<void>;
  readonly duplicates: DuplicateSummary | null;
  readonly isLooking: boolean;
  readonly onDecide: (target: DecideFor, decision: DuplicateDecision) => Promise<void>;
  readonly readIncidents: ReadIncidents;
  readonly tab: ReviewTab | null;
  readonly onTab: (tab: ReviewTab) => void;
  readonly badRows: BadRowsView;
  readonly onBadRows: (view: BadRowsView) => void;
  readonly pickPosition: () => Promise<GivenPosition | null>;
  readonly simulatedCount: number;
  readonly simulatedActivities: number;
  readonly removeSimulated: boolean;
  readonly onRemoveSimulated: (isOn: boolean) => void;
  readonly unitName: (code: string) => string;
  readonly onSaveRejected: () => void;
}

/** What was understood of a table: counts, questions that only the user can answer, columns, faulty rows, duplicates, the rows. */
export function IncidentReview(props: Props) {
  const { state, choices, onChoose, duplicates, tasks } = props;
  const { columns, preview, isReviewing } = state;
  const messages = useMessages();
  const { importing: words, intake } = messages;
  const format = useFormat();
  const [firstTab] = useState<ReviewTab>(preview === null ? 'mapping' : preview.counts.usable === 0 ? 'bad' : 'rows');
  const bad = preview ? preview.badRows : 0;
  const notes = preview?.notes.length ?? 0;
  const guessed = columns.columns.filter(
    ({ column, guess, guessedBy }) => guessedBy === 'content' && guess !== null && choices.columns?.[column] === guess,
  );
  const items = [
    ...(preview && preview.counts.usable > 0
      ? [
          {
            id: 'rows' as const,
            title: words.firstRows,
            content: (
              <FirstRowsTable preview={preview} unitName={props.unitName} newCategories={choices.newCategories} />
            ),
          },
        ]
      : []),
    {
      id: 'mapping' as const,
      title: intake.tab.mapping,
      content: (
        <MappingTab
          columns={columns}
          preview={preview}
          choices={choices}
          surroundings={props.surroundings}
          newId={props.newId}
          onChoose={onChoose}
          onStartAfresh={props.onStartAfresh}
        />
      ),
    },
    ...(preview && bad > 0
      ? [
          {
            id: 'bad' as const,
            title: intake.tab.bad(format.count(preview.counts.rows - preview.counts.usable)),
            content: (
              <BadRows
                tasks={tasks}
                preview={preview}
                repairs={props.repairs}
                onRepair={props.onRepair}
                onSaveRejected={props.onSaveRejected}
                view={props.badRows}
                onView={props.onBadRows}
                pickPosition={props.pickPosition}
              />
            ),
          },
        ]
      : []),
    ...(duplicates && duplicates.rows > 0
      ? [
          {
            id: 'duplicates' as const,
            title: intake.tab.duplicates(format.count(duplicates.rows)),
            content: (
              <DuplicateRows
                tasks={tasks}
                summary={duplicates}
                readIncidents={props.readIncidents}
                unitName={props.unitName}
                onDecide={props.onDecide}
              />
            ),
          },
        ]
      : []),
    ...(preview && notes > 0
      ? [{ id: 'notes' as const, title: words.notesTab(format.count(notes)), content: <NoteList preview={preview} /> }]
      : []),
  ];
  const wanted = props.tab ?? firstTab;
  const selected = items.some(({ id }) => id === wanted) ? wanted : (items[0]?.id ?? 'mapping');
  const problem = state.problem ? describeProblem(messages, state.problem) : null;
  return (
    <>
      {columns.isRemembered && preview && <p className="gr-Import-hint">{intake.remembered.title}</p>}
      {problem && (
        <InlineMessage tone="error" title={problem.title} detail={problem.detail} remedy={problem.remedy} isLive />
      )}
      {guessed.length > 0 && preview && (
        <InlineMessage
          tone="info"
          title={intake.columns.guessed(
            guessed
              .map(
                ({ header, column, guess }) =>
                  `${header || intake.columns.nameless(format.count(column + 1))} → ${guess ? words.field[guess] : ''}`,
              )
              .join('; '),
          )}
        />
      )}
      {preview && (
        <FileQuestions
          preview={preview}
          isReviewing={isReviewing}
          choices={choices}
          onChoose={onChoose}
          simulatedCount={props.simulatedCount}
          simulatedActivities={props.simulatedActivities}
          removeSimulated={props.removeSimulated}
          onRemoveSimulated={props.onRemoveSimulated}
        />
      )}
      <Tabs label={words.tabs} items={items} selected={selected} onSelect={props.onTab} />
      {props.isLooking && <ProgressBar label={intake.duplicates.looking} share={null} />}
      <p className="gr-Import-hint">{words.undoHint}</p>
    </>
  );
}
