import { useMemo } from 'react';
import type { StripProfile } from '../../../analysis/hotspots/makeProfile';
import type { EditionInfo } from '../../../analysis/openEdition';
import type { WatchedSpan } from '../../../features/hotspots';
import { useFormat } from '../../../i18n';
import { gapWords } from '../../../i18n/gapWords';
import { useWords } from '../../../i18n/useWords';
import { gapLevel, usePlanCover } from '../patrols/usePlanCover';
import { usePatrolRecords } from '../patrols/useRecords';
import { useShownPlan } from '../patrols/useShownPlan';
import { chainAt } from './profileSpans';

/** Pieces are cut at whole metres. */
const TOUCHING_M = 2;

/** What the plan of patrols watches of a profile, and what its row means; null: nothing of it. */
export function useWatchedSpans(
  profile: StripProfile | null,
  info: EditionInfo | null,
): { readonly spans: readonly WatchedSpan[]; readonly key: string | null } {
  const words = useWords(gapWords);
  const format = useFormat();
  const records = usePatrolRecords();
  const shown = useShownPlan(records);
  const cover = usePlanCover(records, shown);
  return useMemo(() => {
    if (!profile || !info || !cover || !shown) return { spans: [], key: null };
    const numberOf = new Map(info.lines.map(({ id }, line) => [id, line]));
    const pieces = cover.tasks.flatMap(({ name, chainage }, row) => {
      const line = chainage ? numberOf.get(chainage.lineId) : undefined;
      if (!chainage || line === undefined) return [];
      const [a, b] = [chainAt(profile, line, chainage.fromM), chainAt(profile, line, chainage.toM)];
      if (a === null || b === null) return [];
      const { visits, longest, worst } = cover.covers[row]!;
      return [
        {
          fromM: Math.min(a, b),
          toM: Math.max(a, b),
          visits,
          level: gapLevel(worst.risk, cover.most),
          text: words.profileSpan(
            name,
            format.count(visits),
            format.decimal((longest.toMinute - longest.fromMinute) / 60, 0),
            format.decimal(worst.risk, 3),
          ),
        },
      ];
    });
    const ends: number[] = [];
    const spans = pieces
      .sort((a, b) => a.fromM - b.fromM)
      .map((piece): WatchedSpan => {
        const free = ends.findIndex((end) => end <= piece.fromM + TOUCHING_M);
        const row = free < 0 ? ends.length : free;
        ends[row] = piece.toM;
        return { ...piece, row };
      });
    const key = spans.length > 0 ? words.profileKey(format.date(shown.from), format.date(shown.days.at(-1)!)) : null;
    return { spans, key };
  }, [profile, info, cover, shown, words, format]);
}
