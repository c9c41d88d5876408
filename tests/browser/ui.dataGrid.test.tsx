import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type CellChange, type DataColumn, DataTable, type EditRefusal, NO_ROWS } from '../../src/ui';
import { clear, show, violations } from './uiSupport';

interface Case {
  readonly id: number;
  readonly name: string;
  readonly kind: string;
  readonly persons: string;
}

const KINDS = [
  { id: 'a', title: 'Hình sự' },
  { id: 'b', title: 'Hành chính' },
];
const columns: readonly DataColumn<Case>[] = [
  { id: 'id', title: 'Số', width: 64, text: ({ id }) => String(id) },
  {
    id: 'name',
    title: 'Tên',
    width: 160,
    text: ({ name }) => name,
    editor: { value: ({ name }) => name, isOptional: true },
  },
  {
    id: 'kind',
    title: 'Loại',
    width: 120,
    text: ({ kind }) => KINDS.find(({ id }) => id === kind)?.title ?? kind,
    editor: { value: ({ kind }) => kind, choices: () => KINDS },
  },
  {
    id: 'persons',
    title: 'Người',
    width: 80,
    text: ({ persons }) => persons,
    editor: { value: ({ persons }) => persons, isNumber: true },
  },
];

let steps: (readonly CellChange<Case>[])[] = [];
let refused: EditRefusal[] = [];

function Sheet() {
  const [rows, setRows] = useState<readonly Case[]>(() =>
    Array.from({ length: 1000 }, (_, i) => ({ id: i + 1, name: `vụ ${i + 1}`, kind: 'a', persons: '1' })),
  );
  const [selected, setSelected] = useState(NO_ROWS);
  const edit = async (changes: readonly CellChange<Case>[]): Promise<EditRefusal | null> => {
    if (changes.some(({ text }) => text.includes('090'))) return { message: 'Có số điện thoại', suggestion: '•••' };
    steps.push(changes);
    setRows((before) =>
      before.map((row) => ({
        ...row,
        ...Object.fromEntries(
          changes.filter((change) => change.row.id === row.id).map(({ column, text }) => [column, text]),
        ),
      })),
    );
    return null;
  };
  return (
    <DataTable
      label="Vụ việc"
      columns={columns}
      rowCount={rows.length}
      getRow={(index) => rows[index]}
      selected={selected}
      onSelect={setSelected}
      editing={{ edit, onRefused: (refusal) => refused.push(refusal), rowId: ({ id }) => String(id) }}
    />
  );
}

const grid = (): HTMLElement => document.querySelector<HTMLElement>('[role=grid]')!;
const activeCell = (): string => {
  const cell = document.getElementById(grid().getAttribute('aria-activedescendant') ?? '') as HTMLTableCellElement;
  return `${cell.closest('tr')?.getAttribute('aria-rowindex')}/${cell.cellIndex}`;
};
const textAt = (row: number, column: number): string =>
  document.querySelector(`tr[data-row="${row}"]`)?.children[column]?.textContent ?? '';
const paste = (text: string): void => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  grid().dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
};

describe('a table that is edited like a spreadsheet', () => {
  beforeEach(async () => {
    steps = [];
    refused = [];
    await page.viewport(1000, 700);
    show(
      <main style={{ height: 400, position: 'relative' }}>
        <h1>Vụ việc</h1>
        <label>
          Tìm <input />
        </label>
        <Sheet />
      </main>,
    );
    await expect.element(page.getByText('vụ 3', { exact: true })).toBeVisible();
    grid().focus();
  });
  afterEach(clear);

  it('moves from cell to cell', async () => {
    await userEvent.keyboard('{ArrowDown}{ArrowRight}{ArrowRight}');
    await expect.poll(activeCell).toBe('3/2');
    await userEvent.keyboard('{End}');
    await expect.poll(activeCell).toBe('3/3');
    await userEvent.keyboard('{Home}');
    await expect.poll(activeCell).toBe('3/0');
    await userEvent.keyboard('{Control>}{End}{/Control}');
    await expect.poll(activeCell).toBe('1001/0');
    await userEvent.keyboard('{Control>}{Home}{/Control}');
    await expect.poll(activeCell).toBe('2/0');
    expect(await violations()).toEqual([]);
  });

  it('is typed into, and goes on by Enter and Tab', async () => {
    await userEvent.keyboard('{ArrowRight}mới{Enter}');
    await expect.poll(() => textAt(0, 1)).toBe('mới');
    await expect.poll(activeCell).toBe('3/1');
    await userEvent.keyboard('{F2}!{Tab}');
    await expect.poll(() => textAt(1, 1)).toBe('!');
    await expect.poll(activeCell).toBe('3/2');
    await userEvent.keyboard('{Tab}7{Tab}');
    await expect.poll(() => textAt(1, 3)).toBe('7');
    expect(steps.map((step) => step.length)).toEqual([1, 1, 1]);
  });

  it('lets a cell be by Escape, and chooses from a list', async () => {
    await userEvent.keyboard('{ArrowRight}{F2}x');
    await expect.element(page.getByRole('textbox', { name: 'Tên, dòng 1' })).toHaveFocus();
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    expect(textAt(0, 1)).toBe('vụ 1');
    await userEvent.keyboard('{ArrowRight}{Enter}');
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Loại, dòng 1' }), 'b');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => textAt(0, 2)).toBe('Hành chính');
  });

  it('keeps what was typed when it is left for elsewhere, and lets the focus and the cursor be there', async () => {
    const elsewhere = page.getByRole('textbox', { name: 'Tìm' });
    for (const typed of ['mới', '']) {
      await userEvent.keyboard(`{ArrowRight}{F2}${typed}`);
      await userEvent.click(elsewhere);
      await userEvent.keyboard('abc');
      await expect.element(elsewhere).toHaveFocus();
      grid().focus();
      await userEvent.keyboard('{ArrowLeft}');
    }
    await expect.element(elsewhere).toHaveValue('abcabc');
    expect(textAt(0, 1)).toBe('mới');
    await userEvent.keyboard('{ArrowRight}{F2}khác');
    await userEvent.click(document.querySelector('tr[data-row="4"]')!.children[3]!);
    await expect.poll(() => textAt(0, 1)).toBe('khác');
    expect(activeCell()).toBe('6/3');
    expect(steps).toHaveLength(2);
  });

  it('keeps what is being typed while one looks at other rows', async () => {
    const field = page.getByRole('textbox', { name: 'Tên, dòng 1' });
    const scrollTo = (top: number): void => document.querySelector('.gr-DataTable')!.scrollTo({ top });
    await userEvent.keyboard('{ArrowRight}{F2}còn dở');
    scrollTo(9_000);
    await expect.element(page.getByText('vụ 290', { exact: true })).toBeVisible();
    await expect.element(field).toHaveFocus();
    scrollTo(0);
    await expect.element(page.getByText('vụ 3', { exact: true })).toBeVisible();
    await expect.element(field).toHaveValue('còn dở');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => textAt(0, 1)).toBe('còn dở');
  });

  it('takes nothing from a clipboard without text, and says so', async () => {
    await userEvent.keyboard('{ArrowRight}{Shift>}{ArrowDown}{/Shift}');
    paste('');
    await expect.element(page.getByRole('status')).toHaveTextContent('Bộ nhớ tạm không có chữ');
    expect(steps).toEqual([]);
  });

  it('says at the cell why it is refused, and offers what may be written', async () => {
    await userEvent.keyboard('{ArrowRight}gọi 090{Enter}');
    await expect.element(page.getByRole('alert')).toHaveTextContent('Có số điện thoại');
    expect(await violations()).toEqual([]);
    await userEvent.click(page.getByRole('button', { name: 'Che số rồi lưu' }));
    await expect.poll(() => textAt(0, 1)).toBe('•••');
  });

  it('fills down, gives all selected rows a value, and clears them, each as one step', async () => {
    await userEvent.keyboard('{ArrowRight}{Shift>}{ArrowDown}{ArrowDown}{/Shift}{Control>}d{/Control}');
    await expect.poll(() => [textAt(1, 1), textAt(2, 1), textAt(3, 1)]).toEqual(['vụ 1', 'vụ 1', 'vụ 4']);
    await userEvent.keyboard('cùng{Control>}{Enter}{/Control}');
    await expect.poll(() => [textAt(0, 1), textAt(1, 1), textAt(2, 1)]).toEqual(['cùng', 'cùng', 'cùng']);
    await userEvent.keyboard('{Delete}');
    await expect.poll(() => [textAt(0, 1), textAt(2, 1)]).toEqual(['', '']);
    expect(steps.map((step) => step.length)).toEqual([2, 3, 3]);
    // What is not optional is not cleared.
    await userEvent.keyboard('{End}{Delete}');
    await expect.element(page.getByText('Không có ô nào sửa được ở đây')).toBeInTheDocument();
  });

  it('takes a block from the clipboard, by place or by titles', async () => {
    await userEvent.keyboard('{ArrowRight}');
    paste('một\tb\r\nhai\ta\r\n');
    await expect.poll(() => [textAt(0, 1), textAt(0, 2), textAt(1, 1)]).toEqual(['một', 'Hành chính', 'hai']);
    paste('Người\tTên\n9\tba\n8\tbốn\n');
    await expect.poll(() => [textAt(0, 1), textAt(0, 3), textAt(1, 3)]).toEqual(['ba', '9', '8']);
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    paste('chung');
    await expect.poll(() => [textAt(0, 1), textAt(2, 1)]).toEqual(['chung', 'chung']);
    expect(steps.map((step) => step.length)).toEqual([4, 4, 3]);
    paste('090');
    await expect.poll(() => refused.length).toBe(1);
  });
});
