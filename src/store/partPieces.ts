import type { JournalPart } from './journal';

/** Stands for a file until its text is written. */
const mark = (id: string, index: number): string => `${id}:${index}`;

/**
 * A part as a line of JSON, in pieces: a text that is held as a file is read and written bit by bit, so that no task is long.
 * @param newId  gives a text that is found nowhere else
 */
export async function* partPieces(part: JournalPart, newId: () => string): AsyncGenerator<string> {
  const held: Blob[] = [];
  const id = newId();
  const line = JSON.stringify({ part }, (_, value: unknown) =>
    value instanceof Blob ? mark(id, held.push(value) - 1) : value,
  );
  let rest = line;
  for (const [index, file] of held.entries()) {
    const [before = '', after = ''] = rest.split(JSON.stringify(mark(id, index)));
    yield `${before}"`;
    for await (const piece of file.stream().pipeThrough(new TextDecoderStream()))
      yield JSON.stringify(piece).slice(1, -1);
    rest = `"${after}`;
  }
  yield `${rest}\n`;
}
