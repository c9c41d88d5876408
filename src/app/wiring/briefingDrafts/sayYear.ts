import { counted, type Interval, ifAny, interval, periodText, type Say } from './speech';

export const sayYear: Say<'year'> = (facts, speech) => {
  const { words, format, categoryName } = speech;
  const kindSentence = (kind: 'criminal' | 'administrative'): string => {
    const { incidents, persons } = facts.kinds[kind];
    return incidents.now === 0
      ? words.none[kind](interval(incidents, speech))
      : words.kind[kind](counted(incidents.now, incidents, speech), format.count(persons.now));
  };
  const named = (name: string, { count, ...of }: { count: number } & Interval): string =>
    words.named(name, counted(count, of, speech));
  const { total, meetings, simulated } = facts.outreach;
  const unmapped = facts.unmapped.filter(({ now }) => now > 0);
  const lost = unmapped.reduce((sum, { now }) => sum + now, 0);
  return {
    title: words.titles.year(periodText(facts.period, speech)),
    sentences: [
      kindSentence('criminal'),
      kindSentence('administrative'),
      ...(facts.total.incidents.now > 0
        ? [words.inZones(counted(facts.inZones.count, facts.inZones, speech), format.count(facts.total.incidents.now))]
        : []),
      words.outreach(format.count(total.meeting.now), format.count(total.broadcast.now)),
      words.patrols(format.count(total.jointPatrol.now), format.count(total.visits.now)),
      ...ifAny(meetings.now, words.patrolMeetings, speech),
      ...(facts.isCut ? [words.cut(format.date(facts.period.to))] : []),
      ...(facts.isFiltered ? [words.filtered] : []),
      ...(facts.simulated > 0 ? [words.simulated(format.count(facts.simulated))] : []),
    ],
    notes: [
      ...(facts.members.length > 0
        ? [words.mostMembers(facts.members.map((each) => named(each.name, each)).join('; '))]
        : []),
      ...(facts.categories.length > 0
        ? [words.mostCategories(facts.categories.map((each) => named(categoryName(each.category), each)).join('; '))]
        : []),
      ...ifAny(facts.outside, words.outside, speech),
      ...ifAny(facts.unknown, words.unknown, speech),
      ...ifAny(facts.noPosition, words.noPosition, speech),
      ...(lost > 0
        ? [
            words.unmapped(
              lost,
              format.count(lost),
              unmapped
                .map(({ name, now, reason }) =>
                  words.unmappedUnit(name, format.count(now), words.unmappedReasons[reason]),
                )
                .join('; '),
            ),
          ]
        : []),
      facts.countBy === 'then' ? words.countedThen : words.countedNow,
      words.byBeginning,
      ...ifAny(facts.crossing.out, words.crossingOut, speech),
      ...ifAny(facts.crossing.into, words.crossingInto, speech),
      ...ifAny(facts.betweenEditions, words.betweenEditions, speech),
      ...(simulated > 0 ? [words.outreachSimulated] : []),
      ...(facts.dataDay ? [words.dataDay(format.date(facts.dataDay))] : []),
    ],
  };
};
