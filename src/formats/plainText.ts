import { resolveReferences } from './readXml';

const LINE_ENDS = /<(?:br|\/p|\/div|\/tr|\/li)\b[^<>]{0,200}>/gi;
const CELL_ENDS = /<\/t[dh]\b[^<>]{0,200}>/gi;
const OPAQUE = /<(style|script|head)\b[\s\S]*?<\/\1\s*>/gi;
/** Longer texts keep what stands in such elements: looking for their ends would take too long. */
const MOST_OPAQUE = 20_000;
const TAGS = /<\/?[a-z!][^<>]*>/gi;

/** The words of a description, which programs write as HTML: lines for lines, no tags, no white space around. */
export function plainText(text: string): string {
  const composed = text.normalize('NFC');
  if (!/[<&]/.test(composed)) return composed.trim();
  const shown = composed.length > MOST_OPAQUE ? composed : composed.replace(OPAQUE, ' ');
  const words = shown.replace(LINE_ENDS, '\n').replace(CELL_ENDS, ' ').replace(TAGS, '');
  return resolveReferences(words)
    .split('\n')
    .map((line) => line.replace(/[\s\u00a0]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
    .normalize('NFC');
}
