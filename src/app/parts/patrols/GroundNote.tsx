import { RotateCw } from 'lucide-react';
import { planDraftWords } from '../../../i18n/planDraftWords';
import { roadsWords } from '../../../i18n/roadsWords';
import { useWords } from '../../../i18n/useWords';
import { Button, InlineMessage, ProgressBar } from '../../../ui';
import { useServices } from '../../services';
import { patrolServiceOf } from '../../wiring/patrolService';
import { usePlanGround } from './usePlanGround';
import type { PatrolRecords } from './useRecords';

/** Why routes cannot be sought yet: the ways are being reckoned, or could not be. Nothing once they are there. */
export function GroundNote({ records }: { readonly records: PatrolRecords }) {
  const service = patrolServiceOf(useServices());
  const words = useWords(roadsWords);
  const draftWords = useWords(planDraftWords);
  const ground = usePlanGround(records);
  if (!ground || ground.ground) return null;
  if (ground.failure === null) return <ProgressBar label={words.reckoning} share={ground.share} />;
  return (
    <InlineMessage
      tone="error"
      isLive
      title={words.reckonFailed}
      detail={ground.failure}
      remedy={
        <Button icon={RotateCw} onPress={() => service.wantGround(ground.ask)}>
          {draftWords.retry}
        </Button>
      }
    />
  );
}
