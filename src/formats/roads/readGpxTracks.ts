import { AGAINST, ALONG, BITS_PER_MODE, ROAD_CLASSES, TRAVEL_MODES } from '../../domain';
import { edgeLengthM } from '../../geo/ellipsoid';
import { plainText } from '../plainText';
import { type DrawnLine, joinPoints, planeOf, toPlane, toRawWays } from './lineNet';
import { mergeTracks } from './mergeTracks';
import type { Watch } from './osmReader';
import type { LineFile } from './readLineGeojson';
import { readXmlChunks } from './readXmlChunks';
import { noneDropped, RoadStop } from './roadFile';
import { MOST_LINE_POINTS } from './roadLimits';
import { simplifyTrack } from './simplifyTrack';
import { textChunks } from './textChunks';
import { toIsoDate } from './toIsoDate';

/** What a receiver strays by, so that wiggles below it are no bends. */
const NOISE_M = 5;
/** Two tracks along one road stray to both sides. */
const SAME_ROAD_M = 10;
/** A receiver that was off or blind for so long does not know the way between. */
const LONGEST_GAP_M = 500;
const ALL_WAYS = TRAVEL_MODES.reduce((bits, _, m) => bits | ((ALONG | AGAINST) << (m * BITS_PER_MODE)), 0);
const UNKNOWN = ROAD_CLASSES.indexOf('unknown');

const numberOf = (text: string | undefined): number => (text ? Number(text) : Number.NaN);

/** Gathers the lines of tracks and routes. */
class TrackList {
  readonly lines: DrawnLine[] = [];
  readonly dropped = noneDropped();
  cut = 0;
  name = '';
  private points = 0;
  private segment: number[][] = [];
  private places: number[] = [];
  private last: { readonly lng: number; readonly lat: number; readonly isTimed: boolean } | null = null;
  private isWhole = true;

  private breakLine(): void {
    if (this.places.length >= 4) this.segment.push(this.places);
    this.places = [];
    this.last = null;
  }

  addPoint(lng: number, lat: number, isTimed: boolean): void {
    this.points += 1;
    if (this.points > MOST_LINE_POINTS) throw new RoadStop({ kind: 'tooManyRoads', limit: MOST_LINE_POINTS });
    if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90)) {
      this.isWhole = false;
      this.breakLine();
      return;
    }
    const { last } = this;
    // Points without a time were drawn by hand, as far apart as they please.
    if (last && isTimed && last.isTimed && edgeLengthM(last.lng, last.lat, lng, lat) > LONGEST_GAP_M) {
      this.cut += 1;
      this.breakLine();
    }
    this.places.push(lng, lat);
    this.last = { lng, lat, isTimed };
  }

  /** The name may stand behind the points, so that it is only taken at the end of the track. */
  private waiting: number[][] = [];

  endSegment(): void {
    this.breakLine();
    if (this.segment.length === 0) this.dropped[this.isWhole ? 'tooFewNodes' : 'missingNodes'] += 1;
    else if (!this.isWhole) this.cut += 1;
    this.waiting.push(...this.segment);
    this.segment = [];
    this.isWhole = true;
  }

  endTrack(): void {
    const facts = { roadClass: UNKNOWN, access: ALL_WAYS, postedKmh: 0, name: this.name };
    for (const places of this.waiting) this.lines.push({ facts, places });
    this.waiting = [];
    this.name = '';
  }
}

/**
 * Reads tracks and routes of GPX as ways that are open to all: simplified, tracks along one road put together, crossings joined.
 * @throws RoadStop
 * @source GPX 1.1, topografix.com/GPX/1/1
 */
export async function readGpxTracks(file: Blob, watch: Watch): Promise<LineFile> {
  const list = new TrackList();
  const path: string[] = [];
  let words = '';
  let point = { lng: Number.NaN, lat: Number.NaN, isTimed: false };
  let date: string | null = null;
  await readXmlChunks(
    textChunks(file, (bytes) => watch.advance(bytes)),
    {
      open: (name, attributes) => {
        path.push(name);
        words = '';
        if (name !== 'trkpt' && name !== 'rtept') return;
        const found = attributes();
        point = { lng: numberOf(found.get('lon')), lat: numberOf(found.get('lat')), isTimed: false };
      },
      text: (text) => {
        words += text;
      },
      close: (name) => {
        path.pop();
        const parent = path.at(-1);
        if (name === 'trkpt' || name === 'rtept') list.addPoint(point.lng, point.lat, point.isTimed);
        else if (name === 'time' && parent === 'trkpt') point.isTimed = true;
        else if (name === 'time' && (parent === 'metadata' || parent === 'gpx')) date = toIsoDate(words.trim());
        else if (name === 'name' && (parent === 'trk' || parent === 'rte')) list.name = plainText(words);
        else if (name === 'trkseg') list.endSegment();
        else if (name === 'trk') list.endTrack();
        else if (name === 'rte') {
          list.endSegment();
          list.endTrack();
        }
        words = '';
      },
    },
  );
  const plane = planeOf(list.lines);
  const simple = list.lines.map(({ places }) => simplifyTrack(toPlane(places, plane), NOISE_M));
  const { local, nodes, merged } = joinPoints(simple, SAME_ROAD_M);
  const drawn = list.lines.map(({ facts }, i) => ({ facts, nodes: nodes[i]! }));
  const { net, ...joined } = mergeTracks({ local, lines: drawn.filter((line) => line.nodes.length >= 2) }, SAME_ROAD_M);
  list.dropped.tooFewNodes += drawn.filter((line) => line.nodes.length < 2).length;
  return {
    raw: toRawWays(net, plane, list.dropped),
    joined: { merged, ...joined },
    date,
    isOsm: false,
    cut: list.cut,
  };
}
