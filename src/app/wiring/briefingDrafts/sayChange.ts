import { type Compared, LEAST_FOR_SHARES } from '../../../analysis/briefing/compareCounts';
import { ALPHA } from '../../../analysis/hotspots/alpha';
import { interval, periodText, probability, type Say, type Speech } from './speech';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** How a count stands to that of the period before: only what the test bears out is called a change. */
function comparison(subject: string, { now, before, change, p, ...of }: Compared, speech: Speech, told = p): string[] {
  if (before === null || told === null) return [];
  const { words, format } = speech;
  const [nowText, beforeText] = [words.cases(now, format.count(now)), words.cases(before, format.count(before))];
  const range = interval(of, speech);
  if (now === before && told >= ALPHA) return [words.same(subject, nowText, range)];
  const said = [subject, nowText, range, beforeText, probability(told, speech)] as const;
  if (told >= ALPHA) return [words.notShown(...said)];
  const sentence = now > before ? words.rose(...said) : words.fell(...said);
  const isFew = Math.min(now, before) < LEAST_FOR_SHARES;
  const share = change === null ? null : `${change > 0 ? '+' : '−'}${format.percent(Math.abs(change))}`;
  return [sentence, ...(share ? [words.share(share)] : isFew ? [words.fewForShare] : [])];
}

export const sayChange: Say<'change'> = (facts, speech) => {
  const { words, format, categoryName } = speech;
  const { changed, persons } = facts;
  return {
    title: words.titles.change,
    sentences: [
      capital(words.comparedPeriods(periodText(facts.period, speech), periodText(facts.before, speech))),
      ...(['total', 'criminal', 'administrative'] as const).flatMap((subject) =>
        comparison(words.subjects[subject], facts[subject], speech),
      ),
      ...(persons.before === null ? [] : [words.persons(format.count(persons.now), format.count(persons.before))]),
      ...(changed.length > 0
        ? changed.flatMap(({ name, category, adjustedP, ...row }) =>
            comparison(category ? categoryName(category) : name, row, speech, adjustedP),
          )
        : facts.tested > 0
          ? [words.noneChanged(format.count(facts.tested))]
          : []),
      ...(facts.recordsFrom ? [words.recordsFrom(format.date(facts.recordsFrom))] : []),
      ...(facts.simulated > 0 ? [words.simulated(format.count(facts.simulated))] : []),
    ],
    notes: [words.testMethod, ...(facts.tested > 0 ? [words.adjusted] : [])],
  };
};
