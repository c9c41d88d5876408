import { useState } from 'react';
import { FIELDS, type Field, type FileColumn } from '../../analysis/import';
import { useFormat, useMessages } from '../../i18n';
import { Button, InlineMessage, Select, SimpleTable } from '../../ui';
import type { ImportChoices } from './importTasks';
import { type ColumnsSeen, guessedColumns } from './useImport';

interface Props {
  readonly columns: ColumnsSeen;
  readonly chosen: NonNullable<ImportChoices['columns']>;
  readonly onChoose: (columns: NonNullable<ImportChoices['columns']>) => void;
  readonly onStartAfresh: () => void;
}

/** A sheet of hundreds of columns is shown in pieces. */
const PIECE = 30;
const NONE = 'none';

/** Each column of the file with samples and the field that it goes to. */
export function ColumnMapping({ columns: seen, chosen, onChoose, onStartAfresh }: Props) {
  const { importing, intake } = useMessages();
  const words = intake.columns;
  const format = useFormat();
  const [shown, setShown] = useState(PIECE);
  const nameOf = ({ column, header }: FileColumn): string =>
    header === '' ? words.nameless(format.count(column + 1)) : header;
  const columnOf = (field: Field): FileColumn | undefined =>
    seen.columns.find(({ column }) => chosen[column] === field);
  const guesses = guessedColumns(seen) ?? [];

  const setField = (column: number, field: Field | null): void => {
    const next = Array.from({ length: Math.max(chosen.length, column + 1) }, (_, i) => chosen[i] ?? null);
    // A field is taken by one column only: the one that had it is left out.
    onChoose(next.map((before, i) => (i === column ? field : before !== null && before === field ? null : before)));
  };
  const originOf = ({ column, guessedBy }: FileColumn): string => {
    const field = chosen[column] ?? null;
    if (field === null) return '';
    if (field !== guesses[column]) return seen.isRemembered ? '' : words.byHand;
    return guessedBy === 'content' ? words.byContent : words.byName;
  };

  return (
    <section className="gr-Import-section">
      {seen.isRemembered && (
        <InlineMessage
          tone="info"
          title={intake.remembered.title}
          remedy={<Button onPress={onStartAfresh}>{intake.remembered.afresh}</Button>}
        />
      )}
      {seen.hasGeometry && <p className="gr-Import-hint">{words.geometry}</p>}
      <SimpleTable
        caption={words.title}
        rows={seen.columns.slice(0, shown)}
        rowKey={({ column }) => String(column)}
        columns={[
          { id: 'header', title: words.header, text: nameOf, isRowHeader: true },
          {
            id: 'field',
            title: words.field,
            text: ({ column, isPersonal }) => {
              const field = chosen[column];
              if (isPersonal) return words.personal;
              return field ? importing.field[field] : words.leaveOut;
            },
            cell: (each) =>
              each.isPersonal ? (
                words.personal
              ) : (
                <Select
                  label={words.fieldOf(nameOf(each))}
                  isLabelHidden
                  hint={originOf(each)}
                  options={[
                    { id: NONE, title: words.leaveOut },
                    ...FIELDS.map((field) => {
                      const taken = columnOf(field);
                      return {
                        id: field,
                        title: importing.field[field],
                        ...(taken && taken.column !== each.column ? { detail: words.takenBy(nameOf(taken)) } : {}),
                      };
                    }),
                  ]}
                  value={chosen[each.column] ?? NONE}
                  onChange={(field) => setField(each.column, field === NONE ? null : field)}
                />
              ),
          },
          { id: 'samples', title: words.samples, text: ({ samples }) => samples.join(' · ') },
        ]}
      />
      {shown < seen.columns.length && (
        <Button onPress={() => setShown(shown + PIECE)}>
          {words.more(format.count(Math.min(PIECE, seen.columns.length - shown)))}
        </Button>
      )}
      <p className="gr-Import-hint">{words.ignoredHint}</p>
    </section>
  );
}
