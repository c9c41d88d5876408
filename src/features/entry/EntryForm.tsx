import './entry.css';
import { X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { UnitCode } from '../../domain';
import { useMessages, useTerms } from '../../i18n';
import { entryWords } from '../../i18n/entryWords';
import { useWords } from '../../i18n/useWords';
import { IncidentSymbol } from '../../map/IncidentSymbol';
import type { MapTheme } from '../../map/types';
import {
  Button,
  IconButton,
  NumberField,
  SegmentedControl,
  Select,
  type SelectOption,
  TextField,
  TileGroup,
} from '../../ui';
import type { EntryDraft, EntryFaults } from './entryDraft';
import { MaskedSummary } from './MaskedSummary';
import { WhenFields } from './WhenFields';
import { WhereFields, type WhereFieldsProps } from './WhereFields';

export interface EntryFormProps extends Pick<WhereFieldsProps, 'isPicking' | 'onPick' | 'onRead' | 'falls'> {
  readonly isEdit: boolean;
  /** What stands in the form lies on the desk as well. */
  readonly isKept: boolean;
  readonly draft: EntryDraft;
  readonly onChange: (change: Partial<EntryDraft>) => void;
  /** What is wrong with the draft now; told from the first attempt to save on. */
  readonly faults: EntryFaults | null;
  /** Units of the edition of that day. */
  readonly units: readonly { readonly code: UnitCode; readonly name: string }[];
  /** Name of the unit that holds the position on that day; null where none does or there is no position. */
  readonly holderName: string | null;
  readonly theme: MapTheme;
  /** Gives whether it was saved. `next`: another one is to follow. */
  readonly onSave: (next: boolean) => Promise<boolean>;
  readonly onClose: () => void;
}

const MOST_PERSONS = 10_000;

function focusFirst(group: HTMLElement | null): void {
  const chosen = group?.querySelector<HTMLInputElement>('input:checked');
  (chosen ?? group?.querySelector('input'))?.focus();
}

/** One incident, entered or mended by hand. Ctrl+Enter saves from anywhere, Escape leaves. */
export function EntryForm(props: EntryFormProps) {
  const { isEdit, draft, onChange, faults, units, holderName, theme, onSave, onClose } = props;
  const { incidents } = useMessages();
  const words = useWords(entryWords);
  const terms = useTerms();
  const first = useRef<HTMLDivElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const [hasTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => focusFirst(first.current), []);

  const save = async (next: boolean): Promise<void> => {
    if (isBusy) return;
    setTried(true);
    setBusy(true);
    const isSaved = await onSave(next);
    setBusy(false);
    if (isSaved && next) {
      setTried(false);
      focusFirst(first.current);
    } else if (!isSaved) {
      requestAnimationFrame(() =>
        form.current?.querySelector<HTMLElement>('[aria-invalid=true], [data-invalid] input')?.focus(),
      );
    }
  };
  // Before the controls, since some keep keys to themselves; not for what they open above the form.
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.target instanceof Node) || !event.currentTarget.contains(event.target)) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void save(false);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onClose();
    }
  };
  const errorOf = (field: keyof EntryFaults): string | null => {
    const fault = hasTried ? faults?.[field] : undefined;
    return fault ? words.faults[fault] : null;
  };
  const isOffered = (id: string, isRetired: boolean): boolean =>
    !isRetired || id === draft.category || id === draft.status;
  const unitOptions: SelectOption<string>[] = [
    { id: 'byPlace', title: holderName === null ? words.unitByPlace : words.unitByPlaceNamed(holderName) },
    { id: 'none', title: words.unitNone },
    ...units.map(({ code, name }) => ({ id: code as string, title: name })),
  ];
  return (
    <form
      ref={form}
      className="gr-Entry"
      aria-labelledby="entry-title"
      onKeyDownCapture={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void save(false);
      }}
      noValidate
    >
      <div className="gr-Entry-head">
        <h2 id="entry-title">{isEdit ? words.edit : words.add}</h2>
        <IconButton icon={X} label={isEdit ? words.closeEdit : words.close} onPress={onClose} />
      </div>
      <TileGroup
        ref={first}
        label={words.category}
        tiles={terms.lists.category
          .filter(({ id, isRetired }) => isOffered(id, isRetired))
          .map(({ id, look }) => ({
            id,
            title: terms.name(id),
            picture: <IncidentSymbol category={look} kind={draft.kind} isFlagged theme={theme} sizePx={22} />,
          }))}
        value={draft.category}
        onChange={(category) => onChange({ category: category as EntryDraft['category'] })}
        error={errorOf('category')}
      />
      <SegmentedControl
        label={incidents.kind}
        segments={(['administrative', 'criminal'] as const).map((id) => ({ id, title: incidents.kindShort[id] }))}
        value={draft.kind}
        onChange={(kind) => onChange({ kind })}
      />
      <WhenFields draft={draft} onChange={onChange} error={errorOf('when')} />
      <WhereFields
        draft={draft}
        onChange={onChange}
        isPicking={props.isPicking}
        onPick={props.onPick}
        onRead={props.onRead}
        error={errorOf('place')}
        falls={props.falls}
      />
      <TextField
        label={words.summary}
        hint={words.summaryHint}
        value={draft.summary}
        onChange={(summary) => onChange({ summary })}
        error={errorOf('summary')}
        isMultiline
        maxLength={10_000}
      />
      <MaskedSummary
        text={draft.summary}
        onMask={(summary) => {
          onChange({ summary });
          form.current?.querySelector('textarea')?.focus();
        }}
      />
      <NumberField
        label={words.persons}
        value={draft.persons}
        onChange={(persons) => onChange({ persons })}
        min={0}
        max={MOST_PERSONS}
        step={1}
        hasButtons
      />
      <SegmentedControl
        label={incidents.discovery}
        segments={(['reported', 'discovered'] as const).map((id) => ({ id, title: incidents.discoveryName[id] }))}
        value={draft.discovery}
        onChange={(discovery) => onChange({ discovery })}
      />
      <Select
        label={words.unit}
        options={unitOptions}
        value={draft.unit ?? 'none'}
        onChange={(id) => onChange({ unit: id === 'none' ? null : (id as UnitCode | 'byPlace') })}
      />
      <Select
        label={incidents.status}
        options={terms.lists.status
          .filter(({ id, isRetired }) => isOffered(id, isRetired))
          .map(({ id }) => ({ id: id as string, title: terms.name(id) }))}
        value={draft.status}
        onChange={(status) => onChange({ status: status as EntryDraft['status'] })}
      />
      <TextField
        label={words.number}
        value={draft.number}
        onChange={(number) => onChange({ number })}
        error={errorOf('number')}
        maxLength={200}
      />
      <MaskedSummary text={draft.number} onMask={(number) => onChange({ number })} />
      <footer className="gr-Entry-foot">
        {hasTried && faults && (
          <p role="alert" className="gr-Field-error">
            {words.notSaved}
          </p>
        )}
        <div className="gr-Entry-line">
          <Button variant="primary" type="submit" isDisabled={isBusy}>
            {isEdit ? words.saveChanges : words.save}
          </Button>
          {!isEdit && (
            <Button onPress={() => void save(true)} isDisabled={isBusy}>
              {words.saveNext}
            </Button>
          )}
          <span className="gr-muted gr-small">
            {props.isKept ? words.draftKept : <span className="gr-Entry-keys">{words.keysHint}</span>}
          </span>
        </div>
      </footer>
    </form>
  );
}
