import type { EditionId, Level } from '../../domain';
import type { LocalFrame } from '../../geo/localFrame';
import type { OpenEdition } from '../openEdition';

/** What hotspots are computed on: the land that counts and its border lines, as arrays that travel between threads. */
export interface HotspotGround {
  readonly editionId: EditionId;
  readonly frame: LocalFrame;
  /** 1 for each unit of the land that counts: members and their neighbours, or all units. */
  readonly isArea: Uint8Array;
  readonly isMember: Uint8Array;
  /** People per km² of each unit; NaN where it is not known. */
  readonly peoplePerKm2: Float64Array;
  /** Of the land that counts: [west, south, east, north], WGS 84 degrees. */
  readonly box: readonly [number, number, number, number];
  readonly levels: readonly Level[];
  readonly leftUnit: Int32Array;
  readonly rightUnit: Int32Array;
  readonly lengthM: Float64Array;
  /** 1 for each line that counts. */
  readonly inScope: Uint8Array;
  /** Vertices of line k are those from `start[k]` up to `start[k + 1]`. */
  readonly start: Uint32Array;
  /** WGS 84 degrees, [lng0, lat0 …]. */
  readonly coordinates: Float64Array;
  /**
   * For the start and then the end of each line, the directions in which the next edges of the unit on its left, and then of the unit on its
   * right, leave that point: x, y in degrees, zeros where there is none. 8 numbers a line.
   */
  readonly lineEnds: Float64Array;
}

/**
 * The ground for hotspots of one edition.
 * @param edition   with n lines and m units
 * @param inScope   n entries, 1 where a line counts
 * @param options   numbers of the units that are members; whether the whole edition counts
 */
export function makeHotspotGround(
  edition: OpenEdition,
  inScope: Uint8Array,
  { members, isWhole }: { readonly members: ReadonlySet<number>; readonly isWhole: boolean },
): HotspotGround {
  const { info, network } = edition;
  const isMember = Uint8Array.from(info.units, (_, unit) => (members.has(unit) ? 1 : 0));
  const isArea = new Uint8Array(info.units.length).fill(isWhole || members.size === 0 ? 1 : 0);
  if (!isWhole)
    for (const { leftUnit, rightUnit } of info.lines) {
      if (!members.has(leftUnit) && !members.has(rightUnit)) continue;
      isArea[leftUnit] = 1;
      isArea[rightUnit] = 1;
    }
  for (const unit of members) isArea[unit] = 1;
  const boxes = info.units.filter((_, unit) => isArea[unit] === 1).map(({ bbox }) => bbox);
  const west = Math.min(...boxes.map((box) => box[0]));
  const south = Math.min(...boxes.map((box) => box[1]));
  const east = Math.max(...boxes.map((box) => box[2]));
  const north = Math.max(...boxes.map((box) => box[3]));
  const frame: LocalFrame = { lng: (west + east) / 2, lat: (south + north) / 2 };
  const start = new Uint32Array(network.lines.length + 1);
  network.lines.forEach((line, k) => {
    start[k + 1] = start[k]! + line.end - line.start;
  });
  const coordinates = new Float64Array(2 * start[network.lines.length]!);
  network.lines.forEach((line, k) => {
    coordinates.set(network.coordinates.subarray(2 * line.start, 2 * line.end), 2 * start[k]!);
  });
  return {
    editionId: info.edition.id,
    frame,
    isArea,
    isMember,
    peoplePerKm2: Float64Array.from(info.units, ({ population2019, areaKm2 }) =>
      population2019 === null ? Number.NaN : population2019 / areaKm2,
    ),
    box: [west, south, east, north],
    levels: info.lines.map(({ level }) => level),
    leftUnit: Int32Array.from(info.lines, ({ leftUnit }) => leftUnit),
    rightUnit: Int32Array.from(info.lines, ({ rightUnit }) => rightUnit),
    lengthM: Float64Array.from(info.lines, ({ lengthM }) => lengthM),
    inScope,
    start,
    coordinates,
    lineEnds: edition.borderIndex.lineEnds.slice(),
  };
}
