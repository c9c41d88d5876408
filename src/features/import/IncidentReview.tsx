import { Download } from 'lucide-react';
import { useFormat, useMessages } from '../../i18n';
import { Button, InlineMessage, RadioGroup, Stat, StatRow, Switch, Tabs } from '../../ui';
import type { IncidentPreview } from '../../workers/fileTasks';
import { ColumnTable, FirstRowsTable, NoteList, RejectedTable } from './PreviewTables';
import type { ImportChoices } from './useImport';

interface Props {
  readonly preview: IncidentPreview;
  /** The file is being looked through again for another choice; what is shown is of the one before. */
  readonly isReviewing: boolean;
  readonly choices: ImportChoices;
  readonly onChoose: (change: Partial<ImportChoices>) => void;
  readonly simulatedCount: number;
  readonly removeSimulated: boolean;
  readonly onRemoveSimulated: (isOn: boolean) => void;
  readonly unitName: (code: string) => string;
  readonly onSaveRejected: () => void;
}

/** What was understood of a table: counts, questions that only the user can answer, and the rows themselves. */
export function IncidentReview(props: Props) {
  const { preview, isReviewing, choices, onChoose } = props;
  const { importing: words } = useMessages();
  const format = useFormat();
  const { counts, notes, metric } = preview;
  const rejected = counts.rows - counts.usable;
  const swapped = counts.rejected.swappedPosition ?? 0;
  /** The switch mends what the file has wrong. */
  const canSwap = swapped > 0 && !choices.swapPositions;
  const personal =
    (notes.find(({ kind }) => kind === 'personalNumberMasked')?.count ?? 0) + (counts.rejected.personalNumber ?? 0);
  const columnCount = preview.mapping.length + preview.ignored.length;
  const rejectedTab = {
    id: 'rejected',
    title: words.rejectedRows(format.count(rejected)),
    content: (
      <>
        <Button icon={Download} onPress={props.onSaveRejected}>
          {words.downloadRejected}
        </Button>
        <RejectedTable preview={preview} total={rejected} />
      </>
    ),
  };
  const rowsTab = {
    id: 'rows',
    title: words.firstRows,
    content: <FirstRowsTable preview={preview} unitName={props.unitName} />,
  };
  const notesTab = {
    id: 'notes',
    title: words.notesTab(format.count(notes.length)),
    content: <NoteList preview={preview} />,
  };
  return (
    <>
      <section aria-label={words.counts} aria-busy={isReviewing}>
        <StatRow>
          <Stat label={words.rows} value={format.count(counts.rows)} />
          <Stat label={words.usable} value={format.count(counts.usable)} />
          <Stat label={words.rejected} value={format.count(rejected)} />
          <Stat label={words.cases} value={format.count(counts.criminal)} />
          <Stat label={words.violations} value={format.count(counts.administrative)} />
          <Stat label={words.persons} value={format.count(counts.persons)} />
          <Stat label={words.withUnit} value={format.count(counts.withUnit)} />
        </StatRow>
      </section>
      {counts.usable === 0 && (
        <InlineMessage
          tone={canSwap ? 'info' : 'error'}
          title={canSwap ? words.noneUsableSwapped : words.noneUsable}
          isLive
        />
      )}
      <div role="status" className="gr-Import-hint">
        {isReviewing ? words.reviewing : ''}
      </div>
      {(swapped > 0 || choices.swapPositions) && (
        <Switch
          isSelected={choices.swapPositions}
          onChange={(swapPositions) => onChoose({ swapPositions })}
          isDisabled={isReviewing}
          hint={choices.swapPositions ? words.swapOn : words.swapHint(format.count(swapped))}
        >
          {words.swap}
        </Switch>
      )}
      {metric && (
        <RadioGroup
          label={words.metricTitle(format.count(metric.rows))}
          hint={metric.inside.every(({ rows }) => rows === metric.inside[0]?.rows) ? words.metricTie : words.metricHint}
          options={metric.inside.map(({ meridian, rows }) => ({
            id: String(meridian),
            title: words.meridian[meridian],
            hint: words.metricInside(format.count(rows)),
          }))}
          value={String(metric.meridian)}
          onChange={(id) =>
            onChoose({ meridian: metric.inside.find(({ meridian }) => String(meridian) === id)?.meridian ?? null })
          }
          isDisabled={isReviewing}
        />
      )}
      {personal > 0 && (
        <RadioGroup
          label={words.personalTitle(format.count(personal))}
          hint={words.personalHint}
          options={[
            { id: 'mask', title: words.personal.mask },
            { id: 'skip', title: words.personal.skip },
          ]}
          value={choices.personalNumbers}
          onChange={(personalNumbers) => onChoose({ personalNumbers })}
          isDisabled={isReviewing}
        />
      )}
      {props.simulatedCount > 0 && (
        <Switch
          isSelected={props.removeSimulated}
          onChange={props.onRemoveSimulated}
          hint={words.replaceSimulatedHint(format.count(props.simulatedCount))}
        >
          {words.replaceSimulated}
        </Switch>
      )}
      <Tabs
        label={words.tabs}
        items={[
          ...(counts.usable === 0 ? [] : [rowsTab]),
          {
            id: 'columns',
            title: words.columns(format.count(columnCount)),
            content: <ColumnTable preview={preview} />,
          },
          ...(rejected === 0 ? [] : [rejectedTab]),
          ...(notes.length === 0 ? [] : [notesTab]),
        ]}
      />
      <p className="gr-Import-hint">{words.undoHint}</p>
    </>
  );
}
