import { ROAD_CLASSES, type RoadBox, type RoadReport, type RoadWays } from '../../domain';
import { edgeLengthM } from '../../geo/ellipsoid';
import type { RawWays } from './collectOsm';
import { growingBytes, growingFloats, growingIntegers } from './growing';

type Counted = Pick<
  RoadReport,
  'ways' | 'nodes' | 'lengthKm' | 'classes' | 'components' | 'dropped' | 'cutWays' | 'barriers'
>;

/** Whether a straight line touches a box. */
function touchesBox(from: readonly [number, number], to: readonly [number, number], box: RoadBox): boolean {
  // The part of the line, 0 to 1, that lies within both of its strips.
  let [first, last] = [0, 1];
  for (const axis of [0, 1] as const) {
    const [low, high] = [box[axis], box[axis + 2]!];
    const step = to[axis] - from[axis];
    if (step === 0) {
      if (from[axis] < low || from[axis] > high) return false;
      continue;
    }
    const [one, other] = [(low - from[axis]) / step, (high - from[axis]) / step];
    first = Math.max(first, Math.min(one, other));
    last = Math.min(last, Math.max(one, other));
  }
  return first <= last;
}

/** Pieces that grow together, each with its length. */
class Pieces {
  private readonly parents: Uint32Array;

  constructor(nodes: number) {
    this.parents = new Uint32Array(nodes);
    for (let i = 0; i < nodes; i++) this.parents[i] = i;
  }

  find(node: number): number {
    let root = node;
    while (this.parents[root] !== root) {
      this.parents[root] = this.parents[this.parents[root]!]!;
      root = this.parents[root]!;
    }
    return root;
  }

  unite(one: number, other: number): void {
    const [left, right] = [this.find(one), this.find(other)];
    if (left < right) this.parents[right] = left;
    else this.parents[left] = right;
  }
}

/** The columns of the ways that stay. Their nodes are numbered as they are first met. */
class Columns {
  readonly starts = growingIntegers();
  readonly members = growingIntegers();
  readonly nodes = growingFloats();
  readonly classes = growingBytes();
  readonly access = growingBytes();
  readonly postedKmh = growingBytes();
  readonly nameOf = growingIntegers();
  readonly names: string[] = [''];
  barriers = 0;
  /** Per raw node its number, 1 being the first; 0 where it has none yet. */
  private readonly numbers: Uint32Array;
  private readonly nameNumbers: Uint32Array;

  constructor(private readonly raw: RawWays) {
    this.numbers = new Uint32Array(raw.places.length / 2);
    this.nameNumbers = new Uint32Array(raw.list.names.length);
  }

  private node(rawNode: number): number {
    const known = this.numbers[rawNode]!;
    if (known > 0) return known - 1;
    const { places, isBarrier } = this.raw;
    const number = this.nodes.length / 2;
    this.numbers[rawNode] = number + 1;
    this.nodes.push(places[2 * rawNode]!);
    this.nodes.push(places[2 * rawNode + 1]!);
    this.barriers += isBarrier[rawNode]!;
    return number;
  }

  private name(rawName: number): number {
    if (rawName === 0) return 0;
    if (this.nameNumbers[rawName] === 0) {
      this.nameNumbers[rawName] = this.names.length;
      this.names.push(this.raw.list.names[rawName]!);
    }
    return this.nameNumbers[rawName]!;
  }

  add(way: number, members: Uint32Array): void {
    const { list } = this.raw;
    this.starts.push(this.members.length);
    for (const member of members) this.members.push(this.node(member));
    this.classes.push(list.classes.at(way));
    this.access.push(list.access.at(way));
    this.postedKmh.push(list.postedKmh.at(way));
    this.nameOf.push(this.name(list.nameOf.at(way)));
  }

  finish(): RoadWays {
    this.starts.push(this.members.length);
    return {
      nodes: this.nodes.finish(),
      starts: this.starts.finish(),
      members: this.members.finish(),
      classes: this.classes.finish(),
      access: this.access.finish(),
      postedKmh: this.postedKmh.finish(),
      nameOf: this.nameOf.finish(),
      names: this.names,
    };
  }
}

/** Runs of a way between nodes whose place is not known, without steps on the spot; each of two nodes at least. */
function runsOf({ list, members, places }: RawWays, way: number): { runs: Uint32Array[]; isWhole: boolean } {
  const [start, end] = list.span(way);
  const runs: Uint32Array[] = [];
  let run: number[] = [];
  let isWhole = true;
  const close = (): void => {
    if (run.length >= 2) runs.push(Uint32Array.from(run));
    run = [];
  };
  for (let i = start; i < end; i++) {
    const member = members[i]!;
    if (Number.isNaN(places[2 * member]!)) {
      isWhole = false;
      close();
    } else if (run.at(-1) !== member) run.push(member);
  }
  close();
  return { runs, isWhole };
}

function touches(raw: RawWays, run: Uint32Array, box: RoadBox): boolean {
  const place = (i: number): readonly [number, number] => [raw.places[2 * run[i]!]!, raw.places[2 * run[i]! + 1]!];
  for (let i = 0; i + 1 < run.length; i++) if (touchesBox(place(i), place(i + 1), box)) return true;
  return false;
}

/** How many ways of which class there are, how long, and how they hang together. */
export function countRoads(ways: RoadWays): Pick<Counted, 'ways' | 'nodes' | 'lengthKm' | 'classes' | 'components'> {
  const { nodes, starts, members, classes } = ways;
  const pieces = new Pieces(nodes.length / 2);
  const perClass = ROAD_CLASSES.map((roadClass) => ({ roadClass, ways: 0, lengthKm: 0 }));
  const lengths = new Float64Array(classes.length);
  let lengthKm = 0;
  for (let way = 0; way < classes.length; way++) {
    let lengthM = 0;
    for (let i = starts[way]! + 1; i < starts[way + 1]!; i++) {
      const [from, to] = [2 * members[i - 1]!, 2 * members[i]!];
      lengthM += edgeLengthM(nodes[from]!, nodes[from + 1]!, nodes[to]!, nodes[to + 1]!);
      pieces.unite(from / 2, to / 2);
    }
    lengths[way] = lengthM / 1000;
    lengthKm += lengthM / 1000;
    const count = perClass[classes[way]!]!;
    count.ways += 1;
    count.lengthKm += lengthM / 1000;
  }
  const perPiece = new Map<number, number>();
  for (let way = 0; way < classes.length; way++) {
    const root = pieces.find(members[starts[way]!]!);
    perPiece.set(root, (perPiece.get(root) ?? 0) + lengths[way]!);
  }
  let longest = 0;
  for (const length of perPiece.values()) longest = Math.max(longest, length);
  return {
    ways: classes.length,
    nodes: nodes.length / 2,
    lengthKm,
    classes: perClass.filter((each) => each.ways > 0),
    components: { count: perPiece.size, largestShare: lengthKm > 0 ? longest / lengthKm : 0 },
  };
}

/**
 * Leaves out what is not whole or outside of the box, numbers the nodes anew and counts what stays.
 * @param box  ways that touch it stay, whole
 */
export function finishRoads(raw: RawWays, box: RoadBox | undefined): { ways: RoadWays; counted: Counted } {
  const columns = new Columns(raw);
  const dropped = { ...raw.dropped };
  let cutWays = 0;
  for (let way = 0; way < raw.list.count; way++) {
    const { runs, isWhole } = runsOf(raw, way);
    if (runs.length === 0) dropped[isWhole ? 'tooFewNodes' : 'missingNodes'] += 1;
    else if (box && !runs.some((run) => touches(raw, run, box))) dropped.outsideBox += 1;
    else {
      if (!isWhole) cutWays += 1;
      for (const run of runs) columns.add(way, run);
    }
  }
  const { barriers } = columns;
  const ways = columns.finish();
  return { ways, counted: { ...countRoads(ways), dropped, cutWays, barriers } };
}
