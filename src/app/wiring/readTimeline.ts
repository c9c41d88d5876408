import { type ClusterEvent, clusterTimeline } from '../../analysis/briefing/clusterTimeline';
import { knownReviews } from '../../commands';
import type { Services } from '../services';
import { readEditions } from './reviewService';

/** The life of the cluster by day; empty where there is none. */
export async function readTimeline(services: Services): Promise<readonly ClusterEvent[]> {
  const { store, border } = services;
  const [cluster] = store.clusters.getSnapshot();
  if (!cluster) return [];
  const editions = await border.worker.api.border.unitsOfEditions(await readEditions(services));
  return clusterTimeline(cluster, {
    members: store.members.getSnapshot(),
    editions,
    reviews: knownReviews(cluster.id),
  });
}
