import { expose } from 'comlink';
import { type CourseColumns, coursesOf, drawZones, type ZoneShape, zoneCollection } from '../analysis/drawZones';
import type { ZoneDistances } from '../domain';
import { createBorderEngine } from './borderEngine';
import { createDuplicateTasks } from './duplicateTasks';
import { createExportTasks } from './exportTasks';
import { createFileTasks } from './fileTasks';
import { createHealthTasks } from './healthTasks';
import { createSearchTasks } from './searchTasks';

const shapes = new Map<string, ZoneShape | null>();
let drawnLines: Parameters<typeof drawZones>[0] = [];

/** Everything that a worker can be asked; each worker is started for one of these rooms. */
const api = {
  border: createBorderEngine(),
  search: createSearchTasks(),
  files: createFileTasks(),
  exports: createExportTasks(),
  duplicates: createDuplicateTasks(),
  health: createHealthTasks(),
  zones: {
    setLines(columns: CourseColumns): void {
      drawnLines = coursesOf(columns);
      shapes.clear();
    },
    /** The zones of the lines as a GeoJSON file, which costs the page nothing to pass on. */
    draw: (zoneM: ZoneDistances): Blob =>
      new Blob([JSON.stringify(zoneCollection(drawZones(drawnLines, zoneM, shapes)))], { type: 'application/json' }),
  },
};

export type WorkerApi = typeof api;

expose(api);
