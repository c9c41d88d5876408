import type { HotspotQuestion } from '../../analysis/hotspots/hotspotState';
import type { PlainDate } from '../../domain';
import type { DayRange, HotspotSettings } from '../../store';
import type { HotspotApi } from '../../workers/hotspotEntry';
import type { HotspotWish } from './hotspotService';

type Tasks = HotspotApi['hotspots'];
/** What each view's computation gives. */
export interface HotspotResults {
  readonly density: ReturnType<Tasks['density']>;
  readonly seam: ReturnType<Tasks['seam']>;
  readonly cells: ReturnType<Tasks['cells']>;
  readonly stretches: ReturnType<Tasks['stretches']>;
  readonly ranking: ReturnType<Tasks['ranking']>;
  readonly timing: ReturnType<Tasks['timing']>;
  readonly repeats: ReturnType<Tasks['repeats']>;
  readonly evaluation: ReturnType<Tasks['evaluation']>;
  readonly profile: ReturnType<Tasks['profile']>;
}

/** Chance that gives the same on every machine. */
const SEED = 2018;
const DAY_MIN = 1440;

const minutesOf = (day: string): number => Date.parse(day) / 60_000;

const monthStart = (atMin: number, later = 0): number => {
  const day = new Date(atMin * 60_000);
  return Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + later, 1) / 60_000;
};

/** The period of a filter; what it leaves open begins and ends with the months of the records, but does not go beyond today. */
export function questionOf(
  occurred: DayRange | undefined,
  span: readonly [number, number] | null,
  { withDiscovered, today }: { readonly withDiscovered: boolean; readonly today: PlainDate },
): HotspotQuestion {
  const fromMin = occurred?.from ? minutesOf(occurred.from) : span && monthStart(span[0]);
  const lastMin = span && (Math.floor(span[1] / DAY_MIN) + 1) * DAY_MIN;
  const toMin = occurred?.to
    ? minutesOf(occurred.to) + DAY_MIN
    : span && Math.max(lastMin ?? 0, Math.min(monthStart(span[1], 1), minutesOf(today) + DAY_MIN));
  const period = fromMin === null || toMin === null || fromMin >= toMin ? null : { fromMin, toMin };
  return { period, withDiscovered };
}

function compareOf({ compare }: HotspotSettings): { fromMin: number; toMin: number } | null {
  return compare && { fromMin: minutesOf(compare.from), toMin: minutesOf(compare.to) + DAY_MIN };
}

const stretchOptions = ({ maxStretchM, replicates, overUncertainty }: HotspotSettings) => ({
  maxLengthM: maxStretchM,
  replicates,
  overUncertainty,
  seed: SEED,
});

/** The computation that a view wants; null where it needs none. */
export function wishOf(
  settings: HotspotSettings,
  base: {
    readonly contents: number;
    readonly question: HotspotQuestion;
    readonly passing: readonly number[] | null;
    readonly lines: readonly number[];
  },
): HotspotWish<unknown> | null {
  const { question, contents, lines, passing } = base;
  // Chance is spread over whole lines: what lies beside a piece that is filtered by counts, too.
  const whole = { ignoresStretch: true, lines: passing };
  const wish = (of: readonly unknown[], run: HotspotWish<unknown>['run']): HotspotWish<unknown> => ({
    key: JSON.stringify([settings.view, contents, question, ...of]),
    question,
    run,
  });
  switch (settings.view) {
    case 'density': {
      const { kernel, bandwidthM } = settings;
      const options = { kernel, bandwidthM, compare: compareOf(settings), overUncertainty: settings.overUncertainty };
      return wish([options], (api, asked) => api.density(asked, options));
    }
    case 'seam': {
      const { kernel, bandwidthM, overUncertainty } = settings;
      const options = { kernel, bandwidthM, overUncertainty };
      return wish([options], (api, asked) => api.seam(asked, options));
    }
    case 'cells': {
      const { cellShape: shape, cellM, statistic, correctsMany, overUncertainty } = settings;
      const neighbourM = Math.min(settings.neighbourM, MOST_CELLS_AWAY * cellM);
      const options = { shape, cellM, neighbourM, statistic, correctsMany, overUncertainty };
      return wish([options], (api, asked) => api.cells(asked, options));
    }
    case 'stretches': {
      const options = { ...stretchOptions(settings), overTime: settings.overTime };
      return wish([options, passing], (api, asked, onProgress) =>
        api.stretches({ ...asked, ...whole }, options, onProgress),
      );
    }
    case 'profile': {
      const { smoothingM: bandwidthM, overUncertainty, showsHot } = settings;
      const stretches = showsHot ? { ...stretchOptions(settings), overTime: false } : null;
      const options = { lines, bandwidthM, overUncertainty, stretches };
      return lines.length === 0
        ? null
        : wish([options, passing], (api, asked, onProgress) =>
            api.profile({ ...asked, ...whole }, options, onProgress),
          );
    }
    case 'ranking': {
      const { exposure, overUncertainty, rankOf, rankedM } = settings;
      const pieceM = rankOf === 'line' ? null : rankedM;
      const options = { exposure, pieceM, overUncertainty, compare: compareOf(settings) };
      return wish([options, passing], (api, asked) => api.ranking({ ...asked, ...whole }, options));
    }
    case 'timing':
      return wish([], (api, asked) => api.timing(asked, SEED));
    case 'repeats': {
      const { repeatM: distanceM, repeatDays: days, replicates: permutations } = settings;
      const options = { distanceM, days, permutations, seed: SEED, overUncertainty: settings.overUncertainty };
      return wish([options], (api, asked, onProgress) => api.repeats(asked, options, onProgress));
    }
    case 'evaluation': {
      const { kernel, bandwidthM, cellM } = settings;
      const options = {
        kernel,
        bandwidthM,
        cellM,
        fit: compareOf(settings),
        overUncertainty: settings.overUncertainty,
      };
      return wish([options], (api, asked) => api.evaluation(asked, options));
    }
  }
}

/** Farther neighbours than this many cells would be millions. */
export const MOST_CELLS_AWAY = 10;
