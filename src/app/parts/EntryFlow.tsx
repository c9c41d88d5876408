import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { v7 } from 'uuid';
import { editionOn } from '../../analysis/editionOn';
import { addIncident, editIncidents } from '../../commands';
import type { Incident, IncidentId } from '../../domain';
import {
  DraftOffer,
  draftOf,
  type EntryDraft,
  EntryForm,
  isWorthKeeping,
  type KeptDraft,
  newDraft,
  nextDraft,
  readEntry,
} from '../../features/entry';
import { entryWords } from '../../i18n/entryWords';
import { useWords } from '../../i18n/useWords';
import type { MapHandle, MapTheme } from '../../map/types';
import { type EntryRequest, useSession } from '../../store';
import { useServices } from '../services';
import { focusRegion } from '../shell/focusRegion';
import { pickPosition } from '../wiring/pickPosition';
import { useActions } from '../wiring/useActions';
import { ENTRY_DRAFT } from '../wiring/useDraftReminder';
import { readEditionUnits, useEditionUnits } from '../wiring/useEditionUnits';
import { useFalls } from '../wiring/useFalls';
import { findHolder, useHolder } from '../wiring/useHolder';
import { usePlaceReader } from '../wiring/usePlaceReader';
import { wallClockNow } from '../wiring/wallClock';

const KEEP_MS = 300;

export interface EntryFlowProps {
  readonly request: EntryRequest;
  /** What lies on the desk from another time. */
  readonly kept: KeptDraft | null;
  /** The record to edit; null: a new one. */
  readonly incident: Incident | null;
  readonly theme: MapTheme;
  readonly mapRef: RefObject<MapHandle | null>;
}

function firstDraft({ request, kept, incident }: EntryFlowProps): EntryDraft {
  if (incident) return draftOf(incident);
  if (request.kind === 'new' && request.resume && kept) return kept.draft;
  const place = request.kind === 'new' ? request.place : null;
  const found = request.kind === 'new' ? request.discoveredAt : undefined;
  return {
    ...newDraft(found ?? wallClockNow()),
    place: place && { ...place, method: 'map' },
    ...(found && { discovery: 'discovered' as const }),
  };
}

/** The form joined to the register, the map and the desk. */
export function EntryFlow(props: EntryFlowProps) {
  const { request, incident, theme, mapRef } = props;
  const { store, border } = useServices();
  const words = useWords(entryWords);
  const actions = useActions();
  const [draft, setDraft] = useState(() => firstDraft(props));
  const [offered, setOffered] = useState(request.kind === 'new' && !request.resume ? props.kept : null);
  const [keptDraft, setKeptDraft] = useState<EntryDraft | null>(null);
  const isPicking = useSession((session) => session.mode === 'pickPosition');
  const editions = useEditionUnits();
  const edition = editions && editionOn(editions, draft.day);
  const place = draft.hasNoPlace ? null : draft.place;
  const holder = useHolder(edition, place);
  const falls = useFalls(place, holder === null ? null : holder?.name);
  const readPlace = usePlaceReader();
  const change = (part: Partial<EntryDraft>): void => setDraft((before) => ({ ...before, ...part }));
  const isNew = incident === null;

  useEffect(() => {
    useSession.getState().setDraftPlace(place);
    return () => useSession.getState().setDraftPlace(null);
  }, [place]);

  // Another place pressed on the map while the form is open is the place of this one.
  const pressed = request.place;
  const firstPressed = useRef(pressed);
  useEffect(() => {
    if (pressed === firstPressed.current) return;
    firstPressed.current = pressed;
    if (pressed) setDraft((before) => ({ ...before, hasNoPlace: false, place: { ...pressed, method: 'map' } }));
  }, [pressed]);

  // While a draft of another time waits for its answer, it is what the desk keeps.
  const isKept = isNew && offered === null;
  useEffect(() => {
    if (!isKept || !isWorthKeeping(draft)) return undefined;
    const keep = async (): Promise<void> => {
      const written = await store.desk.write(ENTRY_DRAFT, { keptAt: wallClockNow(), draft });
      if (written.ok) setKeptDraft(draft);
    };
    const timer = setTimeout(() => void keep(), KEEP_MS);
    return () => clearTimeout(timer);
  }, [isKept, draft, store]);

  const units = useMemo(
    () =>
      edition
        ? [...edition.units].sort((a, b) => Number(b.isCore) - Number(a.isCore) || a.name.localeCompare(b.name, 'vi'))
        : [],
    [edition],
  );
  const { faults } = readEntry(draft, { now: wallClockNow(), holder: null });

  const close = (): void => {
    if (isPicking) useSession.getState().setMode('browse');
    // The form goes, and what has the focus with it: the panel stays.
    focusRegion('panel');
    useSession.getState().openEntry(null);
  };
  const showPlace = (found: { readonly lng: number; readonly lat: number }): void => {
    const [west, south, east, north] = mapRef.current?.view()?.bbox ?? [0, 0, 0, 0];
    const isInSight = found.lng >= west && found.lng <= east && found.lat >= south && found.lat <= north;
    if (!isInSight) mapRef.current?.flyTo(found);
  };
  const pick = async (): Promise<void> => {
    mapRef.current?.focus();
    const picked = await pickPosition();
    if (picked) change({ place: { ...picked, method: 'map' } });
  };
  const save = async (next: boolean): Promise<boolean> => {
    // Whoever is quick saves before it is known what holds the position.
    const inForce = editionOn(editions ?? (await readEditionUnits({ store, border })), draft.day);
    const here = place && inForce ? await findHolder(border, inForce, place) : null;
    const read = readEntry(draft, { now: wallClockNow(), holder: here?.code ?? null });
    if (!read.fields) return false;
    const id = incident?.id ?? (v7() as IncidentId);
    const now = wallClockNow();
    const isDone = incident
      ? await actions.apply(
          editIncidents({ incidents: [incident] }, { set: read.fields, now }),
          { command: 'editIncident' },
          words.changed,
        )
      : await actions.apply(addIncident({ id, fields: read.fields, now }), { command: 'addIncident' }, words.saved);
    if (!isDone) return false;
    if (isKept) await store.desk.clear(ENTRY_DRAFT);
    if (next) setDraft(nextDraft(draft));
    else {
      close();
      useSession.getState().select({ type: 'incident', id });
    }
    return true;
  };
  return (
    <div className="gr-PanelPart">
      {offered && (
        <DraftOffer
          kept={offered}
          onResume={() => {
            setDraft(offered.draft);
            setOffered(null);
          }}
          onDiscard={() => {
            setOffered(null);
            void store.desk.clear(ENTRY_DRAFT);
          }}
        />
      )}
      <EntryForm
        isEdit={!isNew}
        isKept={keptDraft === draft}
        draft={draft}
        onChange={change}
        faults={faults}
        units={units}
        holderName={holder?.name ?? null}
        theme={theme}
        isPicking={isPicking}
        onPick={() => void pick()}
        onRead={async (text) => {
          const reading = await readPlace(text, {
            day: draft.day,
            unitCode: draft.unit === 'byPlace' ? null : draft.unit,
          });
          const first = typeof reading === 'string' ? null : 'lng' in reading ? reading : reading[0]?.place;
          if (first) showPlace(first);
          return reading;
        }}
        falls={falls}
        onSave={save}
        onClose={close}
      />
    </div>
  );
}
