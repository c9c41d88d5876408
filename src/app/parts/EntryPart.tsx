import { type RefObject, useEffect, useState } from 'react';
import { draftOf, type EntryDraft, type KeptDraft, readKeptDraft } from '../../features/entry';
import { useMessages } from '../../i18n';
import type { MapHandle, MapTheme } from '../../map/types';
import type { EntryRequest } from '../../store';
import { ProgressBar } from '../../ui';
import { useServices } from '../services';
import { ENTRY_DRAFT } from '../wiring/useDraftReminder';
import { EntryFlow } from './EntryFlow';

export interface EntryPartProps {
  readonly request: EntryRequest;
  readonly theme: MapTheme;
  readonly mapRef: RefObject<MapHandle | null>;
}

type Start =
  | { readonly kind: 'new'; readonly kept: KeptDraft | null }
  | { readonly kind: 'edit'; readonly draft: EntryDraft; readonly incident: NonNullable<Awaited<Incidents>[0]> };
type Incidents = ReturnType<ReturnType<typeof useServices>['store']['getIncidents']>;

/** The form for one incident, once what it begins with has been read. */
export default function EntryPart({ request, theme, mapRef }: EntryPartProps) {
  const { store } = useServices();
  const { boundaries } = useMessages();
  const [start, setStart] = useState<Start | 'missing' | null>(null);
  const id = request.kind === 'edit' ? request.id : null;
  useEffect(() => {
    let isCurrent = true;
    const look = async (): Promise<Start | 'missing'> => {
      if (id === null) return { kind: 'new', kept: readKeptDraft(await store.desk.read(ENTRY_DRAFT)) };
      const [incident] = await store.getIncidents([id]);
      return incident ? { kind: 'edit', draft: draftOf(incident), incident } : 'missing';
    };
    setStart(null);
    look().then(
      (found) => isCurrent && setStart(found),
      (error: unknown) => console.error(error),
    );
    return () => {
      isCurrent = false;
    };
  }, [id, store]);
  if (start === null) return <ProgressBar label={boundaries.loading} share={null} />;
  if (start === 'missing') return <p>{boundaries.notInRegister}</p>;
  return (
    <EntryFlow
      request={request}
      kept={start.kind === 'new' ? start.kept : null}
      incident={start.kind === 'edit' ? start.incident : null}
      theme={theme}
      mapRef={mapRef}
    />
  );
}
