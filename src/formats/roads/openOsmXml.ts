import { growingFloats } from './growing';
import type { NodeVisitor, OsmReader, OsmSaid, OsmWay, Watch, WayVisitor } from './osmReader';
import { readXmlChunks, type XmlChunkListener } from './readXmlChunks';
import { textChunks } from './textChunks';
import { toIsoDate } from './toIsoDate';

type Attributes = ReadonlyMap<string, string>;

const numberOf = (text: string | undefined): number => (text === undefined || text === '' ? Number.NaN : Number(text));

/** Objects that an editor has deleted stand in its files still. */
const isGone = (attributes: Attributes): boolean =>
  attributes.get('action') === 'delete' || attributes.get('visible') === 'false';

class XmlWay implements OsmWay {
  readonly tags = new Map<string, string>();
  readonly nodes = growingFloats();
  readonly told = growingFloats();
  isTold = false;

  clear(): void {
    this.tags.clear();
    this.nodes.cut(0);
    this.told.cut(0);
    this.isTold = false;
  }

  refs(): Float64Array {
    return this.nodes.view();
  }

  places(): Float64Array | null {
    return this.isTold ? this.told.view() : null;
  }
}

class XmlReader implements OsmReader {
  private date: string | null = null;
  private remark: string | null = null;

  constructor(
    private readonly file: Blob,
    private readonly watch: Watch,
  ) {}

  said(): OsmSaid {
    return { date: this.date, remark: this.remark };
  }

  private run(listener: XmlChunkListener): Promise<void> {
    return readXmlChunks(
      textChunks(this.file, (bytes) => this.watch.advance(bytes)),
      listener,
    );
  }

  async readNodes(visit: NodeVisitor): Promise<void> {
    const tags = new Map<string, string>();
    let node: Attributes | null = null;
    await this.run({
      open: (name, attributes) => {
        if (name === 'node') {
          node = attributes();
          tags.clear();
        } else if (name === 'tag' && node) addTag(tags, attributes());
      },
      close: (name) => {
        if (name !== 'node' || !node) return;
        if (!isGone(node))
          visit(
            numberOf(node.get('id')),
            numberOf(node.get('lon')),
            numberOf(node.get('lat')),
            tags.size > 0 ? tags : null,
          );
        node = null;
      },
    });
  }

  async readWays(visit: WayVisitor): Promise<void> {
    const way = new XmlWay();
    let isIn = false;
    let words = '';
    await this.run({
      open: (name, attributes) => {
        words = '';
        if (name === 'way') {
          way.clear();
          isIn = !isGone(attributes());
        } else if (name === 'nd' && isIn) addNode(way, attributes());
        else if (name === 'tag' && isIn) addTag(way.tags, attributes());
        else if (name === 'osm') this.date ??= toIsoDate(attributes().get('timestamp'));
        else if (name === 'meta') this.date ??= toIsoDate(attributes().get('osm_base'));
      },
      text: (text) => {
        words += text;
      },
      close: (name) => {
        if (name === 'remark') this.remark = words.trim() || null;
        if (name !== 'way') return;
        if (isIn) visit(way);
        isIn = false;
      },
    });
  }
}

function addTag(tags: Map<string, string>, attributes: Attributes): void {
  const [key, value] = [attributes.get('k'), attributes.get('v')];
  if (key !== undefined && value !== undefined) tags.set(key, value);
}

function addNode(way: XmlWay, attributes: Attributes): void {
  way.nodes.push(numberOf(attributes.get('ref')));
  const lng = numberOf(attributes.get('lon'));
  way.told.push(lng);
  way.told.push(numberOf(attributes.get('lat')));
  if (!Number.isNaN(lng)) way.isTold = true;
}

/**
 * Opens an `.osm` file, of the editor, the server or Overpass.
 * @source OpenStreetMap wiki, OSM XML
 */
export const openOsmXml = (file: Blob, watch: Watch): OsmReader => new XmlReader(file, watch);
