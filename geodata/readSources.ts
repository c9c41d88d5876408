import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeatureCollection, LineString, MultiPolygon, Point, Polygon } from 'geojson';
import * as v from 'valibot';

const code = v.pipe(v.string(), v.regex(/^\d{5}$/));
const name = v.pipe(
  v.string(),
  v.transform((text) => text.normalize('NFC').trim()),
  v.minLength(1),
);
const position = v.pipe(v.array(v.number()), v.minLength(2));
const polygon = v.object({ type: v.literal('Polygon'), coordinates: v.array(v.array(position)) });
const multiPolygon = v.object({ type: v.literal('MultiPolygon'), coordinates: v.array(v.array(v.array(position))) });
const area = v.variant('type', [polygon, multiPolygon]);

function collection<G extends v.GenericSchema, P extends v.GenericSchema>(geometry: G, properties: P) {
  const feature = v.object({ type: v.literal('Feature'), geometry, properties });
  return v.object({ type: v.literal('FeatureCollection'), features: v.array(feature) });
}

const kind = v.picklist(['Phường', 'Xã', 'Thị trấn']);
const units2018 = collection(
  area,
  v.object({ code, name, type: kind, district: name, province: name, code2025: code, name2025: name }),
);
const units2025 = collection(
  area,
  v.object({
    code,
    name,
    type: kind,
    province2025: v.picklist(['25_phu_tho', '01_ha_noi']),
    core: v.boolean(),
    area_km2_src: v.number(),
  }),
);
const step = v.nullable(
  v.object({ effective: v.pipe(v.string(), v.isoDate()), code, name, resolution: v.string(), note: v.optional(name) }),
);
const lineage = v.object({
  units2025: v.array(v.object({ code, name, members2018: v.array(v.object({ code, name })) })),
  units2018: v.array(
    v.object({
      code2018: code,
      name2018: name,
      merged_2020: step,
      merged_2025_01_01: step,
      code2025: code,
      name2025: name,
      resolution2025: v.string(),
      confidence: v.string(),
    }),
  ),
});
const riverLines = collection(
  v.object({ type: v.literal('LineString'), coordinates: v.array(position) }),
  v.object({ between: v.picklist(['HN-PT', 'HN-VP', 'PT-VP']) }),
);
const places = collection(
  v.object({ type: v.literal('Point'), coordinates: position }),
  v.object({ wof_id: v.number(), name, fcode: v.nullable(v.string()), in_core: v.boolean() }),
);

export type LineageRow = v.InferOutput<typeof lineage>['units2018'][number];
export type SourceStep = NonNullable<LineageRow['merged_2020']>;
export type Units2018 = FeatureCollection<
  Polygon | MultiPolygon,
  v.InferOutput<typeof units2018>['features'][number]['properties']
>;
export type Units2025 = FeatureCollection<
  Polygon | MultiPolygon,
  v.InferOutput<typeof units2025>['features'][number]['properties']
>;
export type RiverLines = FeatureCollection<
  LineString,
  v.InferOutput<typeof riverLines>['features'][number]['properties']
>;
export type Places = FeatureCollection<Point, v.InferOutput<typeof places>['features'][number]['properties']>;

export interface PopulationRow {
  readonly population2019: number;
  /** Official area of 2009 in km²; two rows are known to be mistyped, see SOURCES.md. */
  readonly areaKm2Of2009: number;
}

export interface Sources {
  readonly units2018: Units2018;
  readonly units2025: Units2025;
  readonly lineage: readonly LineageRow[];
  readonly population: ReadonlyMap<string, PopulationRow>;
  readonly riverLines: RiverLines;
  readonly places: Places;
  readonly files: Readonly<Record<string, { readonly sha256: string; readonly bytes: number }>>;
}

/** The population table has no quoted cells; a quote would mean that the file is another one. */
function readPopulation(text: string): ReadonlyMap<string, PopulationRow> {
  if (text.includes('"')) throw new Error('population-2018.csv: quoted cells are not expected');
  const [header = '', ...lines] = text.trim().split(/\r?\n/);
  const columns = header.split(',');
  const column = (title: string): number => {
    const index = columns.indexOf(title);
    if (index < 0) throw new Error(`population-2018.csv: column ${title} is missing`);
    return index;
  };
  const [codeAt, populationAt, areaAt] = [column('code'), column('pop2019'), column('area_km2_2009')];
  return new Map(
    lines.map((line) => {
      const cells = line.split(',');
      const row = { population2019: Number(cells[populationAt]), areaKm2Of2009: Number(cells[areaAt]) };
      if (!Number.isInteger(row.population2019) || row.population2019 <= 0)
        throw new Error(`population-2018.csv: no population in "${line}"`);
      return [v.parse(code, cells[codeAt]), row];
    }),
  );
}

/** Reads and checks the source files; throws with the file and the place where one is not as expected. */
export function readSources(dir: string): Sources {
  const files: Record<string, { sha256: string; bytes: number }> = {};
  const read = (file: string): string => {
    const bytes = readFileSync(join(dir, file));
    files[file] = { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
    return bytes.toString('utf8');
  };
  const parse = <S extends v.GenericSchema>(file: string, schema: S): v.InferOutput<S> => {
    const result = v.safeParse(schema, JSON.parse(read(file)));
    if (result.success) return result.output;
    const [issue] = result.issues;
    throw new Error(`${file}: ${v.getDotPath(issue) ?? ''} ${issue.message}`);
  };
  return {
    units2018: parse('units-2018.geojson', units2018),
    units2025: parse('units-2025.geojson', units2025),
    lineage: parse('lineage.json', lineage).units2018,
    population: readPopulation(read('population-2018.csv')),
    riverLines: parse('river-lines.geojson', riverLines),
    places: parse('places.geojson', places),
    files,
  };
}
