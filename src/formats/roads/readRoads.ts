import {
  fail,
  type Result,
  type RoadBox,
  type RoadFormat,
  type RoadProblem,
  type RoadReport,
  succeed,
} from '../../domain';
import { sniffFormat, sniffText, utf16Encoding } from '../sniffFormat';
import { collectOsm, type RawWays } from './collectOsm';
import { finishRoads } from './finishRoads';
import { openOsmPbf } from './openOsmPbf';
import { openOsmXml } from './openOsmXml';
import { openOverpass } from './openOverpass';
import type { OsmReader, Watch } from './osmReader';
import { readGpxTracks } from './readGpxTracks';
import { readJsonItems } from './readJsonItems';
import { type LineFile, readLineGeojson } from './readLineGeojson';
import { type RoadFile, RoadStop } from './roadFile';
import { MOST_ROAD_FILE_BYTES } from './roadLimits';
import { readSlice, textChunks } from './textChunks';

export interface ReadRoadsOptions {
  /** Its name, for what is told of it. */
  readonly file: string;
  /** Only ways that touch this box are kept, whole. */
  readonly box?: RoadBox;
  /** Called as reading goes on, with bytes of all runs through the file; `false` ends it. */
  readonly onProgress?: (doneBytes: number, totalBytes: number) => unknown;
  readonly signal?: AbortSignal;
}

/** The files that can be read, by their endings. */
const READABLE = ['osm.pbf', 'osm', 'json', 'geojson', 'gpx'] as const;
const HEAD_BYTES = 8_192;
const NOTHING_JOINED: RoadReport['joined'] = { merged: 0, inserted: 0, crossings: 0, repeated: 0 };

/** Counts the bytes of several runs, and stops when it is asked to. */
class RunWatch implements Watch {
  private done = 0;
  private run = 0;

  constructor(
    private readonly size: number,
    private readonly runs: number,
    private readonly options: ReadRoadsOptions,
  ) {}

  advance(bytes: number): void {
    this.done = Math.min(this.done + bytes, this.size * (this.run + 1));
    this.tell();
  }

  readonly nextRun = (): void => {
    this.run += 1;
    this.done = this.size * this.run;
    this.tell();
  };

  finish(): void {
    this.done = this.size * this.runs;
    this.tell();
  }

  tell(): void {
    const { onProgress, signal } = this.options;
    if (signal?.aborted || onProgress?.(this.done, this.size * this.runs) === false)
      throw new RoadStop({ kind: 'cancelled' });
  }
}

const isPbf = (head: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(head.subarray(4, 15)) === '\n\x09OSMHeader';

/** Which list of a JSON file comes first says what it is. What is broken is told when it is read. */
async function jsonFormat(file: Blob): Promise<RoadFormat> {
  let format: RoadFormat = 'geojson';
  const chunks = textChunks(file, () => {});
  const begin = (key: string): boolean => {
    if (key === 'elements') format = 'overpass';
    return false;
  };
  try {
    await readJsonItems(chunks, { lists: new Set(['elements', 'features']), begin, item: () => {} });
  } catch (error) {
    if (!(error instanceof RoadStop && error.reason.kind === 'broken')) throw error;
  }
  return format;
}

/** What a file is, by how it begins; by its name only where it is broken from the start. Null where it holds nothing. */
async function formatOf(file: Blob, name: string): Promise<RoadFormat | null> {
  const head = await readSlice(file, 0, HEAD_BYTES);
  if (isPbf(head) || /\.pbf$/i.test(name)) return 'pbf';
  const encoding = utf16Encoding(head);
  const text = new TextDecoder(encoding ?? 'utf-8').decode(head);
  const sniffed = encoding ? sniffText(text) : sniffFormat(head);
  if (sniffed === null) return null;
  if (sniffed === 'json') return jsonFormat(file);
  if (sniffed === 'gpx' || /\.gpx$/i.test(name)) return 'gpx';
  if (/<osm[\s/>]/.test(text) || /\.osm$/i.test(name)) return 'osmXml';
  const detected = typeof sniffed === 'object' ? sniffed.foreign : sniffed === 'kml' ? 'xml' : sniffed;
  throw new RoadStop({ kind: 'notThis', detected });
}

interface Read {
  readonly raw: RawWays;
  readonly said: Pick<RoadReport, 'joined' | 'date' | 'attribution' | 'remark'>;
  readonly cut: number;
}

async function readOsm(
  open: (watch: Watch) => Promise<OsmReader> | OsmReader,
  watch: RunWatch,
  box?: RoadBox,
): Promise<Read> {
  const reader = await open(watch);
  const raw = await collectOsm(reader, box, watch.nextRun);
  return { raw, said: { joined: NOTHING_JOINED, attribution: 'ODbL', ...reader.said() }, cut: 0 };
}

async function readLines(reading: Promise<LineFile>): Promise<Read> {
  const { raw, joined, date, isOsm, cut } = await reading;
  return { raw, said: { joined, date, attribution: isOsm ? 'ODbL' : null, remark: null }, cut };
}

async function readAs(format: RoadFormat, source: Blob, options: ReadRoadsOptions): Promise<RoadFile> {
  const { box } = options;
  const isOsm = format === 'pbf' || format === 'osmXml' || format === 'overpass';
  const watch = new RunWatch(source.size, !isOsm ? 1 : box ? 3 : 2, options);
  watch.tell();
  const read =
    format === 'geojson'
      ? await readLines(readLineGeojson(source, watch))
      : format === 'gpx'
        ? await readLines(readGpxTracks(source, watch))
        : await readOsm(
            format === 'pbf'
              ? (each) => openOsmPbf(source, each)
              : (each) => (format === 'osmXml' ? openOsmXml : openOverpass)(source, each),
            watch,
            box,
          );
  watch.finish();
  const { ways, counted } = finishRoads(read.raw, box);
  const report = { format, ...counted, cutWays: counted.cutWays + read.cut, ...read.said };
  return { ways, report };
}

function problemOf({ reason }: RoadStop, file: string, format: RoadFormat): RoadProblem {
  switch (reason.kind) {
    case 'cancelled':
      return { kind: 'cancelled' };
    case 'notThis':
      return { kind: 'unknownFormat', file, expected: READABLE, detected: reason.detected };
    case 'broken':
      return { ...reason, kind: 'brokenRoadFile', file, format };
    default:
      return { ...reason, file };
  }
}

/**
 * Reads a travel network from a user's file: `.osm.pbf`, OSM XML, Overpass JSON, GeoJSON lines or GPX tracks, told apart by content.
 * Files of OpenStreetMap are run through piece by piece, several times: only their roads and the nodes of these are ever held.
 * @param source  the file; it is not changed meanwhile
 * @returns ways with a report of what was made of the file
 * @problem emptyFile, fileTooLarge, unknownFormat, unsupportedCrs, cancelled
 * @problem brokenRoadFile           with the place where it breaks
 * @problem unsupportedRoadFeatures  a PBF that asks for more than is understood, such as a history
 * @problem unreadableSource         the file cannot be read any more
 * @problem tooManyRoads             more than can be held; a box helps
 * @problem noRoads                  whole, but without a way
 */
export async function readRoads(source: Blob, options: ReadRoadsOptions): Promise<Result<RoadFile, RoadProblem>> {
  const { file } = options;
  if (source.size === 0) return fail({ kind: 'emptyFile', file });
  if (source.size > MOST_ROAD_FILE_BYTES)
    return fail({ kind: 'fileTooLarge', file, sizeBytes: source.size, limitBytes: MOST_ROAD_FILE_BYTES });
  let format: RoadFormat | null = null;
  try {
    format = await formatOf(source, file);
    if (format === null) return fail({ kind: 'emptyFile', file });
    const read = await readAs(format, source, options);
    if (read.report.ways === 0) return fail({ kind: 'noRoads', file, format, dropped: read.report.dropped });
    return succeed(read);
  } catch (error) {
    if (!(error instanceof RoadStop)) throw error;
    return fail(problemOf(error, file, format ?? 'geojson'));
  }
}
