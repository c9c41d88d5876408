import { PICTURE_RATIO } from '../../map/pictureMap';
import { pictureFonts } from './pictureFonts';
import { svgPart } from './svgPart';

/** A painted drawing as the text of a file. */
export const svgText = (svg: SVGSVGElement): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`;

/** Below the drawing, never in the picture: a letter of each font, which is not seen until that font is there. */
const PROBE_PX = 20;
const PROBES = [400, 500, 600].flatMap((weight) => ['H', 'ữ'].map((letter) => ({ weight, letter })));
const PROBE_STEP_PX = 20;
const LOOK_MS = 30;
/** After this the browser writes in another font. */
const PATIENCE_MS = 10_000;

/** A picture's fonts come after the picture: waits until they are seen. */
async function fontsDrawn(image: HTMLImageElement, top: number): Promise<void> {
  const strip = new OffscreenCanvas(PROBES.length * PROBE_STEP_PX, PROBE_PX);
  const context = strip.getContext('2d', { willReadFrequently: true });
  if (!context) return;
  const isSeen = (i: number): boolean =>
    context.getImageData(i * PROBE_STEP_PX, 0, PROBE_STEP_PX, PROBE_PX).data.some((part, k) => k % 4 === 3 && part > 0);
  for (const start = performance.now(); performance.now() - start < PATIENCE_MS; ) {
    context.clearRect(0, 0, strip.width, strip.height);
    context.drawImage(image, 0, top, strip.width, PROBE_PX, 0, 0, strip.width, PROBE_PX);
    if (PROBES.every((_, i) => isSeen(i))) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

/** A painted drawing at twice its size; to be closed, or given away, by who takes it. */
export async function svgImage(svg: SVGSVGElement): Promise<ImageBitmap> {
  const [width, height] = [Number(svg.getAttribute('width')), Number(svg.getAttribute('height'))];
  const withFonts = svg.cloneNode(true) as SVGSVGElement;
  const style = document.createElementNS('http://www.w3.org/2000/svg', 'style');
  style.textContent = await pictureFonts();
  withFonts.prepend(style);
  withFonts.setAttribute('height', String(height + PROBE_PX));
  withFonts.setAttribute('viewBox', `0 0 ${width} ${height + PROBE_PX}`);
  withFonts.append(
    ...PROBES.map(({ weight, letter }, i) =>
      svgPart(
        'text',
        {
          x: i * PROBE_STEP_PX + 3,
          y: height + 16,
          'font-size': 14,
          'font-weight': weight,
          'font-family': 'Be Vietnam Pro',
        },
        letter,
      ),
    ),
  );
  const url = URL.createObjectURL(new Blob([svgText(withFonts)], { type: 'image/svg+xml' }));
  try {
    const image = new Image(width, height + PROBE_PX);
    image.src = url;
    await image.decode();
    await fontsDrawn(image, height);
    const canvas = new OffscreenCanvas(Math.round(width * PICTURE_RATIO), Math.round(height * PICTURE_RATIO));
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no 2D canvas');
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, (height + PROBE_PX) * PICTURE_RATIO);
    return canvas.transferToImageBitmap();
  } finally {
    URL.revokeObjectURL(url);
  }
}
