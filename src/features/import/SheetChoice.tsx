import { useFormat, useMessages } from '../../i18n';
import { Select } from '../../ui';
import type { OpenedFile, TopRows } from '../../workers/fileTasks';

export interface SheetChoiceProps {
  readonly opened: OpenedFile;
  /** The first rows of the sheet; null: not yet known, then the header cannot be chosen. */
  readonly top: TopRows | null;
  readonly isDisabled: boolean;
  readonly onSheet: (name: string) => void;
  /** Index of the row that names the columns. */
  readonly onHeader: (rowIndex: number) => void;
}

const SHOWN_CELLS = 6;

/** Which sheet of a workbook is read, and which of its first rows names the columns. */
export function SheetChoice({ opened, top, isDisabled, onSheet, onHeader }: SheetChoiceProps) {
  const { opening: words } = useMessages();
  const format = useFormat();
  const rowText = (cells: readonly string[]): string => {
    const filled = cells.filter((cell) => cell.trim() !== '');
    return filled.length === 0 ? words.blankRow : filled.slice(0, SHOWN_CELLS).join(' · ');
  };
  return (
    <div className="gr-SheetChoice">
      {opened.sheets.length > 0 && (
        <Select
          label={words.sheet}
          options={opened.sheets.map(({ name, rows, isHidden }) => ({
            id: name,
            title: name,
            detail: (isHidden ? words.sheetHidden : words.sheetRows)(format.count(rows)),
          }))}
          value={opened.sheet?.name ?? null}
          onChange={onSheet}
          isDisabled={isDisabled}
        />
      )}
      {top && (
        <Select
          label={words.headerRow}
          hint={top.headerRow === null ? words.noHeader : words.headerHint}
          options={top.rows.map(({ index, cells }) => ({
            id: String(index),
            title: words.headerOption(format.count(index + 1), rowText(cells)),
          }))}
          value={top.headerRow === null ? null : String(top.headerRow)}
          onChange={(id) => onHeader(Number(id))}
          isDisabled={isDisabled}
        />
      )}
    </div>
  );
}
