import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { fail, type Problem, type ProblemPlace, type Result, succeed } from '../domain';

/** What the network needs to know of a unit; more properties may be there. `district` is null where there are none. */
export interface UnitProperties {
  readonly code: string;
  readonly district?: string | null;
  readonly province?: string | null;
}

/** A set of units that cover an area side by side. */
export type UnitCollection<P extends UnitProperties = UnitProperties> = FeatureCollection<Polygon | MultiPolygon, P>;

/** The rings of all units over one table of distinct vertices. */
export interface Coverage {
  readonly codes: readonly string[];
  readonly districts: readonly (string | null)[];
  readonly provinces: readonly (string | null)[];
  /** Distinct vertices, WGS 84 degrees. */
  readonly lng: Float64Array;
  readonly lat: Float64Array;
  readonly vertexCount: number;
  /** Vertex numbers, ring after ring, not closed, without consecutive repeats. */
  readonly ringVertices: Int32Array;
  /** Ring r is `ringVertices[ringStart[r] … ringStart[r + 1] − 1]`. */
  readonly ringStart: Int32Array;
  readonly ringUnit: Int32Array;
  /** 1 where the unit lies left of the ring's own direction. */
  readonly ringLeft: Uint8Array;
}

const bits = new Float64Array(2);
const words = new Uint32Array(bits.buffer);

/** Numbers distinct positions, by open addressing on the bits of both coordinates. */
class VertexTable {
  readonly lng: Float64Array;
  readonly lat: Float64Array;
  count = 0;
  private readonly slots: Int32Array;
  private readonly mask: number;

  constructor(capacity: number) {
    this.lng = new Float64Array(capacity);
    this.lat = new Float64Array(capacity);
    const size = 2 ** Math.ceil(Math.log2(Math.max(8, capacity * 2)));
    this.slots = new Int32Array(size).fill(-1);
    this.mask = size - 1;
  }

  add(lng: number, lat: number): number {
    bits[0] = lng;
    bits[1] = lat;
    let hash = Math.imul(words[0]! ^ Math.imul(words[1]!, 0x9e3779b1), 0x85ebca6b);
    hash ^= Math.imul(words[2]! ^ Math.imul(words[3]!, 0xc2b2ae35), 0x27d4eb2f);
    let slot = (hash ^ (hash >>> 15)) & this.mask;
    for (;;) {
      const vertex = this.slots[slot]!;
      if (vertex < 0) break;
      if (this.lng[vertex] === lng && this.lat[vertex] === lat) return vertex;
      slot = (slot + 1) & this.mask;
    }
    this.slots[slot] = this.count;
    this.lng[this.count] = lng;
    this.lat[this.count] = lat;
    return this.count++;
  }
}

const polygonsOf = (geometry: Polygon | MultiPolygon): readonly Position[][][] =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;

type RingReason = Extract<Problem, { kind: 'invalidRing' }>['reason'];

/** Appends the ring's vertices from `at` on; returns where it ends, or why it cannot be used. */
function readRing(
  ring: readonly Position[],
  table: VertexTable,
  ringVertices: Int32Array,
  at: number,
): number | { readonly reason: RingReason; readonly place: ProblemPlace | null } {
  let end = at;
  let previous = -1;
  for (const position of ring) {
    const lng = (position[0] ?? Number.NaN) + 0;
    const lat = (position[1] ?? Number.NaN) + 0;
    if (!Number.isFinite(lng) || !Number.isFinite(lat)) return { reason: 'notFinite', place: null };
    if (Math.abs(lng) > 180 || Math.abs(lat) > 90) return { reason: 'outsideWorld', place: { lng, lat } };
    const vertex = table.add(lng, lat);
    if (vertex !== previous) ringVertices[end++] = vertex;
    previous = vertex;
  }
  const first = ring[0];
  const place = first ? { lng: first[0]!, lat: first[1]! } : null;
  if (end - at < 2) return { reason: 'tooFewPoints', place };
  if (ringVertices[at] !== ringVertices[end - 1]) return { reason: 'notClosed', place };
  end--;
  return end - at < 3 ? { reason: 'tooFewPoints', place } : end;
}

function twiceSignedArea(table: VertexTable, ringVertices: Int32Array, from: number, to: number): number {
  const origin = ringVertices[from]!;
  const lng0 = table.lng[origin]!;
  const lat0 = table.lat[origin]!;
  let sum = 0;
  let x0 = 0;
  let y0 = 0;
  for (let i = from + 1; i < to; i++) {
    const vertex = ringVertices[i]!;
    const x = table.lng[vertex]! - lng0;
    const y = table.lat[vertex]! - lat0;
    sum += x0 * y - x * y0;
    x0 = x;
    y0 = y;
  }
  return sum;
}

function readCodes(units: UnitCollection): Result<readonly string[], Problem> {
  const codes: string[] = [];
  const seen = new Set<string>();
  for (const [featureIndex, feature] of units.features.entries()) {
    const code: unknown = feature.properties?.code;
    if (typeof code !== 'string' || code === '') return fail({ kind: 'missingUnitCode', featureIndex });
    if (seen.has(code)) return fail({ kind: 'duplicateUnitCode', unit: code });
    seen.add(code);
    codes.push(code);
  }
  return succeed(codes);
}

/**
 * Reads polygons into rings over a table of distinct vertices. Repeated vertices are passed over; a ring's winding does not matter.
 * @param units  WGS 84 degrees
 * @problem emptyCoverage, missingUnitCode, duplicateUnitCode, invalidRing
 */
export function readCoverage(units: UnitCollection): Result<Coverage, Problem> {
  if (units.features.length === 0) return fail({ kind: 'emptyCoverage' });
  const codes = readCodes(units);
  if (!codes.ok) return codes;

  let rings = 0;
  let positions = 0;
  for (const feature of units.features)
    for (const polygon of polygonsOf(feature.geometry))
      for (const ring of polygon) {
        rings++;
        positions += ring.length;
      }
  const table = new VertexTable(positions);
  const ringVertices = new Int32Array(positions);
  const ringStart = new Int32Array(rings + 1);
  const ringUnit = new Int32Array(rings);
  const ringLeft = new Uint8Array(rings);

  let ringNumber = 0;
  let at = 0;
  for (const [unit, feature] of units.features.entries()) {
    for (const polygon of polygonsOf(feature.geometry)) {
      for (const [position, ring] of polygon.entries()) {
        const end = readRing(ring, table, ringVertices, at);
        if (typeof end !== 'number') return fail({ kind: 'invalidRing', unit: codes.value[unit]!, ...end });
        const isCounterClockwise = twiceSignedArea(table, ringVertices, at, end) > 0;
        ringUnit[ringNumber] = unit;
        ringLeft[ringNumber] = isCounterClockwise === (position === 0) ? 1 : 0;
        ringStart[++ringNumber] = end;
        at = end;
      }
    }
  }
  if (rings === 0) return fail({ kind: 'emptyCoverage' });
  return succeed({
    codes: codes.value,
    districts: units.features.map((feature) => feature.properties.district ?? null),
    provinces: units.features.map((feature) => feature.properties.province ?? null),
    lng: table.lng,
    lat: table.lat,
    vertexCount: table.count,
    ringVertices: ringVertices.subarray(0, at),
    ringStart,
    ringUnit,
    ringLeft,
  });
}
