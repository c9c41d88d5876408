import { locateUnit } from '../../geo';
import type { MemberUnits } from './memberUnits';
import { DAY_MIN, type DescribedDays } from './reviewDays';
import type { ReviewSource } from './reviewSource';
import type { UnitsOfIncidents } from './unitsOfIncidents';

/**
 * The row of the unit that holds each incident of some days whose handling unit is not said.
 * @returns a row for each of all incidents; what it says of others means nothing
 */
export function locateUnsaid(
  { columns, flags, chosen, info, editions }: ReviewSource,
  {
    units,
    members,
    days,
  }: { readonly units: UnitsOfIncidents; readonly members: MemberUnits; readonly days: readonly DescribedDays[] },
): Int32Array {
  const rows = new Int32Array(columns.count).fill(members.rowOf(null));
  const slots = editions.map((): number[] => []);
  const length = chosen ? chosen.slots.length : columns.count;
  for (let k = 0; k < length; k += 1) {
    const slot = chosen ? chosen.slots[k]! : k;
    if (columns.unitCode[slot]! >= 0 || Number.isNaN(columns.positions[2 * slot]!)) continue;
    const day = Math.floor(columns.occurredMin[slot]! / DAY_MIN);
    for (const { first, last, edition } of days)
      if (day >= first && day <= last) slots[units.target(edition[day - first]!)]!.push(slot);
  }
  slots.forEach((own, edition) => {
    if (own.length === 0) return;
    const { units: all, unitIndex, edition: of } = editions[edition]!;
    const rowOfUnit = all.map((unit) => members.rowOf({ kind: 'unit', edition, editionId: of.id, unit }));
    // The engine has found the units of the edition that is shown.
    const isShown = of.id === info.edition.id;
    const found = isShown ? null : locateUnit(unitIndex, positionsAt(columns.positions, own));
    own.forEach((slot, k) => {
      const unit = found ? found[k]! : flags.unit[slot]!;
      if (unit >= 0) rows[slot] = rowOfUnit[unit]!;
    });
  });
  return rows;
}

function positionsAt(positions: Float64Array, slots: readonly number[]): Float64Array {
  const picked = new Float64Array(2 * slots.length);
  slots.forEach((slot, k) => {
    picked[2 * k] = positions[2 * slot]!;
    picked[2 * k + 1] = positions[2 * slot + 1]!;
  });
  return picked;
}
