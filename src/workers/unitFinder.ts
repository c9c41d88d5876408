import type { ReviewEdition } from '../analysis/briefing/unitsOfIncidents';
import type { UnitCode } from '../domain';
import { indexUnits, locateUnit } from '../geo';
import { decodeEdition } from '../geo/decodeEdition';

interface NamedUnit {
  readonly code: UnitCode;
  readonly name: string;
}

/** An edition by its id; `text` of its layer file is not needed where the edition is known. */
export interface EditionText {
  readonly id: string;
  readonly text: string;
}

/** Finds the units of any edition that hold a position; an edition is indexed once. */
export function makeUnitFinder() {
  const known = new Map<string, ReviewEdition>();
  /** Null where its shapes cannot be indexed. */
  function open({ id, text }: EditionText): ReviewEdition | null {
    const found = known.get(id);
    if (found) return found;
    const { edition, units } = decodeEdition(JSON.parse(text));
    const indexed = indexUnits(units);
    if (!indexed.ok) return null;
    const opened = { edition, unitIndex: indexed.value, units: units.features.map(({ properties }) => properties) };
    known.set(id, opened);
    return opened;
  }
  return {
    knows: (id: string): boolean => known.has(id),
    open,
    find(edition: EditionText, lng: number, lat: number): NamedUnit | null {
      const found = open(edition);
      const unit = found?.units[locateUnit(found.unitIndex, new Float64Array([lng, lat]))[0]!];
      return unit ? { code: unit.code, name: unit.name } : null;
    },
  };
}

export type UnitFinder = ReturnType<typeof makeUnitFinder>;
