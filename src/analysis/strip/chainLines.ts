import type { LineGraph } from './lineGraph';

export interface ChainPart {
  readonly line: number;
  /** Whether the chain runs against the line's own direction. */
  readonly isReversed: boolean;
  /** Where the part begins, metres along the chain. */
  readonly fromM: number;
}

export interface LineChain {
  /** In walking order. */
  readonly parts: readonly ChainPart[];
  readonly lengthM: number;
  /** Whether it ends where it begins. */
  readonly isClosed: boolean;
  /** The nodes passed, one more than there are parts. */
  readonly nodes: readonly number[];
}

/**
 * Chosen lines put in order, to be drawn as straightened strips: lines that meet two and two form one chain, and chains end where the chosen
 * lines branch or stop. Every line is in one chain, once. A chain runs the way of its line with the least number; a ring without branching
 * begins at that line's start. Chains are ordered by their least line.
 * @param graph  the network
 * @param lines  numbers of lines in any order; said twice counts once
 * @returns the chains; none for no lines
 * @problem RangeError for a number that is no line of the graph
 */
export function chainLines(graph: LineGraph, lines: readonly number[]): LineChain[] {
  const { startNode, endNode, lengthM } = graph;
  const chosen = new Uint8Array(lengthM.length);
  for (const line of lines) {
    if (lengthM[line] === undefined) throw new RangeError(`no line has the number ${line}`);
    chosen[line] = 1;
  }
  const taken = new Uint8Array(lengthM.length);

  /** The one way on from a node, other than back; none where the chosen lines end or branch. */
  const wayOn = (node: number): { line: number; isReversed: boolean } | undefined => {
    let degree = 0;
    let way: { line: number; isReversed: boolean } | undefined;
    for (let at = graph.firstEnd[node]!; at < graph.firstEnd[node + 1]!; at++) {
      const line = graph.lineAt[at]!;
      if (chosen[line] === 0) continue;
      degree += 1;
      if (taken[line] === 0) way = { line, isReversed: graph.endAt[at] === 1 };
    }
    return degree === 2 ? way : undefined;
  };
  const walk = (from: number): { line: number; isReversed: boolean }[] => {
    const found: { line: number; isReversed: boolean }[] = [];
    for (let way = wayOn(from); way; ) {
      found.push(way);
      taken[way.line] = 1;
      way = wayOn((way.isReversed ? startNode : endNode)[way.line]!);
    }
    return found;
  };

  const chains: LineChain[] = [];
  for (let first = 0; first < lengthM.length; first++) {
    if (chosen[first] === 0 || taken[first] === 1) continue;
    taken[first] = 1;
    const after = walk(endNode[first]!);
    const before = walk(startNode[first]!).map(({ line, isReversed }) => ({ line, isReversed: !isReversed }));
    const ways = [...before.reverse(), { line: first, isReversed: false }, ...after];
    let chainM = 0;
    const parts = ways.map(({ line, isReversed }) => {
      const fromM = chainM;
      chainM += lengthM[line]!;
      return { line, isReversed, fromM };
    });
    const nodes = parts.map(({ line, isReversed }) => (isReversed ? endNode : startNode)[line]!);
    const last = parts[parts.length - 1]!;
    nodes.push((last.isReversed ? startNode : endNode)[last.line]!);
    chains.push({ parts, lengthM: chainM, isClosed: nodes[0] === nodes[nodes.length - 1], nodes });
  }
  return chains;
}
