import { describe, expect, it } from 'vitest';
import { patrolsMade } from '../../../src/analysis/briefing/patrolsMade';
import { firstCluster } from '../../../src/commands';
import type { MemberId, PostId, TaskId, TeamId, WallClock } from '../../../src/domain';

const [first, second] = firstCluster.members;
const posts = [
  { id: 'p1' as PostId, memberId: first!.id },
  { id: 'p2' as PostId, memberId: second!.id },
  { id: 'p3' as PostId, memberId: 'gone' as MemberId },
];
const teams = [
  { id: 'a' as TeamId, postId: posts[0]!.id },
  { id: 'b' as TeamId, postId: posts[1]!.id },
  { id: 'a2' as TeamId, postId: posts[0]!.id },
  { id: 'c' as TeamId, postId: posts[2]!.id },
];
const visit = (teamId: string, at: string, { task = 't', minutes = null as number | null } = {}) => ({
  taskId: task as TaskId,
  teamId: teamId as TeamId,
  at: at as WallClock,
  minutes,
});
const made = (...visits: ReturnType<typeof visit>[]) =>
  patrolsMade({ visits, teams, posts, members: firstCluster.members });

describe('patrols that were made', () => {
  it('are of the unit of the member whose team it was, or of none that is known', () => {
    expect(
      made(visit('a', '2018-05-01T22:00'), visit('c', '2018-05-02T01:00'), visit('x', '2018-05-02T01:00')).visits,
    ).toEqual([
      { on: '2018-05-01', unit: { unitCode: first!.unitCode, editionId: '2018' } },
      { on: '2018-05-02', unit: null },
      { on: '2018-05-02', unit: null },
    ]);
  });

  it('meet where teams of two members are at a task at the same time, once however many come', () => {
    const { meetings } = made(
      visit('b', '2018-05-01T22:10'),
      visit('a', '2018-05-01T22:00'),
      visit('a2', '2018-05-01T22:12'),
      visit('b', '2018-05-01T22:20'),
    );
    expect(meetings).toEqual(['2018-05-01']);
  });

  it('do not meet at different tasks, hours apart, or among teams of one member', () => {
    expect(made(visit('a', '2018-05-01T22:00'), visit('b', '2018-05-01T22:00', { task: 'u' })).meetings).toEqual([]);
    expect(made(visit('a', '2018-05-01T22:00'), visit('b', '2018-05-01T22:16')).meetings).toEqual([]);
    expect(made(visit('a', '2018-05-01T22:00'), visit('a2', '2018-05-01T22:00')).meetings).toEqual([]);
    expect(made(visit('a', '2018-05-01T22:00', { minutes: 30 }), visit('b', '2018-05-01T22:16')).meetings).toHaveLength(
      1,
    );
  });
});
