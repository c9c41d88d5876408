import type { ReportTemplateProblem } from '../domain';
import type { Formatter } from './format';
import type { officialReport as Words } from './vi/officialReport';
import type { ProblemWords } from './vi/problems';

const MEGABYTE = 1_000_000;

/** What is wrong with a template, in words: what, where, how to mend. */
export function describeTemplateProblem(
  problem: ReportTemplateProblem,
  { problem: words }: Pick<typeof Words, 'problem'>,
  format: Pick<Formatter, 'decimal'>,
): ProblemWords {
  const megabytes = (bytes: number): string => `${format.decimal(bytes / MEGABYTE, 1)} MB`;
  switch (problem.kind) {
    case 'templateTooLarge':
      return words.templateTooLarge(megabytes(problem.sizeBytes), megabytes(problem.limitBytes));
    case 'notATemplate':
      return words.notATemplate(problem.fault);
    case 'unknownPlaceholder':
      return words.unknownPlaceholder(problem.name, problem.nearest, problem.place);
    case 'brokenPlaceholder':
      return words.brokenPlaceholder(problem.text, problem.place);
    case 'placeholderNotAlone':
      return words.placeholderNotAlone(problem.name, problem.place);
    case 'placeholderMisplaced':
      return words.placeholderMisplaced(problem.name, problem.reason, problem.place);
    case 'unreachablePlaceholder':
      return words.unreachablePlaceholder(problem.name, problem.place);
    case 'missingPlaceholder':
      return words.missingPlaceholder(problem.name, problem.isNeeded);
  }
}
