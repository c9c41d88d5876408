import type { EditionInfo } from '../../analysis/openEdition';
import type { Layer } from '../../domain';
import type { SessionFilter } from '../../store';

/**
 * A filter without what is not there: a line or unit that the edition does not have, as an old link may name; a layer that
 * was removed or flags no more. The engine could only pass such a part over, while the screen says that it filters.
 * @returns the same object where all of it is known
 */
export function keepKnown(
  filter: SessionFilter,
  info: Pick<EditionInfo, 'lines' | 'units'>,
  layers: readonly Pick<Layer, 'id' | 'zoneM'>[],
): SessionFilter {
  const { line, sideUnit, unit, zoneLayer, ...same } = filter;
  const hasUnit = (code: string): boolean => info.units.some((candidate) => candidate.code === code);
  const known: SessionFilter = {
    ...same,
    ...(line !== undefined && info.lines.some(({ id }) => id === line) && { line }),
    ...(sideUnit !== undefined && hasUnit(sideUnit) && { sideUnit }),
    ...(unit !== undefined && hasUnit(unit) && { unit }),
    ...(zoneLayer !== undefined && layers.some(({ id, zoneM }) => id === zoneLayer && zoneM !== null) && { zoneLayer }),
  };
  return Object.keys(known).length === Object.keys(filter).length ? filter : known;
}
