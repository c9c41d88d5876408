import type { PlanClash } from '../../../analysis/patrols/findClashes';
import type { PatrolRoute } from '../../../domain';
import { useFormat } from '../../../i18n';
import { planClashWords } from '../../../i18n/planClashWords';
import { useWords } from '../../../i18n/useWords';
import type { PatrolRecords } from './useRecords';
import type { ShownPlan } from './useShownPlan';
import { useTimes } from './useTimes';

export interface PlanClashesProps {
  readonly clashes: readonly PlanClash[];
  readonly shown: ShownPlan;
  readonly records: PatrolRecords;
}

/** Which teams other kept plans want at the same time, plan by plan, and how to mend it. */
export function PlanClashes({ clashes, shown: { routes }, records: { plans, teams } }: PlanClashesProps) {
  const words = useWords(planClashWords);
  const format = useFormat();
  const { span } = useTimes();
  const timeOf = ({ on, outMinute, backMinute }: Pick<PatrolRoute, 'on' | 'outMinute' | 'backMinute'>): string =>
    words.time(format.date(on), span(outMinute, backMinute));
  return plans
    .map((plan) => ({ plan, own: clashes.filter(({ other }) => other.planId === plan.id) }))
    .filter(({ own }) => own.length > 0)
    .map(({ plan, own }) => (
      <section key={plan.id} aria-label={words.title(plan.name)}>
        <h3>{`${words.title(plan.name)} (${format.count(own.length)})`}</h3>
        <p>{words.remedy}</p>
        <ul>
          {own.map(({ route, other }) => (
            <li key={`${route} ${other.id}`}>
              {words.clash(
                teams.find(({ id }) => id === other.teamId)?.name ?? '',
                timeOf(routes[route]!),
                timeOf(other),
              )}
            </li>
          ))}
        </ul>
      </section>
    ));
}
