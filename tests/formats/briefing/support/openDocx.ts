import { posix } from 'node:path';
import { readXml } from '../../../../src/formats/readXml';
import { listZip, unpackEntry } from '../../../../src/formats/zip';

/** A package of Word, unpacked. */
export interface OpenDocx {
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly xml: (path: string) => string;
  readonly document: string;
}

export async function openDocx(bytes: Uint8Array): Promise<OpenDocx> {
  const parts = new Map<string, Uint8Array>();
  for (const entry of listZip(bytes) ?? []) {
    const unpacked = await unpackEntry(entry, 50_000_000);
    if (typeof unpacked === 'string') throw new Error(`${entry.name}: ${unpacked}`);
    parts.set(entry.name, unpacked);
  }
  const xml = (path: string): string => {
    const part = parts.get(path);
    if (!part) throw new Error(`no part ${path}`);
    return new TextDecoder().decode(part);
  };
  return { parts, xml, document: xml('word/document.xml') };
}

const attributesOf = (xml: string, element: string): Readonly<Record<string, string>>[] => {
  const found: Readonly<Record<string, string>>[] = [];
  readXml(xml, {
    open: (name, attributes) => {
      if (name === element) found.push(attributes);
    },
    close: () => undefined,
    text: () => undefined,
  });
  return found;
};

/** What would make a reader of packages stop: XML that is not well-formed, parts without a type, relationships that lead nowhere. */
export function packageFaults({ parts, xml }: OpenDocx): readonly string[] {
  const faults: string[] = [];
  const isXml = (path: string): boolean => /\.(xml|rels)$/.test(path);
  for (const path of parts.keys())
    if (isXml(path))
      try {
        attributesOf(xml(path), 'none');
      } catch (error) {
        faults.push(`${path}: ${String(error)}`);
      }
  const types = xml('[Content_Types].xml');
  const endings = new Set(attributesOf(types, 'Default').map(({ Extension }) => Extension));
  const named = new Set(attributesOf(types, 'Override').map(({ PartName }) => PartName));
  for (const path of parts.keys())
    if (path !== '[Content_Types].xml' && !named.has(`/${path}`) && !endings.has(/[^.]*$/.exec(path)![0]))
      faults.push(`${path}: no content type`);
  for (const name of named) if (!parts.has(String(name).slice(1))) faults.push(`${name}: a type without a part`);
  for (const path of parts.keys()) {
    if (!path.endsWith('.rels')) continue;
    const base = posix.join(posix.dirname(path), '..');
    const ids = new Set<string>();
    for (const { Id = '', Target = '', TargetMode } of attributesOf(xml(path), 'Relationship')) {
      if (ids.has(Id)) faults.push(`${path}: ${Id} twice`);
      ids.add(Id);
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(base, Target);
      if (TargetMode !== 'External' && !parts.has(target)) faults.push(`${path}: ${Target} is missing`);
    }
    const owner = posix.join(base, posix.basename(path, '.rels'));
    for (const [, id] of (parts.has(owner) ? xml(owner) : '').matchAll(/\br:(?:id|embed)="([^"]+)"/g))
      if (!ids.has(id!)) faults.push(`${owner}: ${id} leads nowhere`);
  }
  return faults;
}

/** A paragraph as it reads; line breaks are line breaks, a tab is a tab. */
export interface ReadParagraph {
  readonly text: string;
  readonly style: string;
}

/** All paragraphs of a part in their order, and the tables with the texts of their cells. */
export function readParagraphs(xml: string): {
  readonly paragraphs: readonly ReadParagraph[];
  readonly tables: readonly (readonly (readonly string[])[])[];
} {
  const paragraphs: { text: string; style: string }[] = [];
  const tables: string[][][] = [];
  const path: string[] = [];
  let open: { text: string; style: string } | null = null;
  readXml(xml, {
    open: (name, attributes) => {
      if (name === 'p') open = { text: '', style: '' };
      if (name === 'pStyle' && open) open.style = attributes.val ?? '';
      if (open && path.at(-1) === 'r' && name === 'br') open.text += '\n';
      if (open && path.at(-1) === 'r' && name === 'tab') open.text += '\t';
      if (name === 'tbl') tables.push([]);
      if (name === 'tr') tables.at(-1)!.push([]);
      if (name === 'tc') tables.at(-1)!.at(-1)!.push('');
      path.push(name);
    },
    close: (name) => {
      path.pop();
      if (name !== 'p' || !open) return;
      paragraphs.push(open);
      const row = path.includes('tc') ? tables.at(-1)?.at(-1) : undefined;
      if (row) row[row.length - 1] += open.text;
      open = null;
    },
    text: (text) => {
      if (open && path.at(-1) === 't') open.text += text;
    },
  });
  return { paragraphs, tables };
}

/** Sections of a document: those of paragraphs in their order, then the last one. */
export const sectionsOf = (document: string): readonly string[] =>
  [...document.matchAll(/<w:sectPr\b[\s\S]*?<\/w:sectPr>/g)].map(([section]) => section);

export const numberIn = (xml: string, element: string, attribute: string): number => {
  const tag = new RegExp(`<w:${element}\\b[^>]*>`).exec(xml)?.[0] ?? '';
  return Number(new RegExp(`\\bw:${attribute}="([^"]*)"`).exec(tag)?.[1]);
};
