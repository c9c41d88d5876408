import './Field.css';
import { FieldError, Label, Text } from 'react-aria-components';
import { VisuallyHidden } from './VisuallyHidden';

export interface FieldLabelling {
  readonly label: string;
  /** The label is read aloud but not drawn (where the place says it). */
  readonly isLabelHidden?: boolean;
  readonly hint?: string;
  /** What is wrong, in words; null or absent when nothing is. */
  readonly error?: string | null;
  readonly isDisabled?: boolean;
}

export function FieldLabel({ label, isLabelHidden = false }: Pick<FieldLabelling, 'label' | 'isLabelHidden'>) {
  return <Label className="gr-Field-label">{isLabelHidden ? <VisuallyHidden>{label}</VisuallyHidden> : label}</Label>;
}

export function FieldNotes({ hint, error }: Pick<FieldLabelling, 'hint' | 'error'>) {
  return (
    <>
      {hint && (
        <Text slot="description" className="gr-Field-hint">
          {hint}
        </Text>
      )}
      {error && <FieldError className="gr-Field-error">{error}</FieldError>}
    </>
  );
}
