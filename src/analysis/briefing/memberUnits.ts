import type { EditionId, Member, Unit } from '../../domain';
import { membersInEdition } from '../membersInEdition';
import type { Days } from './periodBefore';
import type { NoMember, ReviewUnit, UnmappedUnit } from './reviewFigures';
import type { CountingUnit, ReviewEdition } from './unitsOfIncidents';

/** Rows of members, in the order of editions and units; after them come the rests. */
export interface MemberUnits {
  readonly units: readonly (ReviewUnit & { readonly edition: number })[];
  /** The row of a counting unit, or the place of its rest after the rows. */
  readonly rowOf: (unit: CountingUnit | null) => number;
}

/** What has no row among the members, in the order of its rows. */
export const NO_MEMBER = ['outside', 'unknown', 'unmapped'] as const satisfies readonly NoMember[];

/**
 * The units of those that were members on some day of a period.
 * @param editions  those that count, oldest first; others are null
 */
export function findMemberUnits(
  editions: readonly (ReviewEdition | null)[],
  members: readonly Member[],
  period: Days,
): MemberUnits {
  const taking = members.filter(({ from, to }) => from <= period.to && (to === null || to >= period.from));
  const units = editions.flatMap((open, edition) => {
    if (!open) return [];
    const { id: editionId } = open.edition;
    const nameOf = new Map(open.units.map(({ code, name }) => [code, name]));
    return membersInEdition(taking, { editionId, units: open.units }).units.map(({ code, members: own }) => ({
      edition,
      editionId,
      code,
      name: nameOf.get(code)!,
      members: own.map(({ name }) => name),
    }));
  });
  const rows = new Map(units.map(({ editionId, code }, row) => [keyOf(editionId, { code }), row]));
  const rest = (why: NoMember): number => units.length + NO_MEMBER.indexOf(why);
  return {
    units,
    rowOf: (found) => {
      if (!found) return rest('unknown');
      if (found.kind === 'unmapped') return rest('unmapped');
      return rows.get(keyOf(found.editionId, found.unit)) ?? rest('outside');
    },
  };
}

const keyOf = (editionId: EditionId, { code }: Pick<Unit, 'code'>): string => `${editionId}:${code}`;

/** Counts what cannot be traced, by its code and the reason. */
export function makeUnmappedCount() {
  const found = new Map<string, UnmappedUnit & { now: number; before: number }>();
  return {
    add({ code, name, reason }: Extract<CountingUnit, { kind: 'unmapped' }>, isBefore: boolean, count: number): void {
      const key = `${code}:${reason}`;
      const entry = found.get(key) ?? { code, name, reason, now: 0, before: 0 };
      entry[isBefore ? 'before' : 'now'] += count;
      found.set(key, entry);
    },
    list: (hasBefore: boolean): UnmappedUnit[] =>
      [...found.values()]
        .sort((a, b) => b.now - a.now || (a.code < b.code ? -1 : 1))
        .map(({ before, ...rest }) => ({ ...rest, before: hasBefore ? before : null })),
  };
}
