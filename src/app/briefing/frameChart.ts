import type { SheetFacts } from '../../features/briefing/sheetFacts';
import type { pictureWords } from '../../i18n/pictureWords';
import type { ChartPicture } from './chartPicture';
import { type Attributes, svgPart as part } from './svgPart';
import { wrapText } from './wrapText';

const FONT = "'Be Vietnam Pro', 'Segoe UI', sans-serif";
const INK = '#17211f';
const MUTED = '#4c5958';
const EDGE = 16;
const GAP = 16;
const KEY_PX = 24;
const LEAST_WIDTH = 560;

export interface FrameWords {
  readonly words: (typeof pictureWords)['vi'];
  /** Null: only the chart with its title, unit and key, for paper that says the rest itself. */
  readonly facts: SheetFacts | null;
}

/**
 * A chart as one drawing that says itself what it is: title, unit, period, simulated stamp, key, statement and sources. It needs no
 * style sheet.
 * @returns null while the chart is not drawn
 */
export async function frameChart(chart: ChartPicture, { words, facts }: FrameWords): Promise<SVGSVGElement | null> {
  const drawings = await chart.drawings();
  if (drawings.length === 0) return null;
  const columns = Math.min(chart.columns, drawings.length);
  const sizeOf = (svg: SVGSVGElement, name: 'width' | 'height'): number => Number(svg.getAttribute(name));
  const cellWidth = Math.max(...drawings.map(({ svg }) => sizeOf(svg, 'width')));
  const cellHeight = Math.max(...drawings.map(({ svg, title }) => sizeOf(svg, 'height') + (title ? 18 : 0)));
  const inner = Math.max(LEAST_WIDTH, columns * cellWidth + (columns - 1) * GAP);
  const width = inner + 2 * EDGE;
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  const widthOf = (text: string, sizePx: number, weight: number): number => {
    if (!context) return text.length * sizePx * 0.55;
    context.font = `${weight} ${sizePx}px ${FONT}`;
    return context.measureText(text).width;
  };
  const body: SVGElement[] = [];
  let y = EDGE;
  const write = (
    text: string,
    {
      sizePx,
      weight = 400,
      fill = INK,
      mostPx = inner,
    }: { sizePx: number; weight?: number; fill?: string; mostPx?: number },
  ): void => {
    for (const line of wrapText(text, mostPx, (each) => widthOf(each, sizePx, weight))) {
      body.push(part('text', { x: EDGE, y: y + sizePx, 'font-size': sizePx, 'font-weight': weight, fill }, line));
      y += sizePx * 1.4;
    }
  };

  const stamp = facts?.isSimulated ? words.simulated : null;
  const stampWidth = stamp ? widthOf(stamp, 12, 600) + 16 : 0;
  if (stamp) {
    const x = width - EDGE - stampWidth;
    body.push(
      part('rect', { x, y: EDGE, width: stampWidth, height: 22, rx: 3, fill: '#f2b441' }),
      part(
        'text',
        {
          x: x + stampWidth / 2,
          y: EDGE + 15,
          'font-size': 12,
          'font-weight': 600,
          fill: '#2e1d00',
          'text-anchor': 'middle',
        },
        stamp,
      ),
    );
  }
  write(chart.title, { sizePx: 18, weight: 600, mostPx: inner - stampWidth - GAP });
  write([`${words.unit}: ${chart.unit}`, ...(facts ? [facts.subtitle] : [])].join(' · '), { sizePx: 12 });
  y += 6;
  if (chart.key.length > 0) {
    let x = EDGE;
    for (const { text, color, isDashed } of chart.key) {
      const needed = KEY_PX + 6 + widthOf(text, 12, 400) + GAP;
      if (x > EDGE && x + needed > width - EDGE) {
        x = EDGE;
        y += 18;
      }
      body.push(
        part('line', {
          x1: x,
          x2: x + KEY_PX,
          y1: y + 9,
          y2: y + 9,
          stroke: color,
          'stroke-width': 3,
          ...(isDashed ? { 'stroke-dasharray': '4 3' } : {}),
        }),
        part('text', { x: x + KEY_PX + 6, y: y + 13, 'font-size': 12, fill: INK }, text),
      );
      x += needed;
    }
    y += 24;
  }
  drawings.forEach(({ title, svg }, i) => {
    const x = EDGE + (i % columns) * (cellWidth + GAP);
    const top = y + Math.floor(i / columns) * (cellHeight + GAP);
    if (title) {
      const letters = [...title];
      while (letters.length > 1 && widthOf(letters.join(''), 12, 600) > cellWidth) letters.pop();
      const text = letters.length < [...title].length ? `${letters.slice(0, -1).join('')}…` : title;
      body.push(part('text', { x, y: top + 12, 'font-size': 12, 'font-weight': 600, fill: INK }, text));
    }
    svg.setAttribute('x', String(x));
    svg.setAttribute('y', String(top + (title ? 18 : 0)));
    body.push(svg);
  });
  y += Math.ceil(drawings.length / columns) * (cellHeight + GAP);
  if (facts) {
    const said = [
      ...facts.statements.map(({ label, text }) => `${label}: ${text}`),
      `${words.facts.sources}: ${facts.sources}`,
    ];
    write(said.map((text) => text.replace(/\.?$/, '.')).join(' '), { sizePx: 10, fill: MUTED });
  }
  const height = Math.ceil(y + (facts ? EDGE - 4 : 0));
  const root: Attributes = { width, height, viewBox: `0 0 ${width} ${height}`, 'font-family': FONT };
  const svg = part('svg', root) as SVGSVGElement;
  svg.append(part('title', {}, chart.title), part('rect', { width, height, fill: '#ffffff' }), ...body);
  return svg;
}
