import { type ReactNode, type RefObject, useDeferredValue, useState } from 'react';
import { gapWords } from '../../../i18n/gapWords';
import { patrolWords } from '../../../i18n/patrolWords';
import { useWords } from '../../../i18n/useWords';
import type { MapHandle } from '../../../map/types';
import { Disclosure } from '../../../ui';
import { CoverPanel } from './CoverPanel';
import { FairnessPanel } from './FairnessPanel';
import { GapsPanel } from './GapsPanel';
import { usePlanCover } from './usePlanCover';
import type { PatrolRecords } from './useRecords';
import type { ShownPlan } from './useShownPlan';
import { useShowTask } from './useShowTask';
import { WhatIfPanel } from './WhatIfPanel';

export interface PlanTablesProps {
  readonly shown: ShownPlan;
  readonly records: PatrolRecords;
  readonly mapRef: RefObject<MapHandle | null>;
}

/** Where and when a plan leaves the border alone, how it shares out the work, and what would be with other forces. */
export function PlanTables({ shown, records, mapRef }: PlanTablesProps) {
  const words = useWords(gapWords);
  const patrols = useWords(patrolWords);
  const cover = usePlanCover(records, shown);
  const show = useShowTask(records.tasks, mapRef);
  if (!cover) return null;
  return (
    <>
      <Part title={words.cover}>
        <CoverPanel cover={cover} shown={shown} records={records} onShow={show} />
      </Part>
      <Part title={patrols.gaps}>
        <GapsPanel cover={cover} shown={shown} onShow={show} />
      </Part>
      <Part title={patrols.fairness}>
        <FairnessPanel shown={shown} records={records} />
      </Part>
      <Part title={words.whatIf}>
        <WhatIfPanel cover={cover} shown={shown} records={records} onShow={show} />
      </Part>
    </>
  );
}

/** Drawn only while it is open, since a plan that is being made changes several times a second, and then in slices: some tables are large. */
function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const isDrawn = useDeferredValue(isOpen);
  return (
    <Disclosure title={title} level={2} isOpen={isOpen} onOpenChange={setOpen}>
      {isOpen && isDrawn && children}
    </Disclosure>
  );
}
