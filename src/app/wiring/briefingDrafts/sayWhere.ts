import { counted, ifAny, probability, type Say, stretchPlace } from './speech';

export const sayWhere: Say<'where'> = (facts, speech) => {
  const { words, format } = speech;
  const { hot, scanned, lengthM } = facts;
  const [scannedText, lengthText] = [format.count(scanned), format.distance(lengthM)];
  return {
    title: words.titles.where,
    sentences: [
      hot.length > 0
        ? words.hotCount(hot.length, format.count(hot.length), scannedText, lengthText)
        : words.noHot(scannedText, lengthText),
      ...hot.map((stretch) =>
        words.stretch(
          stretchPlace(stretch, speech),
          format.distance(stretch.lengthM),
          counted(stretch.count, stretch, speech),
          format.decimal(stretch.expected, 1),
          probability(stretch.p, speech),
        ),
      ),
      ...(facts.simulated > 0 ? [words.simulated(format.count(facts.simulated))] : []),
    ],
    notes: [
      words.scanMethod(format.count(facts.replicates)),
      ...ifAny(facts.discovered, words.discoveredOut, speech),
      ...ifAny(facts.unplaced, words.unplaced, speech),
    ],
  };
};
