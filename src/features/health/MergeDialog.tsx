import { useState } from 'react';
import {
  MERGE_FIELDS,
  type MergeChoice,
  type MergeChoices,
  type MergeField,
  proposeMerge,
} from '../../analysis/mergeRecords';
import type { Incident } from '../../domain';
import { type Formatter, type Messages, type TermWords, useFormat, useMessages, useTerms } from '../../i18n';
import { Button, Dialog, RadioGroup } from '../../ui';

export interface MergeDialogProps {
  readonly first: Incident;
  readonly second: Incident;
  readonly unitName: (code: string) => string;
  readonly onMerge: (choices: MergeChoices) => void;
  readonly onDismiss: () => void;
  readonly onClose: () => void;
}

/** Two records side by side, to keep both or to make one of them. */
export function MergeDialog({ first, second, unitName, onMerge, onDismiss, onClose }: MergeDialogProps) {
  const messages = useMessages();
  const { health, duplicates } = messages;
  const format = useFormat();
  const terms = useTerms();
  const [chosen, setChosen] = useState<MergeChoices>({});
  const proposals = proposeMerge(first, second);
  const isDiffering = new Set(proposals.map(({ field }) => field));
  const same = MERGE_FIELDS.filter((field) => !isDiffering.has(field));
  const text = (field: MergeField, incident: Incident): string =>
    fieldText(field, incident, { messages, format, terms, unitName }) || messages.incidents.unknown;
  const titleOf = (field: MergeField, choice: MergeChoice): string => {
    if (choice !== 'both') return text(field, choice === 'first' ? first : second);
    return field === 'summary'
      ? duplicates.takeBoth.summary
      : duplicates.takeBoth.personsInvolved(format.count(first.personsInvolved + second.personsInvolved));
  };
  return (
    <Dialog
      title={health.compareTitle}
      size="large"
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button variant="quiet" onPress={onClose}>
            {messages.common.cancel}
          </Button>
          <Button onPress={onDismiss}>{health.notDuplicate}</Button>
          <Button variant="primary" onPress={() => onMerge(chosen)}>
            {health.merge}
          </Button>
        </>
      }
    >
      <p className="gr-muted">{health.compareNote}</p>
      <div className="gr-Merge">
        <div className="gr-Merge-head" aria-hidden>
          <span>{`${health.firstCase}: ${sourceText(first, messages, format)}`}</span>
          <span>{`${health.secondCase}: ${sourceText(second, messages, format)}`}</span>
        </div>
        {proposals.map(({ field, proposed, choices }) => (
          <RadioGroup
            key={field}
            label={duplicates.field[field]}
            options={choices.map((choice) => ({ id: choice, title: titleOf(field, choice) }))}
            value={chosen[field] ?? proposed}
            onChange={(choice) => setChosen({ ...chosen, [field]: choice })}
          />
        ))}
      </div>
      <p className="gr-muted gr-small">
        {proposals.length === 0
          ? health.allSame
          : health.sameFields(same.map((field) => duplicates.field[field].toLocaleLowerCase('vi')).join(', '))}
      </p>
    </Dialog>
  );
}

function sourceText({ source }: Incident, { incidents }: Messages, format: Formatter): string {
  if (source.kind !== 'file') return incidents.sourceManual;
  return incidents.sourceFile(source.name, source.row === null ? incidents.unknown : format.count(source.row));
}

function fieldText(
  field: MergeField,
  incident: Incident,
  {
    messages: { incidents, duplicates },
    format,
    terms,
    unitName,
  }: {
    readonly messages: Messages;
    readonly format: Formatter;
    readonly terms: TermWords;
    readonly unitName: (code: string) => string;
  },
): string {
  const { lng, lat, positionAccuracyM } = incident;
  const accuracy =
    positionAccuracyM === null ? '' : ` (${incidents.positionAccuracy(format.distance(positionAccuracyM))})`;
  switch (field) {
    case 'occurred':
      return format.when(incident.occurred);
    case 'position':
      return lng === null || lat === null
        ? duplicates.noPosition
        : `${format.decimal(lat, 5)}, ${format.decimal(lng, 5)}${accuracy}`;
    case 'category':
    case 'status':
      return terms.name(incident[field]);
    case 'kind':
      return incidents.kindName[incident.kind];
    case 'discovery':
      return incidents.discoveryName[incident.discovery];
    case 'personsInvolved':
      return format.count(incident.personsInvolved);
    case 'unitCode':
      return incident.unitCode === null ? '' : unitName(incident.unitCode);
    case 'reportedOn':
      return incident.reportedOn === null ? '' : format.date(incident.reportedOn);
    case 'summary':
      return incident.summary;
    case 'sourceId':
      return incident.source.id ?? '';
  }
}
