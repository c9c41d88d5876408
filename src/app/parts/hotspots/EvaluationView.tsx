import { lazy, Suspense } from 'react';
import type { MethodScores } from '../../../analysis/hotspots/scoreMethods';
import { useFormat } from '../../../i18n';
import { hotspotWords } from '../../../i18n/hotspotWords';
import { useWords } from '../../../i18n/useWords';
import { SimpleTable } from '../../../ui';
import type { HotspotOutcome } from '../../wiring/useHotspots';
import { shownOf } from './shownOf';

const HitCurves = lazy(() => import('./HitCurves'));

/** Curves of what was foretold, and the table behind them. */
export function EvaluationView({ outcome }: { readonly outcome: HotspotOutcome<'evaluation'> }) {
  const words = useWords(hotspotWords);
  const format = useFormat();
  const evaluation = shownOf(outcome)?.value;
  if (!evaluation) return null;
  const { byArea, byLength } = evaluation;
  const number = (value: number): string => (Number.isFinite(value) ? format.decimal(value, 2) : '–');
  const table = (title: string, methods: readonly MethodScores[]) => (
    <SimpleTable
      caption={title}
      rowKey={({ id, share }) => `${id}-${share}`}
      rows={methods.flatMap(({ id, total, scores }) => scores.map((score) => ({ id, total, ...score })))}
      columns={[
        {
          id: 'method',
          title: words.methodName,
          isRowHeader: true,
          text: ({ id, share }) => `${words.methods[id]}, ${words.atShare(format.percent(share))}`,
        },
        {
          id: 'hits',
          title: words.incidents,
          align: 'end',
          text: ({ hits, total }) => words.hits(format.decimal(hits, hits % 1 === 0 ? 0 : 1), format.count(total)),
        },
        {
          id: 'rate',
          title: `${words.hitRate} (${words.interval})`,
          align: 'end',
          text: ({ hitRate, lower, upper }) =>
            `${format.percent(hitRate)} (${format.percent(lower)}–${format.percent(upper)})`,
        },
        { id: 'pai', title: words.pai, align: 'end', text: ({ pai }) => number(pai) },
        { id: 'pei', title: words.pei, align: 'end', text: ({ pei }) => number(pei) },
      ]}
    />
  );
  return (
    <Suspense>
      <div className="gr-Evaluation">
        <div>
          <HitCurves methods={byArea} title={words.byArea} xTitle={words.shareOfArea} />
          {table(words.byArea, byArea)}
        </div>
        <div>
          <HitCurves methods={byLength} title={words.byLength} xTitle={words.shareOfLength} />
          {table(words.byLength, byLength)}
        </div>
      </div>
    </Suspense>
  );
}
