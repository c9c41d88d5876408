import { chainLines, type LineChain } from '../strip/chainLines';
import { type DensityProfile, profileDensity } from '../strip/profileDensity';
import type { Basis, HotspotBasis, OpenGround, OpenIncidents } from './hotspotState';
import { yearsOf } from './selectEvents';

/** Incidents along a chain. */
export interface ProfileMarks {
  readonly slot: Uint32Array;
  /** Metres along the chain. */
  readonly chainageM: Float64Array;
  /** Metres from the line; above 0 left of the chain's direction. */
  readonly offsetM: Float64Array;
  readonly category: Uint16Array;
  readonly kind: Uint8Array;
}

/** A part of a chain with the units at its two sides, as the chain runs; −1: none. */
export interface ProfilePart {
  readonly line: number;
  readonly isReversed: boolean;
  readonly fromM: number;
  readonly toM: number;
  readonly leftUnit: number;
  readonly rightUnit: number;
}

export interface StripProfile {
  readonly basis: HotspotBasis;
  readonly lengthM: number;
  readonly isClosed: boolean;
  readonly parts: readonly ProfilePart[];
  readonly marks: ProfileMarks;
  readonly bandwidthM: number;
  readonly together: DensityProfile;
  readonly left: DensityProfile;
  readonly right: DensityProfile;
}

export interface ProfileResult {
  readonly basis: HotspotBasis;
  /** The longest first. */
  readonly chains: readonly StripProfile[];
}

/** Places at which density is computed, over the whole chain. */
const STEPS = 600;
const LEAST_STEP_M = 10;

function partsOf(ground: OpenGround, { parts, lengthM }: LineChain): ProfilePart[] {
  return parts.map(({ line, isReversed, fromM }, k) => ({
    line,
    isReversed,
    fromM,
    toM: parts[k + 1]?.fromM ?? lengthM,
    leftUnit: (isReversed ? ground.rightUnit : ground.leftUnit)[line]!,
    rightUnit: (isReversed ? ground.leftUnit : ground.rightUnit)[line]!,
  }));
}

/**
 * Border lines straightened: for each chain of the chosen lines the incidents in their zones by chainage and side, and their density along it.
 * @param options  `lines`: numbers of lines; `bandwidthM`: of the density along the chain
 */
export function makeProfile(
  ground: OpenGround,
  incidents: OpenIncidents,
  {
    basis,
    events,
    selection,
    lines,
    bandwidthM,
  }: Basis & { readonly lines: readonly number[]; readonly bandwidthM: number },
): ProfileResult {
  const years = yearsOf(selection);
  const chains = chainLines(ground.graph, lines).map((chain): StripProfile => {
    const parts = partsOf(ground, chain);
    const partOf = new Map(parts.map((part) => [part.line, part]));
    const index = events.index.filter((i) => partOf.has(incidents.line[i]!));
    const n = index.length;
    const marks = {
      slot: new Uint32Array(n),
      chainageM: new Float64Array(n),
      offsetM: new Float64Array(n),
      category: new Uint16Array(n),
      kind: new Uint8Array(n),
    };
    const sides = new Int8Array(n);
    index.forEach((i, k) => {
      const { isReversed, fromM, toM } = partOf.get(incidents.line[i]!)!;
      sides[k] = isReversed ? -incidents.side[i]! : incidents.side[i]!;
      marks.slot[k] = incidents.slot[i]!;
      marks.chainageM[k] = isReversed ? toM - incidents.chainageM[i]! : fromM + incidents.chainageM[i]!;
      marks.offsetM[k] = sides[k]! * incidents.distanceM[i]!;
      marks.category[k] = incidents.category[i]!;
      marks.kind[k] = incidents.kind[i]!;
    });
    const densityOf = (keeps: (side: number) => boolean): DensityProfile =>
      profileDensity(
        marks.chainageM.filter((_, k) => keeps(sides[k]!)),
        {
          lengthM: chain.lengthM,
          bandwidthM,
          stepM: Math.max(LEAST_STEP_M, chain.lengthM / STEPS),
          years,
          isClosed: chain.isClosed,
        },
      );
    return {
      basis: { ...basis, count: n },
      lengthM: chain.lengthM,
      isClosed: chain.isClosed,
      parts,
      marks,
      bandwidthM,
      together: densityOf(() => true),
      left: densityOf((side) => side > 0),
      right: densityOf((side) => side < 0),
    };
  });
  return { basis, chains: chains.sort((a, b) => b.lengthM - a.lengthM) };
}
