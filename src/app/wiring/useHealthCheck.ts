import { FAULTS } from '../../analysis/findFaults';
import type { HealthCheck } from '../../workers/healthTasks';
import { useServices } from '../services';
import { useObservable } from './useObservable';

const FIRST: readonly HealthCheck[] = [...FAULTS, 'duplicates'];

/** The check whose list is shown: the chosen one while it finds something, else the first that does. */
export function useHealthCheck(chosen: HealthCheck | null): HealthCheck | null {
  const { report } = useObservable(useServices().health.state);
  if (!report) return null;
  if (chosen !== null && report.counts[chosen] > 0) return chosen;
  return FIRST.find((check) => report.counts[check] > 0) ?? null;
}
