import { type FileChild, LineRuleType, Paragraph, PatchType, patchDocument } from 'docx';
import {
  fail,
  type PartPlaceholder,
  type ReportTemplateProblem,
  type Result,
  succeed,
  type TextPlaceholder,
} from '../../domain';
import { plainText } from '../out/exportFile';
import { makeZipWriter } from '../out/zipWriter';
import { addresseeLines } from './addresseeLines';
import { annexSection, findLastSection, type LastSection, roomOf, sectionEnd } from './annexSections';
import { checkReportTemplate, type FoundPlaceholder, findPlaceholders, leavesUsable } from './checkReportTemplate';
import { textRuns } from './docxText';
import { guardBraces } from './guardBraces';
import type { OfficialReport, ReportBlock } from './officialReport';
import { capitals, linesOf, numberedHeadings } from './officialText';
import { reportAnnexes } from './reportAnnexes';
import { type BlockWriter, makeBlockWriter, type Room, sectionHeading } from './reportBlocks';
import { footTexts, statementLines } from './reportFoot';
import { headTexts } from './reportHead';
import { secrecyStamp } from './reportMarks';
import { STYLES_PATH, withReportStyles } from './reportStyleSheet';
import { REPORT_NUMBERING, TEXT_HEIGHT, TEXT_WIDTH } from './reportStyles';
import { DOCUMENT_PATH, type TemplateParts, templateParts } from './templateParts';

type Patches = Parameters<typeof patchDocument>[0]['patches'];

function textOf({ form, statement }: OfficialReport): Readonly<Record<TextPlaceholder, string>> {
  const head = headTexts(form);
  const foot = footTexts(form);
  return {
    co_quan_chu_quan: head.superiorBody,
    co_quan_ban_hanh: head.issuingBody,
    so_ky_hieu: head.number,
    dia_danh_ngay: head.placeAndDay,
    ten_loai: head.documentType,
    trich_yeu: head.abstract,
    quyen_han_ky: foot.signerAuthority,
    chuc_vu_ky: foot.signerTitle,
    ho_ten_ky: foot.signerName,
    noi_nhan: foot.recipients,
    pham_vi_luu_hanh: capitals(form.circulation.trim()),
    du_lieu_mo_phong: capitals(statement.simulated?.label ?? ''),
  };
}

/** Stands where a line fell away: a cell and a head must not be empty. */
const flat = (): Paragraph =>
  new Paragraph({ spacing: { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT }, run: { size: 2 } });

/** The annexes, the first after the end of the section that the report itself is in. */
function annexChildren(report: OfficialReport, last: LastSection, writer: BlockWriter): FileChild[] {
  const annexes = reportAnnexes(report, writer, (isLandscape) => roomOf(annexSection(last, isLandscape)));
  return [
    sectionEnd(last.xml),
    ...annexes.flatMap(({ isLandscape, children }, i) =>
      i < annexes.length - 1 ? [...children, sectionEnd(annexSection(last, isLandscape))] : [...children],
    ),
  ];
}

function partOf(
  name: PartPlaceholder,
  report: OfficialReport,
  { room, last, writer }: { room: Room; last: LastSection | null; writer: BlockWriter },
): FileChild[] {
  const { form, sections, annexes, statement, noData } = report;
  switch (name) {
    case 'do_mat':
      return secrecyStamp(form.secrecy);
    case 'kinh_gui':
      return addresseeLines(form.addressees);
    case 've_so_lieu':
      return statementLines(statement);
    case 'phu_luc':
      return annexes.length === 0 || last === null ? [] : annexChildren(report, last, writer);
    default: {
      const headings = numberedHeadings(sections);
      const own = sections.flatMap((section, i) =>
        section.part === name ? [{ ...section, number: headings[i] }] : [],
      );
      const isFrame = name === 'mo_dau' || name === 'ket_thuc';
      if (own.length === 0) return isFrame ? [] : writer.blocks([{ kind: 'paragraph', text: noData }], room);
      const write = name === 'ket_thuc' ? writer.lastBlocks : writer.blocks;
      return own.flatMap(({ heading, number, blocks }, i) => [
        ...(heading && i > 0 ? [sectionHeading(heading.level, number ?? '')] : []),
        ...write(blocks, room),
      ]);
    }
  }
}

/** About how many paragraphs a part has. */
function sizeOf(name: string, { sections, annexes }: OfficialReport): number {
  const holders = name === 'phu_luc' ? annexes : sections.filter(({ part }) => part === name);
  return holders
    .flatMap(({ blocks }): readonly ReportBlock[] => blocks)
    .reduce((sum, block) => sum + (block.kind === 'table' ? block.rows.length * block.columns.length : 1), 0);
}

function patchesFor(found: readonly FoundPlaceholder[], report: OfficialReport, last: LastSection | null): Patches {
  const texts = textOf(report);
  const writer = makeBlockWriter();
  const room = last ? roomOf(last.xml) : { width: TEXT_WIDTH, height: TEXT_HEIGHT };
  const isText = (name: string): name is TextPlaceholder => name in texts;
  const lines: Record<string, Patches[string]> = {};
  const wholes: Record<string, Patches[string]> = {};
  for (const { name } of found) {
    if (!isText(name)) {
      if (wholes[name]) continue;
      const children = partOf(name, report, { room, last, writer });
      wholes[name] = { type: PatchType.DOCUMENT, children: children.length > 0 ? children : [flat()] };
      continue;
    }
    const isAlone = found.every((other) => other.name !== name || other.isAlone);
    lines[name] =
      texts[name] === '' && isAlone
        ? { type: PatchType.DOCUMENT, children: [flat()] }
        : { type: PatchType.PARAGRAPH, children: textRuns(texts[name]) };
  }
  // Each patch looks through the document as it stands by then, so the longest come last.
  const sizes = new Map(found.map(({ name }) => [name as string, sizeOf(name, report)]));
  const shortFirst = Object.entries(wholes).sort(([a], [b]) => (sizes.get(a) ?? 0) - (sizes.get(b) ?? 0));
  return { ...lines, ...Object.fromEntries(shortFirst) };
}

/** The template with some of its parts changed. */
async function withParts(parts: TemplateParts, changed: ReadonlyMap<string, string>): Promise<Uint8Array> {
  const zip = makeZipWriter();
  for (const [path, bytes] of parts) {
    const entry = zip.begin(path);
    await entry.write(changed.get(path) ?? (bytes as Uint8Array<ArrayBuffer>));
    await entry.end();
  }
  return new Uint8Array(await zip.finish('application/zip').arrayBuffer());
}

/**
 * Fills a report into a unit's own template. What the unit wrote and how it looks stays; tables are as broad as its pages allow.
 * @returns the bytes of a .docx; as notes the placeholders that the template does without
 * @problem all that `checkReportTemplate` finds but those
 */
export async function fillReportTemplate(
  template: Uint8Array,
  plainReport: OfficialReport,
): Promise<Result<Uint8Array<ArrayBuffer>, readonly ReportTemplateProblem[], ReportTemplateProblem>> {
  const checked = await checkReportTemplate(template);
  if (!checked.ok) return fail([checked.problem]);
  const { parts, found, problems } = checked.value;
  const grave = problems.filter((problem) => !leavesUsable(problem));
  if (grave.length > 0) return fail(grave);
  const report = guardBraces(plainReport);
  const last = findLastSection(new TextDecoder().decode(parts.get(DOCUMENT_PATH)!));
  const lastAnnex = found.some(({ name }) => name === 'phu_luc') ? report.annexes.at(-1) : undefined;
  const styles = parts.get(STYLES_PATH);
  const styleSheet = styles ? await withReportStyles(new TextDecoder().decode(styles)) : null;
  const changed = new Map<string, string>();
  if (last && lastAnnex)
    changed.set(DOCUMENT_PATH, last.before + annexSection(last, lastAnnex.isLandscape) + last.after);
  if (styleSheet !== null) changed.set(STYLES_PATH, styleSheet);
  const data = changed.size > 0 ? await withParts(parts, changed) : template;
  const filled = await patchDocument({
    outputType: 'uint8array',
    data,
    patches: patchesFor(found, report, last),
    trimPlaceholders: true,
    numbering: REPORT_NUMBERING,
    properties: { title: plainText(linesOf(report.form.abstract).join(' ')) },
  });
  const written = await templateParts(filled);
  const left = written.ok ? findPlaceholders(written.value) : [];
  return left.length > 0
    ? fail(left.map(({ name, place }) => ({ kind: 'unreachablePlaceholder', name, place }) as const))
    : succeed(new Uint8Array(filled), problems);
}
