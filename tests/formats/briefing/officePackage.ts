import { posix } from 'node:path';
import { listZip, unpackEntry } from '../../../src/formats/zip';
import { parseXml, type XmlElement } from '../out/parseXml';

/** A file of Office as what it holds. */
export interface OfficePackage {
  readonly names: readonly string[];
  readonly bytes: (name: string) => Uint8Array;
  readonly xml: (name: string) => XmlElement;
  /** Of a part, by the id of the relation: where it leads. */
  readonly relations: (name: string) => ReadonlyMap<string, { readonly type: string; readonly target: string }>;
}

export const all = (element: XmlElement, name: string): XmlElement[] =>
  element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);

const relationsOf = (name: string): string => posix.join(posix.dirname(name), '_rels', `${posix.basename(name)}.rels`);

export async function openOffice(file: Uint8Array): Promise<OfficePackage> {
  const parts = new Map<string, Uint8Array>();
  for (const entry of listZip(file) ?? []) {
    if (parts.has(entry.name)) throw new Error(`${entry.name} is there twice`);
    const body = await unpackEntry(entry, 1e9);
    if (typeof body === 'string') throw new Error(`${entry.name} is ${body}`);
    parts.set(entry.name, body);
  }
  const read = new Map<string, XmlElement>();
  const bytes = (name: string): Uint8Array => {
    const body = parts.get(name);
    if (!body) throw new Error(`${name} is missing`);
    return body;
  };
  const xml = (name: string): XmlElement => {
    const known = read.get(name);
    if (known) return known;
    const parsed = parseXml(new TextDecoder('utf-8', { fatal: true }).decode(bytes(name)));
    read.set(name, parsed);
    return parsed;
  };
  return {
    names: [...parts.keys()],
    bytes,
    xml,
    relations: (name) => {
      const file = relationsOf(name);
      if (!parts.has(file)) return new Map();
      return new Map(
        xml(file).children.map(({ attributes: { Id = '', Type = '', Target = '' } }) => [
          Id,
          { type: posix.basename(Type), target: posix.join(posix.dirname(name), Target) },
        ]),
      );
    },
  };
}

function contentTypeFaults({ names, xml }: OfficePackage): string[] {
  const { children } = xml('[Content_Types].xml');
  const defaults = children.filter(({ name }) => name === 'Default').map(({ attributes }) => attributes.Extension);
  const overrides = children.filter(({ name }) => name === 'Override').map(({ attributes }) => attributes.PartName);
  const described = [...defaults, ...overrides];
  return [
    ...described.filter((one, i) => described.indexOf(one) !== i).map((one) => `${one} has two content types`),
    ...overrides.filter((part) => !names.includes(part!.slice(1))).map((part) => `${part} is listed but not there`),
    ...names
      .filter((name) => !overrides.includes(`/${name}`) && !defaults.includes(name.split('.').at(-1)!))
      .map((name) => `${name} has no content type`),
    ...names.filter((name) => name.endsWith('/')).map((name) => `${name} is a folder`),
    // A part with the content type of any XML is told as unknown.
    ...names
      .filter((name) => name.endsWith('.xml') && name !== '[Content_Types].xml' && !overrides.includes(`/${name}`))
      .map((name) => `${name} is only called XML`),
  ];
}

function relationFaults({ names, xml, relations }: OfficePackage): string[] {
  const parts = names.filter((name) => /\.xml$/.test(name) && name !== '[Content_Types].xml');
  const files = names.filter((name) => name.endsWith('.rels'));
  const faults: string[] = [];
  for (const file of files) {
    const listed = xml(file).children;
    if (new Set(listed.map(({ attributes }) => attributes.Id)).size !== listed.length)
      faults.push(`${file}: an id twice`);
    if (listed.some(({ attributes }) => attributes.TargetMode)) faults.push(`${file} leads outside`);
    if (listed.some(({ attributes }) => attributes.Target?.startsWith('/')))
      faults.push(`${file}: a target from the root`);
  }
  for (const name of ['', ...parts]) {
    const known = relations(name);
    for (const [id, { target }] of known) if (!names.includes(target)) faults.push(`${name} ${id} leads to ${target}`);
    if (name === '') continue;
    const used = JSON.stringify(xml(name)).matchAll(/"r:(?:id|embed|link)":"(\w+)"/g);
    for (const [, id] of used) if (!known.has(id!)) faults.push(`${name} uses ${id}, which is not related`);
  }
  const reached = new Set(['', ...parts].flatMap((name) => [...relations(name).values()].map(({ target }) => target)));
  for (const name of names)
    if (!/(\.rels|^\[Content_Types\]\.xml)$/.test(name) && !reached.has(name)) faults.push(`nothing leads to ${name}`);
  return faults;
}

function slideFaults({ names, xml, relations }: OfficePackage): string[] {
  const faults: string[] = [];
  for (const name of names.filter((one) => /^ppt\/(slides|slideLayouts|slideMasters|notes\w+)\/\w+\.xml$/.test(one))) {
    const ids = all(xml(name), 'p:cNvPr').map(({ attributes }) => attributes.id);
    if (new Set(ids).size !== ids.length) faults.push(`${name}: shapes share an id`);
    for (const body of [...all(xml(name), 'p:txBody'), ...all(xml(name), 'a:txBody')])
      if (!body.children.some((child) => child.name === 'a:p')) faults.push(`${name}: a text without a paragraph`);
    for (const size of all(xml(name), 'a:ext'))
      if (Number(size.attributes.cx ?? 0) < 0 || Number(size.attributes.cy ?? 0) < 0)
        faults.push(`${name}: a negative size`);
    for (const table of all(xml(name), 'a:tbl')) {
      const columns = all(table, 'a:gridCol').length;
      const rows = all(table, 'a:tr');
      if (columns === 0 || rows.length === 0) faults.push(`${name}: an empty table`);
      if (rows.some((row) => all(row, 'a:tc').length !== columns)) faults.push(`${name}: a row of another length`);
    }
  }
  const presentation = xml('ppt/presentation.xml');
  const order = presentation.children.map((child) => child.name);
  const wanted = ['p:sldMasterIdLst', 'p:notesMasterIdLst', 'p:sldIdLst', 'p:sldSz', 'p:notesSz', 'p:defaultTextStyle'];
  if (order.join() !== wanted.join()) faults.push(`the presentation lists ${order.join()}`);
  const related = relations('ppt/presentation.xml');
  const listed = all(presentation, 'p:sldId').map(({ attributes }) => related.get(attributes['r:id']!)?.target);
  const slides = names.filter((one) => /^ppt\/slides\/slide\d+\.xml$/.test(one));
  if (listed.toSorted().join() !== slides.toSorted().join()) faults.push('not all slides are listed, once each');
  for (const slide of slides) {
    const notes = [...relations(slide).values()].filter(({ type }) => type === 'notesSlide');
    const back = notes.length === 1 ? [...relations(notes[0]!.target).values()].map(({ target }) => target) : [];
    if (!back.includes(slide)) faults.push(`${slide} has no notes that lead back`);
  }
  const theme = (name: string): string | undefined =>
    [...relations(name).values()].find(({ type }) => type === 'theme')?.target;
  if (theme('ppt/slideMasters/slideMaster1.xml') === theme('ppt/notesMasters/notesMaster1.xml'))
    faults.push('slides and notes share a theme');
  return faults;
}

function chartFaults({ names, xml }: OfficePackage): string[] {
  const faults: string[] = [];
  for (const name of names.filter((one) => /^ppt\/charts\/chart\d+\.xml$/.test(one))) {
    const chart = xml(name);
    const axes = [...all(chart, 'c:catAx'), ...all(chart, 'c:valAx')].map((axis) => axis.children[0]!.attributes.val);
    const plot = all(chart, 'c:plotArea')[0]!.children.find((child) => child.name.endsWith('Chart'))!;
    const used = plot.children.filter((child) => child.name === 'c:axId').map(({ attributes }) => attributes.val);
    if (used.toSorted().join() !== axes.toSorted().join()) faults.push(`${name}: axes ${used} of ${axes}`);
    for (const cache of all(chart, 'c:numCache'))
      for (const value of all(cache, 'c:v'))
        if (value.text === '' || !Number.isFinite(Number(value.text)))
          faults.push(`${name}: "${value.text}" is no number`);
  }
  return faults;
}

/** What would make Office ask for repair, or lose something; parts that are not well-formed throw. */
export function packageFaults(file: OfficePackage): string[] {
  for (const name of file.names) if (/\.(xml|rels)$/.test(name)) file.xml(name);
  return [
    ...contentTypeFaults(file),
    ...relationFaults(file),
    ...(file.names.includes('ppt/presentation.xml') ? [...slideFaults(file), ...chartFaults(file)] : []),
    ...file.names.filter((name) => /vba|macro|\.bin$/i.test(name)).map((name) => `${name} can be run`),
  ];
}

const paragraphsOf = (element: XmlElement): string[] =>
  all(element, 'a:p').map((paragraph) =>
    all(paragraph, 'a:t')
      .map(({ text }) => text)
      .join(''),
  );

/** What a slide shows and says. */
export function readSlide(file: OfficePackage, number: number) {
  const name = `ppt/slides/slide${number}.xml`;
  const slide = file.xml(name);
  const related = [...file.relations(name).values()];
  const shapes = all(slide, 'p:sp');
  const placed = (kind: string): string[] =>
    shapes.filter((shape) => all(shape, 'p:ph')[0]?.attributes.type === kind).flatMap(paragraphsOf);
  const notes = related.find(({ type }) => type === 'notesSlide')!.target;
  return {
    title: placed('title').join(''),
    text: placed('body'),
    footer: placed('ftr').join(''),
    number: placed('sldNum').join(''),
    table: all(slide, 'a:tr').map((row) => all(row, 'a:tc').map((cell) => paragraphsOf(cell).join('\n'))),
    alts: [...all(slide, 'p:pic'), ...all(slide, 'p:graphicFrame')].map(
      (one) => all(one, 'p:cNvPr')[0]!.attributes.descr,
    ),
    pictures: related.filter(({ type }) => type === 'image').map(({ target }) => file.bytes(target)),
    charts: related.filter(({ type }) => type === 'chart').map(({ target }) => target),
    notes: all(file.xml(notes), 'p:sp')
      .filter((shape) => all(shape, 'p:ph')[0]?.attributes.type === 'body')
      .flatMap(paragraphsOf),
  };
}
