import { topology as buildTopology } from 'topojson-server';
import type { Polygon as ArcPolygon, GeometryCollection, MultiPolygon, Topology } from 'topojson-specification';
import type { BoundaryEdition, Exactness, Unit } from '../src/domain';
import type { EditionSource, EditionTopology } from '../src/geo/decodeEdition';
import { type GridUnit, STEPS_PER_DEGREE } from './grid';

/** Both editions count from here, so that equal vertices have equal numbers in both. In grid steps. */
const ORIGIN = [105 * STEPS_PER_DEGREE, 21 * STEPS_PER_DEGREE] as const;

export interface EditionParts {
  readonly edition: BoundaryEdition;
  readonly source: EditionSource;
  readonly units: readonly Unit[];
  readonly shapes: ReadonlyMap<string, GridUnit>;
  readonly exactness: ReadonlyMap<string, Exactness>;
}

type UnitArcs = ArcPolygon<Unit> | MultiPolygon<Unit>;

/** Shared arcs in whole grid steps, each vertex as the difference to the one before: nothing is moved. */
export function makeTopology({ edition, source, units, shapes, exactness }: EditionParts): EditionTopology {
  const features = units.map((unit) => {
    const rings = shapes.get(unit.code)!.polygons.map((polygon) =>
      polygon.map((ring) => {
        const positions: [number, number][] = [];
        for (let i = 0; i < ring.length; i += 2) positions.push([ring[i]!, ring[i + 1]!]);
        positions.push([ring[0]!, ring[1]!]);
        return positions;
      }),
    );
    const geometry =
      rings.length === 1
        ? ({ type: 'Polygon', coordinates: rings[0]! } as const)
        : ({ type: 'MultiPolygon', coordinates: rings } as const);
    return { type: 'Feature' as const, properties: unit, geometry };
  });
  const collection = { type: 'FeatureCollection' as const, features };
  // The typings of topojson-server forget what the objects were; they are polygons with our own properties.
  const built = buildTopology({ units: collection }) as unknown as Topology<{ units: GeometryCollection<Unit> }>;
  const geometries = (built.objects.units.geometries as readonly UnitArcs[]).map((geometry) =>
    geometry.type === 'Polygon'
      ? { type: geometry.type, properties: geometry.properties!, arcs: geometry.arcs }
      : { type: geometry.type, properties: geometry.properties!, arcs: geometry.arcs },
  );
  const arcs = built.arcs.map((arc) => {
    let [x, y]: readonly number[] = ORIGIN;
    return arc.map(([px = Number.NaN, py = Number.NaN]): [number, number] => {
      const step: [number, number] = [px - x!, py - y!];
      [x, y] = [px, py];
      return step;
    });
  });
  return {
    type: 'Topology',
    transform: {
      scale: [1 / STEPS_PER_DEGREE, 1 / STEPS_PER_DEGREE],
      translate: [ORIGIN[0] / STEPS_PER_DEGREE, ORIGIN[1] / STEPS_PER_DEGREE],
    },
    giapRanh: { edition, source, exactness: Object.fromEntries(exactness) },
    objects: { units: { type: 'GeometryCollection', geometries } },
    arcs,
  };
}

/** How many units own each arc. */
export function arcOwners({ arcs, objects }: EditionTopology): readonly number[] {
  const owners = arcs.map(() => new Set<number>());
  objects.units.geometries.forEach((geometry, unit) => {
    const rings = geometry.type === 'Polygon' ? geometry.arcs : geometry.arcs.flat();
    for (const arc of rings.flat()) owners[arc < 0 ? ~arc : arc]!.add(unit);
  });
  return owners.map((set) => set.size);
}
