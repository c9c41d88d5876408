import type { LineGraph } from './lineGraph';
import type { ScanLayout } from './scanLayout';
import type { ScanPaths } from './scanPaths';
import type { ScanBest } from './scanSearch';

export interface StretchPart {
  readonly line: number;
  /** Metres along the line; `fromM` is the greater one where the stretch runs against the line. */
  readonly fromM: number;
  readonly toM: number;
}

/** The parts of a window, in walking order. */
export function toStretchParts(
  best: ScanBest,
  { graph, layout, paths }: { graph: LineGraph; layout: ScanLayout; paths: ScanPaths },
): StretchPart[] {
  /** From `innerM` metres before an end of the line to that end. */
  const outwards = (slot: number, end: number, innerM: number): StretchPart => {
    const line = layout.lines[slot]!;
    const lengthM = graph.lengthM[line]!;
    const reachM = Math.min(innerM, lengthM);
    return end === 0 ? { line, fromM: reachM, toM: 0 } : { line, fromM: lengthM - reachM, toM: lengthM };
  };
  const inwards = (slot: number, end: number, innerM: number): StretchPart => {
    const { line, fromM, toM } = outwards(slot, end, innerM);
    return { line, fromM: toM, toM: fromM };
  };
  const { way, slot, firstM, lastM } = best;
  const leave = outwards(slot, way < 0 ? 1 : paths.firstEnd[way]!, firstM);
  if (way === -1) return [{ ...leave, toM: inwards(slot, 0, lastM).toM }];
  if (way === -2) return [leave, inwards(slot, 0, lastM)];
  const between: StretchPart[] = [];
  for (let run = paths.run[way]!; run > 0; run = paths.formerRun[run]!)
    between.unshift(inwards(paths.runSlot[run]!, paths.runEnd[run]!, Number.POSITIVE_INFINITY));
  return [leave, ...between, inwards(paths.last[way]!, paths.lastEnd[way]!, lastM)];
}
