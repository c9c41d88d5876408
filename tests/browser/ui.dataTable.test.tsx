import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type DataColumn, DataTable } from '../../src/ui';
import { DemoTable, demoRow } from './shellDemo';
import { clear, show, violations } from './uiSupport';

afterEach(clear);

const grid = (): HTMLElement => document.querySelector<HTMLElement>('[role=grid]')!;
const activeRow = (): string | null =>
  document.getElementById(grid().getAttribute('aria-activedescendant') ?? '')?.getAttribute('aria-rowindex') ?? null;
const selectedRows = (): string[] =>
  [...document.querySelectorAll('tr[aria-selected=true]')].map((row) => row.getAttribute('aria-rowindex') ?? '');
const box = (content: ReactNode) => (
  <main style={{ height: 400, position: 'relative' }}>
    <h1>Vụ việc</h1>
    {content}
  </main>
);

describe('a table of 100,000 rows', () => {
  beforeEach(async () => {
    await page.viewport(1000, 700);
    show(box(<DemoTable />));
    await expect.element(page.getByRole('row').nth(3)).toBeVisible();
  });

  it('draws only what is in view, and says how many there are', async () => {
    expect(grid().getAttribute('aria-rowcount')).toBe('100001');
    expect(document.querySelectorAll('tbody tr').length).toBeLessThan(60);
    const scroller = document.querySelector('.gr-DataTable')!;
    scroller.scrollTop = scroller.scrollHeight;
    await expect.element(page.getByText('100000', { exact: true })).toBeVisible();
    expect(document.querySelectorAll('tbody tr').length).toBeLessThan(60);
    expect(await violations()).toEqual([]);
  });

  it('is moved through by keys from end to end', async () => {
    await userEvent.tab();
    grid().focus();
    await userEvent.keyboard('{End}');
    await expect.poll(activeRow).toBe('100001');
    await userEvent.keyboard('{ArrowUp}');
    await expect.poll(activeRow).toBe('100000');
    await userEvent.keyboard('{Home}');
    await expect.poll(activeRow).toBe('2');
    await userEvent.keyboard('{PageDown}');
    await expect.poll(() => Number(activeRow())).toBeGreaterThan(8);
    await userEvent.keyboard('{PageUp}');
    await expect.poll(activeRow).toBe('2');
  });

  it('selects one, a run, and single rows more', async () => {
    grid().focus();
    await userEvent.keyboard('{ArrowDown}{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    await expect.poll(selectedRows).toEqual(['3', '4', '5']);
    await userEvent.click(page.getByRole('row').nth(7), { modifiers: ['ControlOrMeta'] });
    await expect.poll(selectedRows).toEqual(['3', '4', '5', '8']);
    await userEvent.click(page.getByRole('row').nth(2));
    await expect.poll(selectedRows).toEqual(['3']);
    await userEvent.keyboard('{Escape}');
    await expect.poll(selectedRows).toEqual([]);
  });

  it('tells and turns the order', async () => {
    const head = page.getByRole('columnheader', { name: 'Số' });
    await expect.element(head).toHaveAttribute('aria-sort', 'none');
    await userEvent.click(page.getByRole('button', { name: 'Số' }));
    await expect.element(head).toHaveAttribute('aria-sort', 'ascending');
    await userEvent.click(page.getByRole('button', { name: 'Số' }));
    await expect.element(head).toHaveAttribute('aria-sort', 'descending');
  });

  it('copies the selection with its head', async () => {
    const written: Promise<string>[] = [];
    vi.spyOn(navigator.clipboard, 'write').mockImplementation(async (items) => {
      for (const item of items) written.push(item.getType('text/plain').then((blob) => blob.text()));
    });
    grid().focus();
    await userEvent.keyboard('{ArrowDown}{Shift>}{ArrowDown}{/Shift}{Control>}c{/Control}');
    await expect.poll(() => written.length).toBe(1);
    expect(await written[0]).toBe(
      `Số\tĐường giáp ranh\tCách (m)\r\n2\tCao Đại – Bồ Sao\t${demoRow(1).distance}\r\n3\tViệt Xuân – Bồ Sao\t${demoRow(2).distance}\r\n`,
    );
    await expect.element(page.getByText('Đã chép 2 dòng')).toBeInTheDocument();
    vi.restoreAllMocks();
  });
});

describe('a table whose rows are on their way', () => {
  const columns: readonly DataColumn<string>[] = [
    { id: 'name', title: 'Tên', width: 200, grow: 1, text: (row) => row },
  ];

  it('asks for the range in view and draws the rest as loading', async () => {
    const ranges: (readonly [number, number])[] = [];
    const onVisibleRange = (start: number, end: number): void => {
      ranges.push([start, end]);
    };
    show(
      box(
        <DataTable
          label="Vụ việc"
          columns={columns}
          rowCount={5000}
          getRow={(index) => (index < 3 ? `dòng ${index}` : undefined)}
          onVisibleRange={onVisibleRange}
        />,
      ),
    );
    await expect.element(page.getByText('dòng 2')).toBeVisible();
    expect(document.querySelectorAll('tr[aria-busy=true]').length).toBeGreaterThan(5);
    expect(ranges[0]?.[0]).toBe(0);
    expect(ranges.at(-1)?.[1]).toBeLessThan(60);
    expect(await violations()).toEqual([]);
  });

  it('brings a row chosen elsewhere into view', async () => {
    const table = (revealIndex: number | null) =>
      box(
        <DataTable
          label="Vụ việc"
          columns={columns}
          rowCount={5000}
          getRow={(index) => `dòng ${index}`}
          revealIndex={revealIndex}
        />,
      );
    show(table(null));
    await expect.element(page.getByText('dòng 0', { exact: true })).toBeVisible();
    show(table(4200));
    await expect.element(page.getByText('dòng 4200', { exact: true })).toBeVisible();
    await expect.poll(activeRow).toBe('4202');
  });

  it('says what will be here when it is empty', async () => {
    show(
      box(
        <DataTable
          label="Vụ việc"
          columns={columns}
          rowCount={0}
          getRow={() => undefined}
          empty={<p>Chưa có vụ việc</p>}
        />,
      ),
    );
    await expect.element(page.getByText('Chưa có vụ việc')).toBeVisible();
    expect(await violations()).toEqual([]);
  });
});
