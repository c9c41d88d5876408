import { ROAD_CLASSES, type RoadClass, type RoadProblem, type RoadWays } from '../../../../src/domain';
import { type ReadRoadsOptions, readRoads } from '../../../../src/formats/roads/readRoads';
import type { RoadFile } from '../../../../src/formats/roads/roadFile';

type Content = string | Uint8Array<ArrayBuffer>;
type Options = Partial<ReadRoadsOptions>;

export async function roadsOf(content: Content, options: Options = {}): Promise<RoadFile> {
  const read = await readRoads(new Blob([content]), { file: 'roads', ...options });
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
}

export async function problemOf(content: Content, options: Options = {}): Promise<RoadProblem> {
  const read = await readRoads(new Blob([content]), { file: 'roads', ...options });
  if (read.ok) throw new Error(`${read.value.report.ways} ways were read`);
  return read.problem;
}

/** One way as a person would write it down. */
export interface PlainWay {
  readonly roadClass: RoadClass | undefined;
  readonly access: number;
  readonly postedKmh: number;
  readonly name: string | undefined;
  readonly places: readonly (readonly [number, number])[];
}

export const plainWays = (ways: RoadWays): PlainWay[] =>
  Array.from(ways.classes, (roadClass, way) => ({
    roadClass: ROAD_CLASSES[roadClass],
    access: ways.access[way]!,
    postedKmh: ways.postedKmh[way]!,
    name: ways.names[ways.nameOf[way]!],
    places: [...ways.members.subarray(ways.starts[way], ways.starts[way + 1])].map(
      (node) => [ways.nodes[2 * node]!, ways.nodes[2 * node + 1]!] as const,
    ),
  }));
