import { useEffect, useState } from 'react';
import { useSession } from '../../store';
import { useServices } from '../services';
import { askReview, type Review, type ReviewAsk } from './reviewService';
import { useObservable } from './useObservable';
import { useView } from './useView';

/**
 * The figures of a period as the filter lets them pass, and again whenever what they rest on changes. Latest wins: what was there
 * stays until the next is there.
 * @returns null until the first figures are there, and while nothing is wanted
 */
export function useReview(wanted: Pick<ReviewAsk, 'period' | 'countBy'> | null): Review | null {
  const services = useServices();
  const [review, setReview] = useState<Review | null>(null);
  const filter = useSession((session) => session.filter);
  const summary = useView('summary');
  const info = useView('info');
  const members = useObservable(services.store.members);
  const activities = useObservable(services.store.activities);
  const visits = useObservable(services.store.patrolVisits);
  const key = wanted && `${wanted.period.from} ${wanted.period.to} ${wanted.countBy}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what the answer rests on
  useEffect(() => {
    if (!wanted) return undefined;
    let isWanted = true;
    const { occurred: _days, ...others } = filter;
    void askReview(services, { ...wanted, filter: others }).then((next) => {
      if (isWanted && next) setReview(next);
    });
    return () => {
      isWanted = false;
    };
  }, [services, key, filter, summary, info, members, activities, visits]);
  return wanted ? review : null;
}
