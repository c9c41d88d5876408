import type { Feature, FeatureCollection, LineString, Point } from 'geojson';
import type { PatrolTask } from '../../../domain';
import type { PatrolProperties } from '../../../map/types';
import { gapLevel, type PlanCover } from './usePlanCover';

type Drawn = FeatureCollection<Point | LineString, PatrolProperties>;

/** A task as the map draws it, in one of two roles. */
function drawTask(
  { place }: Pick<PatrolTask, 'place'>,
  { ofLine, ofPlace }: { readonly ofLine: PatrolProperties; readonly ofPlace: PatrolProperties },
): Feature<Point | LineString, PatrolProperties> {
  return place.kind === 'place'
    ? { type: 'Feature', properties: ofPlace, geometry: { type: 'Point', coordinates: [...place.at] } }
    : {
        type: 'Feature',
        properties: ofLine,
        geometry: { type: 'LineString', coordinates: place.path.map((position) => [...position]) },
      };
}

/**
 * Tasks by what is expected at them in their worst gap, instead of by their weight; and the one that is pointed out.
 * @param cover  null: tasks are drawn as they are
 */
export function drawGaps(drawn: Drawn, cover: PlanCover | null, picked: PatrolTask | null): Drawn {
  const gaps = cover
    ? cover.tasks.map((task, row) => {
        const { worst, visits } = cover.covers[row]!;
        const set = { level: gapLevel(worst.risk, cover.most), isNever: visits === 0 };
        return drawTask(task, { ofLine: { role: 'gap', ...set }, ofPlace: { role: 'gapPlace', ...set } });
      })
    : [];
  const rest = cover
    ? drawn.features.filter(({ properties: { role } }) => role !== 'stretch' && role !== 'place')
    : drawn.features;
  const pointedOut = picked ? [drawTask(picked, { ofLine: { role: 'picked' }, ofPlace: { role: 'pickedPlace' } })] : [];
  return { type: 'FeatureCollection', features: [...gaps, ...pointedOut, ...rest] };
}
