import { useEffect, useRef, useState } from 'react';
import type { TermList } from '../../domain';
import { useFormat, useMessages, useTerms } from '../../i18n';
import { useSession } from '../../store';
import { Dialog, InlineMessage, ProgressBar } from '../../ui';
import type { ExportChoice } from '../../workers/exportTasks';
import { useServices } from '../services';
import { exportShown } from '../wiring/exportShown';
import { saveBlob } from '../wiring/saveBlob';
import { useActions } from '../wiring/useActions';
import { useUnitName } from '../wiring/useUnitName';
import { useZoneM } from '../wiring/useZoneM';

export type ExportFormat = 'csv' | 'csvSemicolon' | 'geojson';

const DIALECTS = {
  csv: { separator: ',', decimal: '.' },
  csvSemicolon: { separator: ';', decimal: ',' },
} as const;

export interface ExportPartProps {
  readonly format: ExportFormat;
  readonly onClose: () => void;
}

/** Writes the incidents shown to a file, saying how far it is, with a way out. */
export function ExportPart({ format, onClose }: ExportPartProps) {
  const { store, border, today } = useServices();
  const { importing, incidents, boundaries } = useMessages();
  const words = importing.export;
  const formatter = useFormat();
  const terms = useTerms();
  const namesIn = (list: TermList): Record<string, string> =>
    Object.fromEntries(terms.lists[list].map(({ id }) => [id, terms.name(id)]));
  const unitName = useUnitName();
  const zoneM = useZoneM();
  const actions = useActions();
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number } | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const { info } = border.view.getSnapshot();
  const begin = useRef((signal: AbortSignal): void => {
    if (!info || !zoneM) return;
    const suffix = format === 'csvSemicolon' ? words.semicolonSuffix : '';
    const name = `${words.fileName(today)}${suffix}.${format === 'geojson' ? 'geojson' : 'csv'}`;
    const choice: ExportChoice =
      format === 'geojson'
        ? { format: 'geojson', name: words.fileName(today) }
        : {
            format: 'csv',
            dialect: DIALECTS[format],
            // Just the words of the file: a function among them could not be sent to the worker.
            words: {
              headings: words.headings,
              positionMethod: words.positionMethod,
              caveat: words.caveat,
              simulated: words.simulated,
              real: words.real,
              yes: words.yes,
              no: words.no,
              category: namesIn('category'),
              kind: incidents.kindName,
              discovery: incidents.discoveryName,
              status: namesIn('status'),
              level: boundaries.levelLine,
            },
          };
    const zoneLayers = store.layers.getSnapshot().filter((layer) => layer.zoneM !== null);
    const { scope } = useSession.getState();
    exportShown({
      store,
      border,
      info,
      zoneM,
      scope,
      zoneLayers,
      unitName,
      choice,
      today,
      onProgress: (done, total) => setProgress({ done, total }),
      signal,
    })
      .then((file) => {
        if (!file || signal.aborted) return;
        saveBlob(file.blob, name);
        actions.say(words.done(formatter.count(file.count)));
        onClose();
      })
      .catch((error: unknown) => setFailure(String(error)));
  });

  useEffect(() => {
    const abort = new AbortController();
    begin.current(abort.signal);
    return () => abort.abort();
  }, []);

  return (
    <Dialog title={words.title} isOpen onClose={onClose} size="small">
      {failure === null ? (
        <ProgressBar
          label={words.writing}
          share={progress && progress.total > 0 ? progress.done / progress.total : null}
          detail={progress ? `${formatter.count(progress.done)} / ${formatter.count(progress.total)}` : ''}
          onCancel={onClose}
        />
      ) : (
        <InlineMessage tone="error" title={incidents.exportFailed} detail={failure} isLive />
      )}
    </Dialog>
  );
}
