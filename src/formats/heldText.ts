import type { LayerText } from '../domain';

/** A longer text takes more of the page's time to hand on than it should. */
const MOST_CHARACTERS = 250_000;
const TYPE = 'application/json';

/** A GeoJSON as it is stored: a long one as a file, so that the page never holds it. */
export function holdText(geojson: string): LayerText {
  return geojson.length > MOST_CHARACTERS ? fileOf(geojson) : geojson;
}

export function fileOf(text: LayerText): Blob {
  // What is no text was made here.
  return typeof text === 'string' ? new Blob([text], { type: TYPE }) : (text as Blob);
}

export async function textOf(text: LayerText): Promise<string> {
  return typeof text === 'string' ? text : text.text();
}
