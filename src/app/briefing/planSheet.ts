import { SECRECY_MARKS, type Secrecy } from '../../features/briefing/secrecy';
import type { SheetFacts, SheetLegend } from '../../features/briefing/sheetFacts';
import type { pictureWords } from '../../i18n/pictureWords';
import { wrapText } from './wrapText';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** A line of text; y is its base line. */
export interface TextLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly sizePx: number;
  readonly weight: 400 | 600;
  readonly isMuted?: boolean;
  readonly align?: 'end';
}

export interface SheetPlan {
  readonly map: Box;
  readonly lines: readonly TextLine[];
  /** Upper left corners of the samples of the legend, and how large they are drawn. */
  readonly samples: readonly {
    readonly sample: SheetLegend['rows'][number]['sample'];
    readonly x: number;
    readonly y: number;
  }[];
  readonly sampleScale: number;
  /** Framed words in the upper right corner, from right to left. */
  readonly marks: readonly {
    readonly text: string;
    readonly kind: 'secrecy' | 'stamp' | 'simulated';
    readonly box: Box;
  }[];
}

export interface SheetPlanWish {
  readonly widthPx: number;
  readonly heightPx: number;
  /** False where the title stands beside the picture, as on a slide. */
  readonly hasTitle: boolean;
  readonly secrecy: Secrecy;
  readonly stamp: string;
  readonly words: (typeof pictureWords)['vi'];
  readonly widthOf: (text: string, sizePx: number, weight: 400 | 600) => number;
}

const EDGE = 12;
const GAP = 10;
const SAMPLE_W = 36;
const SAMPLE_H = 18;
const SMALLEST = 0.6;
const STEP = 0.04;
const FOOT_PX = 10.5;
const LEGEND_PX = 12;

/** Where all stands on a picture of a map with its title, legend and statement, in CSS pixels. */
export function planSheet(facts: SheetFacts, wish: SheetPlanWish): SheetPlan {
  const { widthPx, heightPx, hasTitle, words, widthOf } = wish;
  const inner = widthPx - 2 * EDGE;
  const marks = planMarks(facts, wish);
  const marksWidth = marks.reduce((sum, { box }) => sum + box.widthPx + GAP, 0);
  const lines: TextLine[] = [];
  let y = EDGE;
  const write = (
    text: string,
    { sizePx, weight, mostPx, isMuted }: { sizePx: number; weight: 400 | 600; mostPx: number; isMuted?: boolean },
  ): void => {
    for (const line of wrapText(text, mostPx, (each) => widthOf(each, sizePx, weight))) {
      lines.push({ text: line, x: EDGE, y: y + sizePx, sizePx, weight, ...(isMuted ? { isMuted } : {}) });
      y += sizePx * 1.35;
    }
  };
  if (hasTitle) write(facts.title, { sizePx: 22, weight: 600, mostPx: inner - marksWidth });
  write(facts.subtitle, { sizePx: 14, weight: 400, mostPx: inner - marksWidth });
  const top = Math.max(y, ...marks.map(({ box }) => box.y + box.heightPx)) + GAP / 2;

  const footText = [
    ...facts.statements.map(({ label, text }) => `${label}: ${text}`),
    `${words.facts.sources}: ${facts.sources}`,
  ]
    .map((text) => text.replace(/\.?$/, '.'))
    .join(' ');
  const footLines = wrapText(footText, inner, (text) => widthOf(text, FOOT_PX, 400));
  const footHeight = footLines.length * FOOT_PX * 1.3;
  const footTop = heightPx - EDGE - footHeight;
  footLines.forEach((text, i) => {
    const base = footTop + (i + 0.8) * FOOT_PX * 1.3;
    lines.push({ text, x: EDGE, y: base, sizePx: FOOT_PX, weight: 400, isMuted: true });
  });

  const legendWidth = Math.min(300, Math.max(200, widthPx * 0.24));
  const map = {
    x: EDGE,
    y: Math.round(top),
    widthPx: Math.round(inner - legendWidth - GAP),
    heightPx: Math.round(footTop - GAP - top),
  };
  const legend = planLegend(facts, wish, {
    x: map.x + map.widthPx + GAP,
    y: map.y,
    widthPx: legendWidth,
    heightPx: map.heightPx,
  });
  return { map, lines: [...lines, ...legend.lines], samples: legend.samples, sampleScale: legend.scale, marks };
}

function planMarks(facts: SheetFacts, { widthPx, secrecy, stamp, words, widthOf }: SheetPlanWish): SheetPlan['marks'] {
  let x = widthPx - EDGE;
  const secret = SECRECY_MARKS[secrecy];
  const wanted = [
    ...(secret ? [{ text: secret, kind: 'secrecy' as const }] : []),
    ...(stamp.trim() ? [{ text: stamp.trim(), kind: 'stamp' as const }] : []),
    ...(facts.isSimulated ? [{ text: words.simulated, kind: 'simulated' as const }] : []),
  ];
  return wanted.map(({ text, kind }) => {
    const width = widthOf(text, 13, 600) + 20;
    x -= width;
    const box = { x, y: EDGE, widthPx: width, heightPx: 24 };
    x -= GAP;
    return { text, kind, box };
  });
}

/** The legend, set smaller until it fits its column. */
function planLegend(facts: SheetFacts, { words, widthOf }: SheetPlanWish, box: Box) {
  for (let scale = 1; ; scale -= STEP) {
    const sizePx = LEGEND_PX * scale;
    const lineHeight = sizePx * 1.25;
    const textX = box.x + SAMPLE_W * scale + 6;
    const lines: TextLine[] = [];
    const samples: SheetPlan['samples'][number][] = [];
    let y = box.y;
    const write = (text: string, x: number, { weight, mostPx }: { weight: 400 | 600; mostPx: number }): number => {
      const wrapped = wrapText(text, mostPx, (each) => widthOf(each, sizePx, weight));
      wrapped.forEach((line, i) => {
        lines.push({ text: line, x, y: y + i * lineHeight + sizePx, sizePx, weight });
      });
      return wrapped.length * lineHeight;
    };
    y += write(words.legend, box.x, { weight: 600, mostPx: box.widthPx });
    for (const { title, rows } of facts.legend) {
      y += sizePx * 0.4;
      y += write(title, box.x, { weight: 600, mostPx: box.widthPx });
      for (const { sample, text, count } of rows) {
        const from = lines.length;
        const countPx = count === undefined ? 0 : widthOf(count, sizePx, 400) + 6;
        const textHeight = write(text, textX, { weight: 400, mostPx: box.x + box.widthPx - textX - countPx });
        const height = Math.max(textHeight, SAMPLE_H * scale, Math.min(sample.heightPx, 22) * scale);
        for (let i = from; i < lines.length; i += 1) {
          const line = lines[i]!;
          lines[i] = { ...line, y: line.y + (height - textHeight) / 2 };
        }
        if (count !== undefined)
          lines.push({ text: count, x: box.x + box.widthPx, y: lines[from]!.y, sizePx, weight: 400, align: 'end' });
        samples.push({
          sample,
          x: box.x + ((SAMPLE_W - sample.widthPx) / 2) * scale,
          y: y + (height - sample.heightPx * scale) / 2,
        });
        y += height + 2 * scale;
      }
    }
    if (y <= box.y + box.heightPx || scale - STEP < SMALLEST) return { lines, samples, scale };
  }
}
