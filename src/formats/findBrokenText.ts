/** UTF-8 that was once read as windows-1252 and saved so: "VÄ©nh TÆ°á»ng". Never two of these in a row of good Vietnamese. */
const MOJIBAKE =
  /á[º»][\u0080-\u00ff\u0152-\u0192\u02c6\u02dc\u2013-\u2122]?|Ä[\u0081-\u00b1\u0152-\u0192\u2018-\u2022]|Æ[°¡\u00a0]|Ã[\u0080-\u00bf\u0152-\u0192\u2018-\u2122]/g;
/** Vietnamese letters that were lost for good: "V?nh Tu?ng". */
const LOST = /\p{L}\?+\p{L}|\p{L}\?{2,}/gu;
const REPLACED = '\ufffd';
const FEWEST_LOST = 3;
const SAMPLE = 80;

function lineAt(text: string, index: number): { row: number; sample: string } {
  let row = 1;
  for (let i = text.indexOf('\n'); i >= 0 && i < index; i = text.indexOf('\n', i + 1)) row += 1;
  const start = text.lastIndexOf('\n', index) + 1;
  const end = text.indexOf('\n', index);
  const from = Math.max(start, index - SAMPLE / 2);
  return { row, sample: text.slice(from, Math.min(end < 0 ? text.length : end, from + SAMPLE)).trim() };
}

function firstMojibake(text: string): number {
  let before = -1;
  for (const { index } of text.matchAll(MOJIBAKE)) {
    if (before >= 0 && index - before < SAMPLE && !text.slice(before, index).includes('\n')) return before;
    before = index;
  }
  return -1;
}

function firstLost(text: string): number {
  const found: number[] = [];
  for (const { index } of text.matchAll(LOST)) {
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
