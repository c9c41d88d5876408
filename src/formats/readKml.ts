import type { Geometry, Position } from 'geojson';
import type { Problem, Result } from '../domain';
import { plainText } from './plainText';
import type { RawFeature } from './readGeojson';
import type { XmlListener } from './readXml';
import { joinGeometries, type makeFeatureList, readXmlFeatures } from './xmlFeatures';

/** Columns that a placemark's own elements become; named as a table of incidents calls them. */
const COLUMNS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    name: 'name',
    description: 'description',
    address: 'address',
    when: 'date',
    begin: 'date',
    end: 'date to',
  }),
);
const DATED = new Set(['TimeStamp', 'TimeSpan']);

/** "105.4,21.3,0 105.5,21.4" as positions without heights; also with blanks after the commas. */
function readPositions(text: string): Position[] {
  const positions: Position[] = [];
  for (const tuple of text.trim().replace(/,\s+/g, ',').split(/\s+/)) {
    const [lng, lat] = tuple.split(',');
    if (lng && lat) positions.push([Number(lng), Number(lat)]);
  }
  return positions;
}

interface Placemark {
  readonly properties: Map<string, string>;
  readonly geometries: Geometry[];
  rings: Position[][];
  track: Position[];
}

/** Follows a document and gathers its placemarks. */
class KmlListener implements XmlListener {
  private readonly path: string[] = [];
  private readonly folders: string[] = [];
  private placemark: Placemark | null = null;
  private words = '';
  private dataName = '';
  private dataTitle = '';

  constructor(private readonly list: ReturnType<typeof makeFeatureList>) {}

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.path.push(name);
    this.words = '';
    if (name === 'Folder') this.folders.push('');
    else if (name === 'Placemark') this.placemark = { properties: new Map(), geometries: [], rings: [], track: [] };
    else if (name === 'Data' || name === 'SimpleData') {
      this.dataName = attributes.name ?? '';
      this.dataTitle = '';
    } else if (name === 'Polygon' && this.placemark) this.placemark.rings = [];
    else if (name === 'Track' && this.placemark) this.placemark.track = [];
  }

  text(text: string): void {
    this.words += text;
  }

  close(name: string): void {
    this.path.pop();
    const parent = this.path.at(-1) ?? '';
    const words = this.words;
    this.words = '';
    if (name === 'Folder') this.folders.pop();
    else if (parent === 'Folder' && name === 'name') this.folders[this.folders.length - 1] = plainText(words);
    else if (this.placemark) this.closeInPlacemark(this.placemark, { name, parent, words });
  }

  private closeInPlacemark(
    placemark: Placemark,
    { name, parent, words }: { readonly name: string; readonly parent: string; readonly words: string },
  ): void {
    if (name === 'Placemark') this.finish(placemark);
    else if (name === 'coordinates') this.addCoordinates(placemark, parent, words);
    else if (name === 'Polygon') {
      if (placemark.rings.length > 0) placemark.geometries.push({ type: 'Polygon', coordinates: placemark.rings });
    } else if (name === 'Track') {
      if (placemark.track.length > 0) placemark.geometries.push({ type: 'LineString', coordinates: placemark.track });
    } else if (name === 'coord' && parent === 'Track') {
      const [lng, lat] = words.trim().split(/\s+/).map(Number);
      const position = [lng ?? Number.NaN, lat ?? Number.NaN];
      this.list.count([position]);
      placemark.track.push(position);
    } else if (name === 'displayName') this.dataTitle = plainText(words);
    else if (name === 'value' && parent === 'Data') this.set(placemark, this.dataTitle || this.dataName, words);
    else if (name === 'SimpleData') this.set(placemark, this.dataName, words);
    else if (parent === 'Placemark' || DATED.has(parent)) this.set(placemark, COLUMNS.get(name) ?? '', words);
  }

  private set({ properties }: Placemark, column: string, words: string): void {
    const name = plainText(column);
    const value = plainText(words);
    if (name !== '' && value !== '' && !properties.has(name)) properties.set(name, value);
  }

  private addCoordinates(placemark: Placemark, parent: string, words: string): void {
    const positions = readPositions(words);
    this.list.count(positions);
    const [first] = positions;
    if (parent === 'LinearRing' && this.path.includes('Polygon')) {
      // The outer ring stands first, whatever the order of the file.
      if (this.path.includes('outerBoundaryIs')) placemark.rings.unshift(positions);
      else placemark.rings.push(positions);
    } else if (parent === 'Point') {
      if (first) placemark.geometries.push({ type: 'Point', coordinates: first });
    } else if (positions.length > 0) placemark.geometries.push({ type: 'LineString', coordinates: positions });
  }

  private finish({ properties, geometries }: Placemark): void {
    const folder = this.folders.findLast((name) => name !== '');
    if (folder !== undefined && !properties.has('folder')) properties.set('folder', folder);
    this.list.add(joinGeometries(geometries), properties);
    this.placemark = null;
  }
}

/**
 * Reads the placemarks of a KML document as features: name, description, dates and further data as properties, WGS 84.
 * @problem unreadableFile  no well-formed XML, with the line where it breaks
 * @problem noFeatures, tooManyRows
 * @source OGC 12-007r2 (KML 2.3)
 */
export const readKml = (text: string, file: string): Result<readonly RawFeature[], Problem> =>
  readXmlFeatures(text, { file, format: 'KML' }, (list) => {
    const listener = new KmlListener(list);
    return {
      open: (name, attributes) => listener.open(name, attributes),
      close: (name) => listener.close(name),
      text: (words) => listener.text(words),
    };
  });
