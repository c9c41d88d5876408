import { readXml } from './readXml';

/** Cells that a sheet shows as one; rows and columns counted from 0, both ends included. */
export interface Merge {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

export interface WorkbookInfo {
  /** Days are counted from 1904, as old programs of Apple did. */
  readonly is1904: boolean;
  readonly sheets: readonly SheetInfo[];
}

interface SheetInfo {
  readonly isHidden: boolean;
  /** Where the archive keeps it, null where that cannot be told. */
  readonly part: string | null;
  /** A sheet that is one chart, a dialog or a macro of old: there are no rows in it. */
  readonly hasNoRows: boolean;
}

const decoder = new TextDecoder();
/** Merged cells stand behind the cells of a sheet. */
const TAIL_BYTES = 4_000_000;
const MOST_MERGES = 100_000;
const MERGE = /<(?:\w+:)?mergeCell\s[^<>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g;

const WITHOUT_ROWS = /\/(chart|dialog|xl(Intl)?macro)sheet$/i;

/** Where the relations of the workbook say that its parts are, and what they are, by their ids. */
function readRelations(bytes: Uint8Array | undefined): Map<string, Pick<SheetInfo, 'part' | 'hasNoRows'>> {
  const relations = new Map<string, Pick<SheetInfo, 'part' | 'hasNoRows'>>();
  if (!bytes) return relations;
  readXml(decoder.decode(bytes), {
    open: (name, { Id, Type = '', Target }) => {
      if (name !== 'Relationship' || !Id || !Target) return;
      const part = Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`;
      relations.set(Id, { part, hasNoRows: WITHOUT_ROWS.test(Type) });
    },
    close: () => {},
    text: () => {},
  });
  return relations;
}

/**
 * What a workbook says of its sheets.
 * @param parts  unpacked, by their names in the archive
 * @throws XmlFault  where they are not well-formed
 */
export function readWorkbookInfo(parts: ReadonlyMap<string, Uint8Array>): WorkbookInfo {
  const relations = readRelations(parts.get('xl/_rels/workbook.xml.rels'));
  const sheets: SheetInfo[] = [];
  let is1904: boolean | null = null;
  readXml(decoder.decode(parts.get('xl/workbook.xml')), {
    open: (tag, { date1904, name, state, id }) => {
      if (tag === 'workbookPr') is1904 ??= date1904 === '1' || date1904 === 'true';
      if (tag !== 'sheet' || !name) return;
      sheets.push({
        isHidden: state === 'hidden' || state === 'veryHidden',
        ...(relations.get(id ?? '') ?? { part: null, hasNoRows: false }),
      });
    },
    close: () => {},
    text: () => {},
  });
  return { is1904: is1904 ?? false, sheets };
}

const columnIndex = (letters: string): number =>
  [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** The merged cells of a sheet, from its part of the archive. */
export function readMerges(part: Uint8Array): Merge[] {
  const tail = decoder.decode(part.subarray(Math.max(0, part.length - TAIL_BYTES)));
  const merges: Merge[] = [];
  for (const [, left = '', top, right = '', bottom] of tail.matchAll(MERGE)) {
    if (merges.length === MOST_MERGES) break;
    const [firstRow, lastRow] = [Number(top) - 1, Number(bottom) - 1];
    merges.push({ firstRow, lastRow, firstColumn: columnIndex(left), lastColumn: columnIndex(right) });
  }
  return merges;
}
