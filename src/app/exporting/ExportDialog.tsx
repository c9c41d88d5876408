import { useRef, useState } from 'react';
import { LEAST_COUNT } from '../../analysis/mask/suppressCells';
import { useFormat, useLanguage, useMessages } from '../../i18n';
import { exportWords } from '../../i18n/exportWords';
import { Button, Dialog, InlineMessage, ProgressBar } from '../../ui';
import { saveBlob } from '../wiring/saveBlob';
import { useActions } from '../wiring/useActions';
import { ExportForm } from './ExportForm';
import type { ExportOptions } from './exportOptions';
import { useExport } from './useExport';

export interface ExportDialogProps {
  readonly onClose: () => void;
}

/** Asks what leaves, for whom and in which form, and writes it, saying how far it is, with a way out. */
export default function ExportDialog({ onClose }: ExportDialogProps) {
  const { incidents } = useMessages();
  const language = useLanguage();
  const words = exportWords[language];
  const format = useFormat();
  const actions = useActions();
  const [options, setOptions] = useState<ExportOptions>({
    format: 'xlsx',
    tier: 'internal',
    selection: 'shown',
    language,
    vn2000: 'none',
  });
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number } | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const running = useRef<AbortController | null>(null);
  const { isReady, name, count, simulated, summary, write } = useExport(options);
  const isTooFew = options.tier === 'public' && count < LEAST_COUNT;
  const canSave = isReady && count > 0 && !isTooFew;

  const close = (): void => {
    running.current?.abort();
    onClose();
  };
  const save = (): void => {
    const abort = new AbortController();
    running.current = abort;
    setFailure(null);
    setProgress({ done: 0, total: 0 });
    write({ onProgress: (done, total) => setProgress({ done, total }), signal: abort.signal })
      .then((file) => {
        if (!file || abort.signal.aborted) return;
        saveBlob(file.blob, file.name);
        const leftOut = file.leftOut > 0 ? ` ${words.leftOut(format.count(file.leftOut))}` : '';
        actions.say(`${words.done(format.count(file.count))}${leftOut}`);
        onClose();
      })
      .catch((error: unknown) => {
        if (abort.signal.aborted) return;
        setProgress(null);
        setFailure(String(error));
      });
  };

  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={close}
      footer={
        progress === null && (
          <>
            <Button onPress={close}>{words.cancel}</Button>
            <Button variant="primary" onPress={save} isDisabled={!canSave}>
              {words.save}
            </Button>
          </>
        )
      }
    >
      {progress === null ? (
        <div className="gr-Stack">
          {failure !== null && <InlineMessage tone="error" title={incidents.exportFailed} detail={failure} isLive />}
          <ExportForm
            words={words}
            options={options}
            onChange={setOptions}
            shown={format.count(summary?.shown ?? 0)}
            all={format.count(summary?.total ?? 0)}
          />
          {simulated > 0 && <InlineMessage tone="info" title={words.simulatedWarning(format.count(simulated))} />}
          {isReady && count === 0 && <InlineMessage tone="warn" title={words.nothing} />}
          {isTooFew && count > 0 && <InlineMessage tone="warn" title={words.tooFewForPublic} />}
          <p className="gr-Export-name">{words.willWrite(name)}</p>
        </div>
      ) : (
        <ProgressBar
          label={words.writing}
          share={progress.total > 0 ? progress.done / progress.total : null}
          detail={progress.total > 0 ? `${format.count(progress.done)} / ${format.count(progress.total)}` : ''}
          onCancel={close}
        />
      )}
    </Dialog>
  );
}
