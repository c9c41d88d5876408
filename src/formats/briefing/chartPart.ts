import { xmlText } from '../out/exportFile';
import { columnName } from '../out/xlsxWriter';
import { cleanLine } from './cleanText';
import type { DeckChart } from './deck';
import { COLOUR, FONT, LANGUAGE } from './look';
import { textWidth } from './textWidth';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const CATEGORY_AXIS = 111111111;
const VALUE_AXIS = 222222222;
/** So many numbers can be written on a chart without covering it. */
const MOST_LABELS = { bar: 24, stackedBar: 32, line: 14 } as const;
/** Lines are told apart by more than their colour. */
const MARKERS = ['circle', 'square', 'diamond', 'triangle'] as const;
const DASHES = ['solid', 'dash', 'sysDot', 'lgDashDot'] as const;
const MOST_DIGITS = 3;
/** Categories of bars that lie. */
const MOST_LYING = 16;

interface ChartRoom {
  readonly language: 'vi' | 'en';
  readonly pt: number;
  readonly widthIn: number;
}

const known = (value: number | null | undefined): value is number =>
  typeof value === 'number' && Number.isFinite(value);

/** The decimals that its numbers need, at most three. */
export function chartDigits({ series }: DeckChart): number {
  const values = series.flatMap((one) => one.values.filter(known));
  const digits = Array.from({ length: MOST_DIGITS }, (_, i) => i);
  return (
    digits.find((count) => values.every((value) => Math.abs(value - Number(value.toFixed(count))) < 1e-9)) ??
    MOST_DIGITS
  );
}

/** The values of a chart as they are written: as many as categories, unknown ones null. */
export const chartValues = (
  { categories }: DeckChart,
  values: readonly (number | null)[],
  digits: number,
): (number | null)[] =>
  categories.map((_, i) => {
    const value = values[i];
    return known(value) ? Number(value.toFixed(digits)) : null;
  });

const fill = (colour: string): string => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
const hex = (colour: string): string =>
  /^#[0-9a-f]{6}$/i.test(colour) ? colour.slice(1).toUpperCase() : COLOUR.accent;

/** Black or white, whichever is told better from a colour. */
function inkOn(colour: string): string {
  const [r, g, b] = [0, 2, 4].map((at) => (Number.parseInt(colour.slice(at, at + 2), 16) / 255) ** 2.2);
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b! > 0.18 ? COLOUR.ink : 'FFFFFF';
}

function letters(pt: number, colour: string, language: string): string {
  const properties = `sz="${pt * 100}" b="0"`;
  const font = `${fill(colour)}<a:latin typeface="${FONT}"/><a:ea typeface="${FONT}"/><a:cs typeface="${FONT}"/>`;
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr ${properties}>${font}</a:defRPr></a:pPr><a:endParaRPr lang="${language}"/></a:p></c:txPr>`;
}

/** Bars lie where their names would not fit beneath them. */
function isLying({ kind, categories }: DeckChart, { pt, widthIn }: ChartRoom): boolean {
  if (kind === 'line' || categories.length > MOST_LYING) return false;
  const roomIn = (widthIn - 1) / categories.length;
  return categories.some((name) => {
    const text = cleanLine(name);
    const words = text.split(' ').map((word) => textWidth(word, { pt }));
    return Math.max(...words) > roomIn || textWidth(text, { pt }) > 2 * roomIn;
  });
}

const points = (texts: readonly (string | null)[]): string =>
  `<c:ptCount val="${texts.length}"/>${texts.map((text, i) => (text === null ? '' : `<c:pt idx="${i}"><c:v>${text}</c:v></c:pt>`)).join('')}`;

function axisTitle(
  text: string,
  { pt, language, isUpright }: { pt: number; language: string; isUpright: boolean },
): string {
  const shown = cleanLine(text);
  if (shown === '') return '';
  const font = `${fill(COLOUR.muted)}<a:latin typeface="${FONT}"/><a:ea typeface="${FONT}"/><a:cs typeface="${FONT}"/>`;
  const turn = isUpright ? '<a:bodyPr rot="-5400000" vert="horz"/>' : '<a:bodyPr/>';
  return `<c:title><c:tx><c:rich>${turn}<a:lstStyle/><a:p><a:pPr><a:defRPr sz="${pt * 100}" b="0"/></a:pPr><a:r><a:rPr lang="${language}" sz="${pt * 100}" b="0">${font}</a:rPr><a:t>${xmlText(shown)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

/**
 * A chart as a part of a presentation, with its numbers and a reference to its workbook.
 * @source ECMA-376, Office Open XML, part 1: DrawingML charts, whose elements have a fixed order
 */
export function chartPart(chart: DeckChart, room: ChartRoom): string {
  const { kind, categories, series } = chart;
  const language = LANGUAGE[room.language];
  const digits = chartDigits(chart);
  const format = `#,##0${digits > 0 ? `.${'0'.repeat(digits)}` : ''}`;
  const lies = isLying(chart, room);
  const last = categories.length + 1;
  const names = points(categories.map((name) => xmlText(cleanLine(name))));
  const showsValues = categories.length * series.length <= MOST_LABELS[kind];
  const labels = (colour: string): string => {
    const code = kind === 'stackedBar' ? `${format};-${format};;` : format;
    const place = kind === 'stackedBar' ? 'ctr' : kind === 'bar' ? 'outEnd' : 't';
    const ink = kind === 'stackedBar' ? inkOn(colour) : COLOUR.ink;
    return showsValues
      ? `<c:dLbls><c:numFmt formatCode="${code}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${letters(room.pt, ink, language)}<c:dLblPos val="${place}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`
      : '';
  };
  const drawn = series.map(({ name, values, colour }, i) => {
    const column = columnName(i + 1);
    const paint = hex(colour);
    const line = `<a:ln w="34925" cap="rnd">${fill(paint)}<a:prstDash val="${DASHES[i % DASHES.length]}"/><a:round/></a:ln>`;
    const look =
      kind === 'line'
        ? `<c:spPr>${line}</c:spPr><c:marker><c:symbol val="${MARKERS[i % MARKERS.length]}"/><c:size val="8"/><c:spPr>${fill(paint)}<a:ln w="9525">${fill(paint)}</a:ln></c:spPr></c:marker>`
        : `<c:spPr>${fill(paint)}<a:ln w="9525">${fill('FFFFFF')}</a:ln></c:spPr><c:invertIfNegative val="0"/>`;
    const numbers = points(chartValues(chart, values, digits).map((value) => (value === null ? null : String(value))));
    return `<c:ser><c:idx val="${i}"/><c:order val="${i}"/><c:tx><c:strRef><c:f>Sheet1!$${column}$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${xmlText(cleanLine(name))}</c:v></c:pt></c:strCache></c:strRef></c:tx>${look}${labels(paint)}<c:cat><c:strRef><c:f>Sheet1!$A$2:$A$${last}</c:f><c:strCache>${names}</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>Sheet1!$${column}$2:$${column}$${last}</c:f><c:numCache><c:formatCode>${format}</c:formatCode>${numbers}</c:numCache></c:numRef></c:val>${kind === 'line' ? '<c:smooth val="0"/>' : ''}</c:ser>`;
  });
  const axes = `<c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/>`;
  const plot =
    kind === 'line'
      ? `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${drawn.join('')}<c:marker val="1"/>${axes}</c:lineChart>`
      : `<c:barChart><c:barDir val="${lies ? 'bar' : 'col'}"/><c:grouping val="${kind === 'bar' ? 'clustered' : 'stacked'}"/><c:varyColors val="0"/>${drawn.join('')}<c:gapWidth val="60"/><c:overlap val="${kind === 'bar' ? 0 : 100}"/>${axes}</c:barChart>`;
  const axisLine = (colour: string): string => `<c:spPr><a:ln w="9525">${fill(colour)}</a:ln></c:spPr>`;
  const text = letters(room.pt, COLOUR.ink, language);
  const title = (words: string, isUpright: boolean): string => axisTitle(words, { pt: room.pt, language, isUpright });
  // Bars that lie are read from above, as the table is.
  const categoryAxis = `<c:catAx><c:axId val="${CATEGORY_AXIS}"/><c:scaling><c:orientation val="${lies ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/><c:axPos val="${lies ? 'l' : 'b'}"/>${title(chart.categoryTitle, lies)}<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${axisLine(COLOUR.muted)}${text}<c:crossAx val="${VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`;
  const valueAxis = `<c:valAx><c:axId val="${VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="${lies ? 'b' : 'l'}"/><c:majorGridlines>${axisLine('DDE4E3')}</c:majorGridlines>${title(chart.valueTitle, !lies)}<c:numFmt formatCode="${format}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${text}<c:crossAx val="${CATEGORY_AXIS}"/><c:crosses val="${lies ? 'max' : 'autoZero'}"/><c:crossBetween val="between"/></c:valAx>`;
  const legend = series.length > 1 ? `<c:legend><c:legendPos val="t"/><c:overlay val="0"/>${text}</c:legend>` : '';
  return `${XML}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:date1904 val="0"/><c:lang val="${language}"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>${plot}${categoryAxis}${valueAxis}</c:plotArea>${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${text}<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`;
}
