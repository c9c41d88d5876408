import type { briefingDraft as vi } from '../vi/briefingDraft';

const plural = (n: number, text: string, one: string, many = `${one}s`): string => `${text} ${n === 1 ? one : many}`;
const are = (n: number): string => (n === 1 ? 'is' : 'are');
const have = (n: number): string => (n === 1 ? 'has' : 'have');

export const briefingDraft: typeof vi = {
  simulated: (count) => `Of these figures, ${count} incidents are simulated data.`,
  simulatedWeights: 'Expected incidents are reckoned from simulated data.',
  whole: (year) => year,
  span: (from, to) => `${from} to ${to}`,
  list: (items) => (items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`),
  interval: (lower, upper) => `95% confidence interval: ${lower}–${upper}`,
  p: (p) => `p = ${p}`,
  pBelow: (p) => `p < ${p}`,
  atLeast: (n) => `at least ${n}`,
  incidents: (n, text) => plural(n, text, 'incident'),
  named: (name, counted) => `${name}: ${counted}`,

  titles: {
    cluster: 'The cluster and its life so far',
    year: (period) => `Figures, ${period}`,
    where: 'Stretches that stand out',
    when: 'When it happens',
    seam: 'What no unit sees by itself',
    change: 'Against the same days of the year before',
    cover: 'Patrols: cover and gaps',
    proposals: 'Proposals to discuss',
  },

  agreed: (name, day) => `${name} signed its agreement on ${day}.`,
  notAgreed: (name) => `${name}: the day of the agreement is not recorded.`,
  members: (n, count, names) => `The cluster has ${plural(n, count, 'member')}: ${names}.`,
  noMembers: 'No members are recorded at the end of the period.',
  provisional: (names) => `The first day of ${names} is provisional and to be confirmed.`,
  events: {
    agreement: (day) => `${day}: agreement signed.`,
    joined: (day, name) => `${day}: ${name} joined.`,
    joinedProvisionally: (day, name) => `${day} (provisional): ${name} joined.`,
    left: (day, name) => `${day}: last day of ${name} as a member.`,
    review: (day) => `${day}: review meeting.`,
    edition: (day, edition) => `${day}: boundary edition ${edition} begins.`,
    merged: (day, from, into) => `${day}: ${from} merged into ${into}.`,
    mergedBy: (day, from, into, resolution) => `${day}: ${from} merged into ${into} (Resolution ${resolution}).`,
  },

  kind: {
    criminal: (counted, persons) => `Criminal cases: ${counted}; persons involved: ${persons}.`,
    administrative: (counted, persons) => `Administrative violations: ${counted}; persons involved: ${persons}.`,
  },
  cases: (_n, text) => text,
  none: {
    criminal: (interval) => `No criminal case was recorded (${interval}).`,
    administrative: (interval) => `No administrative violation was recorded (${interval}).`,
  },
  inZones: (counted, all) => `In the border zones: ${counted}, of ${all} in all.`,
  mostMembers: (list) =>
    `Most by unit: ${list}. Counts are small: the order does not say which unit has more to deal with.`,
  mostCategories: (list) => `Most by category: ${list}.`,
  outreach: (meetings, broadcasts) => `Outreach: ${meetings} meetings and ${broadcasts} loudspeaker broadcasts.`,
  patrols: (joint, visits) => `Patrols: joint patrols noted: ${joint}; visits recorded on the way: ${visits}.`,
  patrolMeetings: (n, count) =>
    `Among these, teams of different members met on the spot ${n === 1 ? 'once' : `${count} times`}.`,
  outreachSimulated: 'The totals of outreach in 2018 are real; how they spread over units and days is simulated.',
  outside: (n, count) => `${plural(n, count, 'incident')} ${are(n)} of units that are no members.`,
  unknown: (n, count) => `${plural(n, count, 'incident')} ${have(n)} no unit, and none is found by position.`,
  noPosition: (n, count) => `${plural(n, count, 'incident')} ${have(n)} no position and ${are(n)} of no line.`,
  unmapped: (n, count, units) => `${plural(n, count, 'incident')} cannot be traced to a unit: ${units}.`,
  unmappedUnit: (name, count, reason) => `${name} (${count}, ${reason})`,
  unmappedReasons: {
    unknownCode: 'its code is in no boundary edition',
    notTraced: 'it is not in the table of mergers',
    several: 'it corresponds to several units',
  },
  countedThen: 'Figures are by the units of the day on which incidents happened.',
  countedNow: 'Figures are traced to the units of today by the table of mergers.',
  byBeginning: 'Incidents count by their beginning.',
  crossingOut: (n, count) => `${plural(n, count, 'incident')} began in the period and ended after it: counted.`,
  crossingInto: (n, count) => `${plural(n, count, 'incident')} began before the period and ended in it: not counted.`,
  betweenEditions: (n, count) =>
    `${plural(n, count, 'incident')} happened on days that have no boundary data of their own: units are those of the edition before.`,
  cut: (day) => `The period is not over: figures are up to ${day}.`,
  dataDay: (day) => `Data up to ${day}.`,
  filtered: 'Figures are of the filter that is set, not of all incidents.',

  hotCount: (n, count, scanned, length) =>
    `${plural(n, count, 'stretch', 'stretches')} ${have(n)} more incidents than chance would give, of ${scanned} incidents on ${length} of border lines.`,
  noHot: (scanned, length) =>
    `Of ${scanned} incidents on ${length} of border lines: no stretch stands out beyond chance.`,
  stretch: (where, length, counted, expected, p) =>
    `${where}, ${length} long: ${counted}; spread evenly, about ${expected}; ${p}.`,
  part: (line, from, to) => `${line}, chainage ${from}–${to} km`,
  scanMethod: (replicates) =>
    `p is against ${replicates} random spreads of the incidents over the length of the lines; a stretch through a settlement may stand out because many live there.`,
  discoveredOut: (n, count) => `${plural(n, count, 'incident')} discovered on patrol ${are(n)} left out.`,
  unplaced: (n, count) => `${plural(n, count, 'incident')} without a position ${are(n)} left out.`,

  reported: (n, count) =>
    `${plural(n, count, 'incident')} that people or offices reported; what patrols discovered is left out.`,
  part6: (from, to) => `${from}:00–${to}:00`,
  mostPart: (part, counted, known) => `Most are at ${part}: ${counted}, of ${known} whose part of the day is known.`,
  noPart: 'Of no incident the part of the day is known.',
  mostWeekday: (weekday, counted, known) =>
    `By weekday, most are on ${weekday}: ${counted}, of ${known} whose day is known.`,
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  uneven: (p) => `The difference is greater than chance would give (${p}).`,
  even: (p) => `There is not enough evidence to call it uneven (${p}).`,
  untested: 'There are too few incidents for a test.',
  unclear: (n, count) =>
    `${plural(n, count, 'incident')} ${are(n)} known to a long span only and ${are(n)} in no part of the day.`,
  mostMonth: (month, counted) => `The month with most: ${month}, ${counted}.`,
  month: (month, year) => `${month}/${year}`,
  season: {
    uneven: (p) => `Months differ more than chance would have it (${p}).`,
    even: (p) => `There is not enough evidence that months differ (${p}).`,
  },

  seam: (share, metres, count) =>
    `If each unit had its own records only, an estimated ${share} of what lies along the border lines (within ${metres}) would be seen by nobody; from ${count} incidents on both sides.`,
  seamLine: (line, share, count) => `${line}: ${share} (${count} incidents on both sides).`,
  seamMethod:
    'An estimate by smoothed densities, without a confidence interval. It takes each unit to know all incidents on its own land and none beyond.',

  comparedPeriods: (period, before) => `${period} against the same days before, ${before}.`,
  subjects: {
    total: 'All incidents',
    criminal: 'Criminal cases',
    administrative: 'Administrative violations',
  },
  same: (subject, now, interval) => `${subject}: ${now} (${interval}), as many as before.`,
  notShown: (subject, now, interval, before, p) =>
    `${subject}: ${now} (${interval}), ${before} before; there is not enough evidence to call it a change (${p}).`,
  rose: (subject, now, interval, before, p) => `${subject}: up from ${before} to ${now} (${interval}; ${p}).`,
  fell: (subject, now, interval, before, p) => `${subject}: down from ${before} to ${now} (${interval}; ${p}).`,
  share: (change) => `By day the change is ${change}.`,
  fewForShare: 'One of the periods has fewer than 5, so no percentage is told.',
  persons: (now, before) => `Persons involved: ${now}, ${before} before.`,
  noneChanged: (tested) =>
    `Of ${tested} units, lines and categories taken one by one, none has enough evidence to call it a change.`,
  adjusted: 'p of single units, lines and categories answers for how many are looked at (Benjamini–Hochberg).',
  testMethod:
    'Two counts are compared by the E-test, by the days of each period. Persons are not tested, since one incident may have several.',
  recordsFrom: (day) => `The register has incidents from ${day} on only; the period before may not be complete.`,

  plan: (name, from, days, tasks, visits) =>
    `Plan “${name}”, ${days} days from ${from}: ${tasks} places and stretches, ${visits} visits.`,
  covered: (covered, risk) =>
    `Of ${risk} incidents expected in these days, ${covered} fall into hours in which a team is there.`,
  unvisited: (n, count, names) =>
    `${plural(n, count, 'place or stretch', 'places and stretches')} that no team comes to: ${names}.`,
  allVisited: 'A team comes to every place and stretch at least once.',
  gap: (task, hours, from, risk) =>
    `Gap at ${task}: nobody for ${hours} hours from ${from}, ${risk} incidents expected.`,
  made: (count, period) => `Visits recorded, ${period}: ${count}.`,
  coverMethod: 'Expected incidents are means of what was recorded before, not forecasts for single days.',
  approximate: 'The plan goes by straight lines: its times are approximate.',

  proposeStretch: (where, counted) => `To discuss: more patrols at ${where}; in the period: ${counted}.`,
  proposeGap: (task, hours, from) =>
    `To discuss: how the units’ teams could cover the ${hours} hours from ${from} at ${task}.`,
  proposeUnvisited: (names) => `To discuss: taking into the plan what no team comes to: ${names}.`,
  proposalNote:
    'Proposals rest on stretches that stand out and on gaps alone, and are for the meeting to discuss; the figures say nothing of causes.',

  leftOut: (scene, reason) => `Scene “${scene}” left out: ${reason}.`,
  leftOutScenes: {
    cluster: 'The cluster',
    year: 'Figures',
    where: 'Stretches',
    when: 'When',
    seam: 'The seam',
    change: 'Against the year before',
    cover: 'Patrols',
    proposals: 'Proposals',
  },
  leftOutReasons: {
    noIncidents: 'the period has no incident to reckon with',
    fewIncidents: 'there are too few incidents to say',
    noPeriodBefore: 'the register has no incident of the same days of the year before',
    noPlan: 'no patrol plan is kept yet',
    noTasks: 'nothing is to be patrolled yet',
    notComputed: 'it could not be computed; prepare the briefing again',
    nothingToPropose: 'there is no stretch that stands out and no gap',
  },
};
