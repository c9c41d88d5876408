import type { Problem } from '../../domain';
import type { Messages } from '../../i18n';

export interface ProblemText {
  readonly title: string;
  readonly detail: string;
  readonly remedy: string;
}

/** What a problem is in the language of the screen: what, where, and how to mend it. */
export function problemText(messages: Messages, problem: Problem): ProblemText {
  // The record is total over the kinds, and each function takes the problem of its own kind.
  const say = messages.problems[problem.kind] as (problem: Problem) => ProblemText;
  return say(problem);
}
