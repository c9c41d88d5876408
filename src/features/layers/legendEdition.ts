import type { EditionInfo } from '../../analysis/openEdition';
import { type Exactness, LEVELS, type Level } from '../../domain';

/** What the legend must know of an edition. */
export interface LegendEdition {
  readonly id: string;
  /** Levels that its lines have: districts were abolished in 2025. */
  readonly levels: readonly Level[];
  /** Null where every line is exact. */
  readonly approximate: {
    readonly levels: readonly Level[];
    readonly usualM: number;
    readonly worstM: number;
  } | null;
  readonly hasContext: boolean;
  readonly attribution: string;
}

export function legendEdition({ edition, source, lines, units }: EditionInfo): LegendEdition {
  const levelsOf = (exactness?: Exactness): Level[] => {
    const present = new Set(
      lines.filter((line) => !exactness || line.exactness === exactness).map(({ level }) => level),
    );
    return LEVELS.filter((level) => present.has(level));
  };
  const approximateLevels = levelsOf('approximate');
  const within = source.approximateWithinM;
  return {
    id: edition.id,
    levels: levelsOf(),
    approximate:
      within && approximateLevels.length > 0
        ? { levels: approximateLevels, usualM: within.usual, worstM: within.worst }
        : null,
    hasContext: units.some(({ isCore }) => !isCore),
    attribution: source.attribution,
  };
}
