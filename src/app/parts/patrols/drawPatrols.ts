import type { Feature, FeatureCollection, LineString, Point } from 'geojson';
import type { RouteDraft } from '../../../analysis/patrols/readPlan';
import { ROUTE_TONES } from '../../../map/palette';
import type { PatrolProperties } from '../../../map/types';
import type { PatrolRecords } from './useRecords';
import type { ShownPlan } from './useShownPlan';

type Drawn = Feature<Point | LineString, PatrolProperties>;

const FAINTEST = 0.25;

type Records = Pick<PatrolRecords, 'posts' | 'tasks' | 'teams'>;

/** Where routes go, once the worker has told. */
export type Courses = ReadonlyMap<RouteDraft, Float64Array>;

const pairs = (flat: Float64Array): number[][] =>
  Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i]!, flat[2 * i + 1]!]);

/** The routes of the day that is shown, and the order of their stops. */
function drawRoutes({ posts, tasks, teams }: Records, { routes, day }: ShownPlan, courses: Courses): Drawn[] {
  const lines: Drawn[] = [];
  const stops: Drawn[] = [];
  for (const route of routes) {
    const number = teams.findIndex(({ id }) => id === route.teamId);
    const post = posts.find(({ id }) => id === teams[number]?.postId);
    if (route.on !== day || !post) continue;
    const tone = number % ROUTE_TONES;
    route.stops.forEach(({ taskId, isAlong }, i) => {
      const place = tasks.find(({ id }) => id === taskId)?.place;
      if (!place) return;
      const path = place.kind === 'place' ? [place.at] : isAlong ? place.path : [...place.path].reverse();
      stops.push({
        type: 'Feature',
        properties: { role: 'stop', tone, text: String(i + 1) },
        geometry: { type: 'Point', coordinates: [...path[Math.floor(path.length / 2)]!] },
      });
    });
    const course = courses.get(route);
    if (!course || course.length < 4) continue;
    lines.push({
      type: 'Feature',
      properties: { role: 'route', tone },
      geometry: { type: 'LineString', coordinates: pairs(course) },
    });
  }
  return [...lines, ...stops];
}

/** Posts, tasks that are part of the plan (the more a stretch is worth, the stronger it is), and the routes of a day. */
export function drawPatrols(
  { posts, tasks, teams }: Records,
  shown: ShownPlan | null,
  courses: Courses,
): FeatureCollection<Point | LineString, PatrolProperties> {
  const active = tasks.filter(({ isActive }) => isActive);
  const most = active.reduce((max, { weight }) => Math.max(max, weight), 0);
  const shares = active.map(({ weight }) => (most > 0 ? FAINTEST + (1 - FAINTEST) * (weight / most) : 1));
  return {
    type: 'FeatureCollection',
    features: [
      ...active.map(
        ({ place }, i): Drawn =>
          place.kind === 'place'
            ? {
                type: 'Feature',
                properties: { role: 'place', weight: shares[i]! },
                geometry: { type: 'Point', coordinates: [...place.at] },
              }
            : {
                type: 'Feature',
                properties: { role: 'stretch', weight: shares[i]! },
                geometry: { type: 'LineString', coordinates: place.path.map((position) => [...position]) },
              },
      ),
      ...(shown ? drawRoutes({ posts, tasks, teams }, shown, courses) : []),
      ...posts.map(
        ({ name, lng, lat }): Drawn => ({
          type: 'Feature',
          properties: { role: 'post', text: name },
          geometry: { type: 'Point', coordinates: [lng, lat] },
        }),
      ),
    ],
  };
}
