import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeRandom } from '../../../src/analysis/simulation/random';
import { postmanBound } from '../../../src/analysis/sweep/postmanBound';
import { postmanTask, type RuralPostmanInstance } from '../../../src/analysis/sweep/postmanTask';
import { type RuralPostmanSolution, solveRuralPostman } from '../../../src/analysis/sweep/solveRuralPostman';

type Edge = readonly [from: number, to: number, cost: number, isRequired: boolean];

function instanceOf(nodeCount: number, edges: readonly Edge[], depot?: number): RuralPostmanInstance {
  return {
    nodeCount,
    edges: Uint32Array.from(edges.flatMap((edge) => [edge[0], edge[1]])),
    costs: Float64Array.from(edges, ([, , cost]) => cost),
    required: Uint8Array.from(edges, ([, , , isRequired]) => (isRequired ? 1 : 0)),
    ...(depot === undefined ? {} : { depot }),
  };
}

/** Per node the least node it hangs together with. */
function partsOf({ nodeCount, edges }: RuralPostmanInstance, isIn: (edge: number) => boolean): number[] {
  const parts = Array.from({ length: nodeCount }, (_, i) => i);
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (let i = 0; i < edges.length / 2; i++) {
      if (!isIn(i)) continue;
      const least = Math.min(parts[edges[2 * i]!]!, parts[edges[2 * i + 1]!]!);
      for (const node of [edges[2 * i]!, edges[2 * i + 1]!])
        if (parts[node] !== least) {
          parts[node] = least;
          isChanged = true;
        }
    }
  }
  return parts;
}

/** Everything a walk must be, from the instance alone. */
function validate(instance: RuralPostmanInstance, solution: RuralPostmanSolution): void {
  const { edges, costs, required, depot } = instance;
  const { nodes, edges: steps, isService, unreachable } = solution;
  const served = new Set<number>();
  let cost = 0;
  let requiredCost = 0;
  for (const [i, edge] of steps.entries()) {
    expect([edges[2 * edge]!, edges[2 * edge + 1]!].sort()).toEqual([nodes[i]!, nodes[i + 1]!].sort());
    cost += costs[edge]!;
    if (isService[i] === 0) continue;
    expect(required[edge]).toBe(1);
    expect(served.has(edge)).toBe(false);
    served.add(edge);
    requiredCost += costs[edge]!;
  }
  if (nodes.length > 0 || steps.length > 0) {
    expect(nodes.length).toBe(steps.length + 1);
    expect(nodes[0]).toBe(nodes.at(-1));
  }
  if (depot !== undefined) expect(nodes[0]).toBe(depot);
  expect(solution.cost).toBeCloseTo(cost, 6);
  expect(solution.requiredCost).toBeCloseTo(requiredCost, 6);
  expect(solution.lowerBound).toBeLessThanOrEqual(solution.cost);
  const left = [...required.keys()].filter((edge) => required[edge] && !served.has(edge));
  expect([...unreachable]).toEqual(left);
  // What is left out hangs together with nothing that was walked.
  const parts = partsOf(instance, () => true);
  for (const edge of left) if (nodes.length > 0) expect(parts[edges[2 * edge]!]).not.toBe(parts[nodes[0]!]);
}

/** The least cost over all numbers of passes, 0 to 2 beyond the service. */
function bruteForce(instance: RuralPostmanInstance, unreachable: readonly number[]): number {
  const { nodeCount, edges, costs, required, depot } = instance;
  const isCovered = (edge: number): boolean => required[edge] === 1 && !unreachable.includes(edge);
  const count = costs.length;
  const passes = new Array<number>(count).fill(0);
  let best = Number.POSITIVE_INFINITY;
  const isWalk = (): boolean => {
    const degrees = new Array<number>(nodeCount).fill(0);
    const total = (edge: number): number => passes[edge]! + (isCovered(edge) ? 1 : 0);
    for (let i = 0; i < count; i++) for (const node of [edges[2 * i]!, edges[2 * i + 1]!]) degrees[node]! += total(i);
    if (degrees.some((degree) => degree % 2 === 1)) return false;
    const parts = partsOf(instance, (edge) => total(edge) > 0);
    const walked = new Set(parts.filter((_, node) => degrees[node]! > 0 || node === depot));
    return walked.size <= 1;
  };
  const go = (edge: number, cost: number): void => {
    if (cost >= best) return;
    if (edge === count) {
      if (isWalk()) best = cost;
      return;
    }
    for (const number of [0, 1, 2]) {
      passes[edge] = number;
      go(edge + 1, cost + (number + (isCovered(edge) ? 1 : 0)) * costs[edge]!);
    }
    passes[edge] = 0;
  };
  go(0, 0);
  return best;
}

const QUICK = { seed: 3, timeLimitMs: Number.POSITIVE_INFINITY, maxIterations: 150 };

const smallInstances = fc
  .record({
    nodeCount: fc.integer({ min: 2, max: 6 }),
    edges: fc.array(fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 5 }), fc.nat({ max: 9 }), fc.boolean()), {
      maxLength: 8,
    }),
    depot: fc.option(fc.nat({ max: 5 }), { nil: undefined }),
  })
  .map(({ nodeCount, edges, depot }) =>
    instanceOf(
      nodeCount,
      edges.map(([from, to, cost, isRequired]) => [from % nodeCount, to % nodeCount, cost, isRequired] as const),
      depot === undefined ? undefined : depot % nodeCount,
    ),
  );

function readReference(name: string): { instance: RuralPostmanInstance; optimum: number } {
  const path = new URL(`../../reference/rural-postman/${name}.json`, import.meta.url);
  const { nodeCount, requiredCount, optimum, edges, costs } = JSON.parse(readFileSync(path, 'utf8'));
  const required = Uint8Array.from(costs, (_: number, i: number) => (i < requiredCount ? 1 : 0));
  return {
    instance: { nodeCount, edges: Uint32Array.from(edges), costs: Float64Array.from(costs), required },
    optimum,
  };
}

describe('a rural postman walk', () => {
  it('is the cheapest of all in small graphs with loops, parallel edges and parts apart', () => {
    fc.assert(
      fc.property(smallInstances, (instance) => {
        const solution = solveRuralPostman(instance, QUICK);
        validate(instance, solution);
        const least = bruteForce(instance, [...solution.unreachable]);
        expect(solution.cost).toBeCloseTo(least, 8);
        const task = postmanTask(instance);
        const bound = postmanBound(task, makeRandom(1));
        for (let i = 0; i < 60; i++) bound.step(least - task.requiredCost);
        expect(task.requiredCost + bound.prove()).toBeLessThanOrEqual(least + 1e-8);
      }),
      { numRuns: 500, seed: 11 },
    );
  });

  it.each(['UR532', 'UR542', 'UR557'])('comes near the proven optimum of %s', (name) => {
    const { instance, optimum } = readReference(name);
    const solution = solveRuralPostman(instance, { ...QUICK, seed: 1, maxIterations: 1200 });
    validate(instance, solution);
    expect(solution.cost).toBeGreaterThanOrEqual(optimum);
    expect(solution.cost).toBeLessThanOrEqual(1.02 * optimum);
    expect(solution.lowerBound).toBeLessThanOrEqual(optimum);
    expect(solution.lowerBound).toBeGreaterThanOrEqual(0.97 * optimum);
  });

  it('walks valid through larger graphs with a depot and nodes nobody asked for', () => {
    const point = fc.tuple(fc.nat({ max: 99 }), fc.nat({ max: 99 }));
    fc.assert(
      fc.property(
        fc.array(point, { minLength: 20, maxLength: 40 }),
        fc.array(fc.boolean(), { minLength: 120, maxLength: 120 }),
        (points, asked) => {
          const edges = points.flatMap(([x, y], i): Edge[] =>
            points
              .map(([otherX, otherY], j) => [j, Math.hypot(x - otherX, y - otherY)] as const)
              .filter(([j]) => j !== i)
              .sort((a, b) => a[1] - b[1])
              .slice(0, 3)
              .map(([j, cost], k) => [i, j, cost, asked[3 * i + k]! && k === 0]),
          );
          const instance = instanceOf(points.length, edges, 0);
          let last = Number.POSITIVE_INFINITY;
          const solution = solveRuralPostman(instance, {
            ...QUICK,
            onImprovement: (better) => {
              validate(instance, better);
              expect(better.cost).toBeLessThan(last);
              last = better.cost;
            },
          });
          validate(instance, solution);
          expect(solution.cost).toBe(last);
        },
      ),
      { numRuns: 15, seed: 5 },
    );
  });

  it('depends on the seed and the iterations and not on the clock', () => {
    const { instance } = readReference('UR542');
    const solveBy = (stepMs: number) => {
      let time = 0;
      return solveRuralPostman(instance, {
        ...QUICK,
        maxIterations: 100,
        timeLimitMs: 1e9,
        now: () => (time += stepMs),
      });
    };
    expect(solveBy(1)).toEqual(solveBy(1000));
    expect(solveBy(1e9).endedBy).toBe('time');
    expect(solveBy(1e9).iterations).toBe(0);
    const few = solveRuralPostman(instance, { ...QUICK, maxIterations: 20 });
    expect(solveBy(1).cost).toBeLessThanOrEqual(few.cost);
  });

  it('stops when the listener answers false', () => {
    const { instance } = readReference('UR532');
    let told = 0;
    const solution = solveRuralPostman(instance, { ...QUICK, onImprovement: () => ++told < 3 });
    expect(told).toBe(3);
    expect(solution.endedBy).toBe('cancel');
  });

  it('is empty where nothing is to be visited, and stays at the depot where only that is', () => {
    const without = solveRuralPostman(instanceOf(3, [[0, 1, 5, false]]), QUICK);
    expect(without).toMatchObject({ cost: 0, lowerBound: 0, endedBy: 'proof' });
    expect(without.nodes).toHaveLength(0);
    const atDepot = solveRuralPostman(instanceOf(3, [[0, 1, 5, false]], 2), QUICK);
    expect([...atDepot.nodes]).toEqual([2]);
    expect(solveRuralPostman(instanceOf(0, []), QUICK).cost).toBe(0);
  });

  it('goes there and back along a single edge, round a loop, and is proven', () => {
    expect(solveRuralPostman(instanceOf(2, [[0, 1, 5, true]]), QUICK)).toMatchObject({ cost: 10, endedBy: 'proof' });
    const loop = solveRuralPostman(instanceOf(2, [[1, 1, 5, true]]), QUICK);
    expect([...loop.nodes]).toEqual([1, 1]);
    expect(loop.cost).toBe(5);
  });

  it('names required edges the depot does not reach', () => {
    const edges: Edge[] = [
      [0, 1, 1, true],
      [2, 3, 50, true],
    ];
    expect([...solveRuralPostman(instanceOf(4, edges, 0), QUICK).unreachable]).toEqual([1]);
    expect([...solveRuralPostman(instanceOf(4, edges), QUICK).unreachable]).toEqual([0]);
  });

  it('refuses what makes no sense', () => {
    const good = instanceOf(2, [[0, 1, 1, true]]);
    for (const bad of [
      { nodeCount: 1 },
      { costs: Float64Array.of(-1) },
      { costs: Float64Array.of(Number.POSITIVE_INFINITY) },
      { required: new Uint8Array(2) },
      { depot: 2 },
      { nodeCount: Number.NaN },
    ])
      expect(() => solveRuralPostman({ ...good, ...bad }, QUICK)).toThrow(RangeError);
    expect(() => solveRuralPostman(good, { ...QUICK, timeLimitMs: Number.NaN })).toThrow(RangeError);
  });
});
