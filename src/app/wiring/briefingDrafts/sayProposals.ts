import { counted, gapTimes, type Say, stretchPlace } from './speech';

export const sayProposals: Say<'proposals'> = (facts, speech) => {
  const { words } = speech;
  const { from: first } = facts;
  return {
    title: words.titles.proposals,
    sentences: [
      ...facts.stretches.map((stretch) =>
        words.proposeStretch(stretchPlace(stretch, speech), counted(stretch.count, stretch, speech)),
      ),
      ...(first
        ? facts.gaps.map((gap) => {
            const { hours, from } = gapTimes(gap, first, speech);
            return words.proposeGap(gap.task, hours, from);
          })
        : []),
      ...(facts.unvisited.length > 0 ? [words.proposeUnvisited(words.list(facts.unvisited))] : []),
      ...(facts.isSimulated ? [words.simulatedWeights] : []),
    ],
    notes: [words.proposalNote],
  };
};
