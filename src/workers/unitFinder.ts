import type { UnitCode } from '../domain';
import { indexUnits, locateUnit, type UnitIndex } from '../geo';
import { decodeEdition } from '../geo/decodeEdition';

interface NamedUnit {
  readonly code: UnitCode;
  readonly name: string;
}

/** Finds the units of any edition that hold a position; an edition is indexed once. */
export function makeUnitFinder() {
  const known = new Map<string, { readonly index: UnitIndex; readonly units: readonly NamedUnit[] }>();
  return {
    knows: (id: string): boolean => known.has(id),
    /** @param edition  `text` of its layer file; not needed where the edition is known */
    find(edition: { readonly id: string; readonly text: string }, lng: number, lat: number): NamedUnit | null {
      let found = known.get(edition.id);
      if (!found) {
        const { units } = decodeEdition(JSON.parse(edition.text));
        const indexed = indexUnits(units);
        if (!indexed.ok) return null;
        const named = units.features.map(({ properties: { code, name } }) => ({ code, name }));
        found = { index: indexed.value, units: named };
        known.set(edition.id, found);
      }
      return found.units[locateUnit(found.index, new Float64Array([lng, lat]))[0]!] ?? null;
    },
  };
}
