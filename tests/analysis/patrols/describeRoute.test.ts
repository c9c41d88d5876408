import { describe, expect, it } from 'vitest';
import { describeRoute, type RouteBorders } from '../../../src/analysis/patrols/describeRoute';
import type { BorderLineId, Degrees, MemberId } from '../../../src/domain';
import { post, route, shift, stop, task, team } from '../../support/patrols';

const WAY: readonly Degrees[] = [
  [105.4, 21.3],
  [105.41, 21.31],
  [105.42, 21.31],
];
const LINE = '2018:00001-00002' as BorderLineId;
const borders = {
  info: {
    units: [
      { code: '00001', name: 'Xã A', shortName: 'A' },
      { code: '00002', name: 'Phường B', shortName: 'B' },
    ],
    lines: [{ id: LINE, leftUnit: 1, rightUnit: 0, part: null }],
  },
  members: { units: [{ code: '00002', members: [{ id: 'member-2' }] }], unplaced: [] },
} as unknown as RouteBorders;
const records = {
  posts: [post(1), post(2, { contact: '0210 384 111' })],
  teams: [team(1)],
  shifts: [shift(1)],
  tasks: [
    task(1, { place: { kind: 'stretch', path: WAY }, chainage: { lineId: LINE, fromM: 100, toM: 900 } }),
    task(2, { joint: ['member-1' as MemberId] }),
    task(3, { chainage: { lineId: '2025:00001-00002' as BorderLineId, fromM: 0, toM: 1 } }),
  ],
  members: [{ id: 'member-1', name: 'Xã A' }] as never,
};
const planned = route(1, { stops: [stop(1, { isAlong: false }), stop(2), stop(3), stop(9)] });

describe('a route in full', () => {
  it('names the line that a stop watches, both units beside it, and the posts of their members', () => {
    const [first] = describeRoute(planned, records, borders)!.stops;
    expect(first!.piece).toEqual({ line: 0, lineName: 'B – A', fromM: 100, toM: 900 });
    expect(first!.sides.map(({ unitName, posts }) => [unitName, posts.map(({ contact }) => contact)])).toEqual([
      ['Phường B', ['0210 384 111']],
      ['Xã A', []],
    ]);
  });

  it('has stretches in the direction in which they are gone', () => {
    expect(describeRoute(planned, records, borders)!.stops[0]!.path).toEqual([...WAY].reverse());
  });

  it('names who meets at a stop without a line', () => {
    expect(describeRoute(planned, records, borders)!.stops[1]!.sides).toEqual([
      { unitName: 'Xã A', posts: [records.posts[0]] },
    ]);
  });

  it('knows no line of another edition, and leaves out stops whose task is gone', () => {
    const { stops } = describeRoute(planned, records, borders)!;
    expect(stops).toHaveLength(3);
    expect(stops[2]).toMatchObject({ piece: null, sides: [] });
    expect(describeRoute(planned, records, null)!.stops[0]!.piece).toBeNull();
  });

  it('is nothing where its team is gone', () => {
    expect(describeRoute(planned, { ...records, teams: [] }, borders)).toBeNull();
  });
});
