import { Refusal } from './storageProblem';

export interface TextLine {
  /** The first being 1. */
  readonly line: number;
  readonly text: string;
}

/** Characters of a line: a part of a layer as large as can be opened, and short of what one text can hold. */
const MOST_CHARACTERS = 400_000_000;

/** The lines of a UTF-8 file that are not empty, read as they come; a refusal where a byte is no UTF-8, or a line has no end. */
export async function* readTextLines(file: Blob, most = MOST_CHARACTERS): AsyncGenerator<TextLine> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = file.stream().getReader();
  let pieces: string[] = [];
  let length = 0;
  let line = 1;

  function* split(text: string): Generator<TextLine> {
    const parts = text.split('\n');
    for (const [i, part] of parts.entries()) {
      pieces.push(part);
      length += part.length;
      if (length > most) throw new Refusal({ kind: 'invalidJournalFile', line, reason: 'tooLong', detail: '' });
      if (i === parts.length - 1) return;
      const whole = pieces.join('').replace(/\r$/, '');
      if (whole !== '') yield { line, text: whole };
      pieces = [];
      length = 0;
      line += 1;
    }
  }

  for (;;) {
    const { done, value } = await reader.read();
    yield* split(decode(decoder, { value, line }));
    if (!done) continue;
    const rest = pieces.join('');
    if (rest !== '') yield { line, text: rest };
    return;
  }
}

function decode(decoder: TextDecoder, { value, line }: { value: Uint8Array | undefined; line: number }): string {
  try {
    return value ? decoder.decode(value, { stream: true }) : decoder.decode();
  } catch {
    throw new Refusal({ kind: 'invalidJournalFile', line, reason: 'notJson', detail: 'UTF-8' });
  }
}
