import type { EditionId, Member, PlainDate, Unit, UnitCode } from '../domain';
import { isMemberOn } from './isMemberOn';

/** A unit of the edition, and the members that it holds or comes from. */
export interface MemberUnit {
  readonly code: UnitCode;
  readonly members: readonly Member[];
}

export interface MembersInEdition {
  /** In the order of the edition's units, each once. */
  readonly units: readonly MemberUnit[];
  /** Members whose unit has no counterpart in the edition. */
  readonly unplaced: readonly Member[];
}

/**
 * Where the members of a cluster are in an edition: their own unit where they are named by that edition, else by lineage
 * the unit that theirs went into (2018 → 2025), or the units that theirs came from (2025 → 2018). An organisation is where its unit is.
 * @param members  of one cluster
 * @param options  `units` are those of the edition `editionId`; with `onDay` only members of that day count
 */
export function membersInEdition(
  members: readonly Member[],
  {
    editionId,
    units,
    onDay,
  }: { readonly editionId: EditionId; readonly units: readonly Unit[]; readonly onDay?: PlainDate },
): MembersInEdition {
  const byCode = indexUnits(units, (unit) => [unit.code]);
  const byRelative = indexUnits(units, (unit) => [...unit.predecessors, ...(unit.code2025 ? [unit.code2025] : [])]);
  const placed = new Map<Unit, Member[]>();
  const unplaced: Member[] = [];
  for (const member of members) {
    if (onDay !== undefined && !isMemberOn(member, onDay)) continue;
    const homes = (member.editionId === editionId ? byCode : byRelative).get(member.unitCode) ?? [];
    if (homes.length === 0) unplaced.push(member);
    for (const unit of homes) placed.set(unit, [...(placed.get(unit) ?? []), member]);
  }
  const found = units.flatMap((unit) => {
    const here = placed.get(unit);
    return here ? [{ code: unit.code, members: here }] : [];
  });
  return { units: found, unplaced };
}

function indexUnits(
  units: readonly Unit[],
  codesOf: (unit: Unit) => readonly UnitCode[],
): ReadonlyMap<UnitCode, readonly Unit[]> {
  const index = new Map<UnitCode, Unit[]>();
  for (const unit of units) for (const code of codesOf(unit)) index.set(code, [...(index.get(code) ?? []), unit]);
  return index;
}
