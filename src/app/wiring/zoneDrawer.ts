import type { CourseColumns } from '../../analysis/drawZones';
import type { ZoneDistances } from '../../domain';
import { startWorker } from '../../workers/client';

export interface ZoneDrawer {
  /** Draws the zones of these lines; a drawing that is still going on is given up. */
  readonly draw: (lines: CourseColumns, zoneM: ZoneDistances) => void;
  readonly end: () => void;
}

/**
 * Draws zones in a worker of its own. A drawing may take many seconds, and nobody waits for one whose distances or lines
 * stand no more: its worker is ended, and the next begins with a new one. Shapes of the same lines are drawn once.
 */
export function makeZoneDrawer(options: {
  /** The shapes, as GeoJSON. */
  readonly onZones: (zones: Blob) => void;
  readonly onFailure: (error: unknown) => void;
  readonly onCrash: (detail: string) => void;
}): ZoneDrawer {
  const { onZones, onFailure, onCrash } = options;
  let worker = startWorker(onCrash);
  let known: CourseColumns | null = null;
  let drawing = 0;
  let isBusy = false;

  function giveUp(): void {
    worker.end();
    worker = startWorker(onCrash);
    known = null;
  }

  async function draw(lines: CourseColumns, zoneM: ZoneDistances): Promise<void> {
    drawing += 1;
    const own = drawing;
    if (isBusy) giveUp();
    isBusy = true;
    const { zones } = worker.api;
    if (known !== lines) await zones.setLines(lines);
    known = lines;
    const shapes = await zones.draw(zoneM);
    if (own !== drawing) return;
    isBusy = false;
    onZones(shapes);
  }

  return {
    draw: (lines, zoneM) => {
      draw(lines, zoneM).catch(onFailure);
    },
    end: () => worker.end(),
  };
}
