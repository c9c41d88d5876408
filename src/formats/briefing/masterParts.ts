import { COLOUR, FONT, LANGUAGE, NUMBER_SIGN } from './look';
import { BODY_END_IN, type Box, CONTENT_IN, FOOTER, MARGIN_IN, NUMBER, PAGE } from './page';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SPACES =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';
const EMU = 914_400;
const TREE =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';
const COLOURS =
  '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>';
const BACKGROUND = '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>';

/** The id of a field that shows the number of its slide. */
const NUMBER_FIELD = '{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}';

const place = ({ x, y, w, h }: Box): string =>
  `<a:xfrm><a:off x="${Math.round(x * EMU)}" y="${Math.round(y * EMU)}"/><a:ext cx="${Math.round(w * EMU)}" cy="${Math.round(h * EMU)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`;

/** A place for text: what kind, where, and what stands in it. */
const placeholder = (
  id: number,
  name: string,
  { kind, box, body }: { kind: string; box: Box | null; body: string },
): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ${kind}/></p:nvPr></p:nvSpPr><p:spPr>${box ? place(box) : ''}</p:spPr><p:txBody>${body}</p:txBody></p:sp>`;

const rectangle = (id: number, box: Box): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Line"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>${place(box)}<a:solidFill><a:srgbClr val="${COLOUR.accent}"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-GB"/></a:p></p:txBody></p:sp>`;

export const numberField = (language: string, shown: string, properties = `<a:rPr lang="${language}"/>`): string =>
  `<a:fld id="${NUMBER_FIELD}" type="slidenum">${properties}<a:t>${shown}</a:t></a:fld>`;

const plain = (anchor: string, style: string): string =>
  `<a:bodyPr vert="horz" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="${anchor}"><a:normAutofit/></a:bodyPr><a:lstStyle>${style}</a:lstStyle>`;
const small = (pt: number, align: string): string =>
  `<a:lvl1pPr algn="${align}"><a:defRPr sz="${pt * 100}"><a:solidFill><a:srgbClr val="${COLOUR.muted}"/></a:solidFill></a:defRPr></a:lvl1pPr>`;

const TITLE_BOX: Box = { x: MARGIN_IN, y: 0.4, w: CONTENT_IN, h: 1.2 };
const BODY_BOX: Box = { x: MARGIN_IN, y: 1.85, w: CONTENT_IN, h: BODY_END_IN - 1.85 };
const COVER_TITLE_BOX: Box = { x: MARGIN_IN, y: 1.3, w: CONTENT_IN, h: 1.6 };
const COVER_BODY_BOX: Box = { x: MARGIN_IN, y: 3.15, w: CONTENT_IN, h: BODY_END_IN - 3.15 };

const style = (pt: number, weight: string, face: 'mj' | 'mn'): string =>
  `<a:defRPr sz="${pt * 100}"${weight} kern="1200"><a:solidFill><a:srgbClr val="${COLOUR.ink}"/></a:solidFill><a:latin typeface="+${face}-lt"/><a:ea typeface="+${face}-ea"/><a:cs typeface="+${face}-cs"/></a:defRPr>`;
const bodyLevel = (level: number): string =>
  `<a:lvl${level}pPr marL="${level * 279_400}" indent="-279400" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:buFont typeface="${FONT}"/><a:buChar char="•"/>${style(level === 1 ? 24 : 20, '', 'mn')}</a:lvl${level}pPr>`;

/** The four places that slides have, as master and layouts repeat them. */
function places(language: string, boxes: { readonly title: Box; readonly body: Box }): string {
  const empty = `<a:p><a:endParaRPr lang="${language}"/></a:p>`;
  return [
    placeholder(2, 'Title', { kind: 'type="title"', box: boxes.title, body: `${plain('t', '')}${empty}` }),
    placeholder(3, 'Text', { kind: 'type="body" idx="1"', box: boxes.body, body: `${plain('t', '')}${empty}` }),
    placeholder(4, 'Footer', {
      kind: 'type="ftr" sz="quarter" idx="10"',
      box: FOOTER,
      body: `${plain('ctr', small(10, 'l'))}${empty}`,
    }),
    placeholder(5, 'Slide Number', {
      kind: 'type="sldNum" sz="quarter" idx="11"',
      box: NUMBER,
      body: `${plain('ctr', small(12, 'r'))}<a:p>${numberField(language, NUMBER_SIGN)}<a:endParaRPr lang="${language}"/></a:p>`,
    }),
  ].join('');
}

/** The master: where title, text, footer and number stand, and their letters. */
export function slideMaster(language: 'vi' | 'en', layouts: number): string {
  const boxes = { title: TITLE_BOX, body: BODY_BOX };
  const ids = Array.from(
    { length: layouts },
    (_, i) => `<p:sldLayoutId id="${2_147_483_649 + i}" r:id="rId${i + 1}"/>`,
  );
  const levels = [1, 2, 3, 4, 5].map(bodyLevel).join('');
  return `${XML}<p:sldMaster ${SPACES}><p:cSld>${BACKGROUND}<p:spTree>${TREE}${places(LANGUAGE[language], boxes)}</p:spTree></p:cSld>${COLOURS}<p:sldLayoutIdLst>${ids.join('')}</p:sldLayoutIdLst><p:txStyles><p:titleStyle><a:lvl1pPr algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:spcBef><a:spcPct val="0"/></a:spcBef><a:buNone/>${style(36, ' b="1"', 'mj')}</a:lvl1pPr></p:titleStyle><p:bodyStyle>${levels}</p:bodyStyle><p:otherStyle><a:lvl1pPr algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">${style(18, '', 'mn')}</a:lvl1pPr></p:otherStyle></p:txStyles></p:sldMaster>`;
}

/** What slides of a kind share: a line, above the title or above the footer. */
export function slideLayout(kind: 'title' | 'content', language: 'vi' | 'en'): string {
  const isCover = kind === 'title';
  const boxes = isCover ? { title: COVER_TITLE_BOX, body: COVER_BODY_BOX } : { title: TITLE_BOX, body: BODY_BOX };
  const line = isCover
    ? { x: MARGIN_IN, y: 0.9, w: 1.6, h: 0.1 }
    : { x: MARGIN_IN, y: FOOTER.y - 0.08, w: PAGE.w - 2 * MARGIN_IN, h: 0.02 };
  const name = language === 'vi' ? (isCover ? 'Tiêu đề' : 'Nội dung') : isCover ? 'Title' : 'Content';
  return `${XML}<p:sldLayout ${SPACES} preserve="1" userDrawn="1"><p:cSld name="${name}"><p:spTree>${TREE}${places(LANGUAGE[language], boxes)}${rectangle(6, line)}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`;
}

/** The master of notes: the slide above, what the speaker says below. */
export function notesMaster(language: 'vi' | 'en'): string {
  const lang = LANGUAGE[language];
  const empty = `<a:p><a:endParaRPr lang="${lang}"/></a:p>`;
  const picture = `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr>${place({ x: 0.75, y: 1.25, w: 6, h: 3.375 })}<a:noFill/><a:ln w="12700"><a:solidFill><a:prstClr val="black"/></a:solidFill></a:ln></p:spPr></p:sp>`;
  const text = placeholder(3, 'Notes', {
    kind: 'type="body" sz="quarter" idx="3"',
    box: { x: 0.75, y: 4.8, w: 6, h: 4.4 },
    body: `<a:bodyPr/><a:lstStyle/>${empty}`,
  });
  return `${XML}<p:notesMaster ${SPACES}><p:cSld>${BACKGROUND}<p:spTree>${TREE}${picture}${text}</p:spTree></p:cSld>${COLOURS}<p:notesStyle><a:lvl1pPr marL="0" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">${style(14, '', 'mn')}</a:lvl1pPr></p:notesStyle></p:notesMaster>`;
}

/** The notes of one slide, a paragraph a line. */
export function notesSlide(language: 'vi' | 'en', lines: readonly string[]): string {
  const lang = LANGUAGE[language];
  const paragraphs = lines.map((line) => `<a:p><a:r><a:rPr lang="${lang}"/><a:t>${line}</a:t></a:r></a:p>`).join('');
  const picture =
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>';
  const text = placeholder(3, 'Notes', {
    kind: 'type="body" sz="quarter" idx="3"',
    box: null,
    body: `<a:bodyPr/><a:lstStyle/>${paragraphs}`,
  });
  return `${XML}<p:notes ${SPACES}><p:cSld><p:spTree>${TREE}${picture}${text}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`;
}
