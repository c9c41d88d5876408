import { useMemo, useState } from 'react';
import type { LevelFacts } from '../../../analysis/hotspots/drawBands';
import { useFormat } from '../../../i18n';
import { hotspotWords } from '../../../i18n/hotspotWords';
import { useWords } from '../../../i18n/useWords';
import { useDensityFormat } from './SurfaceSettings';

/** A surface whose levels can be pressed. */
export interface PressedSurface {
  readonly levels: readonly LevelFacts[];
  /** What it is, where there are several. */
  readonly title?: string;
}

/** What holds at the level of a surface that was pressed last, to be shown; and what to call when one of the surface's levels is pressed. */
export function usePickedLevel(surfaces: Readonly<Record<'left' | 'right', PressedSurface | null>>) {
  const words = useWords(hotspotWords);
  const format = useFormat();
  const density = useDensityFormat();
  const [picked, setPicked] = useState<LevelFacts | null>(null);
  const [left, right] = [surfaces.left?.levels, surfaces.right?.levels];
  const picks = useMemo(() => {
    const pickFrom = (levels: readonly LevelFacts[] | undefined) => (id: string) =>
      setPicked(levels?.find((level) => level.id === id) ?? null);
    return { left: pickFrom(left), right: pickFrom(right) };
  }, [left, right]);
  // A level of a surface that is no longer shown says nothing.
  const surface = [surfaces.left, surfaces.right].find((each) => picked && each?.levels.includes(picked));
  const level = surface && picked;
  const told = surface && level && (
    <p role="status">
      {surface.title && `${surface.title}: `}
      {words.bandFacts(density(level.level), format.area(level.areaKm2), format.count(level.count))}
    </p>
  );
  return { picks, told };
}
