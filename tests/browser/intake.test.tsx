import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { draftIncidents } from '../../src/analysis/import';
import type { Incident } from '../../src/domain';
import type { IncidentImport } from '../../src/features/import';
import { badRow, button, cell, importAll, intake, makeMemory, openDialog, realTasks, words } from './importSupport';
import { clear, picture, violations } from './uiSupport';

const csv = (...lines: string[]): File => new File([lines.join('\n')], 'thang-3.csv');

/** Headers that say nothing, and a category that nobody knows. */
const UGLY = csv(
  'A1,Khi,B,C,Chuyện,Tả',
  '1,05/03/2018 21:30,21.2965,105.4411,Trộm cáp,Mất xe ở chợ Bồ Sao',
  '2,06/03/2018,21.3156,105.4575,Vụ lạ,Chưa rõ là gì',
  '3,07/03/2018,21.2812,105.4512,Vụ lạ,Như dòng trên',
);
const BAD = csv(
  'Ngày,Vĩ độ,Kinh độ,Nội dung',
  '05/03/2018,21.2965,105.4411,Tốt',
  '03/25/2018,21.2965,105.4411,Một',
  '03/25/2018,21.3156,105.4575,Hai',
  '05/03/2018,,,Ở đâu đó',
);
const tab = (name: string) => page.getByRole('tab', { name, exact: true });
const choose = async (label: string, option: string): Promise<void> => {
  await userEvent.click(page.getByRole('button', { name: new RegExp(`${label}$`) }));
  await userEvent.click(page.getByRole('option', { name: option }));
};

afterEach(clear);

describe('columns and values', () => {
  it('are guessed by content, put right by hand, and remembered for the next file of this shape', async () => {
    const memory = makeMemory();
    let taken: Incident[] = [];
    let made: IncidentImport['newCategories'] = [];
    const onImportIncidents = async (input: IncidentImport) => {
      made = input.newCategories;
      taken = await importAll(input);
      return null;
    };
    openDialog(UGLY, { memory, onImportIncidents });
    await expect.element(button('Nhập 3 vụ việc')).toBeEnabled();
    await userEvent.click(tab(intake.tab.mapping));
    await expect.element(page.getByText(intake.columns.byContent).first()).toBeVisible();
    await choose(intake.columns.fieldOf('Tả'), words.field.summary);
    await expect.element(page.getByText(intake.columns.byHand)).toBeVisible();
    await choose(intake.columns.fieldOf('Chuyện'), words.field.category);
    await choose(intake.values.meaningOf('Vụ lạ'), intake.values.newCategory('Vụ lạ'));
    await expect.element(page.getByText(intake.values.isNew)).toBeVisible();
    await picture('intake-mapping');
    expect(await violations()).toEqual([]);
    await userEvent.click(button('Nhập 3 vụ việc'));
    await expect.poll(() => taken.length).toBe(3);
    expect(made).toMatchObject([{ name: 'Vụ lạ' }]);
    expect(taken.map(({ category, summary }) => [category, summary])).toEqual([
      ['theft', 'Mất xe ở chợ Bồ Sao'],
      [made[0]?.id, 'Chưa rõ là gì'],
      [made[0]?.id, 'Như dòng trên'],
    ]);
    expect(memory.mappings.size).toBe(1);
    clear();

    openDialog(UGLY, { memory, onImportIncidents });
    await expect.element(page.getByText(intake.remembered.title).first()).toBeVisible();
    await userEvent.click(button('Nhập 3 vụ việc'));
    await expect.poll(() => taken[0]?.summary).toBe('Mất xe ở chợ Bồ Sao');
    clear();

    openDialog(UGLY, { memory });
    await userEvent.click(tab(intake.tab.mapping));
    await userEvent.click(button(intake.remembered.afresh));
    await expect.poll(() => memory.mappings.size).toBe(0);
    await expect.element(page.getByText(intake.columns.byContent).first()).toBeVisible();
  });

  it('that lack a needed one are put right on the spot; a field has one column', async () => {
    openDialog(
      csv('Ngày,Trên,Dưới', '05/03/2018,105.4411,21.2965', '05/03/2018,?,?', '05/03/2018,?,?', '05/03/2018,?,?'),
    );
    await expect.element(page.getByRole('alert')).toHaveTextContent('thang-3.csv');
    await choose(intake.columns.fieldOf('Trên'), words.field.lat);
    await choose(intake.columns.fieldOf('Dưới'), words.field.lng);
    await expect.element(page.getByRole('switch', { name: words.swap })).toBeVisible();
    await choose(intake.columns.fieldOf('Dưới'), words.field.lat);
    await expect
      .element(
        page.getByRole('button', { name: new RegExp(`${intake.columns.leaveOut}.*${intake.columns.fieldOf('Trên')}`) }),
      )
      .toBeVisible();
    await choose(intake.columns.fieldOf('Trên'), words.field.lng);
    await expect.element(button('Nhập 1 vụ việc')).toBeEnabled();
  });
});

describe('rows that cannot be used', () => {
  it('are mended by a suggestion, for all of their like, by hand, or without a position', async () => {
    const memory = makeMemory();
    openDialog(BAD, { memory });
    await expect.element(button('Nhập 1 vụ việc')).toBeEnabled();
    await userEvent.click(tab(intake.tab.bad('3')));
    await userEvent.click(badRow(3).getByRole('button', { name: intake.bad.apply('25/03/2018') }));
    await expect.element(badRow(3)).toHaveTextContent(intake.bad.mended);
    await userEvent.click(button(intake.bad.fillDown('2')));
    await expect.element(badRow(4)).toHaveTextContent(intake.bad.mended);
    await picture('intake-bad');
    expect(await violations()).toEqual([]);
    await userEvent.click(badRow(5).getByRole('button', { name: intake.bad.withoutPosition, exact: true }));
    await expect.element(button('Nhập 4 vụ việc')).toBeEnabled();
    await userEvent.click(badRow(5).getByRole('button', { name: intake.bad.undo }));
    await userEvent.fill(cell('lat', 5), '21.30');
    await userEvent.keyboard('{Enter}');
    await userEvent.click(badRow(4).getByRole('button', { name: intake.bad.undo }));
    await userEvent.click(badRow(4).getByRole('button', { name: intake.bad.skip }));
    await expect.element(badRow(4)).toHaveTextContent(intake.bad.skipped);
    await expect.element(button('Nhập 2 vụ việc')).toBeEnabled();
    await expect.poll(() => memory.kept?.repairs.some(({ row, isSkipped }) => row === 4 && isSkipped)).toBe(true);
    await expect.element(button(intake.keep.later)).toBeVisible();
    const work = memory.kept;
    clear();

    openDialog(BAD, { memory, resumed: work });
    await expect.element(button('Nhập 2 vụ việc')).toBeEnabled();
    await userEvent.click(button(intake.keep.discard));
    await expect.poll(() => memory.kept).toBeNull();
  });

  it('say so where there is no room to keep the work', async () => {
    openDialog(BAD, { memory: { ...makeMemory(), keep: async () => false } });
    await expect.element(page.getByText(intake.keep.noRoom)).toBeVisible();
    await expect.element(button('Nhập 1 vụ việc')).toBeEnabled();
  });
});

describe('rows that are known already', () => {
  const [old] = draftIncidents(
    [
      {
        row: 9,
        occurred: { from: '2018-03-05T21:30' as never, to: '2018-03-05T21:30' as never },
        reportedOn: null,
        lng: 105.4411,
        lat: 21.2965,
        positionAccuracyM: null,
        positionMethod: 'coordinates',
        category: 'theft',
        kind: 'criminal',
        discovery: 'reported',
        personsInvolved: 1,
        unitCode: null,
        status: 'open',
        summary: 'Mất xe máy ở chợ',
        sourceId: '12/2018',
      },
    ],
    { ids: ['01890000-0000-7000-8000-0000000000aa'], fileName: 'cu.csv' },
  );
  const FILE = csv(
    'Mã vụ việc,Ngày,Giờ,Vĩ độ,Kinh độ,Loại,Tính chất,Trạng thái,Số đối tượng,Nội dung',
    '12/2018,05/03/2018,21:30,21.2965,105.4411,Trộm cắp,Hình sự,Đã xử lý,2,Mất xe máy ở chợ',
    '13/2018,09/03/2018,10:00,21.3156,105.4575,Ma tuý,Hình sự,Đã xử lý,1,Chuyện khác hẳn',
  );

  it('are shown side by side and merged, skipped or kept', async () => {
    const tasks = realTasks(old ? [old] : []);
    let settled: unknown[] = [];
    let added = 0;
    const props = openDialog(FILE, {
      tasks,
      readIncidents: async (ids) => ids.map((id) => (id === old?.id ? old : undefined)),
      onImportIncidents: async (input) => {
        settled = [...(await input.takeSettled(0))];
        added = input.count;
        return null;
      },
    });
    await userEvent.click(button(intake.decideFirst('1')));
    const table = page.getByRole('table', { name: intake.duplicates.row('2') });
    await expect
      .element(
        table.getByRole('row', { name: new RegExp(`${intake.duplicates.fields.status} ${intake.duplicates.differs}`) }),
      )
      .toHaveTextContent(intake.duplicates.stays);
    await picture('intake-duplicates');
    expect(await violations()).toEqual([]);
    await userEvent.click(page.getByText(intake.duplicates.decision.merge, { exact: true }));
    await userEvent.click(button('Nhập 1 vụ việc'));
    await expect.poll(() => props.onClose.mock.calls.length).toBe(1);
    expect(added).toBe(2);
    expect(settled).toEqual([{ row: 2, decision: 'merge', known: { id: old?.id } }]);
  });

  it('are skipped without a question where nothing differs', async () => {
    openDialog(
      csv(
        'Ngày,Giờ,Vĩ độ,Kinh độ,Mã vụ việc',
        '05/03/2018,21:30,21.2965,105.4411,77/2018',
        '05/03/2018,21:30,21.2965,105.4411,77/2018',
      ),
    );
    await expect.element(button('Nhập 1 vụ việc')).toBeEnabled();
    await userEvent.click(tab(intake.tab.duplicates('1')));
    await expect.element(page.getByText(new RegExp(intake.duplicates.same))).toBeVisible();
    await userEvent.click(page.getByText(intake.duplicates.decision.keep, { exact: true }));
    await expect.element(button('Nhập 2 vụ việc')).toBeEnabled();
  });

  it('are told to be unknown where the register could not be read, and are looked for again on wish', async () => {
    let isBroken = true;
    const tasks = realTasks(old ? [old] : []);
    openDialog(FILE, {
      tasks: {
        ...tasks,
        loadRegister: async () => {
          if (isBroken) throw new Error('the storage does not answer');
          await tasks.loadRegister();
        },
      },
    });
    const told = page.getByRole('alert').filter({ hasText: intake.duplicates.failed });
    await expect.element(told).toBeVisible();
    expect(await violations()).toEqual([]);
    isBroken = false;
    await userEvent.click(button(intake.duplicates.lookAgain));
    await expect.element(button(intake.decideFirst('1'))).toBeEnabled();
    expect(told.elements()).toEqual([]);
  });
});
