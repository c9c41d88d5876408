import { Crosshair } from 'lucide-react';
import { useState } from 'react';
import { useFormat } from '../../i18n';
import { entryWords } from '../../i18n/entryWords';
import { useWords } from '../../i18n/useWords';
import { Button, Checkbox, NumberField, RadioGroup, TextField } from '../../ui';
import type { EntryDraft, EntryPlace } from './entryDraft';

export type PlaceFault = 'unreadable' | 'notFound' | 'outside' | 'linkWithoutPlace';
export interface PlaceCandidate {
  readonly id: string;
  readonly name: string;
  /** The larger area that holds it; null where that is not known. */
  readonly within: string | null;
  readonly place: EntryPlace;
}
/** What a typed place was understood as: one, several to choose from, or nothing and why. */
export type PlaceReading = EntryPlace | readonly PlaceCandidate[] | PlaceFault;

export interface WhereFieldsProps {
  readonly draft: EntryDraft;
  readonly onChange: (change: Partial<EntryDraft>) => void;
  readonly isPicking: boolean;
  readonly onPick: () => void;
  readonly onRead: (text: string) => Promise<PlaceReading>;
  readonly error: string | null;
  /** Where the position falls, in words. */
  readonly falls: readonly string[];
}

const isFault = (reading: PlaceReading): reading is PlaceFault => typeof reading === 'string';
const isList = (reading: PlaceReading): reading is readonly PlaceCandidate[] => Array.isArray(reading);

/** Where it happened: pointed at, typed, or not known; and what that means. */
export function WhereFields(props: WhereFieldsProps) {
  const { draft, onChange, isPicking, onPick, onRead, error, falls } = props;
  const words = useWords(entryWords);
  const format = useFormat();
  const [fault, setFault] = useState<PlaceFault | null>(null);
  const [candidates, setCandidates] = useState<readonly PlaceCandidate[]>([]);
  const { place, placeText, hasNoPlace } = draft;

  const find = async (): Promise<void> => {
    if (placeText.trim() === '') return;
    const reading = await onRead(placeText);
    setFault(isFault(reading) ? reading : null);
    setCandidates(isList(reading) ? reading : []);
    if (isFault(reading)) return;
    const found = isList(reading) ? reading[0]?.place : reading;
    if (found) onChange({ place: found, ...(isList(reading) ? {} : { placeText: '' }) });
  };
  const chosen = candidates.find((candidate) => candidate.place === place);
  return (
    <fieldset className="gr-Entry-group">
      <legend className="gr-Field-label">{words.where}</legend>
      {!hasNoPlace && (
        <>
          <Button icon={Crosshair} onPress={onPick} isWide isDisabled={isPicking}>
            {isPicking ? words.picking : place ? words.pickAgain : words.pick}
          </Button>
          <div className="gr-Entry-find">
            <TextField
              label={words.placeText}
              value={placeText}
              onChange={(text) => {
                setFault(null);
                setCandidates([]);
                onChange({ placeText: text });
              }}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || placeText.trim() === '') return;
                event.preventDefault();
                void find();
              }}
              hint={words.placeHint}
              error={fault ? words.placeFaults[fault] : error}
              maxLength={1_000}
            />
            <Button onPress={() => void find()} isDisabled={placeText.trim() === ''}>
              {words.findPlace}
            </Button>
          </div>
          {candidates.length > 0 && (
            <RadioGroup
              label={words.candidates}
              options={candidates.map(({ id, name, within, place: { accuracyM } }) => ({
                id,
                title: name,
                hint: [within && words.within(within), accuracyM !== null && words.radius(format.distance(accuracyM))]
                  .filter(Boolean)
                  .join(', '),
              }))}
              value={chosen?.id ?? ''}
              onChange={(id) => onChange({ place: candidates.find((candidate) => candidate.id === id)?.place ?? null })}
            />
          )}
          {place && (
            <>
              <div role="status" className="gr-Entry-falls">
                {falls.map((line, i) =>
                  i === 0 ? <strong key={line}>{line}</strong> : <span key={line}>{line}</span>,
                )}
              </div>
              <NumberField
                label={words.accuracy}
                unit="m"
                hint={words.accuracyHint}
                value={place.accuracyM}
                onChange={(accuracyM) => onChange({ place: { ...place, accuracyM } })}
                min={0}
                max={50_000}
              />
            </>
          )}
        </>
      )}
      <Checkbox
        isSelected={hasNoPlace}
        onChange={(isOn) => onChange({ hasNoPlace: isOn })}
        {...(hasNoPlace ? { hint: words.noPlaceHint } : {})}
      >
        {words.noPlace}
      </Checkbox>
    </fieldset>
  );
}
