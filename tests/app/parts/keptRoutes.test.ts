import { describe, expect, it } from 'vitest';
import type { RouteDraft } from '../../../src/analysis/patrols/readPlan.ts';
import { isRepeatable, keptRoutes } from '../../../src/app/parts/patrols/keptRoutes.ts';

type Records = Parameters<typeof keptRoutes>[1];
type Draft = Parameters<typeof isRepeatable>[0];

const records = { teams: [{ id: 'team' }], shifts: [{ id: 'shift' }], tasks: [{ id: 'a' }, { id: 'b' }] };
const route = (taskIds: readonly string[], part: object = {}): RouteDraft =>
  ({
    teamId: 'team',
    shiftId: 'shift',
    on: '2026-01-05',
    stops: taskIds.map((taskId) => ({ taskId })),
    ...part,
  }) as unknown as RouteDraft;
const draft = (part: object, chosen: number | null = null): Draft =>
  ({
    request: { balance: 'none', locked: [[], []], ...part },
    alternatives: chosen === null ? null : { chosen },
  }) as unknown as Draft;

describe('routes that are kept', () => {
  it('are those whose team, shift and tasks are still there, and the others are counted', () => {
    const whole = route(['a', 'b']);
    const routes = [whole, route([]), route(['a', 'gone']), route(['a'], { teamId: 'gone' })];
    const others = [route(['b'], { shiftId: 'gone' })];
    expect(keptRoutes([...routes, ...others], records as unknown as Records)).toEqual({ kept: [whole], leftOut: 3 });
  });

  it('come again by the seed alone, but not with locks, balance or as an alternative', () => {
    expect(isRepeatable(draft({}))).toBe(true);
    expect(isRepeatable(draft({}, 0))).toBe(true);
    expect(isRepeatable(draft({}, 2))).toBe(false);
    expect(isRepeatable(draft({ balance: 'some' }))).toBe(false);
    expect(isRepeatable(draft({ locked: [[], [{}]] }))).toBe(false);
  });
});
