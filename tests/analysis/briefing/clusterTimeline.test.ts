import { describe, expect, it } from 'vitest';
import { clusterTimeline } from '../../../src/analysis/briefing/clusterTimeline';
import { firstCluster, knownReviews } from '../../../src/commands';
import type { ClusterId } from '../../../src/domain';
import { day, opened } from './support';

const editions = [opened['2018'], opened['2025']].map(({ info }) => ({ edition: info.edition, units: info.units }));
const { cluster, members } = firstCluster;

describe('the life of the first cluster', () => {
  const events = clusterTimeline(cluster, { members, editions, reviews: knownReviews(cluster.id) });

  it('begins with the agreement of 24/01/2018 and its eight founders', () => {
    expect(events[0]).toMatchObject({ kind: 'agreement', on: '2018-01-24' });
    expect(events[0]!.kind === 'agreement' && events[0]!.members).toHaveLength(8);
  });

  it('goes on with the review of 05/03/2019, Sông Lô, and what became of the units', () => {
    expect(events.slice(1).map(({ kind, on }) => [on, kind])).toEqual([
      ['2019-03-05', 'review'],
      ['2019-03-05', 'joined'],
      ['2025-01-01', 'merged'],
      ['2025-01-01', 'merged'],
      ['2025-07-01', 'merged'],
      ['2025-07-01', 'merged'],
      ['2025-07-01', 'merged'],
      ['2025-07-01', 'edition'],
    ]);
    expect(events[2]).toEqual({ kind: 'joined', on: '2019-03-05', name: 'Xã Sông Lô', isProvisional: true });
    expect(events).toContainEqual({
      kind: 'merged',
      on: '2025-01-01',
      from: ['Xã Cao Đại', 'Xã Việt Xuân', 'Xã Bồ Sao'],
      into: 'Xã Sao Đại Việt',
      resolution: '1287/NQ-UBTVQH15',
    });
    expect(events).toContainEqual({
      kind: 'merged',
      on: '2025-07-01',
      from: ['Xã Sao Đại Việt'],
      into: 'Xã Vĩnh Thành',
      resolution: '1676/NQ-UBTVQH15',
    });
  });
});

describe('another cluster', () => {
  it('has no review that is not known, no agreement without a day, and tells who left', () => {
    const id = 'other' as ClusterId;
    const own = [{ ...members[0]!, clusterId: id, to: day('2024-06-30') }, members[1]!];
    expect(knownReviews(id)).toEqual([]);
    expect(clusterTimeline({ id, agreedOn: null }, { members: own, editions, reviews: [] })).toEqual([
      { kind: 'joined', on: '2018-01-24', name: 'Xã Cao Đại', isProvisional: false },
      { kind: 'left', on: '2024-06-30', name: 'Xã Cao Đại' },
      { kind: 'edition', on: '2025-07-01', editionId: '2025' },
    ]);
  });
});
