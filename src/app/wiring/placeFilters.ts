import type { EditionInfo } from '../../analysis/openEdition';
import type { HotspotView, SessionFilter } from '../../store';

/** Filters that let incidents of some places pass and those of others not. */
const OF_PLACE = ['line', 'level', 'sideUnit', 'unit', 'distance', 'zoneLayer', 'isFlagged', 'doubt'] as const;
/** Of these, and of others that go with the place, those that no choice of lines can stand for. */
const BEYOND_LINES = ['unit', 'sideUnit', 'distance', 'zoneLayer', 'handling'] as const;

/** Numbers of the lines that can have incidents that pass: chance must not be spread over the others. Null: all lines. */
export function linesThatPass(filter: SessionFilter, info: EditionInfo): readonly number[] | null {
  const { line, level, sideUnit, unit } = filter;
  if (!line && !level && !sideUnit && !unit) return null;
  const isBeside = (each: EditionInfo['lines'][number], codes: readonly string[] | undefined): boolean =>
    !codes || [each.leftUnit, each.rightUnit].some((number) => codes.includes(info.units[number]?.code ?? ''));
  return info.lines.flatMap((each, number) =>
    (!line || line.includes(each.id)) &&
    (!level || level.includes(each.level)) &&
    isBeside(each, sideUnit) &&
    isBeside(each, unit)
      ? [number]
      : [],
  );
}

/** Whether a result must be read with the filter by place in mind. */
export function hangsOnPlace(
  filter: SessionFilter,
  { view, overUncertainty }: { readonly view: HotspotView; readonly overUncertainty: boolean },
): boolean {
  const has = (keys: readonly (keyof SessionFilter)[]): boolean => keys.some((key) => filter[key] !== undefined);
  return (view === 'stretches' && has(BEYOND_LINES)) || (overUncertainty && has(OF_PLACE));
}
