import { type IRunPropertiesOptions, TextRun } from 'docx';
import { plainText } from '../out/exportFile';

const LINE_BREAK = /\r\n|[\r\n\u0085\u2028\u2029\v\f]/;

/** The lines of a text as a document can hold them: tabs are spaces, signs that XML refuses are gone. */
const textLines = (text: string): readonly string[] =>
  text.split(LINE_BREAK).map((line) => plainText(line).replaceAll('\t', ' '));

/** A text as runs; its line breaks stay line breaks. */
export const textRuns = (text: string, properties: IRunPropertiesOptions = {}): TextRun[] =>
  textLines(text).map((line, i) => new TextRun({ ...properties, text: line, ...(i > 0 ? { break: 1 } : {}) }));
