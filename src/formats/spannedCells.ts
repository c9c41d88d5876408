const [TAG, END, SLASH, EQUALS, COLON, BANG, QUESTION] = [0x3c, 0x3e, 0x2f, 0x3d, 0x3a, 0x21, 0x3f];
const LETTER_R = 0x72;

const signs = (text: string): Uint8Array => new TextEncoder().encode(text);
/** Markup that holds no tags: how it begins and ends. */
const OPAQUE = (
  [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
    ['<?', '?>'],
  ] as const
).map(([begin, end]) => ({ begin: signs(begin), end: signs(end) }));
const [SHEET_DATA, ROW, CELL] = [signs('sheetData'), signs('row'), signs('c')];

const isSpace = (sign: number | undefined): boolean => sign === 0x20 || (sign !== undefined && sign > 8 && sign < 14);
const isQuote = (sign: number | undefined): boolean => sign === 0x22 || sign === 0x27;

function standsAt(part: Uint8Array, at: number, text: Uint8Array): boolean {
  for (let i = 0; i < text.length; i += 1) if (part[at + i] !== text[i]) return false;
  return true;
}

function afterText(part: Uint8Array, from: number, text: Uint8Array): number {
  for (let i = part.indexOf(text[0]!, from); i >= 0; i = part.indexOf(text[0]!, i + 1))
    if (standsAt(part, i, text)) return i + text.length;
  return part.length;
}

/** Where a tag ends; a `>` in quotes does not end it. */
function tagEnd(part: Uint8Array, at: number): number {
  let i = at;
  for (; i < part.length && part[i] !== END; i += 1) {
    if (!isQuote(part[i])) continue;
    const closing = part.indexOf(part[i]!, i + 1);
    if (closing >= 0) i = closing;
  }
  return i;
}

interface Name {
  readonly start: number;
  readonly end: number;
}

/** Where the name of a tag stands, without its prefix. */
function tagName(part: Uint8Array, at: number, end: number): Name {
  let start = at;
  let i = at;
  for (; i < end && !isSpace(part[i]) && part[i] !== SLASH; i += 1)
    if (part[i] === COLON && start === at) start = i + 1;
  return { start, end: i };
}

const isNamed = (part: Uint8Array, { start, end }: Name, text: Uint8Array): boolean =>
  end - start === text.length && standsAt(part, start, text);

/** "AB12" as its column and row, a row's "12" without a column; infinite where it is written in any other way. */
function readReference(part: Uint8Array, from: number, quote: number): { column: number; row: number } {
  let at = from;
  let column = 0;
  for (; part[at]! >= 0x41 && part[at]! <= 0x5a; at += 1) column = column * 26 + part[at]! - 0x40;
  let row = 0;
  for (; part[at]! >= 0x30 && part[at]! <= 0x39; at += 1) row = row * 10 + part[at]! - 0x30;
  return part[at] === quote ? { column, row } : { column: Infinity, row: Infinity };
}

/** Where the value of an attribute `r` at `at` begins, its quote first; -1 where there is none. */
function valueStart(part: Uint8Array, at: number): number {
  if (part[at] !== LETTER_R || !(isSpace(part[at - 1]) || part[at - 1] === COLON)) return -1;
  let i = at + 1;
  while (isSpace(part[i])) i += 1;
  if (part[i] !== EQUALS) return -1;
  i += 1;
  while (isSpace(part[i])) i += 1;
  return isQuote(part[i]) ? i : -1;
}

interface Span {
  columns: number;
  rows: number;
}

function widen(span: Span, part: Uint8Array, from: number, end: number): void {
  for (let i = from; i < end; i += 1) {
    const value = valueStart(part, i);
    if (value < 0) continue;
    const { column, row } = readReference(part, value + 1, part[value]!);
    if (column > span.columns) span.columns = column;
    if (row > span.rows) span.rows = row;
  }
}

/** Where a comment or the like ends that begins at `at`; -1 where a tag begins. */
function opaqueEnd(part: Uint8Array, at: number): number {
  if (part[at + 1] !== BANG && part[at + 1] !== QUESTION) return -1;
  const opaque = OPAQUE.find(({ begin }) => standsAt(part, at, begin));
  return opaque ? afterText(part, at, opaque.end) : -1;
}

/** Rows × columns that a sheet's cells span: the reader lays out every one of them, empty or not. Other parts span none. */
export function spannedCells(part: Uint8Array): number {
  const span: Span = { columns: 1, rows: 0 };
  let isSheet = false;
  let next = 0;
  for (let at = part.indexOf(TAG); at >= 0; at = part.indexOf(TAG, next)) {
    next = opaqueEnd(part, at);
    if (next >= 0) continue;
    next = tagEnd(part, at + 1);
    const name = tagName(part, at + 1, next);
    if (isNamed(part, name, SHEET_DATA)) isSheet = true;
    if (!isSheet) continue;
    const isRow = isNamed(part, name, ROW);
    // A row without a number follows the one before.
    if (isRow) span.rows += 1;
    if (isRow || isNamed(part, name, CELL)) widen(span, part, name.end, next);
  }
  return span.rows * span.columns;
}
