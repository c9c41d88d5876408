import type { BoundaryEdition, CountBy, EditionId, Unit, UnitCode } from '../../domain';
import type { UnitIndex } from '../../geo';

/** A boundary edition as a review needs it: its units in the order of their index. */
export interface ReviewEdition {
  readonly edition: BoundaryEdition;
  readonly units: readonly Unit[];
  readonly unitIndex: UnitIndex;
}

/** Why a code leads to no unit: no edition has it; its lineage leads nowhere; its land went to, or came from, several units. */
export type UnmappedReason = 'unknownCode' | 'notTraced' | 'several';

/** The unit by which something counts, or why there is none. */
export type CountingUnit =
  | { readonly kind: 'unit'; readonly edition: number; readonly editionId: EditionId; readonly unit: Unit }
  | { readonly kind: 'unmapped'; readonly code: UnitCode; readonly name: string; readonly reason: UnmappedReason };

/** The place of the edition by which a day goes, as of `editionOn`: between two the one before, before all the first. */
export function placeOfEdition(editions: readonly Pick<ReviewEdition, 'edition'>[], day: string): number {
  const place = editions.findLastIndex(({ edition: { validFrom } }) => validFrom === null || validFrom <= day);
  return Math.max(0, place);
}

/**
 * Finds the units of codes as they were or are.
 * @param editions  oldest first
 * @returns `editionAt`: place of the edition by which a day goes; `unitOf`: the unit by which a code counts
 */
export function makeUnitsOfIncidents(editions: readonly ReviewEdition[], countBy: CountBy) {
  const byCode = editions.map(({ units }) => new Map(units.map((unit) => [unit.code as string, unit])));
  const last = editions.length - 1;
  const known = new Map<string, CountingUnit>();

  /** One edition on or back; the reason where there is not exactly one unit. */
  function step(from: number, unit: Unit, by: 1 | -1): Unit | UnmappedReason {
    const codes = by === 1 ? (unit.code2025 ? [unit.code2025] : []) : unit.predecessors;
    const found = codes.flatMap((code) => byCode[from + by]!.get(code) ?? []);
    return found.length === 1 ? found[0]! : found.length === 0 ? 'notTraced' : 'several';
  }

  function trace(code: UnitCode, from: number, to: number): CountingUnit {
    const unmapped = (name: string, reason: UnmappedReason): CountingUnit => ({ kind: 'unmapped', code, name, reason });
    // A code that is not of the day's edition is read by the one that is asked for, else by any that has it.
    let at = [from, to, ...editions.keys()].find((place) => byCode[place]?.has(code));
    if (at === undefined) return unmapped(code, 'unknownCode');
    let unit = byCode[at]!.get(code)!;
    const { name } = unit;
    while (at !== to) {
      const by = at < to ? 1 : -1;
      const next = step(at, unit, by);
      if (typeof next === 'string') return unmapped(name, next);
      unit = next;
      at += by;
    }
    return { kind: 'unit', edition: to, editionId: editions[to]!.edition.id, unit };
  }

  return {
    editionAt: (day: string): number => placeOfEdition(editions, day),
    /** The edition whose units count for what happened under another one. */
    target: (edition: number): number => (countBy === 'now' ? last : edition),
    /**
     * @param edition  of the day on which it counts
     * @param readBy   the edition that the code is of, where that is another one
     */
    unitOf(code: UnitCode, edition: number, readBy = edition): CountingUnit {
      const key = `${edition}:${readBy}:${code}`;
      let found = known.get(key);
      if (!found) {
        found = trace(code, readBy, countBy === 'now' ? last : edition);
        known.set(key, found);
      }
      return found;
    },
  };
}

export type UnitsOfIncidents = ReturnType<typeof makeUnitsOfIncidents>;
