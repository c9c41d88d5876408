import { AGAINST, ALONG, ROAD_CLASSES, type RoadClass, type RoadWays } from '../../../src/domain';
import { accessOf } from './gridNetwork';

interface Element {
  readonly type: string;
  readonly id: number;
  readonly lat?: number;
  readonly lon?: number;
  readonly nodes?: readonly number[];
  readonly tags?: Readonly<Record<string, string>>;
}

const CLASS_OF: Readonly<Record<string, RoadClass>> = { living_street: 'livingStreet', pedestrian: 'footway' };

/** The ways of an Overpass answer, roughly: classes and one-ways; whoever walks may go both ways, and others not on footways and steps. */
export function overpassWays(text: string): RoadWays {
  const { elements } = JSON.parse(text) as { elements: Element[] };
  const numberOf = new Map<number, number>();
  const nodes: number[] = [];
  for (const { type, id, lat, lon } of elements)
    if (type === 'node') {
      numberOf.set(id, nodes.length / 2);
      nodes.push(lon!, lat!);
    }
  const ways = elements.filter(
    ({ type, tags, nodes: own }) => type === 'way' && tags?.highway && (own?.length ?? 0) > 1,
  );
  const starts = Uint32Array.from({ length: ways.length + 1 }, () => 0);
  ways.forEach((way, w) => {
    starts[w + 1] = starts[w]! + way.nodes!.length;
  });
  const kindOf = ({ tags }: Element): RoadClass => {
    const plain = tags!.highway!.replace('_link', '');
    return CLASS_OF[plain] ?? ROAD_CLASSES.find((name) => name === plain) ?? 'unknown';
  };
  const foot = ALONG | AGAINST;
  return {
    nodes: Float64Array.from(nodes),
    starts,
    members: Uint32Array.from(ways.flatMap((way) => way.nodes!.map((id) => numberOf.get(id)!))),
    classes: Uint8Array.from(ways, (way) => ROAD_CLASSES.indexOf(kindOf(way))),
    access: Uint8Array.from(ways, (way) => {
      if (['footway', 'steps'].includes(kindOf(way))) return foot;
      const { oneway } = way.tags!;
      return foot | accessOf(oneway === 'yes' ? ALONG : oneway === '-1' ? AGAINST : foot);
    }),
    postedKmh: Uint8Array.from(ways, (way) => Number.parseInt(way.tags!.maxspeed ?? '0', 10) || 0),
    nameOf: new Uint32Array(ways.length),
    names: [''],
  };
}
