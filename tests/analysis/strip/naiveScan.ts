import type { LineGraph } from '../../../src/analysis/strip/lineGraph';
import type { LineExposure } from '../../../src/analysis/strip/scanLayout';

export interface Piece {
  readonly line: number;
  readonly fromM: number;
  readonly toM: number;
}

export interface NaiveWindow {
  readonly pieces: Piece[];
  readonly count: number;
  readonly expected: number;
  readonly ratio: number;
  readonly fromBin: number;
  readonly toBin: number;
}

export interface NaiveInput {
  graph: LineGraph;
  line: Int32Array;
  chainageM: Float64Array;
  bin?: Int32Array;
  lines?: Uint8Array;
  exposure?: LineExposure;
  maxLengthM: number;
  resolutionM: number;
  minEvents: number;
  binExposure?: Float64Array;
  maxBins?: number;
}

/** Exposure of a line from its start, by interpolation. */
function exposureUpTo(graph: LineGraph, exposure: LineExposure | undefined, line: number, atM: number): number {
  if (!exposure) return atM;
  const steps = exposure.start[line + 1]! - exposure.start[line]! - 1;
  const value = (step: number) =>
    exposure.cumulative[exposure.start[line]! + step]! - exposure.cumulative[exposure.start[line]!]!;
  for (let step = 0; step < steps; step++) {
    const from = step * exposure.stepM;
    const to = step === steps - 1 ? graph.lengthM[line]! : from + exposure.stepM;
    if (atM <= to) return value(step) + ((atM - from) / (to - from)) * (value(step + 1) - value(step));
  }
  return value(steps);
}

/** All windows with more events than expected, from the definition: every path, every pair of outer events, every run of bins. */
export function naiveWindows(input: NaiveInput): NaiveWindow[] {
  const { graph, line, chainageM, bin, exposure, maxLengthM, resolutionM, minEvents } = input;
  const isScanned = (each: number) => each >= 0 && (input.lines ? input.lines[each] === 1 : true);
  const all = [...line.keys()].filter((i) => isScanned(line[i]!));
  const total = all.length;
  const upTo = (each: number, atM: number) => exposureUpTo(graph, exposure, each, atM);
  let totalExposure = 0;
  for (let each = 0; each < graph.lengthM.length; each++)
    if (isScanned(each)) totalExposure += upTo(each, graph.lengthM[each]!);

  const found: NaiveWindow[] = [];
  const weigh = (pieces: Piece[], events: number[], time: { fromBin: number; toBin: number; share: number }) => {
    const length = pieces.reduce((sum, { fromM, toM }) => sum + toM - fromM, 0);
    if (length > maxLengthM) return;
    const count = events.filter((i) =>
      pieces.some((piece) => piece.line === line[i] && chainageM[i]! >= piece.fromM && chainageM[i]! <= piece.toM),
    ).length;
    const share = pieces.reduce((sum, piece) => sum + upTo(piece.line, piece.toM) - upTo(piece.line, piece.fromM), 0);
    const expected = ((total * share) / totalExposure) * time.share;
    if (count < minEvents || !(expected > 1e-12) || count <= expected) return;
    const rest = total - count;
    const ratio = count * Math.log(count / expected) + (rest > 0 ? rest * Math.log(rest / (total - expected)) : 0);
    found.push({ pieces, count, expected, ratio, fromBin: time.fromBin, toBin: time.toBin });
  };

  const scan = (events: number[], time: { fromBin: number; toBin: number; share: number }) => {
    const before = (i: number) => Math.max(0, chainageM[i]! - resolutionM / 2);
    const after = (i: number) => Math.min(graph.lengthM[line[i]!]!, chainageM[i]! + resolutionM / 2);
    for (const i of events)
      for (const j of events)
        if (line[i] === line[j] && chainageM[i]! <= chainageM[j]!)
          weigh([{ line: line[i]!, fromM: before(i), toM: after(j) }], events, time);
    for (const i of events) {
      const first = line[i]!;
      const lengthM = graph.lengthM[first]!;
      const isRing = graph.startNode[first] === graph.endNode[first];
      const walk = (node: number, pieces: Piece[], passed: number[]) => {
        for (let next = 0; next < graph.lengthM.length; next++) {
          const nextM = graph.lengthM[next]!;
          if (!isScanned(next) || nextM === 0 || pieces.some((piece) => piece.line === next)) continue;
          for (const isForward of [true, false]) {
            if ((isForward ? graph.startNode : graph.endNode)[next] !== node) continue;
            for (const j of events)
              if (line[j] === next)
                weigh(
                  [
                    ...pieces,
                    isForward ? { line: next, fromM: 0, toM: after(j) } : { line: next, fromM: before(j), toM: nextM },
                  ],
                  events,
                  time,
                );
            const far = (isForward ? graph.endNode : graph.startNode)[next]!;
            if (!passed.includes(far)) walk(far, [...pieces, { line: next, fromM: 0, toM: nextM }], [...passed, far]);
          }
        }
      };
      const [start, end] = [graph.startNode[first]!, graph.endNode[first]!];
      walk(end, [{ line: first, fromM: before(i), toM: lengthM }], [end]);
      walk(start, [{ line: first, fromM: 0, toM: after(i) }], [start]);
      if (!isRing) continue;
      for (const j of events)
        if (line[j] === first && after(j) < before(i))
          weigh(
            [
              { line: first, fromM: before(i), toM: lengthM },
              { line: first, fromM: 0, toM: after(j) },
            ],
            events,
            time,
          );
    }
  };

  const binExposure = input.binExposure ?? new Float64Array(1).fill(1);
  const allTime = binExposure.reduce((sum, each) => sum + each, 0);
  const most = input.maxBins ?? 1;
  for (let fromBin = 0; fromBin < binExposure.length; fromBin++)
    for (let toBin = fromBin; toBin < Math.min(binExposure.length, fromBin + most); toBin++) {
      const share = binExposure.slice(fromBin, toBin + 1).reduce((sum, each) => sum + each, 0) / allTime;
      const within = all.filter((i) => !bin || (bin[i]! >= fromBin && bin[i]! <= toBin));
      scan(within, { fromBin, toBin, share });
    }
  return found;
}
