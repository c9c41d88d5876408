import { findJsonFault } from '../findJsonFault';
import { breakOff } from './roadFile';
import { EncodingFault } from './textChunks';

/** What is told of a document, in its order. */
export interface JsonListener {
  /** Lists of the root object whose items are told one by one instead of being kept. */
  readonly lists: ReadonlySet<string>;
  /** A list begins; false ends the reading there. */
  readonly begin?: (key: string) => boolean;
  /** Whether an item is worth taking apart; one that is not is passed over as text. */
  readonly isWanted?: (text: string) => boolean;
  readonly item: (value: unknown, key: string) => void;
}

/** Longer items, or more around them than this, are none of ours. */
const MOST_ITEM_CHARS = 1 << 26;
const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];
const isSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

/** Follows JSON sign by sign: whether it is inside of a string, and how deep. */
class Nesting {
  depth = 0;
  inString = false;
  private isEscaped = false;

  step(code: number): void {
    if (this.inString) {
      if (this.isEscaped) this.isEscaped = false;
      else if (code === BACKSLASH) this.isEscaped = true;
      else if (code === QUOTE) this.inString = false;
    } else if (code === QUOTE) this.inString = true;
    else if (code === OPEN_LIST || code === OPEN_OBJECT) this.depth += 1;
    else if (code === CLOSE_LIST || code === CLOSE_OBJECT) this.depth -= 1;
  }
}

type State = 'around' | 'beforeItem' | 'item' | 'afterItem';

class ItemReader {
  /** What stands around the items, each list empty. */
  private around = '';
  /** Where pieces of `around` stand in the file. */
  private readonly origins = [{ at: 0, position: 0, line: 1 }];
  private state: State = 'around';
  private nesting = new Nesting();
  /** Of the last string of the root object, where it begins and ends in `around`. */
  private keySpan: readonly [start: number, end: number] = [0, 0];
  private isAfterColon = false;
  private list = '';
  private isFirst = true;
  private itemPieces: string[] = [];
  private itemChars = 0;
  private itemPosition = 0;
  /** Of the piece of text at hand, in the file. */
  private position = 0;
  private lines = 0;
  isStopped = false;

  constructor(private readonly listener: JsonListener) {}

  private fail(position: number, detail = '', text = ''): never {
    const line = 1 + this.lines + countLines(text);
    return breakOff('syntax', { by: 'position', position, line }, detail.trim() || 'end');
  }

  /** A fault at a place of the piece of text at hand. */
  private failAt(text: string, i: number): never {
    return this.fail(this.position + i, text.slice(i, i + 20), text.slice(0, i));
  }

  push(text: string): void {
    let from = 0;
    for (let i = 0; i < text.length && !this.isStopped; i++) {
      const code = text.charCodeAt(i);
      if (this.state === 'around') {
        if (!this.stepAround(text, i, from)) continue;
        from = i + 1;
      } else if (this.state === 'item') {
        i = this.scanItem(text, i);
        if (i < text.length) {
          // The sign that ends a bare value is looked at again.
          const end = this.nesting.depth < 0 || text.charCodeAt(i) === COMMA ? i : i + 1;
          this.endItem(text, from, end);
          from = end;
          i = end - 1;
        }
      } else if (!isSpace(code)) {
        if (code === CLOSE_LIST && (this.state === 'afterItem' || this.isFirst)) {
          this.state = 'around';
          this.nesting = new Nesting();
          this.nesting.depth = 1;
          const line = 1 + this.lines + countLines(text.slice(0, i));
          this.origins.push({ at: this.around.length, position: this.position + i, line });
          from = i;
        } else if (this.state === 'afterItem') {
          if (code !== COMMA) this.failAt(text, i);
          this.state = 'beforeItem';
          this.isFirst = false;
        } else {
          if (code === COMMA || code === COLON || code === CLOSE_LIST || code === CLOSE_OBJECT) this.failAt(text, i);
          this.state = 'item';
          this.nesting = new Nesting();
          this.itemPosition = this.position + i;
          from = i;
          i -= 1;
        }
      }
    }
    this.keepRest(text, from);
    this.position += text.length;
    this.lines += countLines(text);
  }

  private keepRest(text: string, from: number): void {
    if (this.state === 'around') this.around += text.slice(from);
    else if (this.state === 'item') {
      this.itemPieces.push(text.slice(from));
      this.itemChars += text.length - from;
    }
    if (this.itemChars > MOST_ITEM_CHARS || this.around.length > MOST_ITEM_CHARS)
      breakOff('tooLong', { by: 'position', position: this.itemPosition, line: 1 + this.lines });
  }

  /** One sign outside of the items; true where a list begins with it. */
  private stepAround(text: string, i: number, from: number): boolean {
    const code = text.charCodeAt(i);
    const { nesting } = this;
    const wasInString = nesting.inString;
    nesting.step(code);
    if (nesting.depth === 1 || (code === OPEN_LIST && nesting.depth === 2)) {
      const at = this.around.length + i - from;
      if (nesting.inString && !wasInString) this.keySpan = [at + 1, at + 1];
      else if (wasInString && !nesting.inString) this.keySpan = [this.keySpan[0], at];
      else if (code === OPEN_LIST && nesting.depth === 2 && this.isAfterColon) return this.beginList(text, i, from);
      if (!nesting.inString && !isSpace(code)) this.isAfterColon = code === COLON;
    }
    return false;
  }

  private beginList(text: string, i: number, from: number): boolean {
    const key = (this.around + text.slice(from, i)).slice(...this.keySpan);
    this.isAfterColon = false;
    if (!this.listener.lists.has(key)) return false;
    this.around += text.slice(from, i + 1);
    this.list = key;
    this.state = 'beforeItem';
    this.isFirst = true;
    if (this.listener.begin?.(key) === false) this.isStopped = true;
    return true;
  }

  /** The index of the sign that ends an item; the length of the text where it goes on. */
  private scanItem(text: string, start: number): number {
    const { nesting } = this;
    for (let i = start; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (nesting.inString) {
        nesting.step(code);
        continue;
      }
      if (nesting.depth === 0 && code === COMMA) return i;
      nesting.step(code);
      if (nesting.depth < 0 || (nesting.depth === 0 && (code === CLOSE_OBJECT || code === CLOSE_LIST))) return i;
    }
    return text.length;
  }

  private endItem(text: string, from: number, end: number): void {
    const item = this.itemPieces.join('') + text.slice(from, end);
    this.itemPieces = [];
    this.itemChars = 0;
    this.state = 'afterItem';
    if (this.listener.isWanted?.(item) === false) return;
    let value: unknown;
    try {
      value = JSON.parse(item);
    } catch {
      const fault = findJsonFault(item);
      // Lines of the item that stand before the piece of text at hand are counted already.
      const position = this.itemPosition + fault;
      const line = 1 + this.lines + countLines(text.slice(0, end)) - countLines(item.slice(fault));
      breakOff('syntax', { by: 'position', position, line }, item.slice(fault, fault + 20).trim() || 'end');
    }
    this.listener.item(value, this.list);
  }

  /** What stands around the items. */
  finish(): unknown {
    if (this.state !== 'around') this.fail(this.position);
    try {
      return JSON.parse(this.around);
    } catch {
      const fault = findJsonFault(this.around);
      if (fault >= this.around.length) this.fail(this.position);
      const origin = this.origins.findLast(({ at }) => at <= fault)!;
      const position = origin.position + fault - origin.at;
      const line = origin.line + countLines(this.around.slice(origin.at, fault));
      return breakOff('syntax', { by: 'position', position, line }, this.around.slice(fault, fault + 20));
    }
  }

  failEncoding({ text }: EncodingFault): never {
    const position = this.position + text.length;
    return breakOff('encoding', { by: 'position', position, line: 1 + this.lines + countLines(text) });
  }
}

function countLines(text: string): number {
  let lines = 0;
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) lines += 1;
  return lines;
}

/**
 * Reads a JSON object piece by piece and tells the items of its long lists one by one, so that neither its text nor its tree is ever
 * held whole.
 * @returns the object, with its told lists empty; null where the listener ended the reading
 * @throws RoadStop  syntax, encoding, each with its position
 * @source RFC 8259
 */
export async function readJsonItems(chunks: AsyncIterable<string>, listener: JsonListener): Promise<unknown> {
  const reader = new ItemReader(listener);
  try {
    for await (const chunk of chunks) {
      reader.push(chunk);
      if (reader.isStopped) return null;
    }
  } catch (error) {
    if (error instanceof EncodingFault) reader.failEncoding(error);
    throw error;
  }
  return reader.finish();
}
