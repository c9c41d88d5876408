import { chainLines, type LineChain } from '../strip/chainLines';
import type { DensityProfile } from '../strip/profileDensity';
import type { Basis, HotspotBasis, OpenGround, OpenIncidents } from './hotspotState';
import type { ZoneIndex } from './indexZones';
import { yearsOf } from './selectEvents';
import { spreadOnLines } from './spreadOnLines';
import { spreadProfile } from './spreadProfile';

export interface ProfileOptions {
  /** Numbers of lines. */
  readonly lines: readonly number[];
  /** Of the density along the chain. */
  readonly bandwidthM: number;
  /** Whether densities are taken over the circles in which incidents may lie. */
  readonly overUncertainty: boolean;
}

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

/** Where some incidents are along a chain: its own chainage, and side as it runs. */
function placeOnChain(
  parts: ReadonlyMap<number, ProfilePart>,
  { line, chainageM, side }: Pick<OpenIncidents, 'line' | 'chainageM' | 'side'>,
  index: Int32Array,
): { readonly index: Int32Array; readonly chainageM: Float64Array; readonly side: Int8Array } {
  const own = index.filter((i) => parts.has(line[i]!));
  const place = { index: own, chainageM: new Float64Array(own.length), side: new Int8Array(own.length) };
  own.forEach((i, k) => {
    const { isReversed, fromM, toM } = parts.get(line[i]!)!;
    place.side[k] = isReversed ? -side[i]! : side[i]!;
    place.chainageM[k] = isReversed ? toM - chainageM[i]! : fromM + chainageM[i]!;
  });
  return place;
}

/**
 * Border lines straightened: for each chain of the chosen lines the incidents in their zones by chainage and side, and their density along it. Over
 * unsure positions the marks stay where they are recorded, and densities are those of `spreadProfile` over the draws.
 */
export function makeProfile(
  ground: OpenGround,
  incidents: OpenIncidents,
  { basis, events, selection, zones, options }: Basis & { readonly zones: ZoneIndex; readonly options: ProfileOptions },
): ProfileResult {
  const { lines, bandwidthM, overUncertainty } = options;
  const years = yearsOf(selection);
  const draws = overUncertainty ? spreadOnLines(ground, incidents, { index: events.index, zones }) : null;
  const drawn = Int32Array.from(events.index.keys());
  const chains = chainLines(ground.graph, lines).map((chain): StripProfile => {
    const parts = partsOf(ground, chain);
    const partOf = new Map(parts.map((part) => [part.line, part]));
    const own = placeOnChain(partOf, incidents, events.index);
    const marks = {
      slot: Uint32Array.from(own.index, (i) => incidents.slot[i]!),
      chainageM: own.chainageM,
      offsetM: Float64Array.from(own.index, (i, k) => own.side[k]! * incidents.distanceM[i]!),
      category: Uint16Array.from(own.index, (i) => incidents.category[i]!),
      kind: Uint8Array.from(own.index, (i) => incidents.kind[i]!),
    };
    const places = draws ? draws.map((draw) => placeOnChain(partOf, draw, drawn)) : [own];
    const densityOf = (keeps: (side: number) => boolean): DensityProfile =>
      spreadProfile(
        places.map(({ chainageM, side }) => chainageM.filter((_, k) => keeps(side[k]!))),
        {
          lengthM: chain.lengthM,
          bandwidthM,
          stepM: Math.max(LEAST_STEP_M, chain.lengthM / STEPS),
          years,
          isClosed: chain.isClosed,
        },
      );
    return {
      basis: { ...basis, used: own.index.length },
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
  return {
    basis: { ...basis, used: chains.reduce((sum, chain) => sum + chain.basis.used, 0) },
    chains: chains.sort((a, b) => b.lengthM - a.lengthM),
  };
}
