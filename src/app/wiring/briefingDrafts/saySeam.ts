import type { Say } from './speech';

export const saySeam: Say<'seam'> = (facts, speech) => {
  const { words, format } = speech;
  return {
    title: words.titles.seam,
    sentences: [
      words.seam(format.percent(facts.shareUnseen), format.metres(facts.bandwidthM), format.count(facts.count)),
      ...facts.lines.map(({ name, shareUnseen, count }) =>
        words.seamLine(name, format.percent(shareUnseen), format.count(count)),
      ),
      ...(facts.simulated > 0 ? [words.simulated(format.count(facts.simulated))] : []),
    ],
    notes: [words.seamMethod],
  };
};
