import { useState } from 'react';
import type { NumberRange } from '../../analysis/incidentFilter';
import { matchesFolded, type PlainDate } from '../../domain';
import { useFormat, useMessages } from '../../i18n';
import type { DayRange } from '../../store';
import { Button, Checkbox, InlineMessage, NumberField, SearchInput, TextField, useTypedText } from '../../ui';

/** A value of a column, and how many incidents have it under all other filters. */
export interface FilterValue {
  readonly id: string;
  readonly name: string;
  readonly count: number;
}

/** What a column is filtered by: the kind follows its type. */
export type ColumnFilterState =
  | {
      readonly kind: 'values';
      readonly values: readonly FilterValue[];
      readonly chosen: readonly string[];
      readonly onChange: (chosen: readonly string[]) => void;
    }
  | {
      readonly kind: 'numbers';
      readonly unit?: string;
      readonly range: NumberRange;
      readonly onChange: (range: NumberRange | undefined) => void;
    }
  | { readonly kind: 'days'; readonly range: DayRange; readonly onChange: (range: DayRange | undefined) => void }
  | { readonly kind: 'words'; readonly text: string; readonly onChange: (text: string | undefined) => void };

export interface ColumnFilterProps {
  readonly title: string;
  readonly filter: ColumnFilterState;
  readonly isOn: boolean;
  readonly onClear: () => void;
}

/** What is in the filter of a head. Every change counts at once. */
export function ColumnFilter({ title, filter, isOn, onClear }: ColumnFilterProps) {
  const { filters } = useMessages();
  return (
    <>
      <h3 className="gr-ColumnFilter-title">{filters.column(title)}</h3>
      {filter.kind === 'values' && <Values {...filter} />}
      {filter.kind === 'numbers' && <Numbers {...filter} />}
      {filter.kind === 'days' && <Days {...filter} />}
      {filter.kind === 'words' && <Words title={title} {...filter} />}
      <Button variant="quiet" isDisabled={!isOn} onPress={onClear}>
        {filters.clear}
      </Button>
    </>
  );
}

/** With more values than this they can be searched. */
const FEW = 8;

function Values({ values, chosen, onChange }: Extract<ColumnFilterState, { kind: 'values' }>) {
  const { filters } = useMessages();
  const format = useFormat();
  const [query, setQuery] = useState('');
  const found = values.filter(({ name }) => matchesFolded(name, query));
  return (
    <>
      {values.length > FEW && <SearchInput label={filters.findValue} value={query} onChange={setQuery} autoFocus />}
      {found.length === 0 && <p className="gr-muted">{filters.noValue}</p>}
      <ul className="gr-ColumnFilter-values">
        {found.map(({ id, name, count }) => (
          <li key={id}>
            <Checkbox
              isSelected={chosen.includes(id)}
              onChange={(isIn) => onChange(isIn ? [...chosen, id] : chosen.filter((other) => other !== id))}
            >
              {name} <span className="gr-muted gr-small gr-tabular">({format.count(count)})</span>
            </Checkbox>
          </li>
        ))}
      </ul>
    </>
  );
}

/** A range without its open ends; undefined where both are open. */
function rangeOf<T>(from: T | null, to: T | null): { from?: T; to?: T } | undefined {
  if (from === null && to === null) return undefined;
  return { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) };
}

function Numbers({ unit, range, onChange }: Extract<ColumnFilterState, { kind: 'numbers' }>) {
  const { filters } = useMessages();
  const { from = null, to = null } = range;
  const field = { min: 0, ...(unit === undefined ? {} : { unit }) };
  return (
    <div className="gr-ColumnFilter-pair">
      <NumberField {...field} label={filters.from} value={from} onChange={(next) => onChange(rangeOf(next, to))} />
      <NumberField {...field} label={filters.to} value={to} onChange={(next) => onChange(rangeOf(from, next))} />
      {from !== null && to !== null && from > to && <InlineMessage tone="warn" title={filters.backwards} />}
    </div>
  );
}

function Days({ range, onChange }: Extract<ColumnFilterState, { kind: 'days' }>) {
  const { filters } = useMessages();
  const { from = null, to = null } = range;
  const day = (text: string): PlainDate | null => (text === '' ? null : (text as PlainDate));
  return (
    <div className="gr-ColumnFilter-pair">
      <TextField
        label={filters.fromDay}
        type="date"
        value={from ?? ''}
        onChange={(text) => onChange(rangeOf(day(text), to))}
      />
      <TextField
        label={filters.toDay}
        type="date"
        value={to ?? ''}
        onChange={(text) => onChange(rangeOf(from, day(text)))}
      />
      {from !== null && to !== null && from > to && <InlineMessage tone="warn" title={filters.backwards} />}
    </div>
  );
}

interface WordsProps extends Extract<ColumnFilterState, { kind: 'words' }> {
  readonly title: string;
}

function Words({ title, text, onChange }: WordsProps) {
  const { filters } = useMessages();
  const { typed, type } = useTypedText(text, (next) => onChange(next.trim() === '' ? undefined : next));
  // Not a search field: Escape closes the filter, and must not empty it first.
  return <TextField label={filters.wordsIn(title)} value={typed} onChange={type} autoFocus />;
}
