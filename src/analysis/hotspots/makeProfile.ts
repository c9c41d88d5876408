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
  /** The number of the part that it is on. */
  readonly part: Uint16Array;
  /** 1 left of the chain's direction, −1 right, 0 on the line with no side to belong to. */
  readonly side: Int8Array;
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

interface ChainPlaces {
  /** Entries that are on the chain. */
  readonly index: Int32Array;
  readonly chainageM: Float64Array;
  readonly side: Int8Array;
}

/**
 * Where incidents are along a chain: its own chainage, and the side as it runs.
 * @param partOf  per line the number of its part, −1: not of the chain
 */
function placeOnChain(
  parts: readonly ProfilePart[],
  { line, chainageM, side }: Pick<OpenIncidents, 'line' | 'chainageM' | 'side'>,
  { index, partOf }: { readonly index: Int32Array; readonly partOf: Int32Array },
): ChainPlaces {
  const own = new Int32Array(index.length);
  let n = 0;
  for (let k = 0; k < index.length; k += 1) {
    const at = line[index[k]!]!;
    if (at < 0 || partOf[at]! < 0) continue;
    own[n] = index[k]!;
    n += 1;
  }
  const place = { index: own.slice(0, n), chainageM: new Float64Array(n), side: new Int8Array(n) };
  for (let k = 0; k < n; k += 1) {
    const i = own[k]!;
    const { isReversed, fromM, toM } = parts[partOf[line[i]!]!]!;
    place.side[k] = isReversed ? -side[i]! : side[i]!;
    place.chainageM[k] = isReversed ? toM - chainageM[i]! : fromM + chainageM[i]!;
  }
  return place;
}

/** The chainages at one side. */
function chainagesAt({ chainageM, side }: ChainPlaces, wanted: 1 | -1): Float64Array {
  const chosen = new Float64Array(chainageM.length);
  let n = 0;
  for (let k = 0; k < side.length; k += 1) {
    if (side[k]! * wanted <= 0) continue;
    chosen[n] = chainageM[k]!;
    n += 1;
  }
  return chosen.slice(0, n);
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
    const partOf = new Int32Array(ground.lengthM.length).fill(-1);
    parts.forEach(({ line }, part) => {
      partOf[line] = part;
    });
    const own = placeOnChain(parts, incidents, { index: events.index, partOf });
    const marks = {
      slot: Uint32Array.from(own.index, (i) => incidents.slot[i]!),
      chainageM: own.chainageM,
      offsetM: Float64Array.from(own.index, (i, k) => own.side[k]! * incidents.distanceM[i]!),
      part: Uint16Array.from(own.index, (i) => partOf[incidents.line[i]!]!),
      side: own.side,
      category: Uint16Array.from(own.index, (i) => incidents.category[i]!),
      kind: Uint8Array.from(own.index, (i) => incidents.kind[i]!),
    };
    const places = draws ? draws.map((draw) => placeOnChain(parts, draw, { index: drawn, partOf })) : [own];
    const densityOf = (chainagesOf: (of: ChainPlaces) => Float64Array): DensityProfile =>
      spreadProfile(places.map(chainagesOf), {
        lengthM: chain.lengthM,
        bandwidthM,
        stepM: Math.max(LEAST_STEP_M, chain.lengthM / STEPS),
        years,
        isClosed: chain.isClosed,
      });
    return {
      basis: { ...basis, used: own.index.length },
      lengthM: chain.lengthM,
      isClosed: chain.isClosed,
      parts,
      marks,
      bandwidthM,
      together: densityOf(({ chainageM }) => chainageM),
      left: densityOf((of) => chainagesAt(of, 1)),
      right: densityOf((of) => chainagesAt(of, -1)),
    };
  });
  return {
    basis: { ...basis, used: chains.reduce((sum, chain) => sum + chain.basis.used, 0) },
    chains: chains.sort((a, b) => b.lengthM - a.lengthM),
  };
}
