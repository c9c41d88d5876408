import './SearchBox.css';
import { type LucideIcon, Search, X } from 'lucide-react';
import { type FocusEvent, type Ref, useState } from 'react';
import {
  Autocomplete,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Button as PlainButton,
  SearchField,
} from 'react-aria-components';
import { useUi } from './UiProvider';
import { VisuallyHidden } from './VisuallyHidden';

export interface SearchResult {
  readonly id: string;
  readonly title: string;
  readonly detail?: string;
  readonly icon?: LucideIcon;
}

export interface SearchGroup {
  readonly id: string;
  readonly title: string;
  readonly results: readonly SearchResult[];
}

export interface SearchBoxProps {
  readonly label: string;
  readonly placeholder: string;
  readonly query: string;
  readonly onQueryChange: (query: string) => void;
  /** What the query finds, already searched; the box does not filter. */
  readonly groups: readonly SearchGroup[];
  /** `id` is the result's. The query stays as it is: the caller decides. The list closes. */
  readonly onChoose: (id: string) => void;
  /** Said where nothing was found. */
  readonly emptyText: string;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/**
 * A search field with its results in groups below it: a combo box. The first result is ready for Enter, arrows move,
 * Escape clears. The list is drawn beside the field, not in a layer of its own, so the rest of the page stays reachable.
 */
export function SearchBox(props: SearchBoxProps) {
  const { label, placeholder, query, onQueryChange, groups, onChoose, emptyText, inputRef } = props;
  const { strings } = useUi();
  const [isActive, setActive] = useState(false);
  const filled = groups.filter(({ results }) => results.length > 0);
  const isOpen = isActive && query.trim() !== '';
  const count = filled.reduce((sum, { results }) => sum + results.length, 0);
  const onBlur = (event: FocusEvent): void => {
    if (!event.currentTarget.contains(event.relatedTarget)) setActive(false);
  };
  return (
    <search className="gr-SearchBox" aria-label={label} onBlur={onBlur}>
      <Autocomplete
        inputValue={query}
        onInputChange={(next) => {
          setActive(true);
          onQueryChange(next);
        }}
      >
        <SearchField aria-label={label} className="gr-SearchBox-field">
          <Search aria-hidden size={16} className="gr-SearchBox-mark" />
          <Input
            className="gr-Input"
            placeholder={placeholder}
            autoComplete="off"
            spellCheck={false}
            role="combobox"
            aria-expanded={isOpen}
            aria-haspopup="listbox"
            onFocus={() => setActive(true)}
            {...(inputRef ? { ref: inputRef } : {})}
          />
          {query !== '' && (
            <PlainButton className="gr-Button gr-IconButton gr-Button-quiet gr-IconButton-small gr-SearchBox-clear">
              <X aria-hidden size={16} />
            </PlainButton>
          )}
        </SearchField>
        {isOpen && (
          // A press on a result must not take the focus from the field before it is chosen.
          // biome-ignore lint/a11y/noStaticElementInteractions: no control, it only keeps the focus where it is
          <div className="gr-Popover gr-SearchBox-results" onMouseDown={(event) => event.preventDefault()}>
            <ListBox
              aria-label={strings.suggestions}
              className="gr-ListBox"
              selectionMode="none"
              onAction={(key) => {
                setActive(false);
                onChoose(String(key));
              }}
              renderEmptyState={() => <p className="gr-SearchBox-empty">{emptyText}</p>}
            >
              {filled.map((group) => (
                <ListBoxSection key={group.id} id={group.id}>
                  <Header className="gr-Menu-header">{group.title}</Header>
                  {group.results.map((result) => (
                    <Result key={result.id} result={result} />
                  ))}
                </ListBoxSection>
              ))}
            </ListBox>
          </div>
        )}
      </Autocomplete>
      <VisuallyHidden>
        <span role="status">{isOpen ? (count === 0 ? emptyText : strings.suggestionCount(count)) : ''}</span>
      </VisuallyHidden>
    </search>
  );
}

function Result({ result: { id, title, detail, icon: Icon } }: { readonly result: SearchResult }) {
  return (
    <ListBoxItem id={id} textValue={title} className="gr-ListBoxItem">
      {Icon && <Icon aria-hidden size={16} className="gr-SearchBox-icon" />}
      <span className="gr-ListBoxItem-text">
        <span>{title}</span>
        {detail && <span className="gr-ListBoxItem-detail">{detail}</span>}
      </span>
    </ListBoxItem>
  );
}
