import './activities.css';
import { Download } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { ActivityDraft, RecognisedActivities } from '../../analysis/import/activityTypes';
import type { Problem, Result } from '../../domain';
import { useFormat, useMessages } from '../../i18n';
import { activitiesWords } from '../../i18n/activitiesWords';
import { describeProblem } from '../../i18n/describeProblem';
import { useWords } from '../../i18n/useWords';
import { Button, Dialog, InlineMessage, ProgressBar, SimpleTable, Stat, StatRow, Switch, Tabs } from '../../ui';

export interface ActivityImportProps {
  readonly file: File;
  /** Reads the file in a worker. */
  readonly onRead: (file: File) => Promise<Result<RecognisedActivities, Problem>>;
  readonly unitName: (draft: ActivityDraft) => string;
  /** Simulated activities in the register; 0: nothing is asked about them. */
  readonly simulatedCount: number;
  /** Writes all in one commit; null: done. */
  readonly onImport: (activities: readonly ActivityDraft[], removeSimulated: boolean) => Promise<Problem | null>;
  readonly onSaveRejected: () => void;
  readonly onClose: () => void;
}

/** Of a file only so much is drawn; all of it is taken in. */
const SHOWN = 50;
const SHOWN_REJECTED = 500;

/** From a user's file to activities: what was understood, what was not and why, and one button. */
export function ActivityImport(props: ActivityImportProps) {
  const { file, onRead, simulatedCount, onImport, onClose } = props;
  const messages = useMessages();
  const words = useWords(activitiesWords);
  const format = useFormat();
  const [found, setFound] = useState<RecognisedActivities | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [removeSimulated, setRemoveSimulated] = useState(true);
  const [isBusy, setBusy] = useState(false);
  const read = useRef(onRead);
  useEffect(() => {
    let isCurrent = true;
    read.current(file).then(
      (result) => {
        if (!isCurrent) return;
        if (result.ok) setFound(result.value);
        else setProblem(result.problem);
      },
      (error: unknown) => isCurrent && setProblem({ kind: 'storageFailed', detail: String(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [file]);
  const count = found?.activities.length ?? 0;
  const take = async (): Promise<void> => {
    if (!found) return;
    setBusy(true);
    const refused = await onImport(found.activities, removeSimulated && simulatedCount > 0);
    setBusy(false);
    if (refused) setProblem(refused);
    else onClose();
  };
  const said = problem && describeProblem(messages, problem);
  return (
    <Dialog
      title={words.importTitle(file.name)}
      isOpen
      onClose={onClose}
      size="large"
      mustAnswer={isBusy}
      footer={
        <>
          <Button onPress={onClose}>{messages.common.cancel}</Button>
          {found && (
            <Button variant="primary" onPress={() => void take()} isDisabled={count === 0 || isBusy}>
              {words.importButton(format.count(count))}
            </Button>
          )}
        </>
      }
    >
      <div className="gr-Activities">
        {!found && !problem && <ProgressBar label={words.reading} share={null} />}
        {said && <InlineMessage tone="error" title={said.title} detail={said.detail} remedy={said.remedy} isLive />}
        {found && (
          <>
            <StatRow>
              <Stat label={words.rows} value={format.count(found.rows)} />
              <Stat label={words.usable} value={format.count(count)} />
              <Stat label={words.rejected} value={format.count(found.rejected.length)} />
            </StatRow>
            {found.emptyRows > 0 && <p className="gr-muted">{words.emptyRows(format.count(found.emptyRows))}</p>}
            {found.totalRows > 0 && <p className="gr-muted">{words.totalRows(format.count(found.totalRows))}</p>}
            {found.maskedNotes > 0 && <p className="gr-muted">{words.maskedNotes(format.count(found.maskedNotes))}</p>}
            {simulatedCount > 0 && (
              <Switch isSelected={removeSimulated} onChange={setRemoveSimulated}>
                {words.replaceSimulated}
              </Switch>
            )}
            <Tabs
              label={words.importTitle(file.name)}
              items={[
                {
                  id: 'rows',
                  title: words.rowsTab,
                  content: (
                    <SimpleTable
                      caption={words.rowsTab}
                      isCaptionHidden
                      columns={[
                        { id: 'row', title: words.row, align: 'end', text: ({ row }) => format.count(row) },
                        { id: 'day', title: words.day, text: ({ on }) => format.date(on) },
                        { id: 'unit', title: words.unit, text: props.unitName },
                        { id: 'kind', title: words.kind, text: ({ kind }) => words.kindName[kind] },
                        { id: 'count', title: words.count, align: 'end', text: (row) => format.count(row.count) },
                        { id: 'note', title: words.note, text: ({ note }) => note },
                      ]}
                      rows={found.activities.slice(0, SHOWN)}
                      rowKey={({ row, kind }) => `${row} ${kind}`}
                    />
                  ),
                },
                {
                  id: 'columns',
                  title: words.columnsTab,
                  content: (
                    <SimpleTable
                      caption={words.columnsTab}
                      isCaptionHidden
                      columns={[
                        { id: 'column', title: words.column, isRowHeader: true, text: ({ header }) => header },
                        { id: 'field', title: words.field, text: ({ field }) => words.fieldName[field] },
                      ]}
                      rows={found.columns}
                      rowKey={({ field }) => field}
                    />
                  ),
                },
                ...(found.rejected.length === 0
                  ? []
                  : [
                      {
                        id: 'rejected',
                        title: words.rejectedTab(format.count(found.rejected.length)),
                        content: (
                          <>
                            <Button icon={Download} onPress={props.onSaveRejected}>
                              {words.saveRejected}
                            </Button>
                            <SimpleTable
                              caption={words.rejected}
                              isCaptionHidden
                              columns={[
                                { id: 'row', title: words.row, align: 'end', text: ({ row }) => format.count(row) },
                                { id: 'reason', title: words.reason, text: ({ reason }) => words.reasons[reason] },
                                { id: 'text', title: words.text, text: ({ text }) => text },
                              ]}
                              rows={found.rejected.slice(0, SHOWN_REJECTED)}
                              rowKey={({ row }) => String(row)}
                            />
                          </>
                        ),
                      },
                    ]),
              ]}
            />
          </>
        )}
      </div>
    </Dialog>
  );
}
