import { hidesSingles, useSession } from '../../store';

/** Whether single incidents may be seen: before an audience only where the officer says so. */
export function useShowsSingles(): boolean {
  return useSession((session) => !hidesSingles(session));
}
