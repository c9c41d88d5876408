import { clock } from '../clock';
import { makeRandom } from '../simulation/random';
import { postmanBound } from './postmanBound';
import { postmanTask, type RuralPostmanInstance } from './postmanTask';
import { makeRebuilder } from './rebuildRegion';
import { type PostmanWalk, walkPostman } from './walkPostman';

export interface RuralPostmanSolution extends PostmanWalk {
  /** Of all steps, in the unit of the costs. */
  readonly cost: number;
  /** Of the required edges the walk covers. */
  readonly requiredCost: number;
  /** No closed walk that covers them costs less. */
  readonly lowerBound: number;
  /** Required edges the walk cannot reach. */
  readonly unreachable: Uint32Array;
  readonly iterations: number;
  /** What ended the search; `proof`: the bound is reached. Walks told on the way say `undefined`. */
  readonly endedBy: 'proof' | 'time' | 'iterations' | 'cancel' | undefined;
}

export interface RuralPostmanOptions {
  /** Any whole number. */
  readonly seed: number;
  /** The clock cuts the search off and does not steer it. */
  readonly timeLimitMs: number;
  /** No limit where it is missing. */
  readonly maxIterations?: number;
  /** Told the first and each better walk; answering false ends the search. */
  readonly onImprovement?: (solution: RuralPostmanSolution) => unknown;
  /** Milliseconds; the clock of this machine where it is missing. */
  readonly now?: () => number;
}

const ROUND_LENGTH = 3000;
/** A step of the bound takes the longer the larger the graph: between two of them stand this many iterations per 500 nodes begun. */
const ITERATIONS_PER_BOUND_STEP = 12;
/** Steps after which the bound is proven; the last one is the last step of all. */
const PROOFS = [12, 60, 150];
const LEAST_REGION = 6;
const REGION_RANGE = 110;
/** Temperatures at the beginning and the end of a round, as shares of the mean cost of an edge. */
const HOT = 0.3;
const COLD = 0.02;

/**
 * The undirected rural postman: a cheap closed walk that covers all required edges, by ruin and recreate in regions of the graph with annealing. Each region is
 * connected anew by a spanning tree drawn by chance, guided by the dual solution of the bound, and its odd nodes are paired at least cost.
 *
 * The same seed and number of iterations give the same walk. Where the required edges do not hang together with the depot (or, without depot, with each other
 * by any edges), the walk covers what the depot reaches (or the part with the most required cost) and names the others.
 *
 * @param instance  the graph, costs and required edges
 * @param options  seed, limits and listener
 * @returns the best walk found; without anything to visit an empty one of cost 0
 * @problem RangeError where the instance makes no sense (see `postmanTask`) or `timeLimitMs` is NaN
 * @source Christofides, Campos, Corberán & Mota 1981 (the problem); Schrimpf et al. 2000 (ruin and recreate)
 */
export function solveRuralPostman(instance: RuralPostmanInstance, options: RuralPostmanOptions): RuralPostmanSolution {
  const { seed, timeLimitMs, maxIterations = Number.POSITIVE_INFINITY, onImprovement, now = clock } = options;
  if (Number.isNaN(timeLimitMs)) throw new RangeError('timeLimitMs is no number');
  const startedAt = now();
  const task = postmanTask(instance);
  const { graph, requiredCost, unreachable } = task;
  const random = makeRandom(seed);
  const bound = postmanBound(task, random);
  const rebuilder = makeRebuilder(task, bound.shares, random);
  const areWhole = graph.costs.every((cost) => Number.isInteger(cost));
  const iterationsPerStep = ITERATIONS_PER_BOUND_STEP * Math.max(1, Math.ceil(graph.nodeCount / 500));
  let iterations = 0;
  let boundSteps = 0;
  let lowerBound = requiredCost;
  let best = { copies: rebuilder.copies.slice(), cost: Number.POSITIVE_INFINITY };

  const solutionNow = (endedBy: RuralPostmanSolution['endedBy']): RuralPostmanSolution => ({
    ...walkPostman(task, best.copies, instance),
    cost: requiredCost + best.cost,
    requiredCost,
    lowerBound: Math.min(lowerBound, requiredCost + best.cost),
    unreachable,
    iterations,
    endedBy,
  });
  /** Answers whether the search goes on. */
  const keepBest = (): boolean => {
    const copies = rebuilder.copies.slice();
    // Summed anew: the running sum of a long search drifts.
    const cost = copies.reduce((sum, count, i) => sum + count * graph.costs[i]!, 0);
    if (cost >= best.cost) return true;
    best = { copies, cost };
    return onImprovement?.(solutionNow(undefined)) !== false;
  };
  const raiseBound = (): void => {
    const value = bound.step(best.cost);
    boundSteps++;
    if (!PROOFS.includes(boundSteps) && value < best.cost - 1e-9 * (1 + best.cost)) return;
    const proven = bound.prove();
    lowerBound = Math.max(lowerBound, requiredCost + (areWhole ? Math.ceil(proven - 1e-6) : proven));
  };
  const isProven = (): boolean => requiredCost + best.cost <= lowerBound + 1e-9 * (1 + lowerBound);

  const everything = Array.from({ length: graph.nodeCount }, (_, i) => i);
  rebuilder.rebuild(everything, { noise: 0, keep: 1, guide: 0 });
  if (!keepBest()) return solutionNow('cancel');
  const meanCost = graph.costs.reduce((sum, cost) => sum + cost, 0) / Math.max(1, graph.edgeCount);
  for (let round = 1; ; round++) {
    rebuilder.restore(best);
    let cost = best.cost;
    for (let i = 0; i < round * ROUND_LENGTH; i++) {
      if (isProven()) return solutionNow('proof');
      if (iterations >= maxIterations) return solutionNow('iterations');
      if (iterations % 8 === 0 && now() - startedAt >= timeLimitMs) return solutionNow('time');
      if (boundSteps < PROOFS.at(-1)! && iterations % iterationsPerStep === 0) {
        raiseBound();
        if (boundSteps % 4 === 0) {
          // The whole anew after the prices: worse than what is held by now, or far better.
          const made = rebuilder.rebuild(everything, { noise: 0.3 * random.next(), keep: 1, guide: 0.95 });
          if (made >= cost) rebuilder.undo();
          else cost = made;
          if (made < best.cost - 1e-9 * (1 + best.cost) && !keepBest()) return solutionNow('cancel');
        }
      }
      iterations++;
      const temperature = meanCost * HOT * (COLD / HOT) ** (i / (round * ROUND_LENGTH));
      const region = rebuilder.pickRegion(LEAST_REGION + random.below(REGION_RANGE));
      const made = rebuilder.rebuild(region, {
        noise: 2 * random.next(),
        keep: 1 - 0.8 * random.next(),
        guide: random.next() < 0.7 ? 0.95 * random.next() : 0,
      });
      if (made >= cost - temperature * Math.log(1 - random.next())) {
        rebuilder.undo();
        continue;
      }
      cost = made;
      if (cost < best.cost - 1e-9 * (1 + best.cost) && !keepBest()) return solutionNow('cancel');
    }
  }
}
