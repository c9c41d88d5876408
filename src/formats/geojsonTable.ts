import { type Cell, MOST_NESTED, nestsAtMost, type Table } from '../domain';
import type { RawFeature } from './readGeojson';

function toCell(value: unknown): Cell {
  if (typeof value === 'string') return value.normalize('NFC');
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return value === null || value === undefined || !nestsAtMost(value, MOST_NESTED - 1) ? null : JSON.stringify(value);
}

function pointOf(geometry: unknown): readonly [number, number] | null {
  if (typeof geometry !== 'object' || geometry === null || !('type' in geometry) || !('coordinates' in geometry))
    return null;
  const { type, coordinates } = geometry;
  const position: unknown =
    type === 'MultiPoint' && Array.isArray(coordinates) && coordinates.length === 1 ? coordinates[0] : coordinates;
  if ((type !== 'Point' && type !== 'MultiPoint') || !Array.isArray(position)) return null;
  const [lng, lat]: unknown[] = position;
  return typeof lng === 'number' && typeof lat === 'number' ? [lng, lat] : null;
}

/** Features as a table: a column per property, in the order of first appearance; the positions of points beside it. */
export function geojsonTable(features: readonly RawFeature[]): Table {
  const columns = new Map<string, number>();
  for (const { properties } of features)
    for (const name of Object.keys(properties)) if (!columns.has(name)) columns.set(name, columns.size);
  const names = [...columns.keys()];
  const positions = new Float64Array(2 * (features.length + 1)).fill(Number.NaN);
  const rows: Cell[][] = [names.map((name) => name.normalize('NFC'))];
  features.forEach(({ geometry, properties }, i) => {
    const point = pointOf(geometry);
    if (point) positions.set(point, 2 * (i + 1));
    rows.push(names.map((name) => toCell(Object.hasOwn(properties, name) ? properties[name] : null)));
  });
  return { rows, counts: 'features', positions };
}
