/** A text that never ends is looked through once: plain signs and escapes do not stand in one repetition. */
const TOKEN =
  /\s+|"[ !#-[\]-\uffff]*(?:\\(?:["\\/bfnrt]|u[\da-f]{4})[ !#-[\]-\uffff]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?|true|false|null|[{}[\],:]/iy;

/** What may come next. */
type Wanted = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'commaOrEnd' | 'nothing';

/**
 * Where a text stops being JSON, which the parsers of browsers tell each in another way or not at all.
 * @returns the index of the first sign that cannot stand there; the length of the text where it ends too early
 * @source RFC 8259
 */
export function findJsonFault(text: string): number {
  const open: ('{' | '[')[] = [];
  let wanted: Wanted = 'value';
  const afterValue = (): Wanted => (open.length === 0 ? 'nothing' : 'commaOrEnd');
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const token = TOKEN.exec(text)?.[0];
    if (token === undefined) return at;
    if (token.trim() === '') continue;
    const isEnd = (token === '}' && open.at(-1) === '{') || (token === ']' && open.at(-1) === '[');
    if (wanted === 'colon') {
      if (token !== ':') return at;
      wanted = 'value';
    } else if (isEnd && (wanted === 'commaOrEnd' || wanted === (token === '}' ? 'keyOrEnd' : 'valueOrEnd'))) {
      open.pop();
      wanted = afterValue();
    } else if (wanted === 'commaOrEnd') {
      if (token !== ',') return at;
      wanted = open.at(-1) === '{' ? 'key' : 'value';
    } else if (wanted === 'key' || wanted === 'keyOrEnd') {
      if (!token.startsWith('"')) return at;
      wanted = 'colon';
    } else if (wanted === 'nothing') return at;
    else if (token === '{' || token === '[') {
      open.push(token);
      wanted = token === '{' ? 'keyOrEnd' : 'valueOrEnd';
    } else if (/^[}\],:]/.test(token)) return at;
    else wanted = afterValue();
  }
  return text.length;
}
