import {
  type Degrees,
  fail,
  type LayerText,
  type Result,
  type RoadBox,
  type RoadProblem,
  type RoadReport,
  type RoadWays,
  succeed,
} from '../domain';
import { holdText, textOf } from '../formats/heldText';
import { addDrawnWay, type DrawnClass, NO_WAYS } from '../formats/roads/drawnWay';
import { countRoads } from '../formats/roads/finishRoads';
import { type ReadRoadsOptions, readRoads } from '../formats/roads/readRoads';
import { readRoadLayer, writeRoadLayer } from '../formats/roads/roadLayer';

/** A network that can be stored as a layer. */
export interface ReadNetwork {
  readonly report: RoadReport;
  readonly geojson: LayerText;
  readonly bbox: readonly [number, number, number, number];
}

/** A network larger than this would weigh on every start of the program. */
const MOST_NODES = 600_000;

/** A way that was drawn by hand. */
export interface DrawnWay {
  readonly line: readonly Degrees[];
  readonly roadClass: DrawnClass;
  readonly name: string;
}

function written(ways: RoadWays): Pick<ReadNetwork, 'geojson' | 'bbox'> {
  const { geojson, bbox } = writeRoadLayer(ways);
  return { geojson: holdText(geojson), bbox };
}

/** Reads travel networks; to cancel means to end the worker. */
export function createRoadTasks() {
  return {
    async read(
      file: Blob,
      { name, box }: { readonly name: string; readonly box: RoadBox | null },
      onProgress: (doneBytes: number, totalBytes: number) => void,
    ): Promise<Result<ReadNetwork, RoadProblem>> {
      let told = 0;
      const options: ReadRoadsOptions = {
        file: name,
        ...(box ? { box } : {}),
        onProgress: (done, total) => {
          // A hundred times is enough for an eye.
          if (done < told) return;
          told = done + total / 100;
          onProgress(done, total);
        },
      };
      const read = await readRoads(file, options);
      if (!read.ok) return read;
      const { ways, report } = read.value;
      if (report.nodes > MOST_NODES) return fail({ kind: 'tooManyRoads', file: name, limit: MOST_NODES });
      return succeed({ report, ...written(ways) });
    },
    /**
     * A network with one way more.
     * @param geojson  of the network; null: a new one
     * @returns null where the way is too short to lead anywhere
     */
    async draw(geojson: LayerText | null, { line, ...drawn }: DrawnWay) {
      const ways = addDrawnWay(geojson === null ? NO_WAYS : readRoadLayer(await textOf(geojson)), line, drawn);
      if (ways === null) return null;
      const { ways: featureCount, lengthKm, components } = countRoads(ways);
      return { ...written(ways), featureCount, lengthKm, mainShare: components.largestShare };
    },
  };
}
