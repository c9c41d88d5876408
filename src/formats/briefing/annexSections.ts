import { type FileChild, ImportedXmlComponent } from 'docx';
import type { Room } from './reportBlocks';
import { LANDSCAPE_HEIGHT, PAGE, TEXT_HEIGHT, TEXT_WIDTH } from './reportStyles';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CHANGES = /<w:sectPrChange\b[\s\S]*?<\/w:sectPrChange>/g;
const LAST_SECTION = /<w:sectPr\b(?:[^>]*\/>|(?:(?!<w:sectPr\b)[\s\S])*?<\/w:sectPr>)(?=\s*<\/w:body>)/;
/** The paragraph that ends a section takes no room. */
const FLAT = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr>';

/** The last section of a document: its pages are the model for those of annexes. */
export interface LastSection {
  /** The document without it. */
  readonly before: string;
  readonly xml: string;
  readonly after: string;
}

/** @returns null where the document has no text at all */
export function findLastSection(document: string): LastSection | null {
  const plain = document.replace(CHANGES, '');
  const match = LAST_SECTION.exec(plain);
  if (match)
    return {
      before: plain.slice(0, match.index),
      xml: match[0],
      after: plain.slice(match.index + match[0].length),
    };
  const end = plain.lastIndexOf('</w:body>');
  return end < 0 ? null : { before: plain.slice(0, end), xml: '<w:sectPr/>', after: plain.slice(end) };
}

const numberOf = (xml: string, element: string, attribute: string): number | null => {
  const tag = new RegExp(`<w:${element}\\b[^>]*>`).exec(xml)?.[0] ?? '';
  const value = new RegExp(`\\bw:${attribute}="(-?\\d+)"`).exec(tag)?.[1];
  return value === undefined ? null : Number(value);
};

/** The room for text on pages of a section, in twips. */
export function roomOf(xml: string): Room {
  const [width, height] = [numberOf(xml, 'pgSz', 'w'), numberOf(xml, 'pgSz', 'h')];
  if (width === null || height === null) return { width: TEXT_WIDTH, height: TEXT_HEIGHT };
  const margin = (side: string): number => Math.max(0, numberOf(xml, 'pgMar', side) ?? 0);
  const room = { width: width - margin('left') - margin('right'), height: height - margin('top') - margin('bottom') };
  return room.width > 0 && room.height > 0 ? room : { width: TEXT_WIDTH, height: LANDSCAPE_HEIGHT };
}

/** The section of an annex: A4 either way, with the margins of the last section and numbers of its own; its heads are those before it. */
export function annexSection({ xml }: LastSection, isLandscape: boolean): string {
  const margins = /<w:pgMar\b[^>]*\/>/.exec(xml)?.[0] ?? '';
  const [width, height] = isLandscape ? [PAGE.height, PAGE.width] : [PAGE.width, PAGE.height];
  const turned = isLandscape ? ' w:orient="landscape"' : '';
  const first = /<w:titlePg\b(?![^>]*w:val="(?:0|false|off)")/.test(xml) ? '<w:titlePg/>' : '';
  return `<w:sectPr><w:type w:val="nextPage"/><w:pgSz w:w="${width}" w:h="${height}"${turned}/>${margins}<w:pgNumType w:start="1"/>${first}</w:sectPr>`;
}

/** The paragraph that ends a section. */
export function sectionEnd(xml: string): FileChild {
  const paragraph = ImportedXmlComponent.fromXmlString(
    `<w:p xmlns:w="${W}" xmlns:r="${R}"><w:pPr>${FLAT}${xml}</w:pPr></w:p>`,
  );
  return Object.assign(paragraph, { fileChild: Symbol() });
}
