import type { TagSource } from './roadAccess';

/** A way while it is told; what it gives is good until the next one. */
export interface OsmWay {
  readonly tags: TagSource;
  /** Numbers of its nodes. To be asked for before the places. */
  readonly refs: () => ArrayLike<number>;
  /** `[lng0, lat0 …]` where the way itself says where its nodes lie, NaN where one is not told; null where it does not. */
  readonly places: () => ArrayLike<number> | null;
}

export type WayVisitor = (way: OsmWay) => void;
export type NodeVisitor = (id: number, lng: number, lat: number, tags: TagSource | null) => void;

/** What a file of OpenStreetMap says of itself. */
export interface OsmSaid {
  /** ISO 8601. */
  readonly date: string | null;
  readonly remark: string | null;
}

/** A file of OpenStreetMap, which is run through as often as is asked: nothing of it is kept. */
export interface OsmReader {
  /** Tells all nodes, in the order of the file. */
  readonly readNodes: (visit: NodeVisitor) => Promise<void>;
  /** Tells all ways, in the order of the file. */
  readonly readWays: (visit: WayVisitor) => Promise<void>;
  /** After a run through the file. */
  readonly said: () => OsmSaid;
}

/** Tells how far reading is, and stops it. */
export interface Watch {
  /** Bytes of one run that are done. Throws where reading is to stop. */
  readonly advance: (bytes: number) => void;
}
