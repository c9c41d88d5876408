import type { taskSources as source } from '../vi/taskSources';
import { many } from './many';

export const taskSources: typeof source = {
  fromIncidents: 'The incidents that are filtered, those near each other together',
  fromHotspots: 'Hot cells (Gi*, p ≤ 0.05, corrected)',
  withinM: 'Within a radius of',
  fewest: 'At least (incidents)',
  cellM: 'Width of a cell',
  kinds: {
    hotStretch: 'hot stretch',
    hotspot: 'hot cell',
    line: 'border line',
    incident: 'incidents',
    hand: 'by hand',
  },
  placeName: (line, km, kind) => `${line}, km ${km} (${kind})`,
  proposed: (tasks, incidents, from, to) =>
    `${many(tasks, 'place')}, from ${many(incidents, 'incident')} in the border zones, ${from} – ${to}.`,
  riskNote: (count) =>
    `The weight is the number of incidents a year recorded there; of few incidents it is not sure. Hours are those of all ${count} incidents in the border zones.`,
  none: 'No places. Try a greater radius, fewer incidents, or another width of cells.',
  take: (count) => `Add ${many(count, 'place')}`,
  window: (from, to) => `Hours ${from}–${to}`,
  addWindow: 'Add hours',
  removeWindow: (from, to) => `Remove ${from}–${to}`,
};
