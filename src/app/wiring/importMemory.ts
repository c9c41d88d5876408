import type { RowRepair } from '../../analysis/import';
import { maskAddress } from '../../analysis/import/maskAddress';
import { maskPersonalNumbers } from '../../analysis/import/personalNumbers';
import { FIELDS, type Field, VALUE_FIELDS, type ValueChoice } from '../../analysis/import/types';
import type { ImportMemory, KeptWork, RememberedMapping } from '../../features/import';
import type { Store } from '../../store';

const FILE_KEY = 'import:file';
const WORK_KEY = 'import:work';
const mappingKey = (shape: string): string => `mapping:${shape}`;

/** An import that was left half-way. */
export interface HalfDone {
  readonly file: File;
  readonly work: KeptWork;
  /** Wall clock. */
  readonly keptAt: string;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isField = (value: unknown): value is Field | null => value === null || FIELDS.some((field) => field === value);
const isChoice = (value: unknown): value is ValueChoice =>
  isObject(value) &&
  VALUE_FIELDS.some((field) => field === value.field) &&
  typeof value.text === 'string' &&
  (value.value === null || typeof value.value === 'string');

/** A mapping as this program writes it; null: an older one wrote it otherwise. */
function asMapping(value: unknown): RememberedMapping | null {
  if (!isObject(value) || !Array.isArray(value.columns) || !Array.isArray(value.values)) return null;
  const { columns, values } = value;
  return columns.every(isField) && values.every(isChoice) ? { columns, values } : null;
}

/** Texts that are kept hold no more of persons than a record would. */
function withoutPersons(repair: RowRepair): RowRepair {
  const texts = Object.entries(repair.cells).map(([field, text]) => [
    field,
    field === 'summary'
      ? maskPersonalNumbers(text).text
      : field === 'place' || field === 'position'
        ? maskAddress(text)
        : text,
  ]);
  return { ...repair, cells: Object.fromEntries(texts) };
}

/**
 * What imports leave on the desk: how columns were mapped, by shape of file, and the one import that is under way.
 * @param knownTerms  ids of categories and statuses that there are
 */
export function makeImportMemory(
  { desk }: Pick<Store, 'desk'>,
  {
    file,
    now,
    knownTerms,
  }: { readonly file: File; readonly now: () => string; readonly knownTerms: () => ReadonlySet<string> },
): ImportMemory {
  let isFileKept = false;
  return {
    async readMapping(shape) {
      const mapping = asMapping(await desk.read(mappingKey(shape)));
      if (!mapping) return null;
      // A category that came with an import which was undone is no longer there.
      const terms = knownTerms();
      const values = mapping.values.filter(
        ({ field, value }) => value === null || (field !== 'category' && field !== 'status') || terms.has(value),
      );
      return { ...mapping, values };
    },
    async writeMapping(shape, mapping) {
      await desk.write(mappingKey(shape), mapping);
    },
    clearMapping: (shape) => desk.clear(mappingKey(shape)),
    async keep(work) {
      if (!isFileKept) isFileKept = (await desk.write(FILE_KEY, file)).ok;
      if (!isFileKept) return false;
      const repairs = work.repairs.map(withoutPersons);
      return (await desk.write(WORK_KEY, { file: file.name, keptAt: now(), work: { ...work, repairs } })).ok;
    },
    drop: () => dropHalfDone({ desk }),
  };
}

/** Forgets the import that was left half-way. */
export async function dropHalfDone({ desk }: Pick<Store, 'desk'>): Promise<void> {
  await desk.clear(WORK_KEY);
  await desk.clear(FILE_KEY);
}

/** The import that was left half-way; null: there is none that can be continued. */
export async function readHalfDone({ desk }: Pick<Store, 'desk'>): Promise<HalfDone | null> {
  const kept = await desk.read(WORK_KEY);
  if (!isObject(kept) || !isObject(kept.work) || typeof kept.keptAt !== 'string') return null;
  const { choices, repairs, decisions } = kept.work;
  if (!isObject(choices) || !Array.isArray(choices.values) || !Array.isArray(repairs) || !Array.isArray(decisions))
    return null;
  const file = await desk.read(FILE_KEY);
  if (!(file instanceof Blob)) return null;
  const name = typeof kept.file === 'string' ? kept.file : '';
  return {
    file: file instanceof File ? file : new File([file], name),
    work: kept.work as unknown as KeptWork,
    keptAt: kept.keptAt,
  };
}
