import { useMemo } from 'react';
import { DAY_MINUTES, isReached } from '../../../domain';
import { timeText } from '../../../features/patrols';
import { patrolWords } from '../../../i18n/patrolWords';
import { useWords } from '../../../i18n/useWords';

export interface Times {
  readonly time: (minute: number) => string;
  readonly span: (from: number, to: number) => string;
}

const isNextDay = (minute: number): boolean => isReached(minute) && Math.round(minute) >= DAY_MINUTES;

/** Times of a route, counted from the midnight that begins its day: those after the next one say so. */
export function useTimes(): Times {
  const words = useWords(patrolWords);
  return useMemo(() => {
    const time = (minute: number): string => (isNextDay(minute) ? words.nextDay(timeText(minute)) : timeText(minute));
    return {
      time,
      // Where it begins on the next day, it is said once for both.
      span: (from, to) =>
        isNextDay(from)
          ? words.nextDay(words.span(timeText(from), timeText(to)))
          : words.span(timeText(from), time(to)),
    };
  }, [words]);
}
