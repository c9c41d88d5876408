import { growingFloats } from './growing';
import type { NodeVisitor, OsmReader, OsmSaid, OsmWay, Watch, WayVisitor } from './osmReader';
import { readJsonItems } from './readJsonItems';
import type { TagSource } from './roadAccess';
import { textChunks } from './textChunks';
import { toIsoDate } from './toIsoDate';

type Fields = Readonly<Record<string, unknown>>;

const LISTS = new Set(['elements']);
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const numberOf = (value: unknown): number => (typeof value === 'number' ? value : Number.NaN);

class JsonTags implements TagSource {
  fields: Fields = {};

  get(key: string): string | undefined {
    const value = Object.hasOwn(this.fields, key) ? this.fields[key] : undefined;
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  }
}

class JsonWay implements OsmWay {
  readonly tags = new JsonTags();
  private readonly told = growingFloats();
  private element: Fields = {};

  constructor(private readonly numbers: Map<string, number>) {}

  turnTo(element: Fields): void {
    this.element = element;
    this.tags.fields = isFields(element.tags) ? element.tags : {};
  }

  /** An answer that names no nodes has nodes where its lines have the same places. */
  refs(): ArrayLike<number> {
    const { nodes, geometry } = this.element;
    if (Array.isArray(nodes)) return nodes.map(numberOf);
    return listOf(geometry).map((place) => {
      if (!isFields(place)) return Number.NaN;
      const key = `${place.lon},${place.lat}`;
      // No node of a file is numbered so.
      const number = this.numbers.get(key) ?? -this.numbers.size - 0.5;
      this.numbers.set(key, number);
      return number;
    });
  }

  places(): ArrayLike<number> | null {
    const { geometry } = this.element;
    if (!Array.isArray(geometry)) return null;
    this.told.cut(0);
    for (const place of geometry) {
      this.told.push(isFields(place) ? numberOf(place.lon) : Number.NaN);
      this.told.push(isFields(place) ? numberOf(place.lat) : Number.NaN);
    }
    return this.told.view();
  }
}

class OverpassReader implements OsmReader {
  private root: Fields = {};

  constructor(
    private readonly file: Blob,
    private readonly watch: Watch,
  ) {}

  said(): OsmSaid {
    const { osm3s, remark } = this.root;
    return {
      date: isFields(osm3s) ? toIsoDate(osm3s.timestamp_osm_base) : null,
      remark: typeof remark === 'string' && remark.trim() !== '' ? remark.trim() : null,
    };
  }

  private async run(type: 'node' | 'way', tell: (element: Fields) => void): Promise<void> {
    const quoted = `"${type}"`;
    const root = await readJsonItems(
      textChunks(this.file, (bytes) => this.watch.advance(bytes)),
      {
        lists: LISTS,
        isWanted: (text) => text.includes(quoted),
        item: (value) => {
          if (isFields(value) && value.type === type) tell(value);
        },
      },
    );
    if (isFields(root)) this.root = root;
  }

  readNodes(visit: NodeVisitor): Promise<void> {
    const tags = new JsonTags();
    return this.run('node', ({ id, lon, lat, tags: fields }) => {
      tags.fields = isFields(fields) ? fields : {};
      visit(numberOf(id), numberOf(lon), numberOf(lat), isFields(fields) ? tags : null);
    });
  }

  readWays(visit: WayVisitor): Promise<void> {
    // The same numbers in every run.
    const way = new JsonWay(new Map());
    return this.run('way', (element) => {
      way.turnTo(element);
      visit(way);
    });
  }
}

/**
 * Opens an answer of Overpass in JSON, with nodes or with the geometry of its ways (`out geom`).
 * @source OpenStreetMap wiki, Overpass API/Overpass QL, out
 */
export const openOverpass = (file: Blob, watch: Watch): OsmReader => new OverpassReader(file, watch);
