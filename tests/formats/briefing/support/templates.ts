import { PART_PLACEHOLDERS, type ReportTemplateProblem } from '../../../../src/domain';
import { checkReportTemplate } from '../../../../src/formats/briefing/checkReportTemplate';
import type { ReportPart } from '../../../../src/formats/briefing/officialReport';
import type { TemplateOutline } from '../../../../src/formats/briefing/writeReportTemplate';
import { storeZip } from '../../../../src/formats/zip';
import { openDocx } from './openDocx';

const NOT_SECTIONS: readonly string[] = ['do_mat', 'kinh_gui', 've_so_lieu', 'phu_luc'];
const PARTS = PART_PLACEHOLDERS.filter((name): name is ReportPart => !NOT_SECTIONS.includes(name));
export const outline: TemplateOutline = PARTS.map((part) => ({ part, heading: { level: 1, title: `Mục ${part}` } }));

/** The same package with some parts written otherwise. */
export async function changed(
  bytes: Uint8Array,
  change: Readonly<Record<string, (xml: string) => string>>,
): Promise<Uint8Array> {
  const { parts, xml } = await openDocx(bytes);
  const files = [...parts].map(([name, part]) => ({
    name,
    bytes: change[name] ? new TextEncoder().encode(change[name](xml(name))) : part,
  }));
  return new Uint8Array(storeZip(files));
}
export const inText = (bytes: Uint8Array, change: (xml: string) => string) =>
  changed(bytes, { 'word/document.xml': change });
export const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

export async function problemsOf(bytes: Uint8Array): Promise<readonly ReportTemplateProblem[]> {
  const checked = await checkReportTemplate(bytes);
  return checked.ok ? checked.value.problems : [checked.problem];
}
