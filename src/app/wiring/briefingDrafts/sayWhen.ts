import type { TimeClass, TimeClasses } from '../../../analysis/briefing/timePatterns';
import { ALPHA } from '../../../analysis/hotspots/alpha';
import { counted, ifAny, probability, type Say } from './speech';

/** The class with most incidents, the first of several; null where there is none. */
function most({
  classes,
}: TimeClasses): { readonly place: number; readonly known: number; readonly of: TimeClass } | null {
  const known = classes.reduce((sum, { count }) => sum + count, 0);
  const place = classes.reduce((best, { count }, k) => (count > classes[best]!.count ? k : best), 0);
  return known > 0 ? { place, known, of: classes[place]! } : null;
}

export const sayWhen: Say<'when'> = (facts, speech) => {
  const { words, format } = speech;
  const verdict = (
    p: number | null,
    said: { readonly uneven: (p: string) => string; readonly even: (p: string) => string },
  ): string =>
    p === null ? words.untested : p < ALPHA ? said.uneven(probability(p, speech)) : said.even(probability(p, speech));
  const part = most(facts.parts);
  const weekday = most(facts.weekdays);
  const hours = 24 / facts.parts.classes.length;
  const { mostMonth: month } = facts;
  return {
    title: words.titles.when,
    sentences: [
      words.reported(facts.reported, format.count(facts.reported)),
      ...(part
        ? [
            words.mostPart(
              words.part6(String(hours * part.place), String(hours * (part.place + 1))),
              counted(part.of.count, part.of, speech),
              format.count(part.known),
            ),
            verdict(facts.parts.p, words),
          ]
        : [words.noPart]),
      ...(weekday
        ? [
            words.mostWeekday(
              words.weekdays[weekday.place]!,
              counted(weekday.of.count, weekday.of, speech),
              format.count(weekday.known),
            ),
            verdict(facts.weekdays.p, words),
          ]
        : []),
      ...(month && month.count > 0
        ? [
            words.mostMonth(
              words.month(month.name.slice(5), month.name.slice(0, 4)),
              counted(month.count, month, speech),
            ),
            ...(facts.seasonP === null ? [] : [verdict(facts.seasonP, words.season)]),
          ]
        : []),
      ...(facts.simulated > 0 ? [words.simulated(format.count(facts.simulated))] : []),
    ],
    notes: ifAny(facts.parts.unclear, words.unclear, speech),
  };
};
