import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type DataColumn, DataTable, type HeadFilter, TextField } from '../../src/ui';
import { clear, LANGUAGES, show, THEMES, violations } from './uiSupport';

interface Case {
  readonly name: string;
  readonly persons: string;
}

const columns: readonly DataColumn<Case>[] = [
  { id: 'name', title: 'Tên', width: 200, isSortable: true, text: ({ name }) => name },
  { id: 'persons', title: 'Người', width: 100, text: ({ persons }) => persons },
];
const ROWS = ['Trộm xe', 'Đánh bạc', 'Gây rối'].map((name, i): Case => ({ name, persons: String(i) }));

let opened: number[] = [];

function Sheet() {
  const [word, setWord] = useState('');
  const [widths, setWidths] = useState<Readonly<Record<string, number>>>({});
  const rows = ROWS.filter(({ name }) => name.includes(word));
  const filter: HeadFilter = {
    label: word === '' ? 'Lọc cột Tên' : `Lọc cột Tên, đang lọc: ${word}`,
    isOn: word !== '',
    content: () => <TextField label="Chữ" value={word} onChange={setWord} autoFocus />,
  };
  return (
    <div style={{ height: 300, width: 600 }}>
      <DataTable
        label="Vụ việc"
        columns={columns}
        rowCount={rows.length}
        getRow={(index) => rows[index]}
        onOpenRow={(index) => opened.push(index)}
        onSort={() => undefined}
        headFilters={new Map([['name', filter]])}
        widths={widths}
        onResize={(column, width) =>
          setWidths(({ [column]: _before, ...others }) => (width === null ? others : { ...others, [column]: width }))
        }
      />
    </div>
  );
}

const head = (i: number): HTMLElement => document.querySelectorAll<HTMLElement>('thead th')[i]!;
const edge = (i: number): HTMLElement => head(i).querySelector<HTMLElement>('[aria-valuenow]')!;
const rowCount = (): number => document.querySelectorAll('tbody tr').length;

beforeEach(() => {
  opened = [];
  show(<Sheet />);
});
afterEach(clear);

describe('the head of a table', () => {
  it('opens the filter of its column by keyboard, keeps what is typed there to itself, and gives the focus back', async () => {
    const button = page.getByRole('button', { name: 'Lọc cột Tên' });
    await expect.element(button).toBeInTheDocument();
    (button.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    const field = page.getByRole('textbox', { name: 'Chữ' });
    await expect.element(field).toHaveFocus();
    await userEvent.keyboard('bạc{Enter}{ArrowDown}');
    await expect.poll(rowCount).toBe(1);
    expect(opened).toEqual([]);
    // Closing it keeps what is filtered.
    await userEvent.keyboard('{Escape}');
    await expect.element(field).not.toBeInTheDocument();
    const after = page.getByRole('button', { name: 'Lọc cột Tên, đang lọc: bạc' });
    await expect.element(after).toHaveFocus();
    expect(rowCount()).toBe(1);
  });

  it('says that it is filtered in words and by form, while its column keeps its name', async () => {
    await page.getByRole('button', { name: 'Lọc cột Tên' }).click();
    await page.getByRole('textbox', { name: 'Chữ' }).fill('xe');
    await userEvent.keyboard('{Escape}');
    const button = page.getByRole('button', { name: 'Lọc cột Tên, đang lọc: xe' });
    await expect.element(button).toBeInTheDocument();
    expect(button.element().querySelector('svg')?.getAttribute('fill')).toBe('currentColor');
    await expect.element(page.getByRole('columnheader', { name: 'Tên', exact: true })).toBeInTheDocument();
    expect(head(1).querySelector('button')).toBeNull();
  });

  it('is made wider and narrower by its edge: dragged, by keys, and back by a double click', async () => {
    await expect.poll(() => head(1)?.offsetWidth).toBe(100);
    const box = edge(1).getBoundingClientRect();
    const at = { clientY: box.top + 4, pointerId: 1, button: 0, bubbles: true };
    edge(1).setPointerCapture = () => undefined;
    const send = (type: string, clientX: number): void =>
      void edge(1).dispatchEvent(new PointerEvent(type, { ...at, clientX }));
    send('pointerdown', box.left);
    send('pointermove', box.left + 60);
    // It follows the pointer before it is let go.
    await expect.poll(() => head(1).offsetWidth).toBe(160);
    send('pointerup', box.left + 60);
    await expect.poll(() => edge(1).getAttribute('aria-valuenow')).toBe('160');
    expect(document.querySelector<HTMLElement>('tbody td:nth-child(2)')!.offsetWidth).toBe(160);
    edge(1).focus();
    await userEvent.keyboard('{ArrowLeft}');
    await expect.poll(() => head(1).offsetWidth).toBe(144);
    await userEvent.keyboard('{Home}{ArrowLeft}');
    await expect.poll(() => head(1).offsetWidth).toBe(48);
    await userEvent.dblClick(edge(1));
    await expect.poll(() => head(1).offsetWidth).toBe(100);
    expect(opened).toEqual([]);
  });

  it.each(LANGUAGES.flatMap((language) => THEMES.map((theme) => [language, theme] as const)))(
    'has nothing that axe finds, in %s and %s',
    async (language, theme) => {
      show(
        <main>
          <h1>Sổ</h1>
          <Sheet />
        </main>,
        { language, theme },
      );
      await expect.poll(rowCount).toBe(3);
      expect(await violations()).toEqual([]);
      await page.getByRole('button', { name: 'Lọc cột Tên' }).click();
      await expect.element(page.getByRole('textbox', { name: 'Chữ' })).toBeInTheDocument();
      expect(await violations()).toEqual([]);
    },
  );
});
