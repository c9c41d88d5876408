import './import.css';
import { useState } from 'react';
import type { Problem } from '../../domain';
import { useFormat, useMessages } from '../../i18n';
import { describeProblem } from '../../i18n/describeProblem';
import { Button, Dialog, InlineMessage, ProgressBar, SegmentedControl, Switch } from '../../ui';
import type { FileProgress } from '../../workers/fileTasks';
import { IncidentReview } from './IncidentReview';
import type { ImportSurroundings, ImportTasks, IncidentImport, LayerImport } from './importTasks';
import { LayerReview, layerNames } from './LayerReview';
import { SheetChoice } from './SheetChoice';
import { type CommitProgress, useImport } from './useImport';
import { useTopRows } from './useTopRows';

export interface ImportDialogProps {
  /** The chosen or dropped file. */
  readonly file: File;
  readonly tasks: ImportTasks;
  readonly surroundings: ImportSurroundings;
  /** Simulated incidents in the register; 0: nothing is asked about them. */
  readonly simulatedCount: number;
  /** Name of a unit by its code, for the preview. */
  readonly unitName: (code: string) => string;
  /** Writes all in one commit; null: done. */
  readonly onImportIncidents: (input: IncidentImport) => Promise<Problem | null>;
  readonly onImportLayers: (layers: readonly LayerImport[]) => Promise<Problem | null>;
  readonly onSaveBlob: (blob: Blob, name: string) => void;
  /** Asks for another file. */
  readonly onPickAnother: () => void;
  /** Closed or cancelled: the worker that reads is to be ended. */
  readonly onClose: () => void;
}

/** From a user's file to incidents or layers: reads it, shows what was understood, and takes it in with one button. */
export function ImportDialog(props: ImportDialogProps) {
  const { file, tasks, surroundings, simulatedCount, onClose, onPickAnother } = props;
  const messages = useMessages();
  const words = messages.importing;
  const format = useFormat();
  const { state, choices, choose, reopen, commit, cancelCommit, failure } = useImport(file, tasks, surroundings);
  const [removeSimulated, setRemoveSimulated] = useState(true);
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const top = useTopRows(state.opened, tasks);
  const isWriting = state.stage === 'working' && state.progress.step === 'committing';

  const importIncidents = async (count: number): Promise<void> => {
    const isDone = await commit((onProgress, signal) =>
      props.onImportIncidents({
        file: file.name,
        count,
        take: tasks.takeIncidents,
        removeSimulated: removeSimulated && simulatedCount > 0,
        onProgress,
        signal,
      }),
    );
    if (isDone) onClose();
  };
  const parts = state.stage === 'layer' ? state.layers.parts : [];
  const namedParts = layerNames(file.name, parts, names, words.layerSuffix);
  const importLayers = async (): Promise<void> => {
    const layers = parts.map((part, i) => ({ name: (namedParts[i] ?? '').normalize('NFC').trim(), part }));
    if (await commit(() => props.onImportLayers(layers))) onClose();
  };
  const saveRejected = async (): Promise<void> => {
    const headings = { row: words.row, reason: words.reason, text: words.text };
    props.onSaveBlob(await tasks.rejectedCsv(headings, words.rejectReason), words.rejectedFile(file.name));
  };

  return (
    <Dialog
      title={words.titleOf(file.name)}
      isOpen
      onClose={onClose}
      size={state.stage === 'incidents' ? 'large' : 'medium'}
      mustAnswer={isWriting}
      footer={
        isWriting ? (
          <Button onPress={cancelCommit}>{messages.common.cancel}</Button>
        ) : (
          <>
            {state.stage === 'refused' && <Button onPress={onPickAnother}>{words.pickAnother}</Button>}
            <Button onPress={onClose}>{messages.common.cancel}</Button>
            {state.stage === 'incidents' && (
              <Button
                variant="primary"
                isDisabled={state.preview.counts.usable === 0 || state.isReviewing}
                onPress={() => void importIncidents(state.preview.counts.usable)}
              >
                {state.preview.counts.usable === 0
                  ? words.importNothing
                  : words.importButton(format.count(state.preview.counts.usable))}
              </Button>
            )}
            {state.stage === 'layer' && (
              <Button
                variant="primary"
                isDisabled={state.isReviewing || namedParts.some((name) => name.trim() === '')}
                onPress={() => void importLayers()}
              >
                {words.addLayers(format.count(parts.length))}
              </Button>
            )}
          </>
        )
      }
    >
      <div className="gr-Import">
        {state.opened?.canBeLayer && !isWriting && (
          <SegmentedControl
            label={words.openAs}
            segments={[
              { id: 'incidents', title: words.openAsName.incidents },
              { id: 'layer', title: words.openAsName.layer },
            ]}
            value={choices.as}
            onChange={(as) => choose({ as })}
          />
        )}
        {state.opened && !state.opened.canBeLayer && !isWriting && (
          <SheetChoice
            opened={state.opened}
            top={top}
            isDisabled={state.stage === 'working' || (state.stage !== 'refused' && state.isReviewing)}
            onSheet={(name) => void reopen(() => tasks.chooseSheet(name))}
            onHeader={(rowIndex) => void reopen(() => tasks.chooseHeader(rowIndex))}
          />
        )}
        {state.opened?.legacy && !isWriting && (
          <Switch
            isSelected={choices.convertLegacy}
            onChange={(convertLegacy) => choose({ convertLegacy })}
            hint={state.opened.legacy.samples.map(({ before, after }) => words.legacySample(before, after)).join(' ')}
          >
            {words.legacy[state.opened.legacy.font]}
          </Switch>
        )}
        {failure && <Refused problem={failure} />}
        {state.stage === 'working' && <Working progress={state.progress} />}
        {state.stage === 'refused' && <Refused problem={state.problem} />}
        {state.stage === 'incidents' && (
          <IncidentReview
            preview={state.preview}
            isReviewing={state.isReviewing}
            choices={choices}
            onChoose={choose}
            simulatedCount={simulatedCount}
            removeSimulated={removeSimulated}
            onRemoveSimulated={setRemoveSimulated}
            unitName={props.unitName}
            onSaveRejected={() => void saveRejected()}
          />
        )}
        {state.stage === 'layer' && (
          <LayerReview
            layers={state.layers}
            names={namedParts}
            isReviewing={state.isReviewing}
            personalTexts={choices.personalTexts}
            onPersonalTexts={(personalTexts) => choose({ personalTexts })}
            onName={(geometry, name) => setNames((before) => ({ ...before, [geometry]: name }))}
          />
        )}
      </div>
    </Dialog>
  );
}

function Working({ progress }: { readonly progress: FileProgress | CommitProgress }) {
  const { importing: words } = useMessages();
  const format = useFormat();
  const { step, done, total } = progress;
  const isBytes = step === 'reading';
  const text = (value: number): string => (isBytes ? format.decimal(value / 1_000_000, 1) : format.count(value));
  // Characters are what is counted while rows are split: they tell a share, but nothing to read.
  const detail =
    total === 0 || step === 'parsing'
      ? ''
      : (isBytes ? words.progressBytes : words.progressRows)(text(done), text(total));
  return (
    <ProgressBar
      label={words.step[step]}
      share={total === 0 ? null : done / total}
      {...(detail === '' ? {} : { detail })}
    />
  );
}

function Refused({ problem }: { readonly problem: Problem }) {
  const messages = useMessages();
  const { title, detail, remedy } = describeProblem(messages, problem);
  return <InlineMessage tone="error" title={title} detail={detail} remedy={remedy} isLive />;
}
