import { COARSE_M, EARLIEST_DAY, FAR_M, FAULTS } from '../../analysis/findFaults';
import type { Formatter, Messages } from '../../i18n';
import type { HealthCheck } from '../../workers/healthTasks';

/** In the order of the page: what keeps a record off the map first. */
export const CHECKS: readonly HealthCheck[] = FAULTS.flatMap((fault): HealthCheck[] =>
  fault === 'personalNumber' ? ['duplicates', fault] : [fault],
);

/** One line of why it matters. */
export function whyOf(check: HealthCheck, { health }: Pick<Messages, 'health'>, format: Formatter): string {
  switch (check) {
    case 'farOutside':
      return health.why.farOutside(format.distance(FAR_M));
    case 'coarsePosition':
      return health.why.coarsePosition(format.distance(COARSE_M));
    case 'tooEarly':
      return health.why.tooEarly(format.date(EARLIEST_DAY));
    default:
      return health.why[check]();
  }
}
