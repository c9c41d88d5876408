import { gapTimes, periodText, type Say } from './speech';

export const sayCover: Say<'cover'> = (facts, speech) => {
  const { words, format } = speech;
  const { unvisited } = facts;
  return {
    title: words.titles.cover,
    sentences: [
      words.plan(
        facts.plan,
        format.date(facts.from),
        format.count(facts.days),
        format.count(facts.tasks),
        format.count(facts.visits),
      ),
      ...(facts.risk > 0 ? [words.covered(format.decimal(facts.coveredRisk), format.decimal(facts.risk))] : []),
      unvisited.length > 0
        ? words.unvisited(unvisited.length, format.count(unvisited.length), words.list(unvisited))
        : words.allVisited,
      ...facts.gaps
        .filter(({ task }) => !unvisited.includes(task))
        .map((gap) => {
          const { hours, from } = gapTimes(gap, facts.from, speech);
          return words.gap(gap.task, hours, from, format.decimal(gap.risk));
        }),
      words.made(format.count(facts.made), periodText(facts.period, speech)),
      ...(facts.isSimulated ? [words.simulatedWeights] : []),
    ],
    notes: [words.coverMethod, ...(facts.isApproximate ? [words.approximate] : [])],
  };
};
