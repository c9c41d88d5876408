import { useFormat } from '../../../i18n';
import { handPlanWords } from '../../../i18n/handPlanWords';
import { planDraftWords } from '../../../i18n/planDraftWords';
import { useWords } from '../../../i18n/useWords';
import { InlineMessage } from '../../../ui';
import type { ShownPlan } from './useShownPlan';

/** How a plan came about: by seed or by hand, what balance cost, and what locked stops were lost. */
export function PlanNotes({ shown: { plan, found: made } }: { readonly shown: ShownPlan }) {
  const words = useWords(handPlanWords);
  const draftWords = useWords(planDraftWords);
  const format = useFormat();
  const found = made && 'solution' in made ? made : null;
  const cost = found?.balanceCost;
  return (
    <>
      {plan && (
        <p className="gr-muted gr-small">
          {plan.method === 'hand'
            ? words.byHand
            : plan.method === 'orienteering'
              ? plan.iterations > 0
                ? words.madeWith(format.count(plan.seed), format.count(plan.iterations))
                : draftWords.madeWithSeed(format.count(plan.seed))
              : ''}
        </p>
      )}
      {cost && (
        <p>
          {words.balanceCost(
            format.decimal(cost.worth, 2),
            format.percent(cost.share),
            format.count(Math.round(cost.beforeMinutes)),
            format.count(Math.round(cost.afterMinutes)),
          )}
        </p>
      )}
      {found && found.lockedLost > 0 && (
        <InlineMessage tone="warn" title={words.lockedLost(format.count(found.lockedLost))} />
      )}
    </>
  );
}
