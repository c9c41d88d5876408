import type { RoadFileFault } from '../../domain';
import { resolveReferences } from '../readXml';
import { breakOff } from './roadFile';
import { EncodingFault } from './textChunks';

/** What is told of a document, in its order. Names come without their prefix; attributes are read only where they are asked for. */
export interface XmlChunkListener {
  readonly open: (name: string, attributes: () => ReadonlyMap<string, string>) => void;
  readonly close: (name: string) => void;
  /** Text between two tags, its references resolved. */
  readonly text?: (text: string) => void;
}

const DEEPEST = 200;
/** Of one tag or comment. */
const LONGEST = 1 << 20;
const [GREATER, DOUBLE_QUOTE, SINGLE_QUOTE] = [0x3e, 0x22, 0x27];
const NAME = /[^\s/>]+/y;
const ATTRIBUTE = /\s*([^\s=<>"'/]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;

/** A document that is put together of pieces; what is not whole yet is kept for the next one. */
class ChunkReader {
  private rest = '';
  private line = 1;
  private readonly path: string[] = [];
  private isRootSeen = false;

  constructor(private readonly listener: XmlChunkListener) {}

  private fail(fault: RoadFileFault, at: number, detail = ''): never {
    return breakOff(fault, { by: 'line', line: this.line + countLines(this.rest, at) }, detail);
  }

  push(chunk: string): void {
    this.rest = this.rest === '' ? chunk : this.rest + chunk;
    let at = 0;
    for (;;) {
      const tag = this.rest.indexOf('<', at);
      if (tag < 0) break;
      if (tag > at) this.tellText(at, tag);
      const end = this.endOf(tag);
      if (end < 0) {
        at = tag;
        break;
      }
      this.tellMarkup(tag, end);
      at = end;
    }
    if (this.rest.length - at > LONGEST) this.fail('tooLong', at);
    this.line += countLines(this.rest, at);
    this.rest = this.rest.slice(at);
  }

  private tellText(from: number, to: number): void {
    if (this.path.length > 0) this.listener.text?.(resolveReferences(this.rest.slice(from, to)));
    else if (this.rest.slice(from, to).trim() !== '') this.fail('syntax', from, this.rest.slice(from, from + 20));
  }

  /** Where a piece of markup ends; -1 where that is not here yet. */
  private endOf(tag: number): number {
    const { rest } = this;
    const after = (mark: string, from: number): number => {
      const at = rest.indexOf(mark, from);
      return at < 0 ? -1 : at + mark.length;
    };
    const next = rest[tag + 1];
    if (next === '?') return after('?>', tag);
    if (next === '!') {
      // Which of these it is shows only with all of its first signs.
      if (rest.length < tag + 9) return -1;
      if (rest.startsWith('<!--', tag)) return after('-->', tag + 4);
      if (rest.startsWith('<![CDATA[', tag)) return after(']]>', tag);
      const end = after('>', tag);
      // Its own references could make a document grow without bound.
      if (rest.slice(tag, end < 0 ? undefined : end).includes('[')) this.fail('entities', tag);
      return end;
    }
    return this.endOfTag(tag);
  }

  private endOfTag(tag: number): number {
    const { rest } = this;
    // A ">" may stand within the quotes of a value.
    for (let i = tag + 1; i < rest.length; i++) {
      const code = rest.charCodeAt(i);
      if (code === GREATER) return i + 1;
      if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) {
        i = rest.indexOf(rest[i]!, i + 1);
        if (i < 0) return -1;
      }
    }
    return -1;
  }

  private tellMarkup(tag: number, end: number): void {
    const { rest, path, listener } = this;
    const next = rest[tag + 1];
    if (next === '?') return;
    if (next === '!') {
      if (rest.startsWith('<![CDATA[', tag)) listener.text?.(rest.slice(tag + 9, end - 3));
      return;
    }
    if (next === '/') {
      const name = rest.slice(tag + 2, end - 1).trim();
      if (path.pop() !== name) this.fail('syntax', tag, rest.slice(tag, end));
      listener.close(withoutPrefix(name));
      return;
    }
    NAME.lastIndex = tag + 1;
    const name = NAME.exec(rest)?.[0] ?? '';
    if (!/^[\p{L}_:]/u.test(name) || name.includes('<')) this.fail('syntax', tag, rest.slice(tag, end));
    if (path.length === 0 && this.isRootSeen) this.fail('syntax', tag, rest.slice(tag, end));
    if (path.length >= DEEPEST) this.fail('tooDeep', tag);
    this.isRootSeen = true;
    const isEmpty = rest[end - 2] === '/';
    const attributes = (): ReadonlyMap<string, string> =>
      this.attributesOf(tag + 1 + name.length, end - (isEmpty ? 2 : 1));
    path.push(name);
    const plain = withoutPrefix(name);
    listener.open(plain, attributes);
    if (!isEmpty) return;
    path.pop();
    listener.close(plain);
  }

  private attributesOf(from: number, to: number): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    let at = from;
    while (at < to) {
      ATTRIBUTE.lastIndex = at;
      const match = ATTRIBUTE.exec(this.rest);
      if (!match || ATTRIBUTE.lastIndex > to) {
        if (this.rest.slice(at, to).trim() !== '') this.fail('syntax', at, this.rest.slice(at, to).trim());
        break;
      }
      found.set(withoutPrefix(match[1]!), resolveReferences(match[2] ?? match[3] ?? ''));
      at = ATTRIBUTE.lastIndex;
    }
    return found;
  }

  finish(): void {
    const left = this.rest.trim();
    if (this.path.length > 0 || !this.isRootSeen || left.startsWith('<')) this.fail('truncated', this.rest.length);
    if (left !== '') this.fail('syntax', this.rest.indexOf(left), left);
  }

  failEncoding({ text }: EncodingFault): never {
    const line = this.line + countLines(this.rest, this.rest.length) + countLines(text, text.length);
    return breakOff('encoding', { by: 'line', line });
  }
}

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1);

function countLines(text: string, end: number): number {
  let lines = 0;
  for (let i = text.indexOf('\n'); i >= 0 && i < end; i = text.indexOf('\n', i + 1)) lines += 1;
  return lines;
}

/**
 * Reads an XML document piece by piece, so that neither its text nor its tree is ever held whole. A document that defines its own
 * references is refused.
 * @throws RoadStop  each with its line
 * @source XML 1.0, as far as documents of data use it
 */
export async function readXmlChunks(chunks: AsyncIterable<string>, listener: XmlChunkListener): Promise<void> {
  const reader = new ChunkReader(listener);
  try {
    for await (const chunk of chunks) reader.push(chunk);
  } catch (error) {
    if (error instanceof EncodingFault) reader.failEncoding(error);
    throw error;
  }
  reader.finish();
}
