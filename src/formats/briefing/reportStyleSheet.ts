import { Packer } from 'docx';
import { listZip, unpackEntry } from '../zip';
import { reportDocument } from './reportPages';
import { STYLE } from './reportStyles';

export const STYLES_PATH = 'word/styles.xml';
/** All that filled-in parts refer to. */
const USED: readonly string[] = [...Object.values(STYLE), 'Heading1', 'Heading2', 'Heading3'];
const MOST_BYTES = 1_000_000;
const STYLE_ELEMENT = /<w:style\b[^>]*\bw:styleId="([^"]*)"[^>]*>[\s\S]*?<\/w:style>/g;

async function ownStyles(): Promise<string> {
  const document = reportDocument({ title: '', heads: { circulation: '', simulated: '' }, main: [], annexes: [] });
  const entries = listZip(new Uint8Array(await Packer.toArrayBuffer(document))) ?? [];
  const entry = entries.find(({ name }) => name === STYLES_PATH);
  const bytes = entry ? await unpackEntry(entry, MOST_BYTES) : 'broken';
  return typeof bytes === 'string' ? '' : new TextDecoder().decode(bytes);
}

/**
 * A template's style sheet with the styles of reports that it lacks: a unit may have begun from a letterhead of its own.
 * @returns null where it lacks none, or is of a kind that has no end to put them at
 */
export async function withReportStyles(styles: string): Promise<string | null> {
  const known = new Set([...styles.matchAll(/\bw:styleId="([^"]*)"/g)].map((match) => match[1]));
  const lacking = USED.filter((id) => !known.has(id));
  const end = styles.lastIndexOf('</w:styles>');
  if (lacking.length === 0 || end < 0) return null;
  const own = [...(await ownStyles()).matchAll(STYLE_ELEMENT)];
  const added = own.filter((match) => lacking.includes(match[1]!)).map(([xml]) => xml);
  return styles.slice(0, end) + added.join('') + styles.slice(end);
}
