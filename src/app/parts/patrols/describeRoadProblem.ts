import type { Problem, RoadFilePlace, RoadProblem } from '../../../domain';
import { describeProblem, type ProblemWords } from '../../../i18n/describeProblem';
import type { Formatter } from '../../../i18n/format';
import type { Messages } from '../../../i18n/messages';
import type { roads } from '../../../i18n/vi/roads';

/** What is wrong with a file of roads, in words. */
export function describeRoadProblem(
  {
    messages,
    words,
    format,
  }: { readonly messages: Messages; readonly words: typeof roads; readonly format: Formatter },
  problem: RoadProblem | Problem,
): ProblemWords {
  const where = (place: RoadFilePlace): string => {
    if (place.by === 'block') return words.problem.atBlock(format.count(place.block), format.count(place.byte));
    if (place.by === 'line') return words.problem.atLine(format.count(place.line));
    return words.problem.atSign(format.count(place.position + 1), format.count(place.line));
  };
  switch (problem.kind) {
    case 'brokenRoadFile':
      return words.problem.brokenRoadFile(
        problem.file,
        problem.format,
        problem.fault,
        where(problem.place),
        problem.detail,
      );
    case 'unsupportedRoadFeatures':
      return words.problem.unsupportedRoadFeatures(problem.file, problem.features.join(', '));
    case 'unreadableSource':
      return words.problem.unreadableSource(problem.file, format.count(problem.byte));
    case 'tooManyRoads':
      return words.problem.tooManyRoads(problem.file, format.count(problem.limit));
    case 'noRoads': {
      const dropped = Object.entries(problem.dropped).filter(([, count]) => count > 0);
      return words.problem.noRoads(
        problem.file,
        dropped
          .map(
            ([reason, count]) => `${format.count(count)} ${words.dropReason[reason as keyof typeof problem.dropped]}`,
          )
          .join('; '),
      );
    }
    case 'unknownFormat':
      return words.problem.unknownRoadFormat(problem.file);
    default:
      return describeProblem(messages, problem);
  }
}
