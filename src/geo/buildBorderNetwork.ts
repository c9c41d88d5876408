import type { BorderLineId, EditionId, Level, Problem, Result, UnitCode } from '../domain';
import { succeed } from '../domain';
import type { BorderLine, BorderNetwork, OuterEdge } from './borderNetwork';
import type { Coverage, UnitCollection } from './coverage';
import { edgeLengthM } from './ellipsoid';
import { type CoverageNote, type CoverageTolerance, mendCoverage } from './mendCoverage';
import { type Chain, traceChains } from './traceChains';

function levelOf({ districts, provinces }: Coverage, a: number, b: number): Level {
  const differ = (names: readonly (string | null)[]): boolean =>
    names[a] != null && names[b] != null && names[a] !== names[b];
  if (differ(provinces)) return 'province';
  return differ(districts) ? 'district' : 'commune';
}

function chainLengthM({ lng, lat }: Coverage, { vertices }: Chain): number {
  let sum = 0;
  for (let i = 1; i < vertices.length; i++) {
    const a = vertices[i - 1]!;
    const b = vertices[i]!;
    sum += edgeLengthM(lng[a]!, lat[a]!, lng[b]!, lat[b]!);
  }
  return sum;
}

interface Part {
  readonly chain: Chain;
  readonly lengthM: number;
  readonly startLng: number;
  readonly startLat: number;
}

/** By left unit, right unit, then longest first, then by start; units by rank of their code. */
function sortParts(coverage: Coverage, chains: readonly Chain[], rank: Int32Array): Part[] {
  const rankOf = (unit: number): number => (unit < 0 ? -1 : rank[unit]!);
  return chains
    .map((chain) => {
      const first = chain.vertices[0]!;
      return {
        chain,
        lengthM: chainLengthM(coverage, chain),
        startLng: coverage.lng[first]!,
        startLat: coverage.lat[first]!,
      };
    })
    .sort(
      (a, b) =>
        rankOf(a.chain.left) - rankOf(b.chain.left) ||
        rankOf(a.chain.right) - rankOf(b.chain.right) ||
        b.lengthM - a.lengthM ||
        a.startLng - b.startLng ||
        a.startLat - b.startLat,
    );
}

/**
 * The border lines of an edition, by topology: one line for each connected part of the boundary that exactly two units share.
 * Where three units meet, three lines end. The lower code lies left of a line's direction; a closed line starts at its westmost, then
 * southmost vertex. Neither the order of the units nor the winding of their rings changes anything. Edges run straight in
 * longitude and latitude.
 *
 * Vertices that lie within `snapM` of another unit's edge, and should be on it, are moved there (see `mendCoverage`), with a note each.
 * @param units  polygons, WGS 84 degrees. A border's level is the highest of which both units' names are known and differ
 * @param options  `editionId` begins the ids of the lines; without it an id is the two codes alone
 * @problem emptyCoverage, missingUnitCode, duplicateUnitCode, invalidRing, overlappingUnits, unsharedBorder
 */
export function buildBorderNetwork(
  units: UnitCollection,
  options: { readonly editionId?: EditionId } & Partial<CoverageTolerance> = {},
): Result<BorderNetwork, Problem, CoverageNote> {
  const { editionId = '' as EditionId, ...tolerance } = options;
  const mended = mendCoverage(units, tolerance);
  if (!mended.ok) return mended;
  const { coverage, edges } = mended.value;
  const codes = coverage.codes as readonly UnitCode[];
  const order = codes.map((_, unit) => unit).sort((a, b) => (codes[a]! < codes[b]! ? -1 : 1));
  const rank = new Int32Array(codes.length);
  for (const [position, unit] of order.entries()) rank[unit] = position;
  const comesFirst = (unit: number, other: number): boolean => rank[unit]! < rank[other]!;

  const shared = sortParts(coverage, traceChains(coverage, edges, 'shared', comesFirst), rank);
  const outer = sortParts(coverage, traceChains(coverage, edges, 'outer', comesFirst), rank);

  const vertices = [...shared, ...outer].reduce((sum, { chain }) => sum + chain.vertices.length, 0);
  const coordinates = new Float64Array(2 * vertices);
  let end = 0;
  const lay = ({ chain }: Part): { start: number; end: number } => {
    const start = end;
    for (const vertex of chain.vertices) {
      coordinates[2 * end] = coverage.lng[vertex]!;
      coordinates[2 * end + 1] = coverage.lat[vertex]!;
      end++;
    }
    return { start, end };
  };

  let pair = '';
  let part = 0;
  const lines = shared.map((item): BorderLine => {
    const { chain, lengthM } = item;
    const left = codes[chain.left]!;
    const right = codes[chain.right]!;
    part = pair === `${left}-${right}` ? part + 1 : 1;
    pair = `${left}-${right}`;
    const id = `${editionId && `${editionId}:`}${pair}${part > 1 ? `~${part}` : ''}` as BorderLineId;
    return { id, left, right, level: levelOf(coverage, chain.left, chain.right), lengthM, ...lay(item) };
  });
  const outerEdges = outer.map(
    (item): OuterEdge => ({ unit: codes[item.chain.left]!, lengthM: item.lengthM, ...lay(item) }),
  );
  const network = {
    editionId,
    units: order.map((unit) => codes[unit]!),
    lines,
    outerEdges,
    coordinates,
  };
  return succeed(network, mended.notes);
}
