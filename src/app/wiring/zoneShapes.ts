import type { CourseColumns } from '../../analysis/drawZones';
import type { ZoneDistances } from '../../domain';
import type { BorderView } from './borderView';
import { releaseLater } from './objectUrls';
import { makeZoneDrawer } from './zoneDrawer';

type ShapesView = Partial<Pick<BorderView, 'zones' | 'undrawnM'>>;

export interface ZoneShapes {
  /** Other lines: what was drawn is of the ones before, and the next shapes may take seconds. */
  readonly setLines: (lines: CourseColumns | null) => void;
  /** Other distances; shapes are only drawn for those that stand. */
  readonly setDistances: (zoneM: ZoneDistances, isSettled: boolean) => void;
  readonly end: () => void;
}

/** Keeps the shapes of the zones that the map shows in step with lines and distances. */
export function makeZoneShapes(options: {
  readonly show: (view: ShapesView) => void;
  readonly onFailure: (error: unknown) => void;
  readonly onCrash: (detail: string) => void;
}): ZoneShapes {
  const { show, onFailure, onCrash } = options;
  let lines: CourseColumns | null = null;
  let url: string | null = null;
  /** The distances, as text, whose shapes are asked for, and those whose shapes are shown. */
  let askedKey: string | null = null;
  let shownKey: string | null = null;

  function replace(next: string | null, view: ShapesView = {}): void {
    const before = url;
    url = next;
    show({ zones: next, ...view });
    if (before !== null) releaseLater(before);
  }

  const drawer = makeZoneDrawer({
    onZones: (shapes) => {
      // Shapes around the lines before these.
      if (askedKey === null) return;
      shownKey = askedKey;
      replace(URL.createObjectURL(shapes), { undrawnM: null });
    },
    onFailure,
    onCrash,
  });

  return {
    setLines: (next) => {
      lines = next;
      askedKey = null;
      shownKey = null;
      replace(null);
    },
    setDistances: (zoneM, isSettled) => {
      const key = JSON.stringify(zoneM);
      show({ undrawnM: shownKey === key ? null : zoneM });
      if (!isSettled || askedKey === key) return;
      askedKey = key;
      if (lines) drawer.draw(lines, zoneM);
    },
    end: () => drawer.end(),
  };
}
