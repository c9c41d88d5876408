import { type Problem, type ProblemPlace, type Result, succeed } from '../domain';
import { type Coverage, readCoverage, type UnitCollection } from './coverage';
import { type Edges, matchEdges } from './matchEdges';

export interface CoverageTolerance {
  /** Vertices this near another unit's edge, in metres, are moved onto it. */
  readonly snapM: number;
}

/** What was mended on the way, with the units, the place and how far a vertex was off, in metres. */
export interface CoverageNote {
  readonly kind: 'snappedVertex';
  readonly units: readonly string[];
  readonly place: ProblemPlace;
  readonly gapM: number;
}

export function mendCoverage(
  units: UnitCollection,
  _options: Partial<CoverageTolerance>,
): Result<{ readonly coverage: Coverage; readonly edges: Edges }, Problem, CoverageNote> {
  const coverage = readCoverage(units);
  if (!coverage.ok) return coverage;
  const edges = matchEdges(coverage.value);
  if (!edges.ok) return edges;
  return succeed({ coverage: coverage.value, edges: edges.value });
}
