import type { RouteFacts } from '../../../../analysis/patrols/describeRoute';
import type { PatrolRoute } from '../../../../domain';
import { type ListedPost, type StopList, stopKey } from '../../../../formats/patrols/stopList';

/** What of a route a telephone needs: posts that can be called, each once. */
export function stopListOf({ route, team, shift, post, stops }: RouteFacts<PatrolRoute>): StopList {
  const ids: string[] = [];
  const posts: ListedPost[] = [];
  for (const { id, name, contact } of stops.flatMap(({ sides }) => sides.flatMap((side) => side.posts))) {
    if (contact === '' || ids.includes(id)) continue;
    ids.push(id);
    posts.push({ name, contact });
  }
  return {
    routeId: route.id,
    team: team.name,
    shift: shift.name,
    on: route.on,
    outMinute: route.outMinute,
    backMinute: route.backMinute,
    home: { name: post.name, at: [post.lng, post.lat] },
    posts,
    stops: stops.map((stop) => ({
      name: stop.name,
      at: stop.path[0]!,
      end: stop.path.length > 1 ? stop.path.at(-1)! : null,
      startMinute: stop.startMinute,
      leaveMinute: stop.leaveMinute,
      key: stopKey(stop.taskId),
      posts: [...new Set(stop.sides.flatMap((side) => side.posts.map(({ id }) => ids.indexOf(id))))].filter(
        (i) => i >= 0,
      ),
    })),
  };
}
