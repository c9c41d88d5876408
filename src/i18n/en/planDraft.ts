import type { planDraft as source } from '../vi/planDraft';
import { many } from './many';

export const planDraft: typeof source = {
  settings: 'Days, roster and method',
  discard: 'Discard',
  discardTitle: 'Discard routes that are not saved?',
  discardText: 'The routes that were just made are not saved. Opening another plan loses them.',
  discardDo: 'Discard and open the other plan',
  stay: 'Stay here',
  retry: 'Try again',
  planFailed: 'The routes could not be planned',
  alternativesFailed: 'Alternatives could not be found',
  proposalsFailed: 'Proposals could not be computed',
  failedRemedy: 'Try again; if it fails again, reload the page.',
  leftOut: (count) => `Left out because their team, shift or task is gone: ${many(count, 'route')}.`,
  madeWithSeed: (seed) => `Made with seed ${seed}.`,
  lockedWithoutDuty: (count) =>
    `Without a duty any more: ${many(count, 'locked stop')}. Planning anew leaves them out.`,
  refillTitle: 'Fill the roster anew?',
  refillText: (count, from, to) =>
    `The roster from ${from} to ${to} is replaced (${many(count, 'duty', 'duties')}), what was entered by hand as well.`,
  refillDo: 'Fill anew',
};
