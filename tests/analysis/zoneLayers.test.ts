import { booleanPointInPolygon, buffer } from '@turf/turf';
import fc from 'fast-check';
import type { Feature, FeatureCollection, Geometry, MultiPolygon, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { flagByZoneLayers, indexZoneLayer, zonePolygons } from '../../src/analysis/zoneLayers';
import { MAX_ZONE_LAYERS } from '../../src/domain';

const collection = (...geometries: (Geometry | null)[]): FeatureCollection =>
  ({
    type: 'FeatureCollection',
    features: geometries.map((geometry) => ({ type: 'Feature', properties: {}, geometry })),
  }) as FeatureCollection;

const square = (x: number, y: number, half: number): [number, number][] => [
  [x - half, y - half],
  [x + half, y - half],
  [x + half, y + half],
  [x - half, y + half],
  [x - half, y - half],
];
const spot = fc.record({
  x: fc.double({ min: 105.3, max: 105.6, noNaN: true }),
  y: fc.double({ min: 21.2, max: 21.4, noNaN: true }),
  half: fc.double({ min: 0.001, max: 0.05, noNaN: true }),
  isHoled: fc.boolean(),
});
const rings = ({ x, y, half, isHoled }: { x: number; y: number; half: number; isHoled: boolean }) =>
  isHoled ? [square(x, y, half), square(x, y, half / 2).toReversed()] : [square(x, y, half)];
const areaArbitrary = fc.oneof(
  spot.map((one): Geometry => ({ type: 'Polygon', coordinates: rings(one) })),
  fc
    .array(spot, { minLength: 1, maxLength: 3 })
    .map((spots): Geometry => ({ type: 'MultiPolygon', coordinates: spots.map(rings) })),
);
const slimArbitrary = fc.oneof(
  spot.map(({ x, y }): Geometry => ({ type: 'Point', coordinates: [x, y] })),
  fc
    .array(spot, { minLength: 2, maxLength: 4 })
    .map((spots): Geometry => ({ type: 'LineString', coordinates: spots.map(({ x, y }) => [x, y]) })),
);
const positionsArbitrary = fc
  .array(spot, { minLength: 1, maxLength: 40 })
  .map((spots) => spots.map(({ x, y }) => [x, y]));
const flat = (positions: readonly (readonly number[])[]): Float64Array => Float64Array.from(positions.flat());
const isIn = (position: readonly number[], shape: Geometry | Feature<Polygon | MultiPolygon>): boolean =>
  booleanPointInPolygon([...position], shape as Feature<Polygon | MultiPolygon>);
const flagged = (features: FeatureCollection, radiusM: number, positions: Float64Array): number[] =>
  Array.from(flagByZoneLayers([indexZoneLayer(zonePolygons(features, radiusM))], positions));

describe('zones of any shape', () => {
  it('hold what Turf says of each polygon, one by one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(areaArbitrary, { maxLength: 5 }), { maxLength: 4 }),
        positionsArbitrary,
        (layers, at) => {
          const indexes = layers.map((areas) => indexZoneLayer(zonePolygons(collection(...areas), 0)));
          const expected = at.map((position) =>
            layers.reduce((mask, areas, bit) => mask + (areas.some((area) => isIn(position, area)) ? 2 ** bit : 0), 0),
          );
          expect(Array.from(flagByZoneLayers(indexes, flat(at)))).toEqual(expected);
        },
      ),
    );
  });

  it('reach as far around lines and points as Turf widens them', () => {
    fc.assert(
      fc.property(slimArbitrary, fc.constantFrom(200, 1_500), positionsArbitrary, (slim, radiusM, at) => {
        const widened = buffer(slim, radiusM, { units: 'meters', steps: 32 })!;
        const expected = at.map((position) => Number(isIn(position, widened as Feature<Polygon | MultiPolygon>)));
        expect(flagged(collection(slim), radiusM, flat(at))).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  it('take collections of geometries apart, however deep, and pass over what is empty', () => {
    const area: Geometry = { type: 'Polygon', coordinates: [square(105.4, 21.3, 0.01)] };
    const deep: Geometry = {
      type: 'GeometryCollection',
      geometries: [
        { type: 'GeometryCollection', geometries: [area] },
        { type: 'Point', coordinates: [105.5, 21.3] },
      ],
    };
    const features = collection(
      deep,
      null,
      { type: 'Polygon', coordinates: [] },
      { type: 'LineString', coordinates: [] },
    );
    const at = Float64Array.of(105.4, 21.3, 105.5, 21.3005);
    expect(flagged(features, 0, at)).toEqual([1, 0]);
    expect(flagged(features, 100, at)).toEqual([1, 1]);
  });

  it('widen polygons too where a distance is given', () => {
    const area: Geometry = { type: 'Polygon', coordinates: [square(105.4, 21.3, 0.01)] };
    const beside = Float64Array.of(105.4105, 21.3);
    expect([flagged(collection(area), 0, beside), flagged(collection(area), 100, beside)]).toEqual([[0], [1]]);
  });

  it('have their edge', () => {
    const area: Geometry = { type: 'Polygon', coordinates: [square(105.5, 21.5, 0.25)] };
    const edge = Float64Array.of(105.25, 21.5, 105.75, 21.75, 105.5, 21.25, 105.249999, 21.5);
    expect(flagged(collection(area), 0, edge)).toEqual([1, 1, 1, 0]);
  });

  it('may be as many as the mask has bits, the last no less than the first; some may be empty', () => {
    const full = indexZoneLayer(
      zonePolygons(collection({ type: 'Polygon', coordinates: [square(105.4, 21.3, 1)] }), 0),
    );
    const empty = indexZoneLayer([]);
    const layers = Array.from({ length: MAX_ZONE_LAYERS }, (_, k) => (k === 0 || k === 31 ? full : empty));
    const at = Float64Array.of(105.4, 21.3, Number.NaN, 21.3);
    expect(Array.from(flagByZoneLayers(layers, at))).toEqual([2 ** 31 + 1, 0]);
    expect(Array.from(flagByZoneLayers([...layers, full], at))).toEqual([2 ** 31 + 1, 0]);
  });
});
