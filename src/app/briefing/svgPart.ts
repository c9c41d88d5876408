const SVG = 'http://www.w3.org/2000/svg';

export type Attributes = Readonly<Record<string, string | number>>;

/** A part of a drawing that needs no style sheet. */
export function svgPart(name: string, attributes: Attributes, content?: string | readonly SVGElement[]): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  if (typeof content === 'string') element.textContent = content;
  else if (content) element.append(...content);
  return element;
}
