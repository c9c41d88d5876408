import { Shuffle } from 'lucide-react';
import { useState } from 'react';
import { useFormat } from '../../../i18n';
import { handPlanWords } from '../../../i18n/handPlanWords';
import { planDraftWords } from '../../../i18n/planDraftWords';
import { useWords } from '../../../i18n/useWords';
import { Button, Disclosure, InlineMessage, NumberField, ProgressBar, SimpleTable, VisuallyHidden } from '../../../ui';
import type { FoundPlan } from '../../../workers/patrolTasks';
import { useServices } from '../../services';
import { patrolServiceOf } from '../../wiring/patrolService';
import { useObservable } from '../../wiring/useObservable';

const [COUNT, LEAST, LOSS] = [3, 0.3, 0.03];
const PERCENT = { style: 'percent', maximumFractionDigits: 0 } as const;

/** Plans nearly as good as the one that was found and is not kept yet, so that routes cannot be foretold. */
export function AlternativePlans() {
  const service = patrolServiceOf(useServices());
  const words = useWords(handPlanWords);
  const draftWords = useWords(planDraftWords);
  const format = useFormat();
  const draft = useObservable(service.draft);
  const [count, setCount] = useState(COUNT);
  const [least, setLeast] = useState(LEAST);
  const [loss, setLoss] = useState(LOSS);
  if (!draft?.found || draft.isWorking || !('solution' in draft.found)) return null;
  const { found, alternatives } = draft;
  const best = alternatives?.best ?? found;
  const rows: readonly { readonly name: string; readonly found: FoundPlan; readonly difference: number | null }[] = [
    { name: words.bestPlan, found: best, difference: null },
    ...(alternatives?.plans ?? []).map((plan, i) => ({ ...plan, name: words.planNumber(format.count(i + 2)) })),
  ];
  const isChosen = (row: (typeof rows)[number]): boolean => rows.indexOf(row) === (alternatives?.chosen ?? 0);
  return (
    <Disclosure title={words.alternatives} level={2} defaultOpen={alternatives !== null}>
      <div className="gr-Stack">
        <p className="gr-muted gr-small">{words.alternativesNote}</p>
        <div className="gr-Halves">
          <NumberField
            label={words.least}
            hint={words.leastHint}
            value={least}
            onChange={(value) => setLeast(value ?? LEAST)}
            min={0}
            max={1}
            step={0.05}
            format={PERCENT}
          />
          <NumberField
            label={words.loss}
            hint={words.lossHint}
            value={loss}
            onChange={(value) => setLoss(value ?? LOSS)}
            min={0}
            max={0.5}
            step={0.01}
            format={PERCENT}
          />
        </div>
        <NumberField label={words.count} value={count} onChange={(value) => setCount(value ?? COUNT)} min={1} max={9} />
        <div>
          <Button
            icon={Shuffle}
            isDisabled={alternatives?.isWorking === true}
            onPress={() => service.findAlternatives({ best, count, loss, least })}
          >
            {words.find}
          </Button>
        </div>
        {alternatives?.isWorking && (
          <ProgressBar
            label={words.finding}
            share={alternatives.plans.length / alternatives.count}
            detail={words.findingDetail(format.count(alternatives.plans.length), format.count(alternatives.count))}
            onCancel={service.stop}
          />
        )}
        {alternatives?.failure && (
          <InlineMessage
            tone="error"
            isLive
            title={draftWords.alternativesFailed}
            detail={alternatives.failure}
            remedy={draftWords.failedRemedy}
          />
        )}
        {alternatives &&
          !alternatives.isWorking &&
          !alternatives.failure &&
          alternatives.plans.length < alternatives.count && (
            <p>{words.fewer(format.count(alternatives.plans.length), format.count(alternatives.count))}</p>
          )}
        {alternatives && (
          <SimpleTable
            caption={words.alternatives}
            isCaptionHidden
            rows={rows}
            rowKey={({ name }) => name}
            columns={[
              { id: 'plan', title: words.plan, isRowHeader: true, text: ({ name }) => name },
              { id: 'worth', title: words.worth, align: 'end', text: (row) => format.decimal(row.found.worth, 3) },
              {
                id: 'share',
                title: words.share,
                align: 'end',
                text: (row) => (best.worth > 0 ? format.percent(row.found.worth / best.worth) : '–'),
              },
              {
                id: 'difference',
                title: words.difference,
                align: 'end',
                text: ({ difference }) => (difference === null ? '–' : format.percent(difference)),
              },
              {
                id: 'use',
                title: words.use,
                align: 'end',
                text: (row) => (isChosen(row) ? words.inUse : ''),
                cell: (row) =>
                  isChosen(row) ? (
                    words.inUse
                  ) : (
                    <Button variant="quiet" onPress={() => service.choose(rows.indexOf(row))}>
                      {words.use}
                      <VisuallyHidden> {row.name}</VisuallyHidden>
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </div>
    </Disclosure>
  );
}
