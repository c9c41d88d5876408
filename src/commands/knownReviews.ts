import type { ClusterId, PlainDate } from '../domain';
import { firstCluster } from './firstCluster';

/** The day of the first cluster's first review, at which it was told that Sông Lô was to join. Later ones are not public. */
const FIRST_REVIEW = '2019-03-05' as PlainDate;

/** The days of a cluster's reviews, as far as they come with the program. */
export const knownReviews = (clusterId: ClusterId): readonly PlainDate[] =>
  clusterId === firstCluster.cluster.id ? [FIRST_REVIEW] : [];
