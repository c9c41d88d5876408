import type { LineGraph } from './lineGraph';
import type { ScanLayout } from './scanLayout';

/** All ways from one line across junctions to another. */
export interface ScanPaths {
  /** Per way the slots it begins and ends in, by which end it leaves the one and enters the other (0: start, 1: end), and the run of whole lines between. */
  readonly first: Int32Array;
  readonly firstEnd: Uint8Array;
  readonly last: Int32Array;
  readonly lastEnd: Uint8Array;
  readonly run: Int32Array;
  /** Runs of whole lines; run 0 is empty, each other one is a former run and one more line. */
  readonly formerRun: Int32Array;
  readonly runSlot: Int32Array;
  /** By which end the last line of the run is entered. */
  readonly runEnd: Uint8Array;
  readonly runM: Float64Array;
  readonly runExposure: Float64Array;
}

/**
 * All simple paths across at least one junction, by the lines they run over: no line twice, no junction twice, and less than `maxLengthM`
 * over the whole lines between. Each path is listed one way only, from the lesser slot. They grow in number as the network branches
 * within that length: fast where the length is many lines long.
 */
export function findScanPaths(graph: LineGraph, layout: ScanLayout, maxLengthM: number): ScanPaths {
  const { startNode, endNode, lengthM } = graph;
  const ways: { first: number; firstEnd: number; last: number; lastEnd: number; run: number }[] = [];
  const runs = [{ former: -1, slot: -1, end: 0, m: 0, exposure: 0 }];
  const isUsed = new Uint8Array(lengthM.length);
  const isPassed = new Uint8Array(graph.nodeCount);

  const walk = (start: { first: number; firstEnd: number }, node: number, run: number): void => {
    isPassed[node] = 1;
    for (let at = graph.firstEnd[node]!; at < graph.firstEnd[node + 1]!; at++) {
      const line = graph.lineAt[at]!;
      const slot = layout.slotOf[line]!;
      if (slot < 0 || isUsed[line] === 1) continue;
      const end = graph.endAt[at]!;
      if (slot > start.first) ways.push({ ...start, last: slot, lastEnd: end, run });
      const far = (end === 0 ? endNode : startNode)[line]!;
      const m = runs[run]!.m + lengthM[line]!;
      if (isPassed[far] === 1 || m >= maxLengthM) continue;
      const exposure = runs[run]!.exposure + layout.fromExposure[slot + 1]! - layout.fromExposure[slot]!;
      isUsed[line] = 1;
      walk(start, far, runs.push({ former: run, slot, end, m, exposure }) - 1);
      isUsed[line] = 0;
    }
    isPassed[node] = 0;
  };
  layout.lines.forEach((line, first) => {
    isUsed[line] = 1;
    for (const firstEnd of [0, 1]) walk({ first, firstEnd }, (firstEnd === 0 ? startNode : endNode)[line]!, 0);
    isUsed[line] = 0;
  });

  return {
    first: Int32Array.from(ways, (way) => way.first),
    firstEnd: Uint8Array.from(ways, (way) => way.firstEnd),
    last: Int32Array.from(ways, (way) => way.last),
    lastEnd: Uint8Array.from(ways, (way) => way.lastEnd),
    run: Int32Array.from(ways, (way) => way.run),
    formerRun: Int32Array.from(runs, (run) => run.former),
    runSlot: Int32Array.from(runs, (run) => run.slot),
    runEnd: Uint8Array.from(runs, (run) => run.end),
    runM: Float64Array.from(runs, (run) => run.m),
    runExposure: Float64Array.from(runs, (run) => run.exposure),
  };
}
