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
  const codes = new Set<string>(info.units.map(({ code }) => code));
  const lines = new Set<string>(info.lines.map(({ id }) => id));
  const zones = new Set<string>(layers.flatMap(({ id, zoneM }) => (zoneM === null ? [] : [id])));
  const { line, stretch, sideUnit, unit, zoneLayer, ...same } = filter;
  const parts = {
    line: [line, lines],
    sideUnit: [sideUnit, codes],
    unit: [unit, codes],
    zoneLayer: [zoneLayer, zones],
  } as const;
  let isWhole = true;
  const known = Object.entries(parts).flatMap(([key, [values, there]]) => {
    const kept = values?.filter((value) => there.has(value)) ?? [];
    if (kept.length < (values?.length ?? 0)) isWhole = false;
    return kept.length > 0 ? [[key, kept] as const] : [];
  });
  const spans = stretch?.filter((span) => lines.has(span.line)) ?? [];
  if (spans.length < (stretch?.length ?? 0)) isWhole = false;
  if (spans.length > 0) known.push(['stretch', spans] as never);
  return isWhole ? filter : { ...same, ...Object.fromEntries(known) };
}
