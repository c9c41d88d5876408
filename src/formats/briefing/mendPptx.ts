import { xmlText } from '../out/exportFile';
import { makeZipWriter } from '../out/zipWriter';
import { listZip, unpackEntry } from '../zip';
import { chartPart } from './chartPart';
import { chartWorkbook } from './chartWorkbook';
import type { Deck } from './deck';
import type { DrawnPages } from './drawPages';
import { FONT, LANGUAGE, NUMBER_SIGN, SHAPE } from './look';
import { notesMaster, notesSlide, numberField, slideLayout, slideMaster } from './masterParts';
import type { Page } from './page';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'application/vnd.openxmlformats-officedocument';
const TYPE = `${OFFICE}.presentationml.presentation`;
const THEME = 'ppt/theme/theme1.xml';
const NOTES_THEME = 'ppt/theme/theme2.xml';

/** What each part is, by its name. */
const PARTS: readonly (readonly [RegExp, string])[] = [
  [/^ppt\/presentation\.xml$/, `${TYPE}.main+xml`],
  [/^ppt\/slideMasters\/slideMaster\d+\.xml$/, `${OFFICE}.presentationml.slideMaster+xml`],
  [/^ppt\/slideLayouts\/slideLayout\d+\.xml$/, `${OFFICE}.presentationml.slideLayout+xml`],
  [/^ppt\/slides\/slide\d+\.xml$/, `${OFFICE}.presentationml.slide+xml`],
  [/^ppt\/notesMasters\/notesMaster\d+\.xml$/, `${OFFICE}.presentationml.notesMaster+xml`],
  [/^ppt\/notesSlides\/notesSlide\d+\.xml$/, `${OFFICE}.presentationml.notesSlide+xml`],
  [/^ppt\/theme\/theme\d+\.xml$/, `${OFFICE}.theme+xml`],
  [/^ppt\/charts\/chart\d+\.xml$/, `${OFFICE}.drawingml.chart+xml`],
  [/^ppt\/presProps\.xml$/, `${OFFICE}.presentationml.presProps+xml`],
  [/^ppt\/viewProps\.xml$/, `${OFFICE}.presentationml.viewProps+xml`],
  [/^ppt\/tableStyles\.xml$/, `${OFFICE}.presentationml.tableStyles+xml`],
  [/^docProps\/app\.xml$/, `${OFFICE}.extended-properties+xml`],
  [/^docProps\/core\.xml$/, 'application/vnd.openxmlformats-package.core-properties+xml'],
];
const ENDINGS: readonly (readonly [string, string])[] = [
  ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
  ['xml', 'application/xml'],
  ['png', 'image/png'],
  ['xlsx', `${OFFICE}.spreadsheetml.sheet`],
];

type Parts = Map<string, string | Uint8Array>;

async function readParts(bytes: Uint8Array): Promise<Parts> {
  const parts: Parts = new Map();
  const decoder = new TextDecoder();
  for (const entry of listZip(bytes) ?? []) {
    if (entry.name.endsWith('/')) continue;
    const body = await unpackEntry(entry, Number.POSITIVE_INFINITY);
    if (typeof body === 'string') throw new Error(`${entry.name}: ${body}`);
    parts.set(entry.name, /\.(xml|rels)$/.test(entry.name) ? decoder.decode(body) : body);
  }
  return parts;
}

/** Names of parts in the order of the numbers in them. */
function numbered(parts: Parts, pattern: RegExp): string[] {
  const numbers = (name: string): number[] => (name.match(/\d+/g) ?? []).map(Number);
  return [...parts.keys()]
    .filter((name) => pattern.test(name))
    .sort((a, b) => {
      const [x, y] = [numbers(a), numbers(b)];
      return x[0]! - y[0]! || (x[1] ?? 0) - (y[1] ?? 0);
    });
}

const PLACES = {
  [SHAPE.title]: 'type="title"',
  [SHAPE.text]: 'type="body" idx="1"',
  [SHAPE.footer]: 'type="ftr" sz="quarter" idx="10"',
  [SHAPE.number]: 'type="sldNum" sz="quarter" idx="11"',
} as const;

/** The library gives shapes of a slide the same id, knows no placeholders that move, and tells one language. */
function mendSlide(xml: string, number: number, language: string): string {
  let id = 0;
  let mended = xml
    .replace(/<p:cNvPr id="\d+"/g, () => {
      id += 1;
      return `<p:cNvPr id="${id}"`;
    })
    .replaceAll('<a:ln></a:ln>', '')
    .replaceAll('<a:tblPr/>', '<a:tblPr firstRow="1"/>')
    .replace(/(<p:cNvPr id="\d+" name="([^"]*)")\/>(?=<p:cNvGraphicFramePr>)/g, '$1 descr="$2"/>')
    .replaceAll(' altLang="en-US"', '')
    .replaceAll('lang="en-US"', `lang="${language}"`)
    .replace(/ charset="-?\d+"/g, '');
  for (const [name, kind] of Object.entries(PLACES))
    mended = mended.replace(
      new RegExp(`(name="${name}"></p:cNvPr>)<p:cNvSpPr[^>]*/><p:nvPr></p:nvPr>`),
      `$1<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ${kind}/></p:nvPr>`,
    );
  return mended.replace(
    new RegExp(`<a:r>(<a:rPr(?:(?!</a:r>).)*</a:rPr>)<a:t>${NUMBER_SIGN}</a:t></a:r>`),
    (_, properties: string) => numberField(language, String(number), properties),
  );
}

/** Its lists in the order of the standard, the size of slides and of notes as programs make them. */
const mendPresentation = (xml: string, language: string): string =>
  xml
    .replace(/(<p:sldIdLst>.*?<\/p:sldIdLst>)(<p:notesMasterIdLst>.*?<\/p:notesMasterIdLst>)/s, '$2$1')
    .replace(/<p:sldSz [^>]*\/>/, '<p:sldSz cx="12192000" cy="6858000"/>')
    .replace(/<p:notesSz [^>]*\/>/, '<p:notesSz cx="6858000" cy="9144000"/>')
    .replaceAll('lang="en-US"', `lang="${language}"`);

function contentTypes(parts: Parts): string {
  const defaults = ENDINGS.map(([ending, type]) => `<Default Extension="${ending}" ContentType="${type}"/>`);
  const overrides = [...parts.keys()].flatMap((name) => {
    const type = PARTS.find(([pattern]) => pattern.test(name))?.[1];
    return type ? [`<Override PartName="/${name}" ContentType="${type}"/>`] : [];
  });
  return `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${defaults.join('')}${overrides.join('')}</Types>`;
}

async function packParts(parts: Parts): Promise<Uint8Array<ArrayBuffer>> {
  const zip = makeZipWriter();
  for (const [name, body] of parts) {
    const file = zip.begin(name);
    await file.write(typeof body === 'string' ? body : (body as Uint8Array<ArrayBuffer>));
    await file.end();
  }
  return new Uint8Array(await zip.finish(TYPE).arrayBuffer());
}

/**
 * Makes of what the library wrote a presentation that PowerPoint opens without repair: parts that are listed but not there, lists
 * in the wrong order, ids given twice, masters without places, charts with an axis too many and numbers that are none.
 * @source ECMA-376, Office Open XML, part 1: PresentationML; part 2: packages
 */
export async function mendPptx({ bytes, pictures, charts }: DrawnPages, pages: readonly Page[], deck: Deck) {
  const { language } = deck;
  const lang = LANGUAGE[language];
  const parts = await readParts(bytes);
  const text = (name: string): string => String(parts.get(name));
  for (const [i, name] of numbered(parts, /^ppt\/slides\/slide\d+\.xml$/).entries())
    parts.set(name, mendSlide(text(name), i + 1, lang));
  for (const [i, name] of numbered(parts, /^ppt\/notesSlides\/notesSlide\d+\.xml$/).entries())
    parts.set(name, notesSlide(language, pages[i]!.notes.split('\n').map(xmlText)));
  for (const [i, name] of numbered(parts, /^ppt\/media\/image-/).entries()) parts.set(name, pictures[i]!.png);
  for (const [i, name] of numbered(parts, /^ppt\/charts\/chart\d+\.xml$/).entries()) {
    const { chart, ...room } = charts[i]!;
    parts.set(name, chartPart(chart, { ...room, language }));
  }
  for (const [i, name] of numbered(parts, /^ppt\/embeddings\/.*\.xlsx$/).entries())
    parts.set(name, await chartWorkbook(charts[i]!.chart));
  for (const name of numbered(parts, /^ppt\/slides\/_rels\//))
    parts.set(name, text(name).replaceAll('"/ppt/charts/', '"../charts/'));
  const layouts = numbered(parts, /^ppt\/slideLayouts\/slideLayout\d+\.xml$/);
  for (const [i, name] of layouts.entries()) parts.set(name, slideLayout(i === 0 ? 'content' : 'title', language));
  parts.set('ppt/slideMasters/slideMaster1.xml', slideMaster(language, layouts.length));
  parts.set('ppt/notesMasters/notesMaster1.xml', notesMaster(language));
  parts.set('ppt/presentation.xml', mendPresentation(text('ppt/presentation.xml'), lang));
  const theme = text(THEME).replaceAll(
    '<a:ea typeface=""/><a:cs typeface=""/>',
    `<a:ea typeface="${FONT}"/><a:cs typeface="${FONT}"/>`,
  );
  parts.set(THEME, theme);
  parts.set(NOTES_THEME, theme);
  const notesRelations = 'ppt/notesMasters/_rels/notesMaster1.xml.rels';
  parts.set(notesRelations, text(notesRelations).replace('theme1.xml', 'theme2.xml'));
  parts.set(
    'docProps/app.xml',
    `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><TotalTime>0</TotalTime><Application>Giáp Ranh</Application><PresentationFormat>Widescreen</PresentationFormat><Slides>${pages.length}</Slides></Properties>`,
  );
  parts.set('[Content_Types].xml', contentTypes(parts));
  return packParts(parts);
}
