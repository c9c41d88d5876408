import { RefreshCw } from 'lucide-react';
import { DETOUR_FACTOR } from '../../../analysis/patrols/straightPlanWays';
import type { LayerId } from '../../../domain';
import { useFormat } from '../../../i18n';
import { patrolWords } from '../../../i18n/patrolWords';
import { roadsWords } from '../../../i18n/roadsWords';
import { useWords } from '../../../i18n/useWords';
import { Button, InlineMessage } from '../../../ui';
import { useServices } from '../../services';
import { useObservable } from '../../wiring/useObservable';
import { useHandEdit } from './useHandEdit';
import { usePlanGround } from './usePlanGround';
import type { PatrolRecords } from './useRecords';
import type { ShownPlan } from './useShownPlan';

function MadeBy({ roadsId }: { readonly roadsId: LayerId | null }) {
  const { store } = useServices();
  const words = useWords(patrolWords);
  const roadWords = useWords(roadsWords);
  const format = useFormat();
  const layer = useObservable(store.layers).find(({ id }) => id === roadsId);
  if (roadsId === null)
    return (
      <InlineMessage tone="warn" title={words.approximate} detail={words.detour(format.decimal(DETOUR_FACTOR, 1))} />
    );
  if (!layer?.roads) return <InlineMessage tone="warn" title={roadWords.networkGone} />;
  const { dataDay, attribution } = layer.roads;
  return (
    <p className="gr-muted">
      {[
        roadWords.plannedOn(layer.name),
        dataDay ? roadWords.dataDay(format.date(dataDay)) : roadWords.noDataDay,
        attribution === '' ? '' : roadWords.source(attribution),
      ]
        .filter(Boolean)
        .join(' ')}
    </p>
  );
}

export interface WaysNoteProps {
  readonly shown: ShownPlan;
  readonly records: PatrolRecords;
}

/** By what ways a plan was made: that it is approximate, or where its roads come from; and whether its times still hold. */
export function WaysNote({ shown, records }: WaysNoteProps) {
  const words = useWords(roadsWords);
  const format = useFormat();
  const ground = usePlanGround(records);
  const edit = useHandEdit(shown, records);
  const isOther = ground !== null && ground.roadsId !== shown.roadsId;
  return (
    <>
      <MadeBy roadsId={shown.roadsId} />
      {typeof edit === 'object' && edit.stale > 0 && (
        <>
          <InlineMessage
            tone="warn"
            title={isOther ? words.otherWays : words.stale(format.count(edit.stale))}
            detail={words.staleDetail}
          />
          <div>
            <Button icon={RefreshCw} onPress={() => void edit.retime(words.retimed)}>
              {words.retime}
            </Button>
          </div>
        </>
      )}
    </>
  );
}
