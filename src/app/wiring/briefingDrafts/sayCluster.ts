import type { ClusterEvent } from '../../../analysis/briefing/clusterTimeline';
import type { Say, Speech } from './speech';

export const sayCluster: Say<'cluster'> = ({ name, agreedOn, members, timeline }, speech) => {
  const { words, format } = speech;
  const provisional = members.filter(({ isProvisional }) => isProvisional).map((member) => member.name);
  return {
    title: words.titles.cluster,
    sentences: [
      agreedOn ? words.agreed(name, format.date(agreedOn)) : words.notAgreed(name),
      members.length > 0
        ? words.members(members.length, format.count(members.length), words.list(members.map((member) => member.name)))
        : words.noMembers,
      ...(provisional.length > 0 ? [words.provisional(words.list(provisional))] : []),
    ],
    notes: timeline.map((event) => sayEvent(event, speech)),
  };
};

/** What happened to the cluster on a day. */
export function sayEvent(event: ClusterEvent, { words, format }: Speech): string {
  const day = format.date(event.on);
  const { events } = words;
  switch (event.kind) {
    case 'agreement':
      return events.agreement(day);
    case 'joined':
      return event.isProvisional ? events.joinedProvisionally(day, event.name) : events.joined(day, event.name);
    case 'left':
      return events.left(day, event.name);
    case 'review':
      return events.review(day);
    case 'edition':
      return events.edition(day, event.editionId);
    case 'merged': {
      const from = words.list(event.from);
      return event.resolution
        ? events.mergedBy(day, from, event.into, event.resolution)
        : events.merged(day, from, event.into);
    }
  }
}
