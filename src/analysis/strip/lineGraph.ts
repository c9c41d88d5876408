import type { BorderNetwork } from '../../geo';

/** Border lines as edges between the nodes in which they end. */
export interface LineGraph {
  /** Per line, metres. */
  readonly lengthM: Float64Array;
  /** Per line, the node of its first vertex and of its last one; the same for a closed line. */
  readonly startNode: Int32Array;
  readonly endNode: Int32Array;
  readonly nodeCount: number;
  /** The line ends at node n are entries `firstEnd[n]` to `firstEnd[n + 1] − 1` of the two lists below; a closed line is there twice. */
  readonly firstEnd: Int32Array;
  readonly lineAt: Int32Array;
  /** 0 where the line has its start at the node, 1 where it has its end there. */
  readonly endAt: Uint8Array;
}

/**
 * The graph of a network's border lines. Lines meet where the vertices they end in are exactly equal; a line that ends at the edge of the data
 * has a node to itself.
 * @param network  its lines, in their order
 * @returns nodes numbered by first appearance, and at each of them the lines by number
 */
export function makeLineGraph(network: {
  readonly lines: readonly Pick<BorderNetwork['lines'][number], 'start' | 'end' | 'lengthM'>[];
  readonly coordinates: Float64Array;
}): LineGraph {
  const { lines, coordinates } = network;
  const known = new Map<string, number>();
  const nodeOf = (vertex: number): number => {
    const place = `${coordinates[2 * vertex]!} ${coordinates[2 * vertex + 1]!}`;
    const node = known.get(place) ?? known.size;
    known.set(place, node);
    return node;
  };
  const startNode = new Int32Array(lines.length);
  const endNode = new Int32Array(lines.length);
  lines.forEach(({ start, end }, line) => {
    startNode[line] = nodeOf(start);
    endNode[line] = nodeOf(end - 1);
  });

  const firstEnd = new Int32Array(known.size + 1);
  for (const nodes of [startNode, endNode]) for (const node of nodes) firstEnd[node + 1]! += 1;
  for (let node = 0; node < known.size; node++) firstEnd[node + 1]! += firstEnd[node]!;
  const lineAt = new Int32Array(2 * lines.length);
  const endAt = new Uint8Array(2 * lines.length);
  const next = firstEnd.slice();
  for (let line = 0; line < lines.length; line++)
    for (const end of [0, 1]) {
      const at = next[(end === 0 ? startNode : endNode)[line]!]!++;
      lineAt[at] = line;
      endAt[at] = end;
    }
  const lengthM = Float64Array.from(lines, (line) => line.lengthM);
  return { lengthM, startNode, endNode, nodeCount: known.size, firstEnd, lineAt, endAt };
}
