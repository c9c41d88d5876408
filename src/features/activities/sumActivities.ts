import { ACTIVITY_KINDS, type Activity, type ActivityKind } from '../../domain';

export interface ActivitySums {
  /** One per unit's name, by name; then all together. */
  readonly units: readonly { readonly unit: string; readonly counts: Readonly<Record<ActivityKind, number>> }[];
  readonly total: Readonly<Record<ActivityKind, number>>;
}

const none = (): Record<ActivityKind, number> => ({ meeting: 0, broadcast: 0, jointPatrol: 0 });

/** Activities counted per unit and kind. */
export function sumActivities(activities: readonly Activity[], nameOf: (activity: Activity) => string): ActivitySums {
  const byUnit = new Map<string, Record<ActivityKind, number>>();
  const total = none();
  for (const activity of activities) {
    const unit = nameOf(activity);
    const counts = byUnit.get(unit) ?? none();
    byUnit.set(unit, counts);
    counts[activity.kind] += activity.count;
    total[activity.kind] += activity.count;
  }
  const units = [...byUnit].map(([unit, counts]) => ({ unit, counts }));
  return { units: units.sort((a, b) => a.unit.localeCompare(b.unit, 'vi')), total };
}

export const allOf = (counts: Readonly<Record<ActivityKind, number>>): number =>
  ACTIVITY_KINDS.reduce((sum, kind) => sum + counts[kind], 0);
