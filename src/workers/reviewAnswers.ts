import { transfer } from 'comlink';
import type { ReviewFigures } from '../analysis/briefing/reviewFigures';
import type { ReviewQuestion, ReviewSource } from '../analysis/briefing/reviewSource';
import { gatherHotspotIncidents, type HotspotIncidents } from '../analysis/hotspots/gatherHotspotIncidents';
import type { IncidentColumns } from '../analysis/incidentColumns';
import type { FoldedNames, IncidentFilter } from '../analysis/incidentFilter';
import type { IncidentFlags } from '../analysis/incidentFlags';
import { type IncidentTiming, queryIncidents } from '../analysis/incidentQuery';
import type { OpenEdition } from '../analysis/openEdition';
import { buffersIn } from './buffersIn';
import type { EditionText, UnitFinder } from './unitFinder';

/** What a review is asked for, with the editions that it counts by, oldest first; the filter's days do not count. */
export interface ReviewRequest extends ReviewQuestion {
  readonly filter: IncidentFilter;
  readonly editions: readonly EditionText[];
}

interface Held {
  readonly edition: OpenEdition | null;
  readonly flags: IncidentFlags;
  readonly names: FoldedNames;
  readonly zoneLayerCount: number;
  readonly register: number;
  /** Whether all lines counted in the last answer. */
  readonly isWhole: boolean;
}

/** No day at all: who passes but for the days is told beside, and nothing is left to be sorted. */
const NO_DAY = { from: 1, to: 0 };

/** Figures of a period, over what the last answer holds of positions and lines, whatever days it was filtered by. */
export function answerReviews(columns: IncidentColumns, unitFinder: UnitFinder, now: () => Held) {
  const unitNumbers = ({ info }: OpenEdition): ReadonlyMap<number, number> =>
    new Map(info.units.map((unit, number) => [Number(unit.code), number]));

  function passing(edition: OpenEdition, filter: IncidentFilter): IncidentTiming | null {
    const { flags, names, zoneLayerCount } = now();
    return queryIncidents(columns, flags, {
      lines: edition.info.lines,
      unitCount: edition.info.units.length,
      zoneLayerCount,
      unitNumberOf: unitNumbers(edition),
      names,
      filter: { ...filter, occurredDay: NO_DAY },
      sort: { key: 'occurred', descending: true },
      timing: true,
    }).timing;
  }

  function chosenBy(edition: OpenEdition, { occurredDay: _, ...filter }: IncidentFilter) {
    if (Object.values(filter).every((value) => value === undefined)) return null;
    const timing = passing(edition, filter);
    if (!timing) return null;
    const { anyStretch, isOnStretch, row } = timing;
    const slots = new Uint32Array(anyStretch.length);
    const rows = new Int32Array(anyStretch.length);
    let kept = 0;
    for (let k = 0; k < anyStretch.length; k += 1) {
      if (isOnStretch[k] === 0) continue;
      slots[kept] = anyStretch[k]!;
      rows[kept] = row[k]!;
      kept += 1;
    }
    return { slots: slots.subarray(0, kept), rows: rows.subarray(0, kept) };
  }

  /** What is counted, as it stands now. */
  function reviewSource({ filter, editions }: ReviewRequest): ReviewSource | null {
    const { edition, flags, register, isWhole } = now();
    if (!edition || flags.unit.length !== columns.count) return null;
    const opened = editions.flatMap((text) => unitFinder.open(text) ?? []);
    if (opened.length < editions.length) return null;
    return {
      columns,
      flags,
      chosen: chosenBy(edition, filter),
      info: edition.info,
      editions: opened,
      scope: isWhole ? 'all' : 'cluster',
      register,
    };
  }

  return {
    /** The units of editions with their lineage, in the same order; those that cannot be opened are left out. */
    unitsOfEditions: (editions: readonly EditionText[]) =>
      editions.flatMap((text) => {
        const opened = unitFinder.open(text);
        return opened ? [{ edition: opened.edition, units: opened.units }] : [];
      }),

    reviewSource,

    /** Null where there is no answer yet, or an edition that was not given cannot be opened. */
    async reviewFigures(request: ReviewRequest): Promise<ReviewFigures | null> {
      // Most people never ask: the first screen does not load what counts.
      const { makeReviewFigures } = await import('../analysis/briefing/makeReviewFigures');
      const source = reviewSource(request);
      const { filter: _filter, editions: _editions, ...question } = request;
      return source && makeReviewFigures(question, source);
    },

    /** Incidents as hotspots take them, by a filter of its own; null where there is no answer yet. */
    reviewIncidents(
      filter: IncidentFilter,
    ): { readonly register: number; readonly incidents: HotspotIncidents } | null {
      const { edition, flags, register } = now();
      if (!edition || flags.unit.length !== columns.count) return null;
      const timing = passing(edition, filter);
      if (!timing) return null;
      const incidents = gatherHotspotIncidents(columns, flags, {
        slots: timing.anyStretch,
        rows: timing.row,
        isOnStretch: timing.isOnStretch,
        lines: edition.info.lines,
        unitNumberOf: unitNumbers(edition),
      });
      return transfer({ register, incidents }, buffersIn(incidents));
    },
  };
}
