import type { PlainDate } from '../../domain';

/** What bears a name: a unit, a former district, a shipped name of a village or town, or a place of the user's own gazetteer. */
export type PlaceKind = 'unit' | 'district' | 'place' | 'own';

/** Something that a text may name. */
export interface PlaceEntry {
  /** Unique among all: "unit:2018:09097", "district:Vĩnh Tường", "place:wof:890443887", "own:…". */
  readonly id: string;
  readonly kind: PlaceKind;
  /** With its kind where it has one: "Xã Bồ Sao". */
  readonly name: string;
  /** What it lies in, to tell names apart: "Vĩnh Tường, Vĩnh Phúc"; null where that is not known. */
  readonly within: string | null;
  /** WGS 84 degrees, a point in it. */
  readonly lng: number;
  readonly lat: number;
  /** The circle around that point which covers it, metres; of a mere point how far off it may be. */
  readonly radiusM: number;
  /** The days in which it bears this name, both inclusive; null: open. */
  readonly validFrom: PlainDate | null;
  readonly validTo: PlainDate | null;
}

/** What a text may mean. */
export interface PlaceCandidate {
  readonly id: string;
  readonly kind: PlaceKind;
  readonly name: string;
  readonly within: string | null;
  readonly lng: number;
  readonly lat: number;
  /** The place meant lies within this distance, metres: the named thing's own extent, widened by words such as "gần" (near). */
  readonly radiusM: number;
  /** 0 to 1: how well the text names it. */
  readonly score: number;
}

export interface PlaceAnswer {
  /** The best first, at most five; empty where nothing is known by these words. */
  readonly candidates: readonly PlaceCandidate[];
  /** The one that may be taken without asking; null where there is none, or several compete. */
  readonly clear: PlaceCandidate | null;
}
