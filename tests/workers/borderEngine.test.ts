import { describe, expect, it } from 'vitest';
import { encodeIncidents } from '../../src/analysis/incidentColumns';
import type { Incident, IncidentId, WallClock } from '../../src/domain';
import { createBorderEngine } from '../../src/workers/borderEngine';
import { editionText } from '../analysis/support/realEditions';

const AT = '2018-03-05T21:30' as WallClock;
const ZONES = { commune: 500, district: 1_000, province: 1_500 };
const BY_TIME = { key: 'occurred', descending: true } as const;
const ASKED = { zoneM: ZONES, scope: 'all', filter: {}, sort: BY_TIME } as const;
const EVERYWHERE = { bbox: [105, 21, 106, 22], zoom: 18 } as const;

const incidentAt = (id: string, lng: number, lat: number): Incident => ({
  id: id as IncidentId,
  occurred: { from: AT, to: AT },
  reportedOn: null,
  lng,
  lat,
  positionAccuracyM: null,
  positionMethod: 'coordinates',
  category: 'theft',
  kind: 'criminal',
  discovery: 'reported',
  personsInvolved: 1,
  unitCode: null,
  status: 'open',
  summary: `tóm tắt ${id}`,
  source: { kind: 'file', name: 'a.csv', row: 2 },
  rev: 1,
});

/** An engine that has answered once about ten incidents. */
function answered() {
  const engine = createBorderEngine();
  const opened = engine.openEdition('2018', editionText('2018'));
  if (!opened.ok) throw new Error(opened.problem.kind);
  const ids = Array.from({ length: 10 }, (_, i) => `i${i}`);
  engine.putIncidents(encodeIncidents(ids.map((id, i) => incidentAt(id, 105.4 + i / 1000, 21.3))));
  const first = engine.query(ASKED);
  if (!first.ok) throw new Error(first.problem.kind);
  return { engine, ids, first: first.value };
}

describe('the border engine between two answers', () => {
  it('goes on showing the last answer while incidents are removed', () => {
    const { engine, ids, first } = answered();
    const marksBefore = engine.marks(EVERYWHERE);
    const rowsBefore = engine.rows(first.version, 0, 10);
    engine.removeIncidents(ids.slice(0, 6));
    engine.putIncidents(encodeIncidents([incidentAt('new', 105.5, 21.31)]));
    expect(engine.rows(first.version, 0, 10)).toEqual(rowsBefore);
    expect(engine.marks(EVERYWHERE)).toEqual(marksBefore);
    expect(engine.idsShown(0, 10)).toEqual(ids);
    expect(engine.summaries(0, 20)).toHaveLength(10);
    const next = engine.query(ASKED);
    expect(next.ok && next.value.total).toBe(5);
    expect(engine.idsShown(0, 10).sort()).toEqual(['i6', 'i7', 'i8', 'i9', 'new']);
  });

  it('gives no rows of another answer than the one that is asked about', () => {
    const { engine, first } = answered();
    engine.openEdition('2025', editionText('2025'));
    const second = engine.query(ASKED);
    expect(engine.rows(first.version, 0, 10)).toEqual([]);
    expect(second.ok && engine.rows(second.value.version, 0, 10)).toHaveLength(10);
  });

  it('says of which edition its lines are', () => {
    const { engine } = answered();
    expect(engine.describePosition(105.4, 21.3, ZONES, 'all')?.editionId).toBe('2018');
    engine.openEdition('2025', editionText('2025'));
    expect(engine.describePosition(105.4, 21.3, ZONES, 'all')?.editionId).toBe('2025');
  });
});
