import type { BoundaryEdition, Cluster, EditionId, Member, PlainDate, Unit } from '../../domain';

/** What happened to a cluster on a day. */
export type ClusterEvent = { readonly on: PlainDate } & (
  | { readonly kind: 'agreement'; readonly members: readonly string[] }
  | { readonly kind: 'joined'; readonly name: string; readonly isProvisional: boolean }
  /** `on` is the last day. */
  | { readonly kind: 'left'; readonly name: string }
  | { readonly kind: 'review' }
  | { readonly kind: 'edition'; readonly editionId: EditionId }
  | {
      readonly kind: 'merged';
      readonly from: readonly string[];
      readonly into: string;
      /** Null where no source names it, or it is not confirmed. */
      readonly resolution: string | null;
    }
);

const KINDS = ['agreement', 'review', 'joined', 'merged', 'edition', 'left'] as const;

/**
 * A cluster's life by day: its agreement, its members, its reviews, and what became of the members' units.
 * @param members   of this cluster
 * @param editions  oldest first, with their units; one whose first day is not known is no event
 * @param reviews   days of reviews that are known
 * @returns by day; on the same day the agreement first
 */
export function clusterTimeline(
  { id, agreedOn }: Pick<Cluster, 'id' | 'agreedOn'>,
  {
    members,
    editions,
    reviews,
  }: {
    readonly members: readonly Member[];
    readonly editions: readonly { readonly edition: BoundaryEdition; readonly units: readonly Unit[] }[];
    readonly reviews: readonly PlainDate[];
  },
): ClusterEvent[] {
  const own = members.filter(({ clusterId }) => clusterId === id);
  const isFounder = ({ from }: Member): boolean => from === agreedOn;
  const events: ClusterEvent[] = [
    ...(agreedOn
      ? [{ kind: 'agreement' as const, on: agreedOn, members: own.filter(isFounder).map(({ name }) => name) }]
      : []),
    ...own
      .filter((member) => !isFounder(member))
      .map(({ name, from, fromIsProvisional }) => ({
        kind: 'joined' as const,
        on: from,
        name,
        isProvisional: fromIsProvisional,
      })),
    ...own.flatMap(({ name, to }) => (to ? [{ kind: 'left' as const, on: to, name }] : [])),
    ...reviews.map((on) => ({ kind: 'review' as const, on })),
    ...editions.flatMap(({ edition: { id: editionId, validFrom } }) =>
      validFrom ? [{ kind: 'edition' as const, on: validFrom, editionId }] : [],
    ),
    ...mergersOf(own, editions),
  ];
  return events.sort((a, b) => (a.on === b.on ? KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) : a.on < b.on ? -1 : 1));
}

/** The steps of the members' units by their lineage, those of the same day into the same unit together. */
function mergersOf(
  members: readonly Member[],
  editions: readonly { readonly edition: BoundaryEdition; readonly units: readonly Unit[] }[],
): ClusterEvent[] {
  const found = new Map<string, { on: PlainDate; from: Set<string>; into: string; resolution: string | null }>();
  for (const { editionId, unitCode, to } of members) {
    const unit = editions.find(({ edition }) => edition.id === editionId)?.units.find(({ code }) => code === unitCode);
    let name = unit?.name ?? '';
    for (const step of unit?.lineage ?? []) {
      if (to !== null && to < step.effective) break;
      const key = `${step.effective}:${step.code}`;
      const merger = found.get(key) ?? {
        on: step.effective,
        from: new Set<string>(),
        into: step.name,
        resolution: step.isResolutionConfirmed ? step.resolution : null,
      };
      merger.from.add(name);
      found.set(key, merger);
      name = step.name;
    }
  }
  return [...found.values()].map(({ from, ...rest }) => ({ kind: 'merged', ...rest, from: [...from] }));
}
