import './places.css';
import { MapPin, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { PlaceFields } from '../../commands';
import type { Place, PlaceId } from '../../domain';
import { useFormat } from '../../i18n';
import { placesWords } from '../../i18n/placesWords';
import { useWords } from '../../i18n/useWords';
import { Button, Dialog, EmptyState, IconButton } from '../../ui';
import { PlaceForm } from './PlaceForm';

export interface PlacesDialogProps {
  readonly places: readonly Place[];
  /** Out of the way while something is pointed at on the map. */
  readonly isHidden: boolean;
  /** Lets the user point at the map; null: cancelled. */
  readonly onPick: () => Promise<Pick<PlaceFields, 'lng' | 'lat' | 'accuracyM'> | null>;
  /** Of no id: a new one. Gives null when it was saved, else what is wrong, in words. */
  readonly onSave: (id: PlaceId | null, fields: PlaceFields) => Promise<string | null>;
  readonly onRemove: (place: Place) => void;
  readonly onShow: (place: Place) => void;
  readonly onClose: () => void;
}

/** The places that users name themselves. */
export function PlacesDialog({ places, isHidden, onPick, onSave, onRemove, onShow, onClose }: PlacesDialogProps) {
  const words = useWords(placesWords);
  const format = useFormat();
  const [edited, setEdited] = useState<{ readonly id: PlaceId | null; readonly fields: PlaceFields } | null>(null);
  const add = async (): Promise<void> => {
    const picked = await onPick();
    if (picked) setEdited({ id: null, fields: { ...picked, name: '' } });
  };
  const move = async (): Promise<void> => {
    const picked = await onPick();
    if (picked) setEdited((before) => before && { ...before, fields: { ...before.fields, ...picked } });
  };
  if (isHidden) return null;
  if (edited) {
    const before = places.find(({ id }) => id === edited.id);
    return (
      <PlaceForm
        title={before ? words.editTitle(before.name) : words.addTitle}
        fields={edited.fields}
        onFields={(fields) => setEdited({ ...edited, fields })}
        onMove={() => void move()}
        onSave={(fields) => onSave(edited.id, fields)}
        onClose={() => setEdited(null)}
      />
    );
  }
  return (
    <Dialog title={words.title} isOpen onClose={onClose} size="medium">
      <div className="gr-Places">
        <p className="gr-muted">{words.note}</p>
        {places.length === 0 ? (
          <EmptyState title={words.empty} icon={MapPin} />
        ) : (
          <ul className="gr-PlainList gr-Places-list" aria-label={words.list}>
            {places.map((place) => {
              const { id, name, lng, lat, accuracyM } = place;
              return (
                <li key={id}>
                  <span className="gr-Places-name">
                    <span>{name}</span>
                    <span className="gr-muted gr-small gr-tabular">
                      {words.what(`${format.decimal(lat, 5)}, ${format.decimal(lng, 5)}`, format.distance(accuracyM))}
                    </span>
                  </span>
                  <IconButton icon={MapPin} size="small" label={words.show(name)} onPress={() => onShow(place)} />
                  <IconButton
                    icon={Pencil}
                    size="small"
                    label={words.edit(name)}
                    onPress={() => setEdited({ id, fields: { name, lng, lat, accuracyM } })}
                  />
                  <IconButton icon={Trash2} size="small" label={words.remove(name)} onPress={() => onRemove(place)} />
                </li>
              );
            })}
          </ul>
        )}
        <div>
          <Button icon={Plus} variant="primary" onPress={() => void add()}>
            {words.add}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
