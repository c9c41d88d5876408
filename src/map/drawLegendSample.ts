import type { LegendSample } from './legendSamples';

export type Canvas2d = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Paints a sample of a legend, its upper left corner at a place of the canvas. */
export function drawLegendSample(
  context: Canvas2d,
  { shapes }: LegendSample,
  { x, y, font }: { readonly x: number; readonly y: number; readonly font: string },
): void {
  for (const shape of shapes) {
    const { path, moved = [0, 0], scale = 1 } = shape;
    context.save();
    context.translate(x + moved[0], y + moved[1]);
    context.scale(scale, scale);
    context.lineCap = shape.cap ?? 'butt';
    context.lineJoin = shape.cap === 'round' ? 'round' : 'miter';
    context.setLineDash(shape.dash ? [...shape.dash] : []);
    if (shape.fill !== undefined) {
      context.fillStyle = shape.fill;
      context.globalAlpha = shape.fillOpacity ?? 1;
      if (typeof path === 'string') context.fill(new Path2D(path));
      else {
        context.font = `600 ${path.sizePx}px ${font}`;
        context.textAlign = 'center';
        context.fillText(path.text, path.x, path.y);
      }
    }
    if (shape.stroke !== undefined && typeof path === 'string') {
      context.strokeStyle = shape.stroke;
      context.lineWidth = shape.strokeWidth ?? 1;
      context.globalAlpha = shape.strokeOpacity ?? 1;
      context.stroke(new Path2D(path));
    }
    context.restore();
  }
}
