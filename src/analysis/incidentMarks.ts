import type { CategoryId, IncidentKind } from '../domain';
import { type IncidentColumns, KINDS } from './incidentColumns';
import { type Doubt, doubtOf, type IncidentFlags, isFlaggedAt } from './incidentFlags';

/** What is on screen. */
export interface MapView {
  /** [west, south, east, north], WGS 84 degrees. */
  readonly bbox: readonly [number, number, number, number];
  /** Zoom of 512-pixel tiles. */
  readonly zoom: number;
}

export type IncidentMark =
  | {
      readonly type: 'incident';
      readonly slot: number;
      readonly id: string;
      readonly lng: number;
      readonly lat: number;
      readonly category: CategoryId;
      readonly kind: IncidentKind;
      readonly isFlagged: boolean;
      readonly doubt: Doubt | null;
      readonly isSimulated: boolean;
      /** Whether a user chose it among others. */
      readonly isChosen: boolean;
    }
  | {
      readonly type: 'cluster';
      /** Stable while the same cell of the same zoom is shown. */
      readonly id: string;
      readonly lng: number;
      readonly lat: number;
      readonly count: number;
      readonly flaggedCount: number;
      readonly bbox: readonly [number, number, number, number];
      /** Whether any of its incidents is chosen. */
      readonly isChosen: boolean;
    };

const CELL_PX = 56;
/** A cell that holds more than this many incidents is drawn as one counted mark. */
const CROWD = 6;
/** At this zoom and beyond every incident is drawn by itself: a pixel is less than 0.3 m on the ground. */
const CLOSEST_ZOOM = 18;

/** Web Mercator, the plane in which the map draws: 0…1 eastwards and southwards. */
const mercatorX = (lng: number): number => lng / 360 + 0.5;
const mercatorY = (lat: number): number =>
  0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI);

/**
 * The marks of a view: single incidents, and one counted mark for each crowded cell of the screen. The cells are
 * fixed to the ground at whole zooms, so panning does not reshuffle them.
 * @param columns    n incidents
 * @param slots      those that pass the filter, in drawing order
 * @param flags      what the kernel found for the n incidents
 * @param view       what is on screen, and one byte per slot that is chosen
 * @returns at most `CROWD` marks a cell
 */
export function markIncidents(
  columns: IncidentColumns,
  slots: Uint32Array,
  flags: IncidentFlags,
  view: MapView & { readonly chosen?: Uint8Array | null },
): IncidentMark[] {
  const [west, south, east, north] = view.bbox;
  const scale = (512 * 2 ** Math.floor(view.zoom)) / CELL_PX;
  const spread = view.zoom >= CLOSEST_ZOOM;
  const firstColumn = Math.floor(mercatorX(west) * scale) - 1;
  const columnCount = Math.floor(mercatorX(east) * scale) + 2 - firstColumn;
  const firstRow = Math.floor(mercatorY(north) * scale) - 1;
  const rowCount = Math.floor(mercatorY(south) * scale) + 2 - firstRow;
  const cells = new Map<number, number[]>();
  for (const slot of slots) {
    const lng = columns.positions[2 * slot]!;
    const lat = columns.positions[2 * slot + 1]!;
    const column = Math.floor(mercatorX(lng) * scale) - firstColumn;
    // What has no position is in no column.
    if (!(column >= 0 && column < columnCount)) continue;
    const row = Math.floor(mercatorY(lat) * scale) - firstRow;
    if (row < 0 || row >= rowCount) continue;
    const cell = row * columnCount + column;
    const members = cells.get(cell);
    if (members) members.push(slot);
    else cells.set(cell, [slot]);
  }
  const marks: IncidentMark[] = [];
  const isChosen = (slot: number): boolean => view.chosen?.[slot] === 1;
  const isFlagged = (slot: number): boolean => isFlaggedAt(flags, slot);
  for (const [cell, members] of cells) {
    if (spread || members.length <= CROWD) {
      for (const slot of members) marks.push(singleMark(columns, slot, flags, isChosen(slot)));
      continue;
    }
    let flaggedCount = 0;
    let sumLng = 0;
    let sumLat = 0;
    const box: [number, number, number, number] = [180, 90, -180, -90];
    for (const slot of members) {
      const lng = columns.positions[2 * slot]!;
      const lat = columns.positions[2 * slot + 1]!;
      sumLng += lng;
      sumLat += lat;
      if (lng < box[0]) box[0] = lng;
      if (lat < box[1]) box[1] = lat;
      if (lng > box[2]) box[2] = lng;
      if (lat > box[3]) box[3] = lat;
      if (isFlagged(slot)) flaggedCount += 1;
    }
    const row = Math.floor(cell / columnCount) + firstRow;
    const column = (cell % columnCount) + firstColumn;
    marks.push({
      type: 'cluster',
      id: `${Math.floor(view.zoom)}/${column}/${row}`,
      lng: sumLng / members.length,
      lat: sumLat / members.length,
      count: members.length,
      flaggedCount,
      bbox: box,
      isChosen: view.chosen ? members.some(isChosen) : false,
    });
  }
  return marks;
}

function singleMark(columns: IncidentColumns, slot: number, flags: IncidentFlags, isChosen: boolean): IncidentMark {
  return {
    type: 'incident',
    slot,
    id: columns.ids[slot]!,
    lng: columns.positions[2 * slot]!,
    lat: columns.positions[2 * slot + 1]!,
    category: columns.categories[columns.category[slot]!]!,
    kind: KINDS[columns.kind[slot]!]!,
    isFlagged: isFlaggedAt(flags, slot),
    doubt: doubtOf(flags.certainty[slot]!),
    isSimulated: columns.simulated[slot] === 1,
    isChosen,
  };
}
