import { scaleText } from '../../features/briefing/scaleText';
import type { Formatter } from '../../i18n';
import type { pictureWords } from '../../i18n/pictureWords';
import { type Canvas2d, drawLegendSample } from '../../map/drawLegendSample';
import { metresPerPixel, scaleBar } from '../../map/scaleBar';
import type { MapTheme } from '../../map/types';
import type { ShownPicture } from '../wiring/mapPictures';
import type { Box, SheetPlan } from './planSheet';

const FONT = '"Be Vietnam Pro", "Segoe UI", sans-serif';
const BAR_PX = 150;

interface Colors {
  readonly paper: string;
  readonly ink: string;
  readonly muted: string;
  readonly plate: string;
  readonly frame: string;
  readonly secrecy: string;
  readonly simulated: string;
  readonly onSimulated: string;
}

const COLORS: Record<MapTheme, Colors> = {
  light: {
    paper: '#ffffff',
    ink: '#17211f',
    muted: '#4c5958',
    plate: 'rgba(255, 255, 255, 0.88)',
    frame: '#7c8989',
    secrecy: '#b3261e',
    simulated: '#f2b441',
    onSimulated: '#2e1d00',
  },
  dark: {
    paper: '#151c1c',
    ink: '#e7edec',
    muted: '#a8b5b4',
    plate: 'rgba(21, 28, 28, 0.88)',
    frame: '#6f7f7e',
    secrecy: '#ff9189',
    simulated: '#e9ae3d',
    onSimulated: '#281800',
  },
};

export interface SheetDrawing {
  readonly plan: SheetPlan;
  readonly picture: ShownPicture;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly theme: MapTheme;
  readonly words: (typeof pictureWords)['vi'];
  readonly format: Pick<Formatter, 'count'>;
}

/** Paints a sheet; the canvas is scaled to CSS pixels. */
export function drawSheet(context: Canvas2d, drawing: SheetDrawing): void {
  const { plan, picture, widthPx, heightPx, theme } = drawing;
  const colors = COLORS[theme];
  context.fillStyle = colors.paper;
  context.fillRect(0, 0, widthPx, heightPx);
  const { map } = plan;
  context.drawImage(picture.image, map.x, map.y, map.widthPx, map.heightPx);
  context.strokeStyle = colors.frame;
  context.lineWidth = 1;
  context.strokeRect(map.x, map.y, map.widthPx, map.heightPx);
  for (const { text, x, y, sizePx, weight, isMuted, align } of plan.lines) {
    context.font = `${weight} ${sizePx}px ${FONT}`;
    context.textAlign = align ?? 'start';
    context.fillStyle = isMuted ? colors.muted : colors.ink;
    context.fillText(text, x, y);
  }
  for (const { sample, x, y } of plan.samples) {
    context.save();
    context.translate(x, y);
    context.scale(plan.sampleScale, plan.sampleScale);
    drawLegendSample(context, sample, { x: 0, y: 0, font: FONT });
    context.restore();
  }
  for (const { text, kind, box } of plan.marks) {
    const isSimulated = kind === 'simulated';
    const color = isSimulated ? colors.onSimulated : kind === 'secrecy' ? colors.secrecy : colors.ink;
    if (isSimulated) {
      context.fillStyle = colors.simulated;
      context.fillRect(box.x, box.y, box.widthPx, box.heightPx);
    } else {
      context.strokeStyle = color;
      context.lineWidth = 2;
      context.strokeRect(box.x + 1, box.y + 1, box.widthPx - 2, box.heightPx - 2);
    }
    context.font = `600 13px ${FONT}`;
    context.textAlign = 'center';
    context.fillStyle = color;
    context.fillText(text, box.x + box.widthPx / 2, box.y + 17);
  }
  drawHalves(context, drawing, colors);
  drawScale(context, drawing, colors);
  drawNorth(context, drawing, colors);
}

function plate(context: Canvas2d, { x, y, widthPx, heightPx }: Box, colors: Colors): void {
  context.fillStyle = colors.plate;
  context.fillRect(x, y, widthPx, heightPx);
  context.fillStyle = colors.ink;
  context.strokeStyle = colors.ink;
}

function drawHalves(context: Canvas2d, { plan: { map }, picture }: SheetDrawing, colors: Colors): void {
  picture.halves?.forEach((title, i) => {
    context.font = `600 13px ${FONT}`;
    context.textAlign = 'start';
    const x = map.x + 8 + (i * map.widthPx) / 2;
    plate(context, { x, y: map.y + 8, widthPx: context.measureText(title).width + 16, heightPx: 24 }, colors);
    context.fillText(title, x + 8, map.y + 25);
  });
}

function drawScale(context: Canvas2d, { plan: { map }, picture, format }: SheetDrawing, colors: Colors): void {
  const { lat, zoom } = picture.camera;
  const bar = scaleBar(metresPerPixel(lat, zoom), Math.min(BAR_PX, picture.mapWidthPx / 3));
  const [x, y] = [map.x + 8, map.y + map.heightPx - 40];
  plate(context, { x, y, widthPx: bar.widthPx + 16, heightPx: 32 }, colors);
  context.font = `600 12px ${FONT}`;
  context.textAlign = 'start';
  context.fillText(scaleText(bar.lengthM, format), x + 8, y + 14);
  context.lineWidth = 1.5;
  context.beginPath();
  context.moveTo(x + 8, y + 19);
  context.lineTo(x + 8, y + 26);
  context.lineTo(x + 8 + bar.widthPx, y + 26);
  context.lineTo(x + 8 + bar.widthPx, y + 19);
  context.stroke();
}

function drawNorth(context: Canvas2d, { plan: { map }, picture, words }: SheetDrawing, colors: Colors): void {
  const [x, y] = [map.x + map.widthPx - 42, map.y + 8];
  plate(context, { x, y, widthPx: 34, heightPx: 52 }, colors);
  context.save();
  context.translate(x + 17, y + 19);
  context.rotate((-picture.camera.bearing * Math.PI) / 180);
  context.lineWidth = 1;
  context.lineJoin = 'round';
  context.stroke(new Path2D('M0 -14L-9 13L0 7Z'));
  context.fill(new Path2D('M0 -14L9 13L0 7Z'));
  context.restore();
  context.font = `600 12px ${FONT}`;
  context.textAlign = 'center';
  context.fillText(words.north, x + 17, y + 48);
}
