import { type FocusEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { classNames } from './classNames';
import type { CellEditor, EditRefusal } from './dataTableTypes';
import { useUi } from './UiProvider';
import type { EditorExit, OpenCell } from './useTableEditing';

export interface CellEditorBoxProps<Row> {
  readonly label: string;
  readonly cell: OpenCell<Row>;
  readonly editor: CellEditor<Row>;
  readonly refusal: EditRefusal | null;
  /** Above the cell, where there is no room below. */
  readonly isNoteAbove: boolean;
  /** To the left, where there is no room to the right. */
  readonly isNoteBefore: boolean;
  readonly onCommit: (text: string, exit: EditorExit) => Promise<boolean>;
  readonly onCancel: () => void;
}

/** The field in a cell. Enter and Tab keep and go on, Ctrl+Enter gives the value to every selected row, Escape lets it be. */
export function CellEditorBox<Row>(props: CellEditorBoxProps<Row>) {
  const { label, cell, editor, refusal, isNoteAbove, isNoteBefore, onCommit, onCancel } = props;
  const { strings } = useUi();
  const id = useId();
  const field = useRef<HTMLInputElement & HTMLSelectElement>(null);
  const box = useRef<HTMLDivElement>(null);
  /** It goes away, so its loss of the focus means nothing more. */
  const isLeft = useRef(false);
  const [text, setText] = useState(cell.typed ?? editor.value(cell.row));
  const note = useRef<HTMLDivElement>(null);
  const choices = editor.choices?.(cell.row);

  useEffect(() => {
    field.current?.focus();
    if (cell.typed === null && field.current instanceof HTMLInputElement) field.current.select();
  }, [cell]);

  useEffect(() => {
    if (refusal) note.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [refusal]);

  const commit = async (value: string, exit: EditorExit): Promise<void> => {
    isLeft.current = true;
    isLeft.current = await onCommit(value, exit);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const exit: EditorExit | null =
      event.key === 'Enter'
        ? event.ctrlKey || event.metaKey
          ? 'all'
          : event.shiftKey
            ? 'up'
            : 'down'
        : event.key === 'Tab'
          ? event.shiftKey
            ? 'previous'
            : 'next'
          : null;
    // Keys of the table and of the whole screen are letters and arrows here.
    event.stopPropagation();
    if (event.key === 'Escape') {
      event.preventDefault();
      isLeft.current = true;
      onCancel();
    } else if (exit && event.target === field.current) {
      event.preventDefault();
      void commit(text, exit);
    }
  };
  const onBlur = (event: FocusEvent): void => {
    // Not where the whole window lost the focus.
    if (box.current?.contains(event.relatedTarget) || !document.hasFocus()) return;
    if (!refusal && !isLeft.current) void commit(text, 'away');
  };
  const about = {
    'aria-label': label,
    'aria-invalid': refusal !== null,
    ...(refusal ? { 'aria-describedby': id } : {}),
    className: 'gr-CellEditor-field',
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys bubble from the field inside
    <div
      ref={box}
      className="gr-CellEditor"
      onKeyDown={onKeyDown}
      onBlur={onBlur}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      {choices ? (
        <select {...about} ref={field} value={text} onChange={(event) => setText(event.currentTarget.value)}>
          {choices.map((choice) => (
            <option key={choice.id} value={choice.id}>
              {choice.title}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...about}
          ref={field}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          inputMode={editor.isNumber ? 'decimal' : 'text'}
          {...(editor.hint === undefined ? {} : { placeholder: editor.hint })}
          {...(editor.maxLength === undefined ? {} : { maxLength: editor.maxLength })}
        />
      )}
      {refusal && (
        <div
          ref={note}
          className={classNames(
            'gr-CellEditor-note',
            isNoteAbove && 'gr-CellEditor-noteAbove',
            isNoteBefore && 'gr-CellEditor-noteBefore',
          )}
        >
          <p id={id} role="alert">
            {refusal.message}
          </p>
          {refusal.suggestion !== null && (
            <button
              type="button"
              className="gr-Button gr-Button-secondary"
              onClick={() => void commit(refusal.suggestion ?? '', 'stay')}
            >
              {strings.useSuggestion}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
