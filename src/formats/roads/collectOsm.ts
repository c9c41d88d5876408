import type { DropReason, RoadBox } from '../../domain';
import { classifyWay } from './classifyWay';
import { growingFloats } from './growing';
import { idTable, sortedIds } from './idTable';
import type { OsmReader } from './osmReader';
import { isCarBarrier } from './roadAccess';
import { noneDropped } from './roadFile';
import { WayList } from './wayList';

/** Ways with the places of their nodes, before what is not wanted or not whole is left out. */
export interface RawWays {
  readonly list: WayList;
  /** Per member of `list.refs` the place of its node in `places`. */
  readonly members: Uint32Array<ArrayBuffer>;
  /** `[lng0, lat0 …]`, NaN where the file does not say. */
  readonly places: Float64Array<ArrayBuffer>;
  readonly isBarrier: Uint8Array<ArrayBuffer>;
  readonly dropped: Record<DropReason, number>;
}

/** Around a box ways are looked for by their nodes: a way whose nodes all lie farther away, over 5 km, does not reach it. */
const MARGIN_DEGREES = 0.05;

const isPlace = (lng: number, lat: number): boolean => Math.abs(lng) <= 180 && Math.abs(lat) <= 90;

/** Tells whether a way has a node near a box. */
async function nearness(
  reader: OsmReader,
  [west, south, east, north]: RoadBox,
): Promise<(refs: ArrayLike<number>, places: ArrayLike<number> | null) => boolean> {
  const near = growingFloats();
  const isNear = (lng: number, lat: number): boolean =>
    lng >= west - MARGIN_DEGREES &&
    lng <= east + MARGIN_DEGREES &&
    lat >= south - MARGIN_DEGREES &&
    lat <= north + MARGIN_DEGREES;
  await reader.readNodes((id, lng, lat) => {
    if (isNear(lng, lat)) near.push(id);
  });
  const find = idTable(sortedIds(near.view()));
  return (refs, places) => {
    for (let i = 0; i < refs.length; i++) {
      if (find(refs[i]!) >= 0) return true;
      if (places && isNear(places[2 * i]!, places[2 * i + 1]!)) return true;
    }
    return false;
  };
}

/**
 * Gathers the roads of a file of OpenStreetMap: first its ways, then the places of the nodes that these need and of no others. With a
 * box the file is run through once more before, so that of a whole country only the ways around the box are ever held.
 * @throws RoadStop
 */
export async function collectOsm(reader: OsmReader, box: RoadBox | undefined, nextRun: () => void): Promise<RawWays> {
  const list = new WayList();
  const dropped = noneDropped();
  const told = { ids: growingFloats(), places: growingFloats() };
  const isNear = box ? await nearness(reader, box) : null;
  if (isNear) nextRun();
  await reader.readWays((way) => {
    const facts = classifyWay(way.tags);
    if (typeof facts === 'string') {
      dropped[facts] += 1;
      return;
    }
    const refs = way.refs();
    const places = way.places();
    if (refs.length < 2) dropped.tooFewNodes += 1;
    else if (isNear && !isNear(refs, places)) dropped.outsideBox += 1;
    else {
      list.add(facts, refs);
      for (let i = 0; places && i < refs.length; i++) {
        told.ids.push(refs[i]!);
        told.places.push(places[2 * i]!);
        told.places.push(places[2 * i + 1]!);
      }
    }
  });
  nextRun();

  const ids = sortedIds(list.refs.view());
  const find = idTable(ids);
  const places = new Float64Array(2 * ids.length + 2).fill(Number.NaN);
  const isBarrier = new Uint8Array(ids.length + 1);
  const put = (at: number, lng: number, lat: number): void => {
    if (!isPlace(lng, lat)) return;
    places[2 * at] = lng;
    places[2 * at + 1] = lat;
  };
  for (let i = 0; i < told.ids.length; i++) {
    const at = find(told.ids.at(i));
    if (at >= 0) put(at, told.places.at(2 * i), told.places.at(2 * i + 1));
  }
  await reader.readNodes((id, lng, lat, tags) => {
    const at = find(id);
    if (at < 0) return;
    put(at, lng, lat);
    if (tags && isCarBarrier(tags)) isBarrier[at] = 1;
  });
  // A number that is none has no place: it stands for the last one.
  const members = new Uint32Array(list.refs.length);
  for (let i = 0; i < members.length; i++) {
    const at = find(list.refs.at(i));
    members[i] = at >= 0 ? at : ids.length;
  }
  return { list, members, places, isBarrier, dropped };
}
