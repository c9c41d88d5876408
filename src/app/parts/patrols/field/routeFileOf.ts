import type { RouteFacts } from '../../../../analysis/patrols/describeRoute';
import type { Degrees } from '../../../../domain';
import type { RouteFile } from '../../../../formats/patrols/routeFile';
import type { FieldTexts } from './useFieldTexts';

/** A route as map programs are given it. */
export function routeFileOf(facts: RouteFacts, course: readonly Degrees[], texts: FieldTexts): RouteFile {
  const { route, post, stops } = facts;
  return {
    name: texts.title(facts),
    description: texts.span(route.outMinute, route.backMinute),
    post: { name: post.name, description: post.contact, at: [post.lng, post.lat] },
    stops: stops.map((stop, i) => ({
      name: `${i + 1}. ${stop.name}`,
      description: [texts.span(stop.startMinute, stop.leaveMinute), texts.piece(stop), ...texts.sides(stop)]
        .filter(Boolean)
        .join('\n'),
      at: stop.path[0]!,
      path: stop.path.length > 1 ? stop.path : null,
    })),
    course,
  };
}
