import { useMemo } from 'react';
import type { RouteFacts, RouteStop } from '../../../../analysis/patrols/describeRoute';
import { DAY_MINUTES, isReached } from '../../../../domain';
import { timeText } from '../../../../features/patrols';
import { useFormat } from '../../../../i18n';
import { patrolFieldWords } from '../../../../i18n/patrolFieldWords';
import { patrolWords } from '../../../../i18n/patrolWords';
import { useWords } from '../../../../i18n/useWords';

/** How sheets and files name routes, times and pieces of lines. */
export interface FieldTexts {
  readonly time: (minute: number) => string;
  readonly span: (fromMinute: number, toMinute: number) => string;
  /** Empty where a stop watches no line. */
  readonly piece: (stop: Pick<RouteStop, 'piece'>) => string;
  /** The posts of both sides and how to reach them, one line a side. */
  readonly sides: (stop: Pick<RouteStop, 'sides'>) => readonly string[];
  readonly title: (facts: RouteFacts) => string;
}

export function useFieldTexts(): FieldTexts {
  const words = useWords(patrolFieldWords);
  const patrols = useWords(patrolWords);
  const format = useFormat();
  return useMemo(() => {
    const time = (minute: number): string =>
      isReached(minute) && Math.round(minute) >= DAY_MINUTES ? patrols.nextDay(timeText(minute)) : timeText(minute);
    const span = (from: number, to: number): string => patrols.span(time(from), time(to));
    const km = (metres: number): string => format.decimal(metres / 1_000, 2);
    return {
      time,
      span,
      piece: ({ piece }) => (piece ? words.piece(piece.lineName, km(piece.fromM), km(piece.toM)) : ''),
      sides: ({ sides }) =>
        sides.map(({ unitName, posts }) => {
          const told = posts.map(({ name, contact }) => `${name} (${contact || words.noContact})`);
          return `${unitName}: ${told.join(', ') || words.noPost}`;
        }),
      title: ({ team, shift, route }) => `${team.name} · ${shift.name} · ${format.date(route.on)}`,
    };
  }, [words, patrols, format]);
}
