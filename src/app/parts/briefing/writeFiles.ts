import type { ReportForm, ReportTemplateProblem } from '../../../domain';
import type { SheetTable } from '../../../formats/briefing/writeTablesXlsx';
import { exportWords } from '../../../i18n/exportWords';
import type { OfficeFile, ReportFile } from '../../../workers/officeTasks';
import { withOffice } from '../../briefing/withOffice';
import type { Services } from '../../services';
import { askReview } from '../../wiring/reviewService';
import { FIGURE_TABLES, figureTable } from './figureTables';
import { fileFacts, filterOfFigures, listFacts, wordingOf } from './fileFacts';
import type { FilesWish } from './filesWish';
import { gatherDeck } from './gatherDeck';
import { gatherReport } from './gatherReport';
import { workbookTable } from './shownTables';
import { takePictures } from './takePictures';
import { timelineTable } from './timelineTable';

export type BriefingFormat = 'pptx' | 'docx' | 'xlsx';
/** What is to be written; a report with what its author says of it, and the unit's own template. */
export type WantedFile =
  | { readonly format: 'pptx' }
  | { readonly format: 'xlsx' }
  | { readonly format: 'docx'; readonly form: ReportForm; readonly template: Uint8Array | null };

export type WrittenFile =
  | { readonly kind: 'done'; readonly blob: Blob; readonly name: string; readonly isWhole: boolean }
  | { readonly kind: 'cancelled' | 'notReady' }
  | { readonly kind: 'templateRefused'; readonly problems: readonly ReportTemplateProblem[] }
  | { readonly kind: 'failed'; readonly detail: string };

/** A file as it comes from the worker, with what is said of it outside. */
type MadeFile =
  | {
      readonly kind: 'made';
      readonly file: OfficeFile | ReportFile | null;
      readonly isWhole: boolean;
      readonly isSimulated: boolean;
    }
  | Exclude<WrittenFile, { readonly kind: 'done' }>;

const MIME: Readonly<Record<BriefingFormat, string>> = {
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
const WRITING_SHARE = 0.9;

async function makeTables(services: Services, wish: FilesWish): Promise<MadeFile> {
  const { briefing, scenes, language, signal, onProgress } = wish;
  const { from, to, countBy } = briefing;
  onProgress('figures', 0);
  const review = await askReview(services, { period: { from, to }, countBy, filter: filterOfFigures() });
  if (!review) return { kind: 'notReady' };
  const { figures } = review;
  const wording = wordingOf(services, language);
  const { words } = wording;
  const facts = listFacts(fileFacts(services, figures, wish));
  const sheets = FIGURE_TABLES.map(
    (kind): SheetTable => ({ name: words[kind], table: figureTable(kind, figures, wording), facts }),
  );
  const timeline = await timelineTable(services, language);
  const taken = await takePictures(services, {
    ...wish,
    wants: ['exhibits'],
    onProgress: (share) => onProgress('figures', share),
  });
  if (signal.aborted) return { kind: 'cancelled' };
  const beside = scenes.flatMap(({ id, title }) => {
    const { tables = [], facts: of = [] } = taken.exhibits.get(id) ?? {};
    return tables.map((shown): SheetTable => {
      const table = workbookTable(shown, language);
      return { name: title || table.caption, table, facts: of };
    });
  });
  const all = [...sheets, { name: words.timeline, table: timeline, facts }, ...beside];
  onProgress('writing', WRITING_SHARE);
  const file = await withOffice<OfficeFile>(async (office) => office.xlsx(all), signal);
  return { kind: 'made', file, isWhole: taken.isWhole, isSimulated: figures.simulated.now > 0 };
}

async function makeFile(services: Services, wanted: WantedFile, wish: FilesWish): Promise<MadeFile> {
  const { signal, onProgress } = wish;
  if (wanted.format === 'xlsx') return makeTables(services, wish);
  if (wanted.format === 'pptx') {
    const gathered = await gatherDeck(services, wish);
    if (gathered.kind !== 'done') return gathered;
    onProgress('writing', WRITING_SHARE);
    const file = await withOffice<OfficeFile>(async (office) => office.pptx(gathered.deck), signal);
    return { ...gathered, kind: 'made', file };
  }
  const gathered = await gatherReport(services, wanted.form, wish);
  if (gathered.kind !== 'done') return gathered;
  onProgress('writing', WRITING_SHARE);
  const { report, isWhole } = gathered;
  const file = await withOffice<ReportFile>(async (office) => office.docx(report, wanted.template), signal);
  return { kind: 'made', file, isWhole, isSimulated: report.statement.simulated !== null };
}

/** Writes a file of a briefing: what it is of is in it. The page answers all the while. */
export async function writeBriefingFiles(
  services: Services,
  wanted: WantedFile,
  wish: FilesWish,
): Promise<WrittenFile> {
  const { briefing, tier, signal } = wish;
  const { format } = wanted;
  try {
    const made = await makeFile(services, wanted, wish);
    if (signal.aborted) return { kind: 'cancelled' };
    if (made.kind !== 'made') return made;
    const { file, isWhole, isSimulated } = made;
    if (!file) return { kind: 'cancelled' };
    if (!file.ok)
      return file.problem.kind === 'templateRefused' ? file.problem : { kind: 'failed', detail: file.problem.detail };
    const said = exportWords[format === 'docx' ? 'vi' : wish.language];
    const plain = briefing.name.replace(/[\\/:*?"<>|]/g, '-');
    const name = `${plain}-${said.tierFile[tier]}${isSimulated ? said.simulatedSuffix : ''}.${format}`;
    return { kind: 'done', blob: new Blob([file.value], { type: MIME[format] }), name, isWhole };
  } catch (error) {
    return signal.aborted ? { kind: 'cancelled' } : { kind: 'failed', detail: String(error) };
  }
}
