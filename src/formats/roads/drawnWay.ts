import { type Degrees, ROAD_CLASSES, type RoadClass, type RoadWays } from '../../domain';
import { latScaleSquared, lngScaleSquared } from '../../geo/ellipsoid';
import { classifyWay } from './classifyWay';
import { roadPosition } from './roadLayer';
import { nearestOn } from './segmentGrid';

/** A point of a drawn way this near to a known one is on it. */
const DRAWN_REACH_M = 20;

export const NO_WAYS: RoadWays = {
  nodes: new Float64Array(),
  starts: new Uint32Array(1),
  members: new Uint32Array(),
  classes: new Uint8Array(),
  access: new Uint8Array(),
  postedKmh: new Uint8Array(),
  nameOf: new Uint32Array(),
  names: [''],
};

/** Classes that a way can be drawn as, and their `highway`. */
export const DRAWN_CLASSES = {
  primary: 'primary',
  secondary: 'secondary',
  tertiary: 'tertiary',
  unclassified: 'unclassified',
  residential: 'residential',
  track: 'track',
  path: 'path',
} as const satisfies Partial<Record<RoadClass, string>>;
export type DrawnClass = keyof typeof DRAWN_CLASSES;

/** Where a point of the new way lies on the ways that are there. */
type Join =
  | { readonly kind: 'node'; readonly node: number }
  | { readonly kind: 'inside'; readonly member: number; readonly share: number; readonly foot: Degrees };

function joinOf({ nodes, starts, members }: RoadWays, [lng, lat]: Degrees): Join | null {
  const [mPerLng, mPerLat] = [Math.sqrt(lngScaleSquared(lat)), Math.sqrt(latScaleSquared(lat))];
  const at = (node: number): [x: number, y: number] => [
    (nodes[2 * node]! - lng) * mPerLng,
    (nodes[2 * node + 1]! - lat) * mPerLat,
  ];
  let nearest = DRAWN_REACH_M ** 2;
  let node = -1;
  let inside: (Join & { readonly kind: 'inside' }) | null = null;
  let nearestInside = nearest;
  for (let way = 0; way + 1 < starts.length; way += 1) {
    for (let i = starts[way]!; i < starts[way + 1]!; i += 1) {
      const end = at(members[i]!);
      const distance = end[0] ** 2 + end[1] ** 2;
      if (distance <= nearest) [nearest, node] = [distance, members[i]!];
      if (i === starts[way]) continue;
      const start = at(members[i - 1]!);
      const { share, distanceSquared } = nearestOn([0, 0], start, end);
      if (distanceSquared > nearestInside) continue;
      nearestInside = distanceSquared;
      const [x, y] = [start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])];
      inside = { kind: 'inside', member: i, share, foot: [lng + x / mPerLng, lat + y / mPerLat] };
    }
  }
  return node >= 0 ? { kind: 'node', node } : inside;
}

/**
 * Adds a way that was drawn by hand. Each of its points within 20 m of a known way is joined to it: to a node that is as near, else inside.
 * @returns null where all of it comes to lie at one point
 */
export function addDrawnWay(
  ways: RoadWays,
  line: readonly Degrees[],
  { roadClass, name }: { readonly roadClass: DrawnClass; readonly name: string },
): RoadWays | null {
  const facts = classifyWay(new Map([['highway', DRAWN_CLASSES[roadClass]]]));
  if (typeof facts === 'string') throw new RangeError(`no way: ${facts}`);
  const nodes = [...ways.nodes];
  /** New nodes by the member that they come before. */
  const inserted = new Map<number, { readonly node: number; readonly share: number }[]>();
  const drawn = line.map((position) => {
    const join = joinOf(ways, position);
    if (join?.kind === 'node') return join.node;
    const node = nodes.length / 2;
    if (!join) {
      nodes.push(...position);
      return node;
    }
    nodes.push(...join.foot);
    inserted.set(join.member, [...(inserted.get(join.member) ?? []), { node, share: join.share }]);
    return node;
  });
  const placeOf = (node: number | undefined): string | null =>
    node === undefined ? null : roadPosition(nodes[2 * node]!, nodes[2 * node + 1]!);
  const own = drawn.filter((node, i) => placeOf(node) !== placeOf(drawn[i - 1]));
  if (own.length < 2) return null;
  const members: number[] = [];
  const starts = new Uint32Array(ways.starts.length + 1);
  for (let way = 0; way < ways.classes.length; way += 1) {
    starts[way] = members.length;
    for (let i = ways.starts[way]!; i < ways.starts[way + 1]!; i += 1) {
      for (const { node } of [...(inserted.get(i) ?? [])].sort((a, b) => a.share - b.share)) members.push(node);
      members.push(ways.members[i]!);
    }
  }
  starts[ways.classes.length] = members.length;
  members.push(...own);
  starts[ways.classes.length + 1] = members.length;
  const known = ways.names.indexOf(name);
  const append = (bytes: Uint8Array, value: number): Uint8Array<ArrayBuffer> => Uint8Array.from([...bytes, value]);
  return {
    nodes: Float64Array.from(nodes),
    starts,
    members: Uint32Array.from(members),
    classes: append(ways.classes, ROAD_CLASSES.indexOf(roadClass)),
    access: append(ways.access, facts.access),
    postedKmh: append(ways.postedKmh, 0),
    nameOf: Uint32Array.from([...ways.nameOf, known < 0 ? ways.names.length : known]),
    names: known < 0 ? [...ways.names, name] : ways.names,
  };
}
