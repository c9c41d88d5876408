import { buildEdgeTable, type EdgeTable, type RingEdge } from './edges';
import { type GridUnit, toDegrees } from './grid';
import { buildSegmentGrid, squaredDistanceToSegment } from './segmentGrid';

export type FaultKind = 'gap' | 'overlap' | 'invalidRing';

/** A fault of a coverage and where to look for it. */
export interface CoverageFault {
  readonly kind: FaultKind;
  readonly units: readonly string[];
  /** WGS 84 degrees. */
  readonly place: readonly [lng: number, lat: number];
  readonly what: string;
}

const CELL_STEPS = 2_000;
/** Outer edges of two units nearer than this (about 1 m) and not shared are a gap, although it is open to the outside. */
const OPEN_GAP_STEPS = 10;

/**
 * Every fault of a coverage, decided on whole numbers and so without rounding: rings that touch or cross themselves, units
 * that overlap, and places that no unit holds although units lie all around, or that a shared border should close.
 */
export function checkCoverage(units: readonly GridUnit[]): readonly CoverageFault[] {
  const table = buildEdgeTable(units);
  const faults: CoverageFault[] = [];
  const report = (kind: FaultKind, owners: Iterable<number>, x: number, y: number, what: string): void => {
    const codes = [...new Set([...owners].map((owner) => units[owner]!.code))].sort();
    faults.push({ kind, units: codes, place: [toDegrees(x), toDegrees(y)], what });
  };
  const at = (vertex: number): readonly [number, number] => [table.x[vertex]!, table.y[vertex]!];

  for (const { unit, vertices } of table.rings) {
    const [first = 0] = vertices;
    if (new Set(vertices).size < 3) report('invalidRing', [unit], ...at(first), 'fewer than three vertices');
    const seen = new Set<number>();
    for (const vertex of vertices) {
      if (seen.has(vertex)) report('invalidRing', [unit], ...at(vertex), 'the ring comes to this vertex twice');
      seen.add(vertex);
    }
  }
  for (const owners of table.edges.values()) {
    const [first] = owners;
    if (!first || owners.length === 1) continue;
    const place = at(first.from);
    const who = owners.map(({ unit }) => unit);
    if (new Set(who).size < who.length) report('invalidRing', who, ...place, 'the unit walks this edge twice');
    else if (owners.length > 2) report('overlap', who, ...place, 'more than two units share an edge');
    else if (owners[1]!.from === first.from) report('overlap', who, ...place, 'both units lie on the same side');
  }
  checkIntersections(table, report);
  checkContainment(table, report);
  checkGaps(table, report);
  return faults;
}

type Report = (kind: FaultKind, owners: Iterable<number>, x: number, y: number, what: string) => void;

/** Exact for whole numbers below 2^25. Positive where c lies left of a → b. */
const turn = (t: EdgeTable, a: number, b: number, c: number): number =>
  (t.x[b]! - t.x[a]!) * (t.y[c]! - t.y[a]!) - (t.y[b]! - t.y[a]!) * (t.x[c]! - t.x[a]!);

/** Whether c, known to be collinear with a and b, lies strictly between them. */
const between = (t: EdgeTable, a: number, b: number, c: number): boolean =>
  (t.x[c]! - t.x[a]!) * (t.x[c]! - t.x[b]!) + (t.y[c]! - t.y[a]!) * (t.y[c]! - t.y[b]!) < 0;

function checkIntersections(table: EdgeTable, report: Report): void {
  const edges = [...table.edges.values()];
  const ends = edges.map((owners) => owners[0]!);
  const grid = buildSegmentGrid(
    ends.map(({ from, to }) => [table.x[from]!, table.y[from]!, table.x[to]!, table.y[to]!]),
    CELL_STEPS,
  );
  grid.forEachPair((p, q) => {
    const { from: a, to: b } = ends[p]!;
    const { from: c, to: d } = ends[q]!;
    const [abc, abd] = [turn(table, a, b, c), turn(table, a, b, d)];
    const [cda, cdb] = [turn(table, c, d, a), turn(table, c, d, b)];
    const owners = [...edges[p]!, ...edges[q]!].map(({ unit }) => unit);
    const common = edges[p]!.filter(({ unit }) => edges[q]!.some((other) => other.unit === unit)).map((e) => e.unit);
    if (abc * abd < 0 && cda * cdb < 0) {
      const [kind, who] = common.length > 0 ? (['invalidRing', common] as const) : (['overlap', owners] as const);
      report(kind, who, table.x[a]!, table.y[a]!, 'two edges cross');
      return;
    }
    const touching =
      abc === 0 && between(table, a, b, c)
        ? c
        : abd === 0 && between(table, a, b, d)
          ? d
          : cda === 0 && between(table, c, d, a)
            ? a
            : cdb === 0 && between(table, c, d, b)
              ? b
              : -1;
    if (touching < 0) return;
    const [kind, who] = common.length > 0 ? (['invalidRing', common] as const) : (['gap', owners] as const);
    report(kind, who, table.x[touching]!, table.y[touching]!, 'a vertex lies on an edge that does not have it');
  });
}

/**
 * Two units can overlap with no edge of theirs crossing: one lies inside the other, or they bulge into each other between
 * vertices that both have. Then an edge of one has its middle inside the other.
 */
function checkContainment(table: EdgeTable, report: Report): void {
  const ringsOf = new Map<number, (readonly number[])[]>();
  for (const { unit, vertices } of table.rings) ringsOf.set(unit, [...(ringsOf.get(unit) ?? []), vertices]);
  const boxes = [...ringsOf].map(([unit, rings]) => {
    const vertices = rings.flat();
    const [west, east] = extent(vertices.map((vertex) => table.x[vertex]!));
    const [south, north] = extent(vertices.map((vertex) => table.y[vertex]!));
    return { unit, rings, west, south, east, north };
  });
  const reported = new Set<string>();
  for (const owners of table.edges.values()) {
    const { from, to, unit } = owners[0]!;
    const [x, y] = [(table.x[from]! + table.x[to]!) / 2, (table.y[from]! + table.y[to]!) / 2];
    for (const { unit: other, rings, west, south, east, north } of boxes) {
      if (x < west || x > east || y < south || y > north || owners.some((owner) => owner.unit === other)) continue;
      const pair = `${Math.min(unit, other)} ${Math.max(unit, other)}`;
      if (reported.has(pair) || !isInside(table, rings, x, y)) continue;
      reported.add(pair);
      report('overlap', [unit, other], x, y, 'an edge of one unit lies inside the other');
    }
  }
}

function extent(values: readonly number[]): readonly [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) [low, high] = [Math.min(low, value), Math.max(high, value)];
  return [low, high];
}

function isInside(table: EdgeTable, rings: readonly (readonly number[])[], x: number, y: number): boolean {
  let inside = false;
  for (const vertices of rings) {
    let a = vertices[vertices.length - 1]!;
    for (const b of vertices) {
      const [ay, by] = [table.y[a]!, table.y[b]!];
      if (ay > y !== by > y && x < table.x[a]! + ((y - ay) * (table.x[b]! - table.x[a]!)) / (by - ay)) inside = !inside;
      a = b;
    }
  }
  return inside;
}

function checkGaps(table: EdgeTable, report: Report): void {
  const outer = [...table.edges.values()].flatMap((owners) => (owners.length === 1 ? owners : []));
  // Walk what is not covered: every outer edge the other way round has the uncovered side to its left.
  const leaving = new Map<number, RingEdge[]>();
  for (const edge of outer) leaving.set(edge.to, [...(leaving.get(edge.to) ?? []), edge]);
  const walked = new Set<RingEdge>();
  for (const start of outer) {
    let twiceArea = 0;
    const owners = new Set<number>();
    let edge: RingEdge | undefined = start;
    while (edge && !walked.has(edge)) {
      walked.add(edge);
      owners.add(edge.unit);
      twiceArea += turn(table, start.to, edge.to, edge.from);
      edge = leftmost(table, edge, leaving.get(edge.from) ?? []);
    }
    if (owners.size > 0 && twiceArea >= 0)
      report('gap', owners, table.x[start.to]!, table.y[start.to]!, 'a place that no unit holds');
  }
  const grid = buildSegmentGrid(
    outer.map(({ from, to }) => [table.x[from]!, table.y[from]!, table.x[to]!, table.y[to]!]),
    CELL_STEPS,
  );
  const unitsAt = new Map<number, Set<number>>();
  for (const { from, to, unit } of outer)
    for (const vertex of [from, to]) unitsAt.set(vertex, (unitsAt.get(vertex) ?? new Set()).add(unit));
  for (const { from: vertex, unit } of outer) {
    const [x, y] = [table.x[vertex]!, table.y[vertex]!];
    const near = [...grid.near(x, y, OPEN_GAP_STEPS)]
      .map((index) => outer[index]!)
      .filter(({ from, to }) => {
        const segment = [table.x[from]!, table.y[from]!, table.x[to]!, table.y[to]!] as const;
        return squaredDistanceToSegment(x, y, segment) <= OPEN_GAP_STEPS ** 2;
      });
    // Around a vertex that both have, where their shared border comes out, they are near each other by right.
    const joined = new Set(
      near
        .flatMap(({ from, to }) => [unitsAt.get(from)!, unitsAt.get(to)!])
        .filter((owners) => owners.has(unit))
        .flatMap((owners) => [...owners]),
    );
    const other = near.find((edge) => edge.unit !== unit && !joined.has(edge.unit));
    if (other) report('gap', [unit, other.unit], x, y, 'outer edges of two units run side by side');
  }
}

/** Of the uncovered sides that go on from here, the one that keeps closest to the left. */
function leftmost(table: EdgeTable, arriving: RingEdge, candidates: readonly RingEdge[]): RingEdge | undefined {
  const here = arriving.from;
  const angleOf = (to: number): number => Math.atan2(table.y[to]! - table.y[here]!, table.x[to]! - table.x[here]!);
  const back = angleOf(arriving.to);
  const clockwiseFromBack = ({ from }: RingEdge): number => {
    const turned = (back - angleOf(from) + 4 * Math.PI) % (2 * Math.PI);
    return turned === 0 ? 2 * Math.PI : turned;
  };
  return [...candidates].sort((a, b) => clockwiseFromBack(a) - clockwiseFromBack(b))[0];
}
