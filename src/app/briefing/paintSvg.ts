const SVG = 'http://www.w3.org/2000/svg';

/** What a part passes on to what is in it; written only where it differs from the part around. */
const INHERITED = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'letter-spacing',
  'text-anchor',
] as const;
/** What holds for a part alone, with what it is unless said otherwise. */
const OWN: Readonly<Record<string, string>> = { opacity: '1', 'dominant-baseline': 'auto' };
/** Given as attributes or by the page, and of no use in a file. */
const DROPPED = /^(class|style|role|tabindex|focusable|on.*|data-.*|aria-.*)$/;
const COLORED: ReadonlySet<string> = new Set(['fill', 'stroke']);
const DEFAULTS: Readonly<Record<string, string>> = {
  fill: 'rgb(0, 0, 0)',
  'fill-opacity': '1',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-opacity': '1',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'paint-order': 'normal',
  'letter-spacing': 'normal',
  'text-anchor': 'start',
};

/**
 * A drawing as the page shows it in light colours, that needs no style sheet: all that it has by classes and tokens is written
 * as attributes.
 * @param svg  on the page, so that its style is known
 */
export function paintSvg(svg: SVGSVGElement): SVGSVGElement {
  const [style, names] = [svg.getAttribute('style'), svg.getAttribute('class')];
  // Tokens are pairs of light and dark: read in light, and given back before anything is drawn.
  svg.classList.add('gr-Light');
  svg.style.color = 'var(--text)';
  try {
    const painted = paint(svg, DEFAULTS) as SVGSVGElement;
    const { width, height } = svg.viewBox.baseVal;
    const box = svg.getBoundingClientRect();
    painted.setAttribute('width', String(width || box.width));
    painted.setAttribute('height', String(height || box.height));
    return painted;
  } finally {
    for (const [name, before] of [
      ['style', style],
      ['class', names],
    ] as const) {
      if (before === null) svg.removeAttribute(name);
      else svg.setAttribute(name, before);
    }
  }
}

function paint(element: SVGElement, around: Readonly<Record<string, string>>): SVGElement | null {
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden') return null;
  const copy = document.createElementNS(SVG, element.localName);
  for (const { name, value } of element.attributes) {
    if (!DROPPED.test(name) && !INHERITED.includes(name as 'fill') && !(name in OWN) && !name.startsWith('xmlns'))
      copy.setAttribute(name, value);
  }
  const here: Record<string, string> = {};
  for (const name of INHERITED) {
    const value = style.getPropertyValue(name);
    here[name] = value;
    if (value === around[name] || (name.endsWith('-opacity') && copy.hasAttribute(name))) continue;
    if (!COLORED.has(name)) copy.setAttribute(name, value.replace(/(\d)px/g, '$1').replaceAll('"', "'"));
    else writeColor(copy, name, { value, opacity: Number(style.getPropertyValue(`${name}-opacity`)) });
  }
  for (const [name, usual] of Object.entries(OWN)) {
    const value = style.getPropertyValue(name);
    if (value !== usual) copy.setAttribute(name, value);
  }
  for (const child of element.childNodes) {
    if (child instanceof SVGElement) {
      const painted = child.localName === 'style' ? null : paint(child, here);
      if (painted) copy.append(painted);
    } else if (child.nodeType === Node.TEXT_NODE) copy.append(child.cloneNode());
  }
  return copy;
}

function writeColor(
  element: Element,
  name: string,
  { value, opacity }: { readonly value: string; readonly opacity: number },
): void {
  const [color, alpha] = plainColor(value);
  element.setAttribute(name, color);
  if (alpha < 1 && color !== 'none') element.setAttribute(`${name}-opacity`, (alpha * opacity).toFixed(3));
}

const known = new Map<string, readonly [color: string, alpha: number]>();

/** A colour of any notation as six digits and its opacity. */
function plainColor(value: string): readonly [color: string, alpha: number] {
  if (value === 'none' || value.startsWith('url(')) return [value, 1];
  const before = known.get(value);
  if (before) return before;
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!context) return [value, 1];
  context.fillStyle = value;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 255] = context.getImageData(0, 0, 1, 1).data;
  const hex = [red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('');
  const plain = alpha === 0 ? (['none', 1] as const) : ([`#${hex}`, alpha / 255] as const);
  known.set(value, plain);
  return plain;
}
