import { plainText } from '../out/exportFile';

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to go
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufeff]/g;
const LINE_ENDS = /\r\n|[\r\n\v\f\u0085\u2028\u2029]/g;

/** Text as Office programs hold it: composed letters, `\n` between lines, no sign that XML or they do not know. */
export const cleanText = (text: string): string =>
  plainText(text.replace(LINE_ENDS, '\n').replace(CONTROLS, '')).replaceAll('\t', ' ').normalize('NFC');

/** The same on one line. */
export const cleanLine = (text: string): string =>
  cleanText(text)
    .replace(/ *\n */g, ' ')
    .trim();
