import type { BorderLineId, Cluster, Member } from '../../domain';
import { ALPHA } from '../hotspots/alpha';
import type { FoundStretches } from '../hotspots/findStretches';
import type { SeamMap } from '../hotspots/makeSeam';
import type { TimingResult } from '../hotspots/makeTiming';
import { isMemberOn } from '../isMemberOn';
import { nameLine } from '../nameLine';
import type { EditionInfo } from '../openEdition';
import { poissonInterval } from '../statistics/poissonInterval';
import type { HotStretch } from '../strip/scanBorder';
import type { ClusterEvent } from './clusterTimeline';
import { LEAST_FOR_SHARES } from './compareCounts';
import type { ReviewFigures } from './reviewFigures';
import {
  type ChangedRow,
  DRAFT_KINDS,
  type DraftAside,
  type DraftFacts,
  type DraftKind,
  type DraftView,
  type HotStretchFact,
  type LeftOut,
  type LeftOutReason,
  type SceneDraft,
} from './sceneDraft';

/** What a first briefing is made of. A result that could not be had is undefined; null: there was nothing to compute it from. */
export interface DraftInput {
  readonly cluster: Cluster;
  readonly members: readonly Member[];
  readonly timeline: readonly ClusterEvent[];
  readonly figures: ReviewFigures;
  /** Whose lines the results name. */
  readonly info: EditionInfo;
  readonly stretches: FoundStretches | null | undefined;
  readonly timing: TimingResult | null | undefined;
  readonly seam: SeamMap | null | undefined;
  readonly cover: Omit<DraftFacts['cover'], 'made' | 'period'> | null;
}

const MOST_NAMED = 3;
const MOST_STRETCHES = 5;

/** The facts of one scene, or why it is left out. */
type Made<Kind extends DraftKind> = DraftFacts[Kind] | LeftOutReason;

/**
 * The first scenes of a briefing, from numbers alone: each says what was counted, none why.
 * @returns drafts in the order of `DRAFT_KINDS`, and those left out with the reason
 */
export function draftScenes(input: DraftInput): {
  readonly drafts: readonly SceneDraft[];
  readonly leftOut: readonly LeftOut[];
} {
  const { figures } = input;
  const hot = hotStretches(input);
  const made: { readonly [Kind in DraftKind]: Made<Kind> } = {
    cluster: clusterFacts(input),
    year: yearFacts(figures),
    where: whereFacts(input, hot),
    when: whenFacts(input),
    seam: seamFacts(input),
    change: changeFacts(figures),
    cover: coverFacts(input),
    proposals: proposalFacts(input, hot),
  };
  const linesOf = (facts: readonly HotStretchFact[]): BorderLineId[] => [
    ...new Set(facts.flatMap(({ parts }) => parts.map(({ id }) => id))),
  ];
  const { period, before } = figures;
  const plain: DraftView = { panel: 'map', hotspots: null, period: null, compare: null, lines: [] };
  const shown: { readonly [Kind in DraftKind]: readonly [view: DraftView, aside: DraftAside] } = {
    cluster: [plain, 'timeline'],
    year: [{ ...plain, period }, 'figures'],
    where: [{ ...plain, panel: 'hotspots', hotspots: 'stretches', period, lines: linesOf(hot) }, 'stretches'],
    when: [{ ...plain, panel: 'hotspots', hotspots: 'timing', period }, 'months'],
    seam: [{ ...plain, panel: 'hotspots', hotspots: 'seam', period }, 'seam'],
    change: [{ ...plain, panel: 'hotspots', hotspots: 'ranking', period, compare: before }, 'comparison'],
    cover: [{ ...plain, panel: 'patrols' }, 'cover'],
    proposals: [{ ...plain, period, lines: linesOf(hot) }, null],
  };
  const drafts: SceneDraft[] = [];
  const leftOut: LeftOut[] = [];
  for (const kind of DRAFT_KINDS) {
    const facts = made[kind];
    const [view, aside] = shown[kind];
    if (typeof facts === 'string') leftOut.push({ kind, reason: facts });
    // Facts and kind come from the same entry, which the compiler does not follow through a loop.
    else drafts.push({ kind, facts, view, aside } as SceneDraft);
  }
  return { drafts, leftOut };
}

function clusterFacts({ cluster, members, timeline, figures }: DraftInput): Made<'cluster'> {
  const own = members.filter((member) => member.clusterId === cluster.id && isMemberOn(member, figures.period.to));
  return {
    name: cluster.name,
    agreedOn: cluster.agreedOn,
    members: own.map(({ name, from, fromIsProvisional }) => ({ name, from, isProvisional: fromIsProvisional })),
    timeline,
  };
}

function yearFacts(figures: ReviewFigures): Made<'year'> {
  const { byMember, noMember, byLine, noLine, byCategory } = figures;
  const numberOf = <Why extends string>(rows: readonly { why: Why; incidents: { now: number } }[], why: Why): number =>
    rows.find((row) => row.why === why)?.incidents.now ?? 0;
  const zones = byLine.reduce((sum, { incidents }) => sum + incidents.now, 0);
  const [lower, upper] = poissonInterval(zones);
  const used = <Row extends { readonly incidents: { readonly now: number } }>(rows: readonly Row[]): Row[] =>
    rows
      .filter(({ incidents }) => incidents.now > 0)
      .sort((a, b) => b.incidents.now - a.incidents.now)
      .slice(0, MOST_NAMED);
  const counted = ({ now, lower: from, upper: to }: { now: number; lower: number; upper: number }) => ({
    count: now,
    lower: from,
    upper: to,
  });
  return {
    period: figures.period,
    isCut: figures.isCut,
    kinds: figures.kinds,
    total: figures.total,
    outreach: figures.outreach,
    crossing: figures.crossing,
    betweenEditions: figures.betweenEditions,
    unmapped: figures.unmapped,
    dataDay: figures.dataDay,
    countBy: figures.countBy,
    isFiltered: figures.isFiltered,
    simulated: figures.simulated.now,
    members: used(byMember).map(({ name, incidents }) => ({ name, ...counted(incidents) })),
    outside: numberOf(noMember, 'outside'),
    unknown: numberOf(noMember, 'unknown'),
    inZones: { name: '', count: zones, lower, upper },
    noPosition: numberOf(noLine, 'noPosition'),
    categories: used(byCategory).map(({ category, incidents }) => ({ category, ...counted(incidents) })),
  };
}

/** Stretches that are hot beyond chance, the hottest first. */
function hotStretches({ stretches, info }: DraftInput): HotStretchFact[] {
  return (stretches?.stretches ?? [])
    .filter(({ p }) => p <= ALPHA)
    .slice(0, MOST_STRETCHES)
    .map((stretch) => stretchFact(stretch, info));
}

function stretchFact({ parts, count, expected, p }: HotStretch, info: EditionInfo): HotStretchFact {
  const told = parts.map(({ line, fromM, toM }) => ({
    line: nameLine(info, line),
    id: info.lines[line]!.id,
    fromM: Math.min(fromM, toM),
    toM: Math.max(fromM, toM),
  }));
  const [lower, upper] = poissonInterval(count);
  return {
    name: [...new Set(told.map(({ line }) => line))].join('; '),
    parts: told,
    lengthM: told.reduce((sum, { fromM, toM }) => sum + toM - fromM, 0),
    count,
    lower,
    upper,
    expected,
    p,
  };
}

function whereFacts({ stretches, figures }: DraftInput, hot: readonly HotStretchFact[]): Made<'where'> {
  if (stretches === undefined) return 'notComputed';
  if (!stretches || stretches.scanned === 0) return 'noIncidents';
  const { basis, scanned, lengthM, replicates } = stretches;
  return {
    period: figures.period,
    scanned,
    lengthM,
    discovered: basis.discovered,
    unplaced: basis.unplaced,
    replicates,
    hot,
    simulated: basis.simulated,
  };
}

function whenFacts({ figures, timing }: DraftInput): Made<'when'> {
  const { reported, parts, weekdays } = figures.timing;
  if (reported === 0) return 'noIncidents';
  if (reported < LEAST_FOR_SHARES) return 'fewIncidents';
  const [most] = figures.byMonth.toSorted((a, b) => b.incidents.now - a.incidents.now);
  const season = timing?.season.p ?? Number.NaN;
  return {
    period: figures.period,
    reported,
    parts,
    weekdays,
    seasonP: Number.isNaN(season) ? null : season,
    mostMonth:
      most && figures.byMonth.length > 1
        ? {
            name: most.month,
            count: most.incidents.now,
            lower: most.incidents.lower,
            upper: most.incidents.upper,
            months: figures.byMonth.length,
          }
        : null,
    simulated: figures.simulated.now,
  };
}

function seamFacts({ seam, info, figures }: DraftInput): Made<'seam'> {
  if (seam === undefined) return 'notComputed';
  if (!seam) return 'noIncidents';
  const { shareUnseen } = seam.whole;
  if (shareUnseen === null) return 'fewIncidents';
  const countOf = ({ leftCount, rightCount }: SeamMap['lines'][number]): number => leftCount + rightCount;
  return {
    period: figures.period,
    bandwidthM: seam.bandwidthM,
    count: seam.lines.reduce((sum, line) => sum + countOf(line), 0),
    shareUnseen,
    lines: seam.lines
      .flatMap((line) =>
        line.shareUnseen === null
          ? []
          : [{ name: nameLine(info, line.line), count: countOf(line), shareUnseen: line.shareUnseen }],
      )
      .slice(0, MOST_NAMED),
    simulated: seam.basis.simulated,
  };
}

function changeFacts(figures: ReviewFigures): Made<'change'> {
  const { total, kinds, period, before, recordsFrom } = figures;
  if (total.incidents.before === null) return 'noPeriodBefore';
  const tables = [
    ...figures.byMember.map((row) => ({ of: 'member' as const, name: row.name, category: null, ...row.incidents })),
    ...figures.byLine.map((row) => ({ of: 'line' as const, name: row.name, category: null, ...row.incidents })),
    ...figures.byCategory.map((row) => ({
      of: 'category' as const,
      name: row.category as string,
      category: row.category,
      ...row.incidents,
    })),
  ];
  const tested = tables.filter(({ adjustedP }) => adjustedP !== null);
  return {
    period,
    before,
    total: total.incidents,
    criminal: kinds.criminal.incidents,
    administrative: kinds.administrative.incidents,
    persons: total.persons,
    changed: tested.flatMap((row): ChangedRow[] =>
      row.adjustedP !== null && row.adjustedP < ALPHA ? [{ ...row, adjustedP: row.adjustedP }] : [],
    ),
    tested: tested.length,
    recordsFrom: recordsFrom !== null && recordsFrom > before.from ? recordsFrom : null,
    simulated: figures.simulated.now + (figures.simulated.before ?? 0),
  };
}

function coverFacts({ cover, figures }: DraftInput): Made<'cover'> {
  if (!cover) return 'noPlan';
  if (cover.tasks === 0) return 'noTasks';
  return { ...cover, made: figures.outreach.total.visits.now, period: figures.period };
}

/** Only what stands out beyond chance, and where the plan leaves most alone. */
function proposalFacts({ cover, stretches }: DraftInput, hot: readonly HotStretchFact[]): Made<'proposals'> {
  const unvisited = cover?.unvisited.slice(0, MOST_NAMED) ?? [];
  const gaps = cover?.gaps.filter(({ task }) => !cover.unvisited.includes(task)).slice(0, MOST_NAMED) ?? [];
  if (hot.length === 0 && gaps.length === 0 && unvisited.length === 0) return 'nothingToPropose';
  return {
    stretches: hot.slice(0, MOST_NAMED),
    gaps,
    unvisited,
    from: cover?.from ?? null,
    isSimulated: (cover?.isSimulated ?? false) || (stretches?.basis.simulated ?? 0) > 0,
  };
}
