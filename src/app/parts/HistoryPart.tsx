import { useEffect, useState } from 'react';
import { restoreVersion } from '../../commands';
import type { Incident } from '../../domain';
import { RecordHistory } from '../../features/incidents/table';
import { useMessages } from '../../i18n';
import type { RecordVersion } from '../../store';
import { useServices } from '../services';
import { useActions } from '../wiring/useActions';
import { useUnitName } from '../wiring/useUnitName';

/** What became of an incident, read from the journal once someone asks. */
export default function HistoryPart({ incident }: { readonly incident: Incident }) {
  const { store } = useServices();
  const { register } = useMessages();
  const actions = useActions();
  const unitName = useUnitName();
  const [versions, setVersions] = useState<readonly RecordVersion<Incident>[] | null>(null);
  const { id, rev } = incident;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision has another history
  useEffect(() => {
    const search = new AbortController();
    store
      .readRecordHistory('incidents', id, { signal: search.signal })
      .then((found) => !search.signal.aborted && setVersions(found))
      .catch((error: unknown) => console.error(error));
    return () => search.abort();
  }, [store, id, rev]);
  if (!versions) return <p className="gr-muted">{register.readingHistory}</p>;
  if (versions.length === 0) return <p className="gr-muted">{register.noHistory}</p>;
  return (
    <RecordHistory
      versions={versions}
      device={store.device}
      unitName={unitName}
      onRestore={(version) =>
        void actions.apply(
          restoreVersion({ incident, terms: store.terms.getSnapshot() }, { version }),
          { command: 'restoreVersion' },
          register.restored,
        )
      }
    />
  );
}
