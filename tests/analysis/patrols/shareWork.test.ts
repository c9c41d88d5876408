import { describe, expect, it } from 'vitest';
import { shareWork } from '../../../src/analysis/patrols/shareWork';
import { route, stop, team } from '../../support/patrols';

const teams = [team(1), team(2), team(3)];

describe('work shared between teams', () => {
  it('adds up hours, ways and nights, and leaves out routes that lead nowhere', () => {
    const routes = [
      route(1, { stops: [stop(1)], outMinute: 1_080, backMinute: 1_200, metres: 4_000 }),
      route(2, { stops: [stop(1)], outMinute: 1_380, backMinute: 1_500, metres: 1_000 }),
      route(3, { stops: [stop(1)], teamId: team(2).id, outMinute: 240, backMinute: 330 }),
      route(4, { stops: [], teamId: team(3).id }),
    ];
    expect(shareWork(teams, routes)).toEqual([
      { teamId: team(1).id, routes: 2, minutes: 240, metres: 5_000, nights: 1 },
      { teamId: team(2).id, routes: 1, minutes: 90, metres: 10_000, nights: 1 },
      { teamId: team(3).id, routes: 0, minutes: 0, metres: 0, nights: 0 },
    ]);
  });

  it('knows the edges of the night', () => {
    const nights = (outMinute: number, backMinute: number): number =>
      shareWork([team(1)], [route(1, { stops: [stop(1)], outMinute, backMinute })])[0]!.nights;
    expect([nights(300, 400), nights(299, 400), nights(1_300, 1_440), nights(1_300, 1_441)]).toEqual([0, 1, 0, 1]);
  });
});
