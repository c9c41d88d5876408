import './SearchBox.css';
import { type LucideIcon, Search, X } from 'lucide-react';
import type { Ref } from 'react';
import { ComboBox, Group, Header, Input, ListBox, ListBoxItem, ListBoxSection, Popover } from 'react-aria-components';
import { IconButton } from './Button';
import { FieldLabel } from './FieldParts';
import { useUi } from './UiProvider';

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
  /** `id` is the result's. The query stays as it is: the caller decides. */
  readonly onChoose: (id: string) => void;
  /** Said where nothing was found. */
  readonly emptyText: string;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** A search field with its results in groups below it, moved through by arrow keys (a combo box). */
export function SearchBox({
  label,
  placeholder,
  query,
  onQueryChange,
  groups,
  onChoose,
  emptyText,
  inputRef,
}: SearchBoxProps) {
  const { strings } = useUi();
  const filled = groups.filter(({ results }) => results.length > 0);
  return (
    <ComboBox
      className="gr-Field gr-SearchBox"
      inputValue={query}
      onInputChange={onQueryChange}
      value={null}
      onChange={(key) => {
        if (key !== null) onChoose(String(key));
      }}
      items={filled}
      defaultFilter={() => true}
      allowsCustomValue
      allowsEmptyCollection={query.trim() !== ''}
      menuTrigger="input"
    >
      <FieldLabel label={label} isLabelHidden />
      <Group className="gr-SearchBox-group">
        <Search aria-hidden size={16} className="gr-SearchBox-mark" />
        <Input
          className="gr-Input"
          placeholder={placeholder}
          type="search"
          autoComplete="off"
          spellCheck={false}
          {...(inputRef ? { ref: inputRef } : {})}
        />
        {query !== '' && (
          <span className="gr-SearchBox-clear">
            <IconButton label={strings.clear} icon={X} size="small" slot={null} onPress={() => onQueryChange('')} />
          </span>
        )}
      </Group>
      <Popover className="gr-Popover gr-SearchBox-popover" offset={4} placement="bottom start">
        <ListBox<SearchGroup>
          className="gr-ListBox"
          renderEmptyState={() => <p className="gr-SearchBox-empty">{emptyText}</p>}
        >
          {(group) => (
            <ListBoxSection id={group.id}>
              <Header className="gr-Menu-header">{group.title}</Header>
              {group.results.map(({ id, title, detail, icon: Icon }) => (
                <ListBoxItem key={id} id={id} textValue={title} className="gr-ListBoxItem">
                  {Icon && <Icon aria-hidden size={16} className="gr-SearchBox-icon" />}
                  <span className="gr-ListBoxItem-text">
                    <span>{title}</span>
                    {detail && <span className="gr-ListBoxItem-detail">{detail}</span>}
                  </span>
                </ListBoxItem>
              ))}
            </ListBoxSection>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
