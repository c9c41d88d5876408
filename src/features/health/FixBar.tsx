import { useState } from 'react';
import type { Mend } from '../../commands';
import type { CategoryId } from '../../domain';
import { useFormat, useMessages, useTerms } from '../../i18n';
import { Button, Select } from '../../ui';
import type { HealthCheck } from '../../workers/healthTasks';

/** How many rows a fix is for: those chosen, or all of the list where none is. */
export interface FixScope {
  readonly count: number;
  readonly isChosen: boolean;
}

export interface FixBarProps {
  readonly check: HealthCheck;
  readonly scope: FixScope;
  readonly isBusy: boolean;
  readonly onMend: (mend: Mend) => void;
  readonly onCategory: (category: CategoryId) => void;
  readonly onRemoveSimulated: () => void;
  readonly onPlace: () => void;
  readonly onOpen: () => void;
  readonly onCompare: () => void;
  readonly onDismiss: () => void;
}

const MENDS_OF: Readonly<Partial<Record<HealthCheck, readonly Mend[]>>> = {
  inFuture: ['swapDayAndMonth', 'dropReportedOn'],
  endsBeforeStart: ['swapEnds'],
  reportedEarly: ['dropReportedOn'],
  unknownUnit: ['dropUnit'],
  otherEditionUnit: ['dropUnit'],
  personalNumber: ['maskNumbers'],
};
const POSITION_CHECKS: readonly HealthCheck[] = ['noPosition', 'farOutside', 'coarsePosition'];
const CATEGORY_CHECKS: readonly HealthCheck[] = ['noCategory', 'retiredCategory'];

/** What can be done about one kind of fault, for the chosen rows or for all. */
export function FixBar(props: FixBarProps) {
  const { check, scope, isBusy } = props;
  const { health } = useMessages();
  const format = useFormat();
  const isOne = scope.isChosen && scope.count === 1;
  const isOneByOne = check === 'duplicates' || check === 'tooEarly' || POSITION_CHECKS.includes(check);
  const scopeText = scope.isChosen ? health.scopeSome : health.scopeAll;
  const needsOne = { isDisabled: !isOne || isBusy };
  return (
    <section className="gr-FixBar" aria-label={health.fixes}>
      <span className="gr-FixBar-scope gr-muted" aria-live="polite">
        {isOneByOne && !isOne
          ? health.scopeOne
          : scopeText(format.count(scope.count), (check === 'duplicates' ? health.pairUnit : health.unit)(scope.count))}
      </span>
      {(MENDS_OF[check] ?? []).map((mend) => (
        <Button key={mend} isDisabled={isBusy} onPress={() => props.onMend(mend)}>
          {health.mend[mend]}
        </Button>
      ))}
      {CATEGORY_CHECKS.includes(check) && <CategoryFix isBusy={isBusy} onCategory={props.onCategory} />}
      {POSITION_CHECKS.includes(check) && (
        <Button {...needsOne} variant="primary" onPress={props.onPlace}>
          {health.place}
        </Button>
      )}
      {check === 'simulated' && (
        <Button isDisabled={isBusy} onPress={props.onRemoveSimulated}>
          {health.removeSimulated}
        </Button>
      )}
      {check === 'duplicates' ? (
        <>
          <Button {...needsOne} variant="primary" onPress={props.onCompare}>
            {health.compare}
          </Button>
          <Button {...needsOne} onPress={props.onDismiss}>
            {health.notDuplicate}
          </Button>
        </>
      ) : (
        <Button {...needsOne} variant="quiet" onPress={props.onOpen}>
          {health.openInRegister}
        </Button>
      )}
    </section>
  );
}

function CategoryFix({
  isBusy,
  onCategory,
}: {
  readonly isBusy: boolean;
  readonly onCategory: (category: CategoryId) => void;
}) {
  const { health } = useMessages();
  const terms = useTerms();
  const [category, setCategory] = useState<CategoryId | null>(null);
  const options = terms.lists.category
    .filter(({ id, isRetired, mergedInto }) => !isRetired && mergedInto === null && id !== 'other')
    .map(({ id }) => ({ id: id as CategoryId, title: terms.name(id) }));
  return (
    <>
      <Select label={health.newCategory} isLabelHidden options={options} value={category} onChange={setCategory} />
      <Button isDisabled={category === null || isBusy} onPress={() => category !== null && onCategory(category)}>
        {health.setCategory}
      </Button>
    </>
  );
}
