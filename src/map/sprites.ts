import { MAP_PALETTES } from './palette';
import { parseImageId, SYMBOL_BOX, SYMBOL_PX, symbolShape } from './symbols';
import type { MapTheme } from './types';

/** Images are drawn at twice their size, so that they stay sharp on dense screens. */
export const PIXEL_RATIO = 2;
const HATCH_PX = 8;

export interface SpriteImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

type Draw = (context: OffscreenCanvasRenderingContext2D, sizePx: number) => void;

function draw(sizePx: number, paint: Draw): SpriteImage {
  const side = Math.round(sizePx * PIXEL_RATIO);
  const context = new OffscreenCanvas(side, side).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2D canvas');
  context.scale(PIXEL_RATIO, PIXEL_RATIO);
  context.lineCap = 'round';
  context.lineJoin = 'round';
  paint(context, sizePx);
  const { width, height, data } = context.getImageData(0, 0, side, side);
  return { width, height, data: new Uint8ClampedArray(data) };
}

function drawCluster(diameterPx: number, share: number, theme: MapTheme): SpriteImage {
  const palette = MAP_PALETTES[theme];
  return draw(diameterPx + 4, (context, size) => {
    const middle = size / 2;
    const ring = 3.5;
    const circle = (radius: number, from: number, to: number): void => {
      context.beginPath();
      context.arc(middle, middle, radius, from, to);
    };
    context.fillStyle = palette.symbolRim;
    circle(diameterPx / 2 + 1, 0, 2 * Math.PI);
    context.fill();
    context.fillStyle = palette.mark;
    circle(diameterPx / 2 - ring, 0, 2 * Math.PI);
    context.fill();
    context.lineCap = 'butt';
    context.lineWidth = ring;
    context.strokeStyle = palette.markRest;
    circle(diameterPx / 2 - ring / 2, 0, 2 * Math.PI);
    context.stroke();
    if (share > 0) {
      context.strokeStyle = palette.markRing;
      circle(diameterPx / 2 - ring / 2, -Math.PI / 2, -Math.PI / 2 + share * 2 * Math.PI);
      context.stroke();
    }
  });
}

/**
 * Draws the image that the style calls `id`.
 * @returns null for a name that is none of ours
 */
export function drawSprite(id: string, theme: MapTheme): SpriteImage | null {
  const wanted = parseImageId(id);
  if (!wanted) return null;
  if (wanted.type === 'cluster') return drawCluster(wanted.diameterPx, wanted.share, theme);
  if (wanted.type === 'hatch') {
    return draw(HATCH_PX, (context, size) => {
      context.strokeStyle = MAP_PALETTES[theme].hatch;
      context.lineWidth = 1;
      for (const shift of [-size, 0, size]) {
        context.beginPath();
        context.moveTo(shift - 1, size + 1);
        context.lineTo(shift + size + 1, -1);
        context.stroke();
      }
    });
  }
  const shape = symbolShape(wanted.look, theme);
  return draw(SYMBOL_PX, (context, size) => {
    context.scale(size / SYMBOL_BOX, size / SYMBOL_BOX);
    const outline = new Path2D(shape.outline);
    context.strokeStyle = shape.edge;
    context.lineWidth = shape.edgeWidth;
    context.stroke(outline);
    context.fillStyle = shape.fill;
    context.fill(outline);
    context.strokeStyle = shape.rim;
    context.lineWidth = shape.rimWidth;
    context.stroke(outline);
    context.strokeStyle = shape.signColor;
    context.lineWidth = shape.signWidth;
    context.stroke(new Path2D(shape.sign));
  });
}
