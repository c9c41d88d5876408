import { useState } from 'react';
import type { EditionInfo } from '../../analysis/openEdition';
import type { Incident } from '../../domain';
import { useFormat, useMessages } from '../../i18n';
import { Button, Checkbox, Dialog, type EditRefusal, InlineMessage, Select, TextField } from '../../ui';
import type { EditableColumn, IncidentColumn } from './columnIds';
import type { CellChoices } from './readCell';
import { useIncidentColumns } from './useIncidentColumns';

const FIELDS: readonly EditableColumn[] = [
  'occurred',
  'category',
  'kind',
  'discovery',
  'status',
  'persons',
  'unit',
  'accuracy',
  'reported',
  'caseNumber',
  'summary',
];

export interface EditManyDialogProps {
  readonly info: EditionInfo;
  readonly unitName: (code: string) => string;
  readonly choices: CellChoices;
  readonly count: number;
  /** The first of them: what the fields begin with. */
  readonly first: Incident;
  /** Makes the changes to all of them as one step; null: done. */
  readonly onSave: (
    cells: readonly { readonly column: EditableColumn; readonly text: string }[],
  ) => Promise<EditRefusal | null>;
  readonly onClose: () => void;
}

/** The same values for all chosen incidents; only fields that are ticked change. Of a single one, its fields to edit. */
export function EditManyDialog({ info, unitName, choices, count, first, onSave, onClose }: EditManyDialogProps) {
  const { register, common } = useMessages();
  const format = useFormat();
  const columns = useIncidentColumns(info, unitName, choices);
  const row = { incident: first, entry: { id: first.id, isFlagged: false, certainty: 0, hit: null, unit: -1 } };
  const initial = (column: EditableColumn): string => columns.get(column)?.editor?.value(row) ?? '';
  const isOne = count === 1;
  const [texts, setTexts] = useState<Readonly<Partial<Record<IncidentColumn, string>>>>({});
  const [isSaving, setSaving] = useState(false);
  const [refusal, setRefusal] = useState<EditRefusal | null>(null);
  const set = (column: EditableColumn, text: string | undefined): void => {
    setRefusal(null);
    setTexts(({ [column]: _before, ...rest }) => (text === undefined ? rest : { ...rest, [column]: text }));
  };
  const cells = FIELDS.flatMap((column) => {
    const text = texts[column];
    return text === undefined || (isOne && text === initial(column)) ? [] : [{ column, text }];
  });
  const save = async (made: typeof cells): Promise<void> => {
    setSaving(true);
    const refused = await onSave(made);
    setSaving(false);
    setRefusal(refused);
    if (!refused) onClose();
  };
  const saveMasked = (masked: string): void => {
    // Both texts may be refused, one at a time: the masked one is as long as the text it stands for.
    const made = cells.map((cell) =>
      (cell.column === 'summary' || cell.column === 'caseNumber') && cell.text.trim().length === masked.length
        ? { ...cell, text: masked }
        : cell,
    );
    for (const { column, text } of made) set(column, text);
    void save(made);
  };

  return (
    <Dialog
      title={register.editTitle(format.count(count))}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{common.cancel}</Button>
          <Button variant="primary" isDisabled={cells.length === 0 || isSaving} onPress={() => void save(cells)}>
            {register.save}
          </Button>
        </>
      }
    >
      <div className="gr-EditMany">
        {!isOne && <p className="gr-muted">{register.editHint}</p>}
        {FIELDS.map((id) => {
          const column = columns.get(id);
          const { editor } = column ?? {};
          if (!column || !editor) return null;
          const text = texts[id] ?? initial(id);
          const isOn = isOne || texts[id] !== undefined;
          return (
            <div key={id} className="gr-EditMany-field">
              {!isOne && (
                <Checkbox isSelected={isOn} onChange={(isSelected) => set(id, isSelected ? text : undefined)}>
                  {register.change(column.title)}
                </Checkbox>
              )}
              {isOn &&
                (editor.choices ? (
                  <Select
                    label={column.title}
                    isLabelHidden={!isOne}
                    options={editor.choices(row)}
                    value={text}
                    onChange={(value) => set(id, value)}
                  />
                ) : (
                  <TextField
                    label={column.title}
                    isLabelHidden={!isOne}
                    value={text}
                    onChange={(value) => set(id, value)}
                    isMultiline={id === 'summary'}
                    {...(editor.hint === undefined ? {} : { hint: editor.hint })}
                  />
                ))}
            </div>
          );
        })}
        {refusal && (
          <InlineMessage
            tone="error"
            title={refusal.message}
            isLive
            remedy={
              refusal.suggestion !== null && (
                <Button onPress={() => saveMasked(refusal.suggestion ?? '')}>{common.ui.useSuggestion}</Button>
              )
            }
          />
        )}
      </div>
    </Dialog>
  );
}
