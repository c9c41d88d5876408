import { fail, type Problem, type ProblemPlace, type Result, succeed } from '../domain';
import { checkCoverage } from './checkCoverage';
import { type Coverage, readCoverage, type UnitCollection } from './coverage';
import { findNearMisses } from './findNearMisses';
import { type Edges, matchEdges } from './matchEdges';
import { snapCoverage } from './snapCoverage';

/** How far units may fail to meet, in metres. */
export interface CoverageTolerance {
  /** A vertex this near another unit's edge is joined to it; 1 m unless told. */
  readonly snapM: number;
  /** Edges of two units that run side by side, farther apart than `snapM` and up to here, are a fault; 10 m unless told. Wider gaps are land of no unit. */
  readonly suspectM: number;
}

/** What was mended: the units, where, and how far a vertex was off, in metres. */
export interface CoverageNote {
  readonly kind: 'snappedVertex';
  readonly units: readonly string[];
  readonly place: ProblemPlace;
  readonly gapM: number;
}

const MOST_ROUNDS = 8;

/**
 * Reads a coverage and joins what nearly meets: vertices that another unit lacks (T-junctions), and slivers, gaps and overlaps up to
 * `snapM`. A coverage that fits vertex for vertex is left exactly as it is.
 * @problem emptyCoverage, missingUnitCode, duplicateUnitCode, invalidRing
 * @problem unsharedBorder  two units run side by side more than `snapM` and at most `suspectM` apart, for 20 times their gap and over 50 m
 * @problem overlappingUnits  units overlap by more than `snapM`
 */
export function mendCoverage(
  units: UnitCollection,
  { snapM = 1, suspectM = 10 }: Partial<CoverageTolerance>,
): Result<{ readonly coverage: Coverage; readonly edges: Edges }, Problem, CoverageNote> {
  if (!(snapM >= 0)) return fail({ kind: 'invalidDistance', valueM: snapM });
  if (!(suspectM >= snapM)) return fail({ kind: 'invalidDistance', valueM: suspectM });
  const read = readCoverage(units);
  if (!read.ok) return read;
  let coverage = read.value;
  const notes: CoverageNote[] = [];
  for (let round = 0; ; round++) {
    const matched = matchEdges(coverage);
    if (!matched.ok) return matched;
    const edges = matched.value;
    const { misses, strips } = findNearMisses(coverage, edges, snapM, suspectM);
    const codesOf = (owners: readonly number[]): string[] =>
      [...new Set(owners.filter((unit) => unit >= 0).map((unit) => coverage.codes[unit]!))].sort();
    if (misses.length > 0 && round < MOST_ROUNDS) {
      const { lng, lat, ringVertices, ringStart, ringUnit } = coverage;
      const ownersAt = new Map<number, number[]>(misses.map(({ vertex }) => [vertex, []]));
      for (let ring = 0; ring < ringUnit.length; ring++)
        for (let i = ringStart[ring]!; i < ringStart[ring + 1]!; i++)
          ownersAt.get(ringVertices[i]!)?.push(ringUnit[ring]!);
      for (const { vertex, edge, gapM } of misses)
        notes.push({
          kind: 'snappedVertex',
          units: codesOf([...ownersAt.get(vertex)!, edges.left[edge]!, edges.right[edge]!]),
          place: { lng: lng[vertex]!, lat: lat[vertex]! },
          gapM,
        });
      coverage = snapCoverage(coverage, edges, misses, snapM);
      continue;
    }
    const fault = checkCoverage(coverage, edges);
    if (fault) return fail(fault);
    const strip = strips[0];
    if (strip)
      return fail({ kind: 'unsharedBorder', units: codesOf(strip.units), place: strip.place, gapM: strip.gapM });
    return succeed({ coverage, edges }, notes);
  }
}
