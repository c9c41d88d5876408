import { describe, expect, it } from 'vitest';
import { readRoadLayer, writeRoadLayer } from '../../../src/formats/roads/roadLayer';
import { gridRoads } from '../../support/gridRoads';
import { DATE, NETWORK } from './support/network';
import { plainWays, roadsOf } from './support/read';
import { writePbf } from './support/writePbf';

const joins = ({ members }: { readonly members: Uint32Array }): number => new Set(members).size;

describe('a network as a layer', () => {
  it('comes back with its ways, their facts and what joins them', async () => {
    for (const content of [writePbf(NETWORK, { date: DATE }), gridRoads()]) {
      const { ways } = await roadsOf(content);
      const back = readRoadLayer(writeRoadLayer(ways).geojson);
      const [before, after] = [plainWays(ways), plainWays(back)];
      expect(after.map(({ places: _, ...facts }) => facts)).toEqual(before.map(({ places: _, ...facts }) => facts));
      after.forEach(({ places }, way) => {
        expect(places).toHaveLength(before[way]!.places.length);
        places.forEach(([lng, lat], i) => {
          expect(lng).toBeCloseTo(before[way]!.places[i]![0], 6);
          expect(lat).toBeCloseTo(before[way]!.places[i]![1], 6);
        });
      });
      expect(joins(back)).toBe(joins(ways));
    }
  });

  it('tells what it covers, and is GeoJSON that other programs read', async () => {
    const { ways, report } = await roadsOf(gridRoads());
    const { geojson, bbox } = writeRoadLayer(ways);
    const { type, features } = JSON.parse(geojson);
    expect([type, features.length]).toEqual(['FeatureCollection', report.ways]);
    const lngs = features.flatMap((feature: { geometry: { coordinates: number[][] } }) =>
      feature.geometry.coordinates.map(([lng]) => lng),
    );
    expect([bbox[0], bbox[2]]).toEqual([Math.min(...lngs), Math.max(...lngs)]);
    expect(bbox[1]).toBeLessThan(bbox[3]);
  });

  it('is read without lines that lead nowhere', () => {
    const line = (coordinates: number[][]) => ({
      type: 'Feature',
      properties: { class: 'track', access: 255 },
      geometry: { type: 'LineString', coordinates },
    });
    const features = [line([[105, 21]]), line([[105, 21], [105, 21]]), line([[105, 21], [105.1, 21]])]; // biome-ignore format: short lines
    const ways = readRoadLayer(JSON.stringify({ type: 'FeatureCollection', features }));
    expect([...ways.starts]).toEqual([0, 2]);
    expect(ways.classes).toHaveLength(1);
  });
});
