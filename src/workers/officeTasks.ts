import { transfer } from 'comlink';
import { fail, type ReportTemplateProblem, type Result, succeed } from '../domain';
import type { Deck } from '../formats/briefing/deck';
import type { OfficialReport } from '../formats/briefing/officialReport';
import type { TemplateOutline } from '../formats/briefing/writeReportTemplate';
import type { SheetTable } from '../formats/briefing/writeTablesXlsx';

/** A file could not be written. */
export interface OfficeProblem {
  readonly kind: 'fileNotWritten';
  readonly format: 'pptx' | 'docx' | 'xlsx';
  /** In the words of whatever failed, for whoever mends it. */
  readonly detail: string;
}

/** The unit's own template cannot be filled. */
export interface TemplateRefused {
  readonly kind: 'templateRefused';
  readonly problems: readonly ReportTemplateProblem[];
}

type Bytes = Uint8Array<ArrayBuffer>;
export type OfficeFile = Result<Bytes, OfficeProblem>;
export type ReportFile = Result<Bytes, OfficeProblem | TemplateRefused>;

/** What a file is as a template. */
export interface TemplateLooks {
  /** What hinders; empty: a report can be filled in. */
  readonly hindering: readonly ReportTemplateProblem[];
  /** What a report in it will lack. */
  readonly lacking: readonly ReportTemplateProblem[];
}

const notWritten = (format: OfficeProblem['format'], error: unknown): OfficeProblem => ({
  kind: 'fileNotWritten',
  format,
  detail: error instanceof Error ? error.message : String(error),
});

/** A file is handed over, not copied. */
async function written(format: OfficeProblem['format'], write: () => Promise<Bytes>): Promise<OfficeFile> {
  try {
    const bytes = await write();
    return transfer(succeed(bytes), [bytes.buffer]);
  } catch (error) {
    return fail(notWritten(format, error));
  }
}

async function filled(report: OfficialReport, template: Uint8Array): Promise<ReportFile> {
  try {
    const { fillReportTemplate } = await import('../formats/briefing/fillReportTemplate');
    const result = await fillReportTemplate(template, report);
    if (!result.ok) return fail({ kind: 'templateRefused', problems: result.problem });
    return transfer(succeed(result.value), [result.value.buffer]);
  } catch (error) {
    return fail(notWritten('docx', error));
  }
}

/** Writes the files of briefings; what writes a format is loaded with the first file of it. To cancel means to end the worker. */
export function createOfficeTasks() {
  return {
    pptx: (deck: Deck): Promise<OfficeFile> =>
      written('pptx', async () => (await import('../formats/briefing/writePptx')).writePptx(deck)),
    xlsx: (sheets: readonly SheetTable[]): Promise<OfficeFile> =>
      written('xlsx', async () => (await import('../formats/briefing/writeTablesXlsx')).writeTablesXlsx(sheets)),
    /** @param template  the unit's own; null: as the decree lays it out */
    docx: (report: OfficialReport, template: Uint8Array | null): Promise<ReportFile> =>
      template
        ? filled(report, template)
        : written('docx', async () => (await import('../formats/briefing/writeDocx')).writeDocx(report)),
    reportTemplate: (outline: TemplateOutline, title: string): Promise<OfficeFile> =>
      written('docx', async () =>
        (await import('../formats/briefing/writeReportTemplate')).writeReportTemplate(outline, title),
      ),
    /** A picture as a file: a page would encode it itself between its frames, and be held up. */
    png: async (image: ImageBitmap): Promise<Bytes> => {
      const canvas = new OffscreenCanvas(image.width, image.height);
      canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(image);
      const blob = await canvas.convertToBlob({ type: 'image/png' });
      const bytes = new Uint8Array(await blob.arrayBuffer());
      return transfer(bytes, [bytes.buffer]);
    },
    checkTemplate: async (bytes: Uint8Array): Promise<TemplateLooks> => {
      const { checkReportTemplate, leavesUsable } = await import('../formats/briefing/checkReportTemplate');
      const checked = await checkReportTemplate(bytes);
      const problems = checked.ok ? checked.value.problems : [checked.problem];
      return {
        hindering: problems.filter((problem) => !leavesUsable(problem)),
        lacking: problems.filter(leavesUsable),
      };
    },
  };
}
