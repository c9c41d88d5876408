import type { Feature, FeatureCollection } from 'geojson';
import { geodesicLengthM } from '../geo/geodesicLength';
import type { MapFormat, MapWords, Sketch } from './types';

export type LngLatPair = readonly [number, number];
export type SketchShape = 'line' | 'polygon';

export const EMPTY_SKETCH: Sketch = { points: [], legsM: [], totalM: 0, isFinished: false };

const FEWEST: Record<SketchShape, number> = { line: 2, polygon: 3 };

export const canFinish = ({ points, isFinished }: Sketch, shape: SketchShape): boolean =>
  !isFinished && points.length >= FEWEST[shape];

function withPoints(points: readonly LngLatPair[], isFinished: boolean): Sketch {
  const legsM = points.slice(1).map((point, index) => geodesicLengthM(points[index]!, point));
  return { points, legsM, totalM: legsM.reduce((sum, leg) => sum + leg, 0), isFinished };
}

/** A further point; after the end a new sketch begins with it. */
export const addPoint = (sketch: Sketch, point: LngLatPair): Sketch =>
  sketch.isFinished ? withPoints([point], false) : withPoints([...sketch.points, point], false);

/** Without the last point; a finished sketch is open again. */
export const removeLastPoint = (sketch: Sketch): Sketch => withPoints(sketch.points.slice(0, -1), false);

/** Ends the sketch, if it has points enough; a polygon's ring is closed, and its last leg counts. */
export function finish(sketch: Sketch, shape: SketchShape): Sketch {
  if (!canFinish(sketch, shape)) return sketch;
  return withPoints(shape === 'polygon' ? [...sketch.points, sketch.points[0]!] : sketch.points, true);
}

const feature = (role: string, geometry: Feature['geometry'], text?: string): Feature => ({
  type: 'Feature',
  properties: text === undefined ? { role } : { role, text },
  geometry,
});

const mutable = (points: readonly LngLatPair[]): [number, number][] => points.map(([lng, lat]) => [lng, lat]);

/** What words and numbers a sketch is labelled with. */
export interface SketchWriting {
  readonly format: MapFormat;
  readonly words: Pick<MapWords, 'measuredLeg' | 'measuredTotal'>;
}

/** What the label says: the leg under way, and the sum; each by name. One leg is its own sum. */
function labelOf(
  { legsM, totalM, isFinished }: Sketch,
  aheadM: number | null,
  { format, words }: SketchWriting,
): string {
  const total = words.measuredTotal(format.distance(totalM + (aheadM ?? 0)));
  if (isFinished) return total;
  const leg = words.measuredLeg(format.distance(aheadM ?? legsM.at(-1) ?? 0));
  return legsM.length + (aheadM === null ? 0 : 1) > 1 ? `${leg}\n${total}` : leg;
}

/**
 * The sketch as features to draw, with the leg towards the pointer.
 * @param cursor  where the next point would be; null when it is not over the map
 */
export function sketchFeatures(
  sketch: Sketch,
  cursor: LngLatPair | null,
  { shape, ...writing }: SketchWriting & { readonly shape: SketchShape },
): FeatureCollection {
  const { points, isFinished } = sketch;
  const last = points.at(-1);
  const features: Feature[] = [];
  const preview = cursor && last && !isFinished ? cursor : null;
  const outline = preview ? [...points, preview] : points;
  if (shape === 'polygon' && outline.length >= 3) {
    features.push(feature('area', { type: 'Polygon', coordinates: [mutable([...outline, outline[0]!])] }));
  }
  if (points.length >= 2) features.push(feature('line', { type: 'LineString', coordinates: mutable(points) }));
  if (preview && last) features.push(feature('preview', { type: 'LineString', coordinates: mutable([last, preview]) }));
  for (const point of isFinished && shape === 'polygon' ? points.slice(0, -1) : points) {
    features.push(feature('point', { type: 'Point', coordinates: [...point] }));
  }
  const end = preview ?? last;
  if (end && last && outline.length >= 2 && shape === 'line') {
    const aheadM = preview ? geodesicLengthM(last, preview) : null;
    features.push(feature('label', { type: 'Point', coordinates: [...end] }, labelOf(sketch, aheadM, writing)));
  }
  return { type: 'FeatureCollection', features };
}
