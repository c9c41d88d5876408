import { useState } from 'react';
import type { Term } from '../../domain';
import { useFormat, useMessages, useTerms } from '../../i18n';
import { termsWords } from '../../i18n/termsWords';
import { useWords } from '../../i18n/useWords';
import { Button, Dialog, InlineMessage, ProgressBar, Select } from '../../ui';

export interface MergeFormProps {
  readonly term: Term;
  /** Those that may receive it. */
  readonly targets: readonly Term[];
  readonly uses: number;
  /** Gives null when it was done, else what went wrong, in words. */
  readonly onMerge: (
    into: Term['id'],
    onProgress: (done: number, total: number) => void,
    signal: AbortSignal,
  ) => Promise<string | null>;
  readonly onClose: () => void;
}

/** Asks into which other term one is merged, says how many incidents change, and how far it is. */
export function MergeForm({ term, targets, uses, onMerge, onClose }: MergeFormProps) {
  const { common } = useMessages();
  const words = useWords(termsWords);
  const terms = useTerms();
  const format = useFormat();
  const [into, setInto] = useState<string>(targets[0]?.id ?? '');
  const [running, setRunning] = useState<AbortController | null>(null);
  const [progress, setProgress] = useState<readonly [done: number, total: number]>([0, 0]);
  const [wrong, setWrong] = useState<string | null>(null);
  const target = targets.find(({ id }) => id === into);
  const [done, total] = progress;
  const merge = async (): Promise<void> => {
    if (!target) return;
    const abort = new AbortController();
    setRunning(abort);
    setWrong(null);
    const problem = await onMerge(target.id, (...now) => setProgress(now), abort.signal);
    setRunning(null);
    if (problem === null) onClose();
    else setWrong(problem);
  };
  return (
    <Dialog
      title={words.mergeTitle(terms.name(term.id))}
      isOpen
      onClose={onClose}
      size="small"
      mustAnswer={running !== null}
      footer={
        <>
          <Button onPress={() => (running ? running.abort() : onClose())}>{common.cancel}</Button>
          <Button variant="primary" onPress={() => void merge()} isDisabled={running !== null || !target}>
            {words.mergeDo}
          </Button>
        </>
      }
    >
      <div className="gr-Terms-form">
        <Select
          label={words.mergeTarget}
          options={targets.map(({ id }) => ({ id: id as string, title: terms.name(id) }))}
          value={into}
          onChange={setInto}
          isDisabled={running !== null}
        />
        {target && <p>{words.mergeCount(uses, format.count(uses), terms.name(target.id))}</p>}
        {running && (
          <ProgressBar
            label={words.merging}
            share={total === 0 ? null : done / total}
            detail={total === 0 ? '' : `${format.count(done)} / ${format.count(total)}`}
          />
        )}
        {wrong !== null && <InlineMessage tone="error" title={wrong} isLive />}
      </div>
    </Dialog>
  );
}
