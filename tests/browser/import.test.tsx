import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { draftIncidents } from '../../src/analysis/import';
import type { Incident, Problem } from '../../src/domain';
import { ImportDialog, type ImportDialogProps, type ImportTasks, type IncidentImport } from '../../src/features/import';
import { catalogues, type Language } from '../../src/i18n';
import { createFileTasks } from '../../src/workers/fileTasks';
import { EDITIONS } from '../analysis/import/support';
import { clear, LANGUAGES, picture, show, THEMES, violations } from './uiSupport';

const fixtures = import.meta.glob('../support/fixtures/*', { query: '?url', import: 'default', eager: true }) as Record<
  string,
  string
>;

async function fixture(name: string): Promise<File> {
  const url = fixtures[`../support/fixtures/${name}`];
  if (!url) throw new Error(`no fixture ${name}`);
  return new File([await (await fetch(url)).blob()], name);
}

/** The real functions of the worker, called here. */
function realTasks(): ImportTasks {
  const tasks = createFileTasks();
  return {
    openFile: tasks.openFile,
    reviewIncidents: async (...args) => tasks.reviewIncidents(...args),
    takeIncidents: async (...args) => tasks.takeIncidents(...args),
    rejectedCsv: async (...args) => tasks.rejectedCsv(...args),
    readLayers: tasks.readLayers,
    chooseSheet: async (name) => tasks.chooseSheet(name),
    chooseHeader: async (rowIndex) => tasks.chooseHeader(rowIndex),
    topRows: async (count) => tasks.topRows(count),
  };
}

const SURROUNDINGS = {
  now: '2026-11-23T12:00' as never,
  areaBbox: [105.25, 21.15, 105.65, 21.55] as const,
  places: [],
  editions: EDITIONS,
};

function openDialog(
  file: File,
  change: Partial<ImportDialogProps> = {},
  options: { language?: Language; theme?: 'light' | 'dark' } = {},
) {
  const props = {
    onImportIncidents: vi.fn<ImportDialogProps['onImportIncidents']>(async () => null),
    onImportLayers: vi.fn<ImportDialogProps['onImportLayers']>(async () => null),
    onSaveBlob: vi.fn<ImportDialogProps['onSaveBlob']>(),
    onPickAnother: vi.fn<() => void>(),
    onClose: vi.fn<() => void>(),
  };
  const all: ImportDialogProps = {
    file,
    tasks: realTasks(),
    surroundings: SURROUNDINGS,
    simulatedCount: 61,
    unitName: (code) => EDITIONS.flatMap(({ units }) => units).find((unit) => unit.code === code)?.name ?? code,
    ...props,
    ...change,
  };
  show(<ImportDialog {...all} />, options);
  return props;
}

const vietnamese = catalogues.vi;
const words = vietnamese.importing;
/** A switch or a radio by its text: the control itself is drawn by its label. */
const press = (name: string) => userEvent.click(page.getByText(name, { exact: true }));
const button = (name: string) => page.getByRole('button', { name, exact: true });

async function importAll(input: IncidentImport): Promise<Incident[]> {
  const taken: Incident[] = [];
  for (let offset = 0; offset < input.count; ) {
    const drafts = await input.take(offset, 1_000);
    taken.push(...draftIncidents(drafts, { ids: drafts.map((_, i) => `id-${offset + i}`), fileName: input.file }));
    offset += drafts.length;
    input.onProgress(offset, input.count);
  }
  return taken;
}

afterEach(clear);

describe('the import dialog', () => {
  it("shows what was understood of a clerk's file and hands the rest over in one go", async () => {
    let taken: Incident[] = [];
    const onImportIncidents = vi.fn(async (input: IncidentImport) => {
      taken = await importAll(input);
      return null;
    });
    const props = openDialog(await fixture('vu-viec-2018.csv'), { onImportIncidents });
    await expect.element(page.getByRole('dialog', { name: 'Mở tệp: vu-viec-2018.csv' })).toBeVisible();
    await expect.element(button('Nhập 5 vụ việc')).toBeEnabled();
    const table = page.getByRole('table', { name: '5 dòng đầu trong 5 dòng dùng được' });
    await expect
      .element(table.getByRole('row', { name: /05\/03\/2018 21:30.*Ma tuý.*Hình sự.*Phường Bạch Hạc/ }))
      .toBeVisible();

    await userEvent.click(page.getByRole('tab', { name: words.columns('13') }));
    await expect.element(page.getByRole('row', { name: /Vĩ độ Vĩ độ 21,2965/ })).toBeVisible();
    await expect.element(page.getByRole('row', { name: /Họ và tên không nhập/ })).toBeVisible();
    expect(document.body.textContent).not.toContain('Nguyễn Văn A');

    await userEvent.click(page.getByRole('tab', { name: words.notesTab('4') }));
    await expect.element(page.getByText(words.note.discoveryAssumed('1'))).toBeVisible();

    await expect.element(page.getByRole('switch', { name: words.replaceSimulated })).toBeChecked();
    await userEvent.click(button('Nhập 5 vụ việc'));
    await expect.poll(() => props.onClose.mock.calls.length).toBe(1);
    expect(onImportIncidents.mock.calls[0]?.[0]).toMatchObject({
      file: 'vu-viec-2018.csv',
      count: 5,
      removeSimulated: true,
    });
    expect(taken.map(({ source }) => source.row)).toEqual([5, 6, 7, 8, 10]);
  });

  it('keeps simulated data when told to, and does not ask where there are none', async () => {
    const props = openDialog(await fixture('english.csv'));
    await press(words.replaceSimulated);
    await userEvent.click(button('Nhập 2 vụ việc'));
    await expect.poll(() => props.onImportIncidents.mock.calls[0]?.[0].removeSimulated).toBe(false);
    clear();
    openDialog(await fixture('english.csv'), { simulatedCount: 0 });
    await expect.element(button('Nhập 2 vụ việc')).toBeVisible();
    expect(page.getByRole('switch').elements()).toHaveLength(0);
  });

  it('lists rows that cannot be used with number and reason, and gives them back as a file', async () => {
    const props = openDialog(await fixture('outside.csv'));
    await userEvent.click(page.getByRole('tab', { name: words.rejectedRows('2') }));
    await expect
      .element(page.getByRole('row', { name: `2 ${words.rejectReason.outsideArea} 10.7769; 106.7009` }))
      .toBeVisible();
    await userEvent.click(button(words.downloadRejected));
    await expect.poll(() => props.onSaveBlob.mock.calls.length).toBe(1);
    const [blob, name] = props.onSaveBlob.mock.calls[0]!;
    expect(name).toBe('outside.csv - dong khong dung duoc.csv');
    expect(await blob.text()).toContain(words.rejectReason.outsideArea);
    await expect.element(button('Nhập 1 vụ việc')).toBeEnabled();
  });

  it('swaps latitude and longitude of the whole file with one switch', async () => {
    openDialog(await fixture('swapped.csv'));
    await expect.element(button(words.importNothing)).toBeDisabled();
    // The message leads to the switch, not back to the file.
    await expect.element(page.getByText(words.noneUsableSwapped)).toBeVisible();
    expect(words.noneUsableSwapped).toContain(words.swap);
    expect(document.body.textContent).not.toContain(words.noneUsable);
    await press(words.swap);
    await expect.element(button('Nhập 2 vụ việc')).toBeEnabled();
    await press(words.swap);
    await expect.element(button(words.importNothing)).toBeDisabled();
  });

  it("asks what becomes of rows with a person's number", async () => {
    openDialog(await fixture('vu-viec-2018.csv'));
    await expect.element(page.getByRole('radio', { name: words.personal.mask })).toBeChecked();
    await press(words.personal.skip);
    await expect.element(button('Nhập 3 vụ việc')).toBeEnabled();
    expect(document.body.textContent).not.toContain('0912');
  });

  it('opens a GeoJSON of lines and areas as layers with names', async () => {
    const props = openDialog(await fixture('dyke.geojson'));
    const lines = page.getByRole('textbox', { name: words.layerName.line });
    await expect.element(lines).toHaveValue('dyke (đường)');
    await userEvent.fill(lines, '');
    await expect.element(button(words.addLayers('3'))).toBeDisabled();
    await userEvent.fill(lines, 'Đê tả Lô');
    await expect.element(page.getByRole('row', { name: `4 ${words.featureFault.outsideWorld}` })).toBeVisible();
    await userEvent.click(button(words.addLayers('3')));
    await expect
      .poll(() => props.onImportLayers.mock.calls[0]?.[0].map(({ name, part }) => [name, part.geometry]))
      .toEqual([
        ['dyke (vùng)', 'polygon'],
        ['Đê tả Lô', 'line'],
        ['dyke (điểm)', 'point'],
      ]);
  });

  it("asks what becomes of a feature's texts with a person's number", async () => {
    const feature = {
      type: 'Feature',
      properties: { ten: 'Chốt', lienHe: '0912 345 678' },
      geometry: {
        type: 'LineString',
        coordinates: [
          [105.4, 21.3],
          [105.41, 21.3],
        ],
      },
    };
    const props = openDialog(new File([JSON.stringify(feature)], 'chot.geojson'));
    await expect.element(page.getByRole('radiogroup', { name: words.personalTextsTitle('1') })).toBeVisible();
    await expect.element(page.getByRole('radio', { name: words.personalTexts.drop })).toBeChecked();
    await press(words.personalTexts.keep);
    await userEvent.click(button(words.addLayers('1')));
    await expect.poll(() => props.onImportLayers.mock.calls[0]?.[0][0]?.part.geojson).toContain('0912 345 678');
  });

  it('lets a GeoJSON of points be incidents or a layer', async () => {
    openDialog(await fixture('incidents.geojson'));
    await expect.element(button('Nhập 1 vụ việc')).toBeEnabled();
    await press(words.openAsName.layer);
    await expect.element(button(words.addLayers('2'))).toBeEnabled();
    await press(words.openAsName.incidents);
    await expect.element(button('Nhập 1 vụ việc')).toBeEnabled();
  });

  it.each(['missing-columns.csv', 'mojibake.csv', 'not-a-table.csv', 'empty.csv', 'vn2000.geojson', 'report.docx'])(
    'says what is wrong with %s and how to mend it, and asks for another',
    async (name) => {
      const props = openDialog(await fixture(name));
      const alert = page.getByRole('alert');
      await expect.element(alert).toBeVisible();
      await expect.element(alert).toHaveTextContent(name);
      expect(document.querySelector('.gr-Message-remedy')?.textContent?.length).toBeGreaterThan(20);
      await userEvent.click(button(words.pickAnother));
      expect(props.onPickAnother).toHaveBeenCalledOnce();
      expect(props.onImportIncidents).not.toHaveBeenCalled();
    },
  );

  it('is left at any time: while it reads, and while it writes', async () => {
    const never = new Promise<never>(() => {});
    const reading = openDialog(await fixture('english.csv'), { tasks: { ...realTasks(), openFile: () => never } });
    await expect.element(page.getByRole('progressbar', { name: words.step.reading })).toBeVisible();
    await userEvent.click(button(vietnamese.common.cancel));
    expect(reading.onClose).toHaveBeenCalledOnce();
    clear();

    const onImportIncidents = ({ signal, onProgress }: IncidentImport): Promise<Problem | null> => {
      onProgress(1_000, 2_000);
      return new Promise((resolve) => signal.addEventListener('abort', () => resolve({ kind: 'cancelled' })));
    };
    const writing = openDialog(await fixture('english.csv'), { onImportIncidents });
    await userEvent.click(button('Nhập 2 vụ việc'));
    await expect
      .element(page.getByRole('progressbar', { name: words.step.committing }))
      .toHaveAttribute('aria-valuenow', '0.5');
    await userEvent.click(button(vietnamese.common.cancel));
    await expect.element(button('Nhập 2 vụ việc')).toBeEnabled();
    expect(writing.onClose).not.toHaveBeenCalled();
  });

  it('tells why the register refused, and can be tried again', async () => {
    const onImportIncidents = vi.fn<ImportDialogProps['onImportIncidents']>();
    onImportIncidents.mockResolvedValueOnce({ kind: 'storageFull' }).mockResolvedValueOnce(null);
    const props = openDialog(await fixture('english.csv'), { onImportIncidents });
    await userEvent.click(button('Nhập 2 vụ việc'));
    await expect.element(page.getByRole('alert')).toHaveTextContent('Hết chỗ lưu');
    await userEvent.click(button('Nhập 2 vụ việc'));
    await expect.poll(() => props.onClose.mock.calls.length).toBe(1);
  });

  it('says so when the worker breaks', async () => {
    openDialog(await fixture('english.csv'), {
      tasks: { ...realTasks(), openFile: () => Promise.reject(new Error('worker died')) },
    });
    await expect.element(page.getByRole('alert')).toHaveTextContent('worker died');
  });

  it('asks for the zone of positions in metres, and for the font of the texts', async () => {
    openDialog(await fixture('old-font-metres.csv'));
    await expect.element(page.getByText(words.metricTitle('3'))).toBeVisible();
    await expect.element(page.getByText(words.legacySample('Ngµy', 'Ngày'))).toBeVisible();
    const zone = (meridian: 104.75 | 105) => page.getByRole('radio', { name: new RegExp(words.meridian[meridian]) });
    await expect.element(zone(105)).toBeChecked();
    const first = () => document.querySelector('.gr-Import tbody tr')?.textContent;
    await expect.poll(first).toContain('105,45');
    await press(words.meridian[104.75]);
    await expect.element(zone(104.75)).toBeChecked();
    await expect.poll(first).toContain('105,20');
    clear();
    openDialog(new File(['Ngày,X,Y\n05/03/2018,2355000,547000\n05/03/2018,2355000,572000'], 'hai-mui.csv'));
    await expect.element(page.getByText(words.metricTie)).toBeVisible();
  });
});

describe('the import dialog has no fault for axe', () => {
  const SCREENS: Record<string, string> = {
    incidents: 'vu-viec-2018.csv',
    rejected: 'outside.csv',
    asked: 'old-font-metres.csv',
    layers: 'dyke.geojson',
    problem: 'mojibake.csv',
    workbook: 'vu-viec-2018.xlsx',
  };
  for (const [width, height] of [
    [1366, 768],
    [390, 844],
  ] as const) {
    for (const [name, file] of Object.entries(SCREENS)) {
      it(`${name} at ${width}`, async () => {
        await page.viewport(width, height);
        for (const language of LANGUAGES) {
          for (const theme of THEMES) {
            openDialog(await fixture(file), {}, { language, theme });
            await expect.poll(() => document.querySelector('.gr-Import')?.children.length ?? 0).toBeGreaterThan(0);
            await expect.poll(() => document.querySelector('[role=progressbar]')).toBeNull();
            // Until it has faded in, axe does not see a dialog and looks for the page behind it.
            await expect.poll(() => getComputedStyle(document.querySelector('.gr-Scrim')!).opacity).toBe('1');
            expect(await violations()).toEqual([]);
            await picture(`import-${name}-${language}-${theme}-${width}`);
            clear();
          }
        }
      });
    }
  }
});
