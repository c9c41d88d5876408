import type { RefObject } from 'react';
import { v7 } from 'uuid';
import { addPlace, changePlace, removePlace } from '../../commands';
import type { PlaceId } from '../../domain';
import { PlacesDialog } from '../../features/places';
import { useMessages } from '../../i18n';
import { describeProblem } from '../../i18n/describeProblem';
import { placesWords } from '../../i18n/placesWords';
import { useWords } from '../../i18n/useWords';
import type { MapHandle } from '../../map/types';
import { useSession } from '../../store';
import { showToast } from '../../ui';
import { useServices } from '../services';
import { pickBehindDialog } from '../wiring/pickPosition';
import { useActions } from '../wiring/useActions';
import { useObservable } from '../wiring/useObservable';

export interface PlacesPartProps {
  readonly mapRef: RefObject<MapHandle | null>;
  readonly onClose: () => void;
}

/** The user's own gazetteer, joined to the register and the map. */
export default function PlacesPart({ mapRef, onClose }: PlacesPartProps) {
  const { store, toasts } = useServices();
  const messages = useMessages();
  const words = useWords(placesWords);
  const actions = useActions();
  const places = useObservable(store.places);
  const isPicking = useSession((session) => session.mode === 'pickPosition');
  return (
    <PlacesDialog
      places={places}
      isHidden={isPicking}
      onPick={() => pickBehindDialog(() => mapRef.current?.focus())}
      onSave={async (id, fields) => {
        const planned =
          id === null
            ? addPlace({ places }, { id: v7() as PlaceId, fields })
            : changePlace({ places }, { id, set: fields });
        const command = id === null ? 'addPlace' : 'changePlace';
        const result = planned.ok ? await store.commit(planned.value, { command }) : planned;
        if (!result.ok) {
          const { title, detail } = describeProblem(messages, result.problem);
          return [title, detail].filter(Boolean).join('. ');
        }
        showToast(toasts, {
          title: id === null ? words.added(fields.name) : words.changed(fields.name),
          action: { title: messages.common.undo, onAction: actions.undo },
        });
        return null;
      }}
      onRemove={(place) =>
        void actions.apply(removePlace({ place }), { command: 'removePlace' }, words.removed(place.name))
      }
      onShow={(place) => {
        onClose();
        mapRef.current?.flyTo({ lng: place.lng, lat: place.lat, zoom: 15 });
      }}
      onClose={onClose}
    />
  );
}
