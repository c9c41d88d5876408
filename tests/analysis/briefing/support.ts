import { makeReviewFigures } from '../../../src/analysis/briefing/makeReviewFigures';
import type { ReviewFigures, ReviewRow } from '../../../src/analysis/briefing/reviewFigures';
import { encodeIncidents } from '../../../src/analysis/incidentColumns';
import type { IncidentFilter } from '../../../src/analysis/incidentFilter';
import { firstCluster } from '../../../src/commands';
import type { Activity, Incident, Member, PlainDate, UnitCode, WallClock } from '../../../src/domain';
import { createBorderEngine } from '../../../src/workers/borderEngine';
import { editionText, memberNumbers, openReal } from '../support/realEditions';

export const texts = { '2018': editionText('2018'), '2025': editionText('2025') };
export const opened = { '2018': openReal('2018'), '2025': openReal('2025') };
export type Year = keyof typeof texts;

const founders = firstCluster.members.filter(({ from }) => from <= '2018-12-31').map(({ unitCode }) => unitCode);
const ready = createBorderEngine();
/** As the program seeds them. */
export const sample = ready.simulateSample(texts['2018'], [...new Set(founders)]);
export const outreach = ready.simulateOutreach([...new Set(founders)]);

export const day = (text: string): PlainDate => text as PlainDate;
export const days = (from: string, to: string) => ({ from: day(from), to: day(to) });
const YEAR_2018 = days('2018-01-01', '2018-12-31');

/** A plain incident of 2018 in Bồ Sao, with whatever is said otherwise. */
export function incident(number: number, over: Partial<Incident> & { readonly at?: string } = {}): Incident {
  const { at = '2018-06-15T10:00', ...rest } = over;
  return {
    ...sample[0]!,
    id: `00000000-0000-7000-8000-${String(number).padStart(12, '0')}` as Incident['id'],
    occurred: { from: at as WallClock, to: at as WallClock },
    reportedOn: null,
    lng: null,
    lat: null,
    category: 'theft',
    kind: 'criminal',
    discovery: 'reported',
    personsInvolved: 1,
    unitCode: '09097' as UnitCode,
    source: { kind: 'manual', name: '', row: null },
    ...rest,
  };
}

export interface Asked {
  readonly period?: { readonly from: PlainDate; readonly to: PlainDate };
  readonly countBy?: 'then' | 'now';
  readonly today?: string;
  readonly filter?: IncidentFilter;
  readonly members?: readonly Member[];
  readonly activities?: readonly Activity[];
  readonly patrols?: Parameters<ReturnType<typeof createBorderEngine>['reviewFigures']>[0]['patrols'];
  /** The edition that is shown. */
  readonly year?: Year;
}

/** Engines are kept: an edition takes long to open. */
const engines = new Map<Year, { engine: ReturnType<typeof createBorderEngine>; held: readonly string[] }>();

/** An engine that holds these incidents and no others, until it is asked for with others. */
export function engineWith(incidents: readonly Incident[], year: Year = '2018') {
  let kept = engines.get(year);
  if (!kept) {
    const engine = createBorderEngine();
    engine.openEdition(year, texts[year]);
    engine.setMembers([...memberNumbers(opened[year])], 'cluster');
    kept = { engine, held: [] };
  }
  const { engine, held } = kept;
  engines.set(year, { engine, held: incidents.map(({ id }) => id) });
  engine.removeIncidents(held);
  engine.putIncidents(encodeIncidents(incidents));
  const { zoneM } = firstCluster.cluster;
  const answer = engine.query({ zoneM, scope: 'cluster', filter: {}, sort: { key: 'occurred', descending: true } });
  if (!answer.ok) throw new Error(answer.problem.kind);
  return engine;
}

export function askFigures(engine: ReturnType<typeof createBorderEngine>, asked: Asked = {}): ReviewFigures {
  const question = {
    period: asked.period ?? YEAR_2018,
    today: day(asked.today ?? '2026-11-29'),
    countBy: asked.countBy ?? 'then',
    filter: asked.filter ?? {},
    members: asked.members ?? firstCluster.members,
    activities: asked.activities ?? [],
    patrols: asked.patrols ?? { visits: [], meetings: [] },
    editions: (['2018', '2025'] as const).map((id) => ({ id, text: texts[id] })),
  };
  const source = engine.reviewSource(question);
  if (!source) throw new Error('no figures');
  return makeReviewFigures(question, source);
}

export const figuresOf = (incidents: readonly Incident[], asked: Asked = {}): ReviewFigures =>
  askFigures(engineWith(incidents, asked.year), asked);

/** What some rows add up to, in the order of a review's tables. */
export function sumOf(rows: readonly ReviewRow[]) {
  const sum = (pick: (row: ReviewRow) => number | null): number => rows.reduce((all, row) => all + (pick(row) ?? 0), 0);
  return {
    incidents: [sum((row) => row.incidents.now), sum((row) => row.incidents.before)],
    persons: [sum((row) => row.persons.now), sum((row) => row.persons.before)],
    criminal: [sum((row) => row.criminal.now), sum((row) => row.criminal.before)],
    administrative: [sum((row) => row.administrative.now), sum((row) => row.administrative.before)],
  };
}
