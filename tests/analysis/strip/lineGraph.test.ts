import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainLines } from '../../../src/analysis/strip/chainLines';
import type { LineGraph } from '../../../src/analysis/strip/lineGraph';
import { graphOf } from './graphs';

const degreeIn = (graph: LineGraph, lines: ReadonlySet<number>, node: number): number =>
  [...lines].reduce(
    (sum, line) => sum + (graph.startNode[line] === node ? 1 : 0) + (graph.endNode[line] === node ? 1 : 0),
    0,
  );

const networks = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }), fc.integer({ min: 1, max: 900 })),
  { minLength: 1, maxLength: 10 },
);

describe('makeLineGraph', () => {
  it('joins lines where their ends are exactly equal', () => {
    const graph = graphOf([
      [7, 8, 100],
      [8, 9, 200],
      [9, 9, 300],
      [8, 5, 50],
    ]);
    expect([...graph.startNode]).toEqual([0, 1, 2, 1]);
    expect([...graph.endNode]).toEqual([1, 2, 2, 3]);
    expect(graph.nodeCount).toBe(4);
    expect([...graph.lengthM]).toEqual([100, 200, 300, 50]);
    expect([...graph.firstEnd]).toEqual([0, 1, 4, 7, 8]);
    const ends = Array.from(graph.lineAt, (line, at) => [line, graph.endAt[at]]);
    expect(ends.slice(1, 4)).toEqual([
      [0, 1],
      [1, 0],
      [3, 0],
    ]);
    expect(ends.slice(4, 7)).toEqual([
      [1, 1],
      [2, 0],
      [2, 1],
    ]);
  });

  it('lists each end of each line once, at its node', () => {
    fc.assert(
      fc.property(networks, (lines) => {
        const graph = graphOf(lines);
        const seen = new Set<string>();
        for (let node = 0; node < graph.nodeCount; node++)
          for (let at = graph.firstEnd[node]!; at < graph.firstEnd[node + 1]!; at++) {
            const line = graph.lineAt[at]!;
            expect((graph.endAt[at] === 0 ? graph.startNode : graph.endNode)[line]).toBe(node);
            seen.add(`${line} ${graph.endAt[at]}`);
          }
        expect(seen.size).toBe(2 * lines.length);
      }),
    );
  });
});

describe('chainLines', () => {
  it('puts lines in order whichever way they run', () => {
    const graph = graphOf([
      [1, 0, 10],
      [1, 2, 20],
      [3, 2, 30],
    ]);
    expect(chainLines(graph, [2, 0, 1, 1])).toEqual([
      {
        parts: [
          { line: 2, isReversed: false, fromM: 0 },
          { line: 1, isReversed: true, fromM: 30 },
          { line: 0, isReversed: false, fromM: 50 },
        ],
        lengthM: 60,
        isClosed: false,
        nodes: [3, 2, 0, 1],
      },
    ]);
  });

  it('knows rings of one line and of several, and ends chains where the chosen lines branch', () => {
    const graph = graphOf([
      [0, 1, 10],
      [2, 1, 10],
      [2, 0, 10],
      [5, 5, 40],
      [1, 6, 7],
    ]);
    const ring = chainLines(graph, [0, 1, 2, 3]);
    expect(ring.map(({ isClosed, lengthM }) => [isClosed, lengthM])).toEqual([
      [true, 30],
      [true, 40],
    ]);
    expect(ring[0]!.parts.map(({ line, isReversed }) => [line, isReversed])).toEqual([
      [0, false],
      [1, true],
      [2, false],
    ]);
    const branched = chainLines(graph, [0, 1, 2, 4]);
    expect(branched.map(({ parts }) => parts.map(({ line }) => line).sort())).toEqual([[0, 1, 2], [4]]);
    expect(branched[0]!.isClosed).toBe(true);
  });

  it('has each chosen line in one chain once, walks without a jump, and turns only where two chosen ends meet', () => {
    fc.assert(
      fc.property(networks, fc.array(fc.nat(20)), (lines, picks) => {
        const graph = graphOf(lines);
        const chosen = new Set(picks.map((pick) => pick % lines.length));
        const chains = chainLines(graph, [...chosen]);
        const covered = chains.flatMap(({ parts }) => parts.map(({ line }) => line));
        expect(covered.sort((one, other) => one - other)).toEqual([...chosen].sort((one, other) => one - other));
        for (const { parts, nodes, lengthM, isClosed } of chains) {
          let atM = 0;
          parts.forEach(({ line, isReversed, fromM }, i) => {
            expect(fromM).toBeCloseTo(atM, 9);
            atM += graph.lengthM[line]!;
            expect((isReversed ? graph.endNode : graph.startNode)[line]).toBe(nodes[i]);
            expect((isReversed ? graph.startNode : graph.endNode)[line]).toBe(nodes[i + 1]);
          });
          expect(lengthM).toBeCloseTo(atM, 9);
          expect(nodes).toHaveLength(parts.length + 1);
          for (const node of nodes.slice(1, -1)) expect(degreeIn(graph, chosen, node)).toBe(2);
          expect(isClosed).toBe(nodes[0] === nodes.at(-1));
          // No chain could go on.
          if (!isClosed)
            for (const node of [nodes[0]!, nodes.at(-1)!]) expect(degreeIn(graph, chosen, node)).not.toBe(2);
        }
        expect(chainLines(graph, [...chosen].reverse())).toEqual(chains);
      }),
    );
  });

  it('has no chains for no lines, and refuses lines that do not exist', () => {
    const graph = graphOf([[0, 1, 5]]);
    expect(chainLines(graph, [])).toEqual([]);
    expect(() => chainLines(graph, [1])).toThrow(RangeError);
    expect(() => chainLines(graph, [0.5])).toThrow(RangeError);
  });
});
