import { type FileChild, Paragraph } from 'docx';
import type { ReportForm } from '../../domain';
import { balanceLines, boldWidth } from './balanceLines';
import { textRuns } from './docxText';
import { capitals, linesOf, officialNumber, placeAndDay } from './officialText';
import { OFFICIAL_WORDS } from './officialWords';
import { SIZE_PT, STYLE, TEXT_WIDTH, twips } from './reportStyles';
import { ruleBelow } from './ruleBelow';
import { sideBySide } from './sideBySide';

/** The left half of the head; the right one is as broad as the nation's name needs. */
export const LEFT_WIDTH = 3_800;
const RIGHT_WIDTH = TEXT_WIDTH - LEFT_WIDTH;
/** Lines below names: between a third and a half of them. */
const RULE_SHARE = 0.42;
const USUAL_RULE = twips(25);

/** What the head says, as it is written there; lines by line breaks. */
export interface HeadTexts {
  readonly superiorBody: string;
  readonly issuingBody: string;
  readonly number: string;
  readonly placeAndDay: string;
  readonly documentType: string;
  readonly abstract: string;
}

export const headTexts = (form: ReportForm): HeadTexts => ({
  superiorBody: bodyName(form.superiorBody),
  issuingBody: bodyName(form.issuingBody),
  number: officialNumber(form),
  placeAndDay: placeAndDay(form),
  documentType: capitals(form.documentType.trim()),
  abstract: linesOf(form.abstract).join('\n'),
});

/** A body's name in capitals, broken where its author says, else evenly. */
const bodyName = (name: string): string =>
  linesOf(capitals(name))
    .flatMap((line) => balanceLines(line, LEFT_WIDTH, SIZE_PT.nation))
    .join('\n');

const center = (
  text: string,
  { sizePt, ...look }: { sizePt: number; bold?: boolean; italics?: boolean; before?: number },
) =>
  new Paragraph({
    style: STYLE.center,
    spacing: { before: look.before ?? 0 },
    children: textRuns(text, { size: sizePt * 2, bold: look.bold ?? false, italics: look.italics ?? false }),
  });

const widest = (text: string, sizePt: number): number =>
  Math.max(0, ...text.split('\n').map((line) => boldWidth(line, sizePt)));

/** The length of the line below a name: a share of its longest line, or a usual one below a placeholder. */
const ruleLength = (text: string, sizePt: number): number =>
  text.startsWith('{{') ? USUAL_RULE : Math.min(TEXT_WIDTH / 2, widest(text, sizePt) * RULE_SHARE);

/**
 * Who issues what where: the head of the first page, down to the line below the abstract. `below` stands under the number.
 * @source Decree 30/2020/NĐ-CP, Annex I, part I, II.1 to II.5
 */
export function reportHead(texts: HeadTexts, below: readonly Paragraph[]): FileChild[] {
  const nation = [
    center(OFFICIAL_WORDS.nation, { sizePt: SIZE_PT.nation, bold: true }),
    center(OFFICIAL_WORDS.motto, { sizePt: SIZE_PT.motto, bold: true }),
    ruleBelow(boldWidth(OFFICIAL_WORDS.motto, SIZE_PT.motto), RIGHT_WIDTH),
  ];
  const names = [
    ...(texts.superiorBody === '' ? [] : [center(texts.superiorBody, { sizePt: SIZE_PT.nation })]),
    center(texts.issuingBody, { sizePt: SIZE_PT.nation, bold: true }),
    ruleBelow(ruleLength(texts.issuingBody, SIZE_PT.nation), LEFT_WIDTH),
  ];
  return [
    sideBySide(
      [
        [names, nation],
        [
          [center(`${OFFICIAL_WORDS.number}: ${texts.number}`, { sizePt: 13, before: 120 }), ...below],
          [center(texts.placeAndDay, { sizePt: SIZE_PT.motto, italics: true, before: 120 })],
        ],
      ],
      LEFT_WIDTH,
    ),
    center(texts.documentType, { sizePt: SIZE_PT.motto, bold: true, before: 360 }),
    center(texts.abstract, { sizePt: SIZE_PT.motto, bold: true }),
    ruleBelow(ruleLength(texts.abstract, SIZE_PT.motto), TEXT_WIDTH, 240),
  ];
}
