import { vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { draftIncidents, type Field } from '../../src/analysis/import';
import type { Incident } from '../../src/domain';
import {
  ImportDialog,
  type ImportDialogProps,
  type ImportMemory,
  type ImportTasks,
  type IncidentImport,
  type KeptWork,
  type RememberedMapping,
} from '../../src/features/import';
import { catalogues, type Language } from '../../src/i18n';
import { createFileTasks } from '../../src/workers/fileTasks';
import { EDITIONS } from '../analysis/import/support';
import { show } from './uiSupport';

const fixtures = import.meta.glob('../support/fixtures/*', { query: '?url', import: 'default', eager: true }) as Record<
  string,
  string
>;

export async function fixture(name: string): Promise<File> {
  const url = fixtures[`../support/fixtures/${name}`];
  if (!url) throw new Error(`no fixture ${name}`);
  return new File([await (await fetch(url)).blob()], name);
}

/** The real functions of the worker, called here. */
export function realTasks(registered: readonly Incident[] = []): ImportTasks {
  const tasks = createFileTasks();
  return {
    openFile: tasks.openFile,
    describeColumns: async (...args) => tasks.describeColumns(...args),
    reviewIncidents: async (...args) => tasks.reviewIncidents(...args),
    repairRows: async (...args) => tasks.repairRows(...args),
    badRows: async (...args) => tasks.badRows(...args),
    rowsLike: async (...args) => tasks.rowsLike(...args),
    takeIncidents: async (...args) => tasks.takeIncidents(...args),
    rejectedCsv: async (...args) => tasks.rejectedCsv(...args),
    readLayers: tasks.readLayers,
    findDuplicates: async (...args) => tasks.findDuplicates(...args),
    decideDuplicates: async (...args) => tasks.decideDuplicates(...args),
    duplicateRows: async (...args) => tasks.duplicateRows(...args),
    duplicateDecisions: async () => tasks.duplicateDecisions(),
    takeSettled: async (...args) => tasks.takeSettled(...args),
    fileHash: async () => tasks.fileHash(),
    chooseSheet: async (...args) => tasks.chooseSheet(...args),
    chooseHeader: async (...args) => tasks.chooseHeader(...args),
    topRows: async (...args) => tasks.topRows(...args),
    loadRegister: async () => tasks.putRegister(registered),
  };
}

/** What lies on a desk of this test's own. */
export function makeMemory(): ImportMemory & {
  readonly mappings: Map<string, RememberedMapping>;
  kept: KeptWork | null;
} {
  const mappings = new Map<string, RememberedMapping>();
  const memory = {
    mappings,
    kept: null as KeptWork | null,
    readMapping: async (shape: string) => mappings.get(shape) ?? null,
    writeMapping: async (shape: string, mapping: RememberedMapping) => void mappings.set(shape, mapping),
    clearMapping: async (shape: string) => void mappings.delete(shape),
    keep: async (work: KeptWork) => {
      memory.kept = work;
      return true;
    },
    drop: async () => {
      memory.kept = null;
    },
  };
  return memory;
}

const SURROUNDINGS = {
  now: '2026-11-23T12:00' as never,
  areaBbox: [105.25, 21.15, 105.65, 21.55] as const,
  places: [],
  editions: EDITIONS,
};

export function openDialog(
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
    simulatedActivities: 187,
    memory: makeMemory(),
    resumed: null,
    readIncidents: async (ids) => ids.map(() => undefined),
    pickPosition: async () => null,
    newId: () => '01890000-0000-7000-8000-000000000001',
    unitName: (code) => EDITIONS.flatMap(({ units }) => units).find((unit) => unit.code === code)?.name ?? code,
    ...props,
    ...change,
  };
  show(<ImportDialog {...all} />, options);
  return props;
}

export const vietnamese = catalogues.vi;
export const words = vietnamese.importing;
export const { intake } = vietnamese;
export const badRow = (row: number) => page.getByRole('listitem').filter({ hasText: intake.bad.row(String(row)) });
export const cell = (field: Field, row: number) =>
  page.getByRole('textbox', { name: intake.bad.editCell(words.field[field], String(row)) });
/** A switch or a radio by its text: the control itself is drawn by its label. */
export const press = (name: string) => userEvent.click(page.getByText(name, { exact: true }));
export const button = (name: string) => page.getByRole('button', { name, exact: true });

export async function importAll(input: IncidentImport): Promise<Incident[]> {
  const taken: Incident[] = [];
  for (let offset = 0; offset < input.count; ) {
    const drafts = await input.take(offset, 1_000);
    taken.push(...draftIncidents(drafts, { ids: drafts.map((_, i) => `id-${offset + i}`), fileName: input.file }));
    offset += drafts.length;
    input.onProgress(offset, input.count);
  }
  return taken;
}
