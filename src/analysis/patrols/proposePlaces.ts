import { fromLocal } from '../../geo/localFrame';
import { ALPHA } from '../hotspots/alpha';
import type { CellFactsLike } from '../hotspots/cellFacts';
import { type Basis, type OpenGround, type OpenIncidents, pointsOf } from '../hotspots/hotspotState';
import { makeCellMap } from '../hotspots/makeCellMap';
import { yearsOf } from '../hotspots/selectEvents';
import { cellOf, makeCells } from '../local/cellGrid';
import { gatherNear } from './gatherNear';
import { type ProposedTask, proposalHours, type TaskProposals } from './proposeTasks';

export type PlaceOptions =
  | {
      /** Where incidents lie close together. */
      readonly of: 'incident';
      readonly withinM: number;
      readonly fewest: number;
    }
  | {
      /** The incidents of cells that stand out by Gi*. */
      readonly of: 'hotspot';
      readonly cellM: number;
    };

/** High among high. */
const HOT = 1;

/**
 * Places that patrols may visit: where incidents in the zones lie within a circle, or within cells that hold significantly many with those about
 * them (false discoveries held down). A place is in the midst of its incidents; it expects in a year what it had. The hours are those of all
 * incidents in the zones: a place has too few for its own.
 * @returns the place with most first; its line is the one on which most of its incidents count
 */
export function proposePlaces(
  ground: OpenGround,
  incidents: OpenIncidents,
  { facts, options, ...basis }: Basis & { readonly facts: CellFactsLike; readonly options: PlaceOptions },
): TaskProposals {
  const { index: inZones, ...common } = proposalHours(incidents, basis);
  const years = yearsOf(basis.selection);
  let index = inZones;
  if (options.of === 'hotspot') {
    const { cellM } = options;
    const { significant } = makeCellMap(ground, incidents, {
      ...basis,
      facts,
      options: {
        shape: 'hexagon',
        cellM,
        neighbourM: 2 * cellM,
        statistic: 'gi',
        correctsMany: true,
        overUncertainty: false,
      },
    });
    const hot = new Set(significant.filter(({ kind, p }) => kind === HOT && p <= ALPHA).map(({ id }) => Number(id)));
    const cells = makeCells({ shape: 'hexagon', sizeM: cellM, bbox: ground.bbox });
    index = inZones.filter((i) => hot.has(cellOf(cells, incidents.local[2 * i]!, incidents.local[2 * i + 1]!)));
  }
  const points = pointsOf(incidents, index);
  const [radiusM, fewest] = options.of === 'incident' ? [options.withinM, options.fewest] : [options.cellM, 1];
  const tasks = gatherNear(points, radiusM, fewest).map((circle): ProposedTask => {
    const mean = (axis: 0 | 1): number => circle.reduce((sum, k) => sum + points[2 * k + axis]!, 0) / circle.length;
    const at = fromLocal(ground.frame, new Float64Array([mean(0), mean(1)]));
    const ofLine = new Map<number, number[]>();
    for (const k of circle) {
      const i = index[k]!;
      const line = incidents.line[i]!;
      ofLine.set(line, [...(ofLine.get(line) ?? []), incidents.chainageM[i]!]);
    }
    const [line, chainages] = [...ofLine].sort((a, b) => b[1].length - a[1].length || a[0] - b[0])[0]!;
    return {
      line,
      fromM: Math.min(...chainages),
      toM: Math.max(...chainages),
      path: [[at[0]!, at[1]!]],
      count: circle.length,
      perYear: circle.length / years,
    };
  });
  return { ...common, tasks };
}
