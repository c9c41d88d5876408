import type { Degrees, PatrolTask } from '../../../domain';

/** The middle of what a task is done at. */
export function middleOf({ place }: Pick<PatrolTask, 'place'>): Degrees {
  return place.kind === 'place' ? place.at : place.path[Math.floor(place.path.length / 2)]!;
}
