import { useFormat, useMessages } from '../../i18n';
import { useSession } from '../../store';
import { SearchInput, useTypedText } from '../../ui';
import { useView } from '../wiring/useView';

/** The search above the table: words as a part of the one filter, and how many incidents they leave. */
export function RegisterSearch() {
  const { filters } = useMessages();
  const format = useFormat();
  const text = useSession((session) => session.filter.text) ?? '';
  const setFilter = useSession((session) => session.setFilter);
  const summary = useView('summary');
  const answered = useView('answered').text ?? '';
  const { typed, type, isSettled } = useTypedText(text, (next) =>
    setFilter('text', next.trim() === '' ? undefined : next),
  );
  const isAnswered = isSettled && answered === text;
  const shown = summary?.shown ?? 0;
  const said = !isAnswered ? filters.searching : shown === 0 ? filters.foundNone : filters.found(format.count(shown));
  return (
    <>
      <SearchInput
        className="gr-TableBar-search"
        label={filters.searchLabel}
        placeholder={filters.searchPlaceholder}
        value={typed}
        onChange={type}
      />
      <span role="status" className="gr-TableBar-text">
        {typed.trim() === '' ? '' : said}
      </span>
    </>
  );
}
