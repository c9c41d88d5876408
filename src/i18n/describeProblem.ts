import type { Problem } from '../domain';
import type { Messages } from './messages';
import type { ProblemWords } from './vi/problems';

export type { ProblemWords } from './vi/problems';

/** A problem in words: what, where, how to mend. */
export function describeProblem(messages: Messages, problem: Problem): ProblemWords {
  // Each kind has the function for its own data, which the compiler cannot follow through the union.
  const describe = messages.problems[problem.kind] as (problem: Problem) => ProblemWords;
  return describe(problem);
}
