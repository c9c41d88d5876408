import { Parser } from 'saxen';

/** What is told of a document, in its order. Names come without their prefix. */
export interface XmlListener {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close: (name: string) => void;
  /** Text between two tags, its references resolved; may come in pieces. */
  readonly text: (text: string) => void;
}

/** Why a document was not read to its end, with its line, the first being 1; `detail` is a key of the words for unreadable files, or the parser's own. */
export class XmlFault extends Error {
  constructor(
    readonly detail: string,
    readonly line: number | null,
  ) {
    super(detail);
  }
}

/** Deeper than any document of ours. */
const DEEPEST = 200;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };
const REFERENCE = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]{2,4}));/g;
const LAST_SIGN = 0x10ffff;

function sign(code: number, reference: string): string {
  const isText = code > 0 && code <= LAST_SIGN && !(code >= 0xd800 && code < 0xe000);
  return isText ? String.fromCodePoint(code) : reference;
}

/** The text with references to signs resolved: those of XML and of numbers. Others are left as they stand. */
export function resolveReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(REFERENCE, (reference, decimal?: string, hex?: string, name?: string) => {
    if (decimal !== undefined) return sign(Number(decimal), reference);
    if (hex !== undefined) return sign(Number.parseInt(hex, 16), reference);
    return NAMED[name?.toLowerCase() ?? ''] ?? reference;
  });
}

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Reads an XML document without building a tree of it, so that memory stays with what the listener keeps. References that a
 * document defines itself could blow up without bound: such a document is refused.
 * @throws XmlFault  where it is not well-formed, defines its own references, or nests too deep
 */
export function readXml(xml: string, listener: XmlListener): void {
  const parser = new Parser();
  let depth = 0;
  const toldText = (text: string): void => listener.text(resolveReferences(text));
  parser
    .on('openTag', (tag, attributes) => {
      depth += 1;
      if (depth > DEEPEST) throw new XmlFault('depth', null);
      const found: Record<string, string> = {};
      for (const [name, value] of Object.entries(attributes() || {}))
        found[withoutPrefix(name)] = resolveReferences(value);
      listener.open(withoutPrefix(tag), found);
    })
    .on('closeTag', (tag) => {
      depth -= 1;
      listener.close(withoutPrefix(tag));
    })
    .on('text', toldText)
    .on('cdata', listener.text)
    .on('attention', (declaration) => {
      if (/^<!\s*(?:ENTITY|DOCTYPE[^>]*<!\s*ENTITY)/i.test(declaration)) throw new XmlFault('entities', null);
    })
    .on('error', (error, context) => {
      throw new XmlFault(error.message, context().line + 1);
    });
  parser.parse(xml);
}
