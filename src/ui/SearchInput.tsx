import './SearchBox.css';
import { Search, X } from 'lucide-react';
import { Input, Button as PlainButton, SearchField } from 'react-aria-components';
import { classNames } from './classNames';

export interface SearchInputProps {
  readonly label: string;
  readonly placeholder?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly className?: string;
  readonly autoFocus?: boolean;
}

/** A field that searches what is beside it as one types. Escape empties it. */
export function SearchInput({ label, placeholder, className, ...field }: SearchInputProps) {
  return (
    <SearchField {...field} aria-label={label} className={classNames('gr-SearchBox gr-SearchBox-field', className)}>
      <Search aria-hidden size={16} className="gr-SearchBox-mark" />
      <Input
        className="gr-Input"
        autoComplete="off"
        spellCheck={false}
        {...(placeholder === undefined ? {} : { placeholder })}
      />
      {field.value !== '' && (
        <PlainButton className="gr-Button gr-IconButton gr-Button-quiet gr-IconButton-small gr-SearchBox-clear">
          <X aria-hidden size={16} />
        </PlainButton>
      )}
    </SearchField>
  );
}
