import { expose } from 'comlink';
import { drawZones, type ZoneShape, zoneCollection } from '../analysis/drawZones';
import type { ZoneDistances } from '../domain';
import { createBorderEngine } from './borderEngine';
import { createExportTasks } from './exportTasks';
import { createFileTasks } from './fileTasks';
import { createSearchTasks } from './searchTasks';

const shapes = new Map<string, ZoneShape | null>();
let drawnLines: Parameters<typeof drawZones>[0] = [];

/** Everything that a worker can be asked; each worker is started for one of these rooms. */
const api = {
  border: createBorderEngine(),
  search: createSearchTasks(),
  files: createFileTasks(),
  exports: createExportTasks(),
  zones: {
    setLines(lines: Parameters<typeof drawZones>[0]): void {
      drawnLines = lines;
      shapes.clear();
    },
    /** The zones of the lines as the text of a GeoJSON collection. */
    draw: (zoneM: ZoneDistances) => zoneCollection(drawZones(drawnLines, zoneM, shapes)),
  },
};

export type WorkerApi = typeof api;

expose(api);
