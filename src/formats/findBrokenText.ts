/** UTF-8 that was once read as windows-1252 and saved so: "VÄ©nh TÆ°á»ng". Never two of these in a row of good Vietnamese. */
const MOJIBAKE =
  /á[º»][\u0080-\u00ff\u0152-\u0192\u02c6\u02dc\u2013-\u2122]?|Ä[\u0081-\u00b1\u0152-\u0192\u2018-\u2022]|Æ[°¡\u00a0]|Ã[\u0080-\u00bf\u0152-\u0192\u2018-\u2122]/g;
/** What good Vietnamese writes as well: "XÃ”", and "XÃ" before a space that does not break. */
const WRITTEN_SO = /^Ã(?:[\u00a0\u00ad]|[»‘’“”•…])$/;
/** Letters that no byte of spoilt Vietnamese is read as. */
const NEVER_MOJIBAKE = /[ÀÁÈÉÊÍÒÓÔÕÙÚÝàãèéêìíòóôõùúýăĐđĨĩŨũƠơƯưẠ-ỹ]/gu;
/** Letters that are lost where any is. */
const LOSABLE = /[ĂăĐđĨĩŨũƠơƯưẠ-ỹ]/u;
/** Vietnamese letters that were lost for good: "V?nh Tu?ng". */
const LOST_INSIDE = /\p{L}\?+\p{L}/gu;
const LOST_ANYWHERE = /\p{L}\?+\p{L}|\p{L}\?{2,}/gu;
const REPLACED = '\ufffd';
const FEWEST_LOST = 3;
const FEWEST_NEVER_MOJIBAKE = 2;
const SAMPLE = 80;

function lineAt(text: string, index: number): { row: number; sample: string } {
  let row = 1;
  for (let i = text.indexOf('\n'); i >= 0 && i < index; i = text.indexOf('\n', i + 1)) row += 1;
  const start = text.lastIndexOf('\n', index) + 1;
  const end = text.indexOf('\n', index);
  const from = Math.max(start, index - SAMPLE / 2);
  return { row, sample: text.slice(from, Math.min(end < 0 ? text.length : end, from + SAMPLE)).trim() };
}

function isVietnamese(text: string): boolean {
  let count = 0;
  for (const _ of text.matchAll(NEVER_MOJIBAKE)) {
    count += 1;
    if (count === FEWEST_NEVER_MOJIBAKE) return true;
  }
  return false;
}

/** Whether a sequence ends a word in capitals, as "XÃ”" does and "lÃ\u00a0" does not. */
function isWritten(text: string, found: string, index: number): boolean {
  if (!WRITTEN_SO.test(found) || /\p{Ll}/u.test(text[index - 1] ?? '')) return false;
  return /[\u00a0\u00ad]/.test(found) || !/\p{L}/u.test(text[index + found.length] ?? '');
}

function firstMojibake(text: string): number {
  let before = -1;
  const isGood = isVietnamese(text);
  for (const { 0: found, index } of text.matchAll(MOJIBAKE)) {
    if (isGood && isWritten(text, found, index)) continue;
    if (before >= 0 && index - before < SAMPLE && !text.slice(before, index).includes('\n')) return before;
    before = index;
  }
  return -1;
}

/** The text around a place, as far as its cell may reach. */
function cellAround(text: string, index: number): string {
  const before = text.slice(Math.max(0, index - SAMPLE), index);
  const after = text.slice(index, index + SAMPLE);
  return `${before.split(/[\n\t,;]/).at(-1)}${after.split(/[\n\t,;]/)[0]}`;
}

function firstLost(text: string): number {
  const found: number[] = [];
  for (const { index } of text.matchAll(LOSABLE.test(text) ? LOST_INSIDE : LOST_ANYWHERE)) {
    // A cell that kept such letters lost none: the space behind the question mark is missing.
    if (LOSABLE.test(cellAround(text, index))) continue;
    // The question mark of a web address is no letter.
    if (/https?:\/\/\S*$/.test(text.slice(Math.max(0, index - 200), index + 1))) continue;
    found.push(index);
    if (found.length === FEWEST_LOST) return found[0]!;
  }
  return -1;
}

/**
 * Where a text was spoilt before it came here: read in a wrong encoding and saved, or letters replaced.
 * @returns the row (the first being 1) and a piece of it; null where nothing is wrong
 */
export function findBrokenText(text: string): { readonly row: number; readonly sample: string } | null {
  const at = [text.indexOf(REPLACED), firstMojibake(text), firstLost(text)].filter((index) => index >= 0);
  return at.length === 0 ? null : lineAt(text, Math.min(...at));
}
