import { useState } from 'react';
import type { FieldValues, FileValue, ValueChoice, ValueField } from '../../analysis/import';
import { useFormat, useMessages, useTerms } from '../../i18n';
import { Button, Disclosure, Select, type SelectOption, SimpleTable } from '../../ui';
import type { NewCategory } from './importTasks';

export interface ValueMappingProps {
  readonly values: readonly FieldValues[];
  readonly chosen: readonly ValueChoice[];
  readonly newCategories: readonly NewCategory[];
  /** Units that may be named, the core ones. */
  readonly units: readonly { readonly code: string; readonly name: string }[];
  readonly onChoose: (choice: ValueChoice) => void;
  /** Makes a category of a text of the file. */
  readonly onNewCategory: (value: FileValue) => void;
}

const PIECE = 12;
const EMPTY = '';
const NEW = 'new';

/** Each distinct text of category, kind, status and unit with what it means in the register. */
export function ValueMapping(props: ValueMappingProps) {
  const { intake } = useMessages();
  const words = intake.values;
  const format = useFormat();
  if (props.values.length === 0) return null;
  return (
    <section className="gr-Import-section">
      <h3 className="gr-Import-heading">{words.title}</h3>
      {props.values.map((group) => {
        const unclear = group.values.filter((value) => isUnclear(group.field, value, props.chosen)).length;
        return (
          <Group
            key={group.field}
            group={group}
            title={words.heading(words.field[group.field], format.count(group.values.length))}
            unclear={unclear}
            {...props}
          />
        );
      })}
    </section>
  );
}

const choiceFor = (field: ValueField, { folded }: FileValue, chosen: readonly ValueChoice[]): ValueChoice | undefined =>
  chosen.find((choice) => choice.field === field && choice.text === folded);

function isUnclear(field: ValueField, value: FileValue, chosen: readonly ValueChoice[]): boolean {
  return !choiceFor(field, value, chosen) && value.guessedBy !== 'words';
}

function Group({
  group,
  title,
  unclear,
  ...props
}: ValueMappingProps & { readonly group: FieldValues; readonly title: string; readonly unclear: number }) {
  const { intake } = useMessages();
  const words = intake.values;
  const format = useFormat();
  const [isOpen, setOpen] = useState(unclear > 0);
  const [shown, setShown] = useState(PIECE);
  const { field, values, others } = group;
  const optionsFor = useOptions(field, props);
  // Those to be looked at stand first; the order stays while they are answered.
  const [order] = useState(() =>
    [...values]
      .sort((a, b) => Number(b.guessedBy !== 'words') - Number(a.guessedBy !== 'words'))
      .map(({ folded }) => folded),
  );
  const place = new Map(order.map((folded, i) => [folded, i]));
  const sorted = [...values].sort(
    (a, b) => (place.get(a.folded) ?? values.length) - (place.get(b.folded) ?? values.length),
  );
  const meaningOf = (value: FileValue): string => {
    const choice = choiceFor(field, value, props.chosen);
    return (choice ? choice.value : value.guess) ?? EMPTY;
  };
  const hintFor = (value: FileValue): string => {
    const choice = choiceFor(field, value, props.chosen);
    if (choice) return props.newCategories.some(({ id }) => id === choice.value) ? words.isNew : '';
    return value.guessedBy === 'near' ? words.near : value.guess === null ? words.unknown : '';
  };
  return (
    <Disclosure
      title={title}
      isOpen={isOpen}
      onOpenChange={setOpen}
      aside={unclear > 0 ? <span className="gr-Import-unclear">{words.unclear(format.count(unclear))}</span> : null}
    >
      {isOpen && (
        <>
          <SimpleTable
            caption={title}
            isCaptionHidden
            rows={sorted.slice(0, shown)}
            rowKey={({ folded }) => folded}
            columns={[
              { id: 'value', title: words.value, text: ({ text }) => text, isRowHeader: true },
              { id: 'count', title: words.count, text: ({ count }) => format.count(count), align: 'end' },
              {
                id: 'meaning',
                title: words.meaning,
                text: (value) => optionsFor(value).find(({ id }) => id === meaningOf(value))?.title ?? '',
                cell: (value) => (
                  <Select
                    label={words.meaningOf(value.text)}
                    isLabelHidden
                    hint={hintFor(value)}
                    options={optionsFor(value)}
                    value={meaningOf(value)}
                    onChange={(id) =>
                      id === NEW
                        ? props.onNewCategory(value)
                        : props.onChoose({ field, text: value.folded, value: id === EMPTY ? null : id })
                    }
                  />
                ),
              },
            ]}
          />
          {shown < values.length && (
            <Button onPress={() => setShown(shown + PIECE)}>
              {words.more(format.count(Math.min(PIECE, values.length - shown)))}
            </Button>
          )}
          {others > 0 && <p className="gr-Import-hint">{words.others(format.count(others))}</p>}
        </>
      )}
    </Disclosure>
  );
}

/** What a text of the field may mean. */
function useOptions(
  field: ValueField,
  { units, newCategories, values }: Pick<ValueMappingProps, 'units' | 'newCategories' | 'values'>,
): (value: FileValue) => readonly SelectOption<string>[] {
  const { incidents, intake } = useMessages();
  const terms = useTerms();
  const words = intake.values;
  const guessed = new Set(values.find((group) => group.field === field)?.values.map(({ guess }) => guess));
  const empty = { id: EMPTY, title: words.empty[field] };
  if (field === 'kind')
    return () => [
      ...(['criminal', 'administrative'] as const).map((id) => ({ id, title: incidents.kindShort[id] })),
      empty,
    ];
  if (field === 'unit') {
    const known = units.map(({ code, name }) => ({ id: code, title: name, detail: code }));
    return (value) => [
      empty,
      ...known,
      ...(value.guess && !known.some(({ id }) => id === value.guess) ? [{ id: value.guess, title: value.guess }] : []),
    ];
  }
  const list = terms.lists[field]
    .filter(({ id, isRetired, mergedInto }) => (!isRetired && mergedInto === null) || guessed.has(id))
    .map(({ id }) => ({ id, title: terms.name(id) }));
  if (field === 'status') return () => [...list, empty];
  const made = newCategories.map(({ id, name }) => ({ id, title: name }));
  return (value) => [...list, ...made, empty, { id: NEW, title: words.newCategory(value.text) }];
}
