import {
  fail,
  PART_PLACEHOLDERS,
  type PartPlaceholder,
  type ReportPlaceholder,
  type ReportTemplateProblem,
  type Result,
  succeed,
  TEXT_PLACEHOLDERS,
  type TemplatePlace,
} from '../../domain';
import { XmlFault } from '../readXml';
import { isPlaceholder, nearestPlaceholder } from './nearestPlaceholder';
import { type TemplateParagraph, templateParagraphs } from './templateParagraphs';
import { MOST_TEMPLATE_BYTES, type TemplateParts, templateParts } from './templateParts';

/** What the numbers rest on is never left out. */
const NEEDED: readonly ReportPlaceholder[] = ['ve_so_lieu'];
const WHOLE = /\{\{([^{}]*)\}\}/g;
/** Braces that are left when all placeholders are taken out. */
const LEFT_BRACES = /\{[^{}]*\}\}|\{\{[^{}]*\}?|\}\}/;
const SINGLE = /\{\s*([^{}]*?)\s*\}/;
const EXCERPT = 60;

/** A placeholder where it stands. */
export interface FoundPlaceholder {
  readonly name: ReportPlaceholder;
  /** Nothing else is in its paragraph. */
  readonly isAlone: boolean;
  readonly place: TemplatePlace;
}

/** What a template holds, and all that is wrong with it. */
export interface TemplateCheck {
  readonly parts: TemplateParts;
  readonly found: readonly FoundPlaceholder[];
  readonly problems: readonly ReportTemplateProblem[];
}

/** Whether a report can be filled in all the same. */
export const leavesUsable = (problem: ReportTemplateProblem): boolean =>
  problem.kind === 'missingPlaceholder' && !problem.isNeeded;

const isPart = (name: ReportPlaceholder): name is PartPlaceholder => PART_PLACEHOLDERS.some((part) => part === name);

function placeProblem(
  name: PartPlaceholder,
  { paragraph, place, isAlone }: { paragraph: TemplateParagraph; place: TemplatePlace; isAlone: boolean },
): ReportTemplateProblem[] {
  if (!isAlone) return [{ kind: 'placeholderNotAlone', name, place }];
  const isMisplaced = paragraph.part !== 'body' || (name === 'phu_luc' && !paragraph.isTop);
  return isMisplaced ? [{ kind: 'placeholderMisplaced', name, reason: 'notInBody', place }] : [];
}

function checkParagraph(paragraph: TemplateParagraph, found: FoundPlaceholder[]): ReportTemplateProblem[] {
  const { text, part } = paragraph;
  const place = { part, excerpt: text.trim().slice(0, EXCERPT) };
  const problems: ReportTemplateProblem[] = [];
  for (const match of text.matchAll(WHOLE)) {
    const name = match[1]!.trim();
    if (!isPlaceholder(name)) {
      problems.push({ kind: 'unknownPlaceholder', name, nearest: nearestPlaceholder(name), place });
      continue;
    }
    const isAlone = text.trim() === match[0];
    found.push({ name, isAlone, place });
    if (isPart(name)) problems.push(...placeProblem(name, { paragraph, place, isAlone }));
  }
  const left = text.replace(WHOLE, '');
  const single = SINGLE.exec(left);
  const broken = LEFT_BRACES.exec(left) ?? (single && isPlaceholder(single[1]!) ? single : null);
  if (broken) problems.push({ kind: 'brokenPlaceholder', text: broken[0].slice(0, EXCERPT), place });
  return problems;
}

function annexProblems(paragraphs: readonly TemplateParagraph[]): ReportTemplateProblem[] {
  const body = paragraphs.filter(({ part, text }) => part === 'body' && text.trim() !== '');
  const at = body.findIndex(({ text }) => /^\s*\{\{\s*phu_luc\s*\}\}\s*$/.test(text));
  if (at < 0 || at === body.length - 1) return [];
  const place = { part: 'body', excerpt: body[at + 1]!.text.trim().slice(0, EXCERPT) } as const;
  return [{ kind: 'placeholderMisplaced', name: 'phu_luc', reason: 'notLast', place }];
}

/** All placeholders of a document, in the order in which they are read. */
export function findPlaceholders(parts: TemplateParts): readonly FoundPlaceholder[] {
  const found: FoundPlaceholder[] = [];
  for (const paragraph of templateParagraphs(parts)) checkParagraph(paragraph, found);
  return found;
}

/**
 * Looks through a file that should become a template: which placeholders it has, and what is wrong with it.
 * @problem templateTooLarge  it is larger than any template
 * @problem notATemplate      it is no document of Word, or cannot be read
 */
export async function checkReportTemplate(bytes: Uint8Array): Promise<Result<TemplateCheck, ReportTemplateProblem>> {
  const tooLarge = { kind: 'templateTooLarge', sizeBytes: bytes.length, limitBytes: MOST_TEMPLATE_BYTES } as const;
  if (bytes.length > MOST_TEMPLATE_BYTES) return fail(tooLarge);
  const read = await templateParts(bytes);
  if (!read.ok) return fail(read.problem === 'tooLarge' ? tooLarge : { kind: 'notATemplate', fault: read.problem });
  let paragraphs: readonly TemplateParagraph[];
  try {
    paragraphs = templateParagraphs(read.value);
  } catch (error) {
    if (error instanceof XmlFault) return fail({ kind: 'notATemplate', fault: 'broken' });
    throw error;
  }
  const found: FoundPlaceholder[] = [];
  const problems = paragraphs.flatMap((paragraph) => checkParagraph(paragraph, found));
  const names = new Set(found.map(({ name }) => name));
  const missing = [...TEXT_PLACEHOLDERS, ...PART_PLACEHOLDERS]
    .filter((name) => !names.has(name))
    .map((name) => ({ kind: 'missingPlaceholder', name, isNeeded: NEEDED.includes(name) }) as const);
  return succeed({ parts: read.value, found, problems: [...problems, ...annexProblems(paragraphs), ...missing] });
}
