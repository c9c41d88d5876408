import { describe, expect, it } from 'vitest';
import { borderSituations } from '../../../src/analysis/mask/borderSituations';
import { cellKey, cellOf } from '../../../src/analysis/mask/snapLattice';
import { openSnapMask, SNAP_KINDS, type SnapMask } from '../../../src/analysis/mask/snapMask';
import type { OpenEdition } from '../../../src/analysis/openEdition';
import { makeRandom } from '../../../src/analysis/simulation/random';
import { indexZoneLayer, zonePolygons } from '../../../src/analysis/zoneLayers';
import { findBorderZones, indexBorderNetwork, locateUnit } from '../../../src/geo';
import { courseOf, openReal } from '../support/realEditions';

const ZONES = { commune: 500, district: 1_000, province: 1_500 };
const COUNT = 10_000;
const WITHHELD = SNAP_KINDS.indexOf('withheld');
const DEGREE_M = 110_700;

/** Half of them anywhere in the units, half within two zones' reach of a vertex of a line, some on it. */
function manyPositions({ info, network, unitIndex }: OpenEdition): Float64Array {
  const random = makeRandom(25).next;
  const [west, south, east, north] = info.bbox;
  const kept: number[] = [];
  while (kept.length < 2 * COUNT) {
    const isNear = kept.length % 4 === 0;
    let [lng, lat] = [west + random() * (east - west), south + random() * (north - south)];
    if (isNear) {
      const course = courseOf({ network } as OpenEdition, Math.floor(random() * network.lines.length));
      [lng, lat] = course[Math.floor(random() * course.length)]!;
      const isOn = random() < 0.05;
      const [far, angle] = [isOn ? 0 : (random() * 3_000) / DEGREE_M, random() * 2 * Math.PI];
      [lng, lat] = [lng + far * Math.cos(angle), lat + far * Math.sin(angle)];
    }
    if (isNear || locateUnit(unitIndex, new Float64Array([lng, lat]))[0]! >= 0) kept.push(lng, lat);
  }
  return Float64Array.from(kept);
}

const zoneAround = (lng: number, lat: number, radiusM = 900) =>
  indexZoneLayer(
    zonePolygons(
      {
        type: 'FeatureCollection',
        features: [{ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [lng, lat] } }],
      },
      radiusM,
    ),
  );

function get<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

const pointsOf = (mask: SnapMask, positions: Float64Array): string[] => {
  const { positions: snapped } = get(mask.snap(positions));
  return Array.from({ length: snapped.length / 2 }, (_, i) => `${snapped[2 * i]},${snapped[2 * i + 1]}`);
};

describe.each(['2018', '2025'] as const)('positions for partners, in the edition of %s', (id) => {
  const open = openReal(id);
  const { network, unitIndex, borderIndex, info } = open;
  const positions = manyPositions(open);
  const zoneLayers = [zoneAround((info.bbox[0] + info.bbox[2]) / 2, (info.bbox[1] + info.bbox[3]) / 2)];
  const ground = { network, unitIndex, zoneM: ZONES, zoneLayers };
  const snapped = get(get(openSnapMask(ground)).snap(positions));

  it('keep unit, lines in range, their order, sides and own zones, every one of 10,000', () => {
    // The kernel's own index, not the short one of the mask.
    const before = get(borderSituations({ ...ground, borderIndex }, positions));
    const after = get(borderSituations({ ...ground, borderIndex }, snapped.positions));
    const isKept = (i: number): boolean => snapped.kind[i] === WITHHELD || before[i] === after[i];
    expect(before.flatMap((_, i) => (isKept(i) ? [] : [i]))).toEqual([]);
    expect(before.filter((situation) => situation.includes(':')).length).toBeGreaterThan(3_000);
    expect(new Set(before.map((situation) => situation.split(' ')[1]))).toEqual(new Set(['0', '1']));
    expect(snapped.kind.filter((kind) => kind === WITHHELD).length).toBeLessThan(COUNT / 1_000);
  });

  it('leave every count of lines and their sides as it was', () => {
    const near = get(indexBorderNetwork(network, { capM: 2_000 }));
    const counts = (of: Float64Array): Map<string, number> => {
      const { start, line, side } = get(findBorderZones(near, of, { zoneM: ZONES }));
      const all = new Map<string, number>();
      for (let i = 0; i + 1 < start.length; i += 1) {
        if (snapped.kind[i] === WITHHELD) continue;
        for (let r = start[i]!; r < start[i + 1]!; r += 1) {
          const key = `${line[r]} ${side[r]}`;
          all.set(key, (all.get(key) ?? 0) + 1);
        }
      }
      return all;
    };
    expect(counts(snapped.positions)).toEqual(counts(positions));
  });

  it('go to the same point whatever else leaves, and however often', () => {
    const all = pointsOf(get(openSnapMask(ground)), positions);
    const mask = get(openSnapMask(ground));
    const backwards = Float64Array.from({ length: 600 }, (_, k) => {
      const i = 299 - Math.floor(k / 2);
      return positions[2 * i + (k % 2)]!;
    });
    expect(pointsOf(mask, backwards).reverse()).toEqual(all.slice(0, 300));
    expect(pointsOf(mask, positions.subarray(200, 220))).toEqual(all.slice(100, 110));
    expect(pointsOf(mask, positions.subarray(200, 220))).toEqual(all.slice(100, 110));
  });

  it('stay on a snap point: what was moved is not moved on', () => {
    const own = Float64Array.from(
      Array.from(snapped.kind).flatMap((kind, i) =>
        kind === 0 ? [snapped.positions[2 * i]!, snapped.positions[2 * i + 1]!] : [],
      ),
    );
    const again = get(get(openSnapMask(ground)).snap(own));
    expect(again.positions).toEqual(own);
  });

  it('are moved no farther than is told, and written with seven decimals they are the same points', () => {
    const most = [180, 530, 710];
    for (let i = 0; i < COUNT; i += 1) {
      const kind = snapped.kind[i]!;
      if (kind === WITHHELD) continue;
      const [lng, lat] = [snapped.positions[2 * i]!, snapped.positions[2 * i + 1]!];
      const far = Math.hypot((lng - positions[2 * i]!) * 103_800, (lat - positions[2 * i + 1]!) * DEGREE_M);
      expect(far).toBeLessThan(most[kind]!);
      if (kind < 2) expect([Number(lng.toFixed(7)), Number(lat.toFixed(7))]).toEqual([lng, lat]);
    }
  });

  it('share about one point per cell of 250 m', () => {
    const cells = new Set<string>();
    const points = new Set<string>();
    const derived = new Set<string>();
    for (let i = 0; i < COUNT; i += 1) {
      cells.add(cellKey(cellOf(positions[2 * i]!, positions[2 * i + 1]!)));
      const point = `${snapped.positions[2 * i]},${snapped.positions[2 * i + 1]}`;
      (snapped.kind[i] === 2 ? derived : points).add(point);
    }
    expect(points.size).toBeLessThan(1.1 * cells.size);
    expect(derived.size).toBeLessThan(0.25 * cells.size);
    console.info(`${id}: ${cells.size} cells, ${points.size} middles of cells, ${derived.size} derived points`);
  });
});

it('a place in an own zone as small as a house is withheld, not told by a point made for that zone', () => {
  const { network, unitIndex } = openReal('2018');
  // Between the middles of cells.
  const [lng, lat] = [105.4405, 21.297];
  const kindWithin = (radiusM: number, farM: number): number | undefined => {
    const zoneLayers = [zoneAround(lng, lat, radiusM)];
    const mask = get(openSnapMask({ network, unitIndex, zoneM: ZONES, zoneLayers }));
    return get(mask.snap(new Float64Array([lng, lat + farM / DEGREE_M]))).kind[0];
  };
  expect(kindWithin(20, 5)).toBe(WITHHELD);
  expect(kindWithin(60, 5)).toBe(WITHHELD);
  expect(kindWithin(900, 5)).not.toBe(WITHHELD);
  expect(kindWithin(20, 100)).not.toBe(WITHHELD);
});

it('what is not known stays unknown', () => {
  const { network, unitIndex } = openReal('2018');
  const mask = get(openSnapMask({ network, unitIndex, zoneM: ZONES, zoneLayers: [] }));
  const snapped = get(mask.snap(new Float64Array([Number.NaN, Number.NaN, 105.4, 21.3])));
  expect([...snapped.positions.map((value) => (Number.isNaN(value) ? 0 : 1))]).toEqual([0, 0, 1, 1]);
});
