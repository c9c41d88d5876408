import type {
  Cluster,
  ClusterId,
  EditionId,
  Incident,
  IncidentId,
  Layer,
  LayerId,
  Member,
  MemberId,
  PlainDate,
  Result,
  UnitCode,
  WallClock,
} from '../../src/domain';

export function valueIn<T>(result: Result<T, unknown, unknown>): T {
  if (!result.ok) throw new Error(`Expected a value, got ${JSON.stringify(result.problem)}`);
  return result.value;
}

export function problemIn<P>(result: Result<unknown, P, unknown>): P {
  if (result.ok) throw new Error(`Expected a problem, got ${JSON.stringify(result.value)}`);
  return result.problem;
}

export function makeIncident(number: number, fields: Partial<Incident> = {}): Incident {
  return {
    id: `0190-${String(number).padStart(8, '0')}` as IncidentId,
    occurred: { from: '2018-05-04T21:30' as WallClock, to: '2018-05-04T21:30' as WallClock },
    reportedOn: null,
    lng: 105.4 + number * 1e-6,
    lat: 21.3,
    positionAccuracyM: null,
    positionMethod: 'coordinates',
    category: 'theft',
    kind: 'criminal',
    discovery: 'reported',
    personsInvolved: 1,
    unitCode: '07912' as UnitCode,
    status: 'open',
    summary: `Vụ số ${number}`,
    source: { kind: 'file', name: 'so-lieu.csv', row: number + 1, id: null },
    rev: 0,
    ...fields,
  };
}

export const makeIncidents = (count: number, fields: Partial<Incident> = {}, first = 1): Incident[] =>
  Array.from({ length: count }, (_, i) => makeIncident(first + i, fields));

export function makeCluster(fields: Partial<Cluster> = {}): Cluster {
  return {
    id: 'cluster-1' as ClusterId,
    name: 'Cụm thử',
    agreedOn: null,
    zoneM: { commune: 500, district: 1_000, province: 1_500 },
    rev: 0,
    ...fields,
  };
}

export function makeMember(number: number, fields: Partial<Member> = {}): Member {
  return {
    id: `member-${number}` as MemberId,
    clusterId: 'cluster-1' as ClusterId,
    kind: 'unit',
    name: `Xã ${number}`,
    editionId: '2018' as EditionId,
    unitCode: String(number).padStart(5, '0') as UnitCode,
    from: '2018-01-24' as PlainDate,
    to: null,
    fromIsProvisional: false,
    rev: 0,
    ...fields,
  };
}

export function makeLayer(number: number, fields: Partial<Layer> = {}): Layer {
  return {
    id: `layer-${number}` as LayerId,
    name: `Lớp ${number}`,
    geometry: 'point',
    contentId: `content-${number}`,
    featureCount: 1,
    bbox: [105, 21, 106, 22],
    style: { color: '#0f5c5c', opacity: 0.8, widthPx: 2 },
    isVisible: true,
    order: number,
    zoneM: null,
    rev: 0,
    ...fields,
  };
}

export const added = <T>(...rows: T[]) => ({ added: rows, updated: [], removed: [] });
export const updated = <T>(from: T, to: T) => ({ added: [], updated: [[from, to] as const], removed: [] });
export const removed = <T>(...rows: T[]) => ({ added: [], updated: [], removed: rows });
