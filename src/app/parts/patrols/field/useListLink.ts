import { useEffect, useState } from 'react';
import type { RouteFacts } from '../../../../analysis/patrols/describeRoute';
import type { PatrolRoute } from '../../../../domain';
import { packStopList } from '../../../../formats/patrols/stopList';
import { listAddress } from '../../../field/fieldLinks';
import { stopListOf } from './stopListOf';

/** The address that opens a route's stops on a telephone; null for a moment. */
export function useListLink(facts: RouteFacts<PatrolRoute>): string | null {
  const [link, setLink] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void packStopList(stopListOf(facts)).then((packed) => isCurrent && setLink(listAddress(packed)));
    return () => {
      isCurrent = false;
    };
  }, [facts]);
  return link;
}
