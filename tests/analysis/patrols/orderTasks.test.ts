import { describe, expect, it } from 'vitest';
import { orderTasks } from '../../../src/analysis/patrols/orderTasks';
import type { BorderLineId } from '../../../src/domain';
import { task } from '../../support/patrols';

describe('tasks in their order', () => {
  it('stand along their lines, and those of no line after them by weight', () => {
    const on = (lineId: string, fromM: number) => ({ lineId: lineId as BorderLineId, fromM, toM: fromM + 100 });
    const tasks = [
      task(1, { weight: 1 }),
      task(2, { weight: 3 }),
      task(3, { name: 'B', chainage: on('x', 500) }),
      task(4, { name: 'Z', chainage: on('x', 900) }),
      task(5, { name: 'A', chainage: on('y', 100) }),
      task(6, { name: 'C', chainage: on('x', 500), weight: 2 }),
    ];
    expect(orderTasks(tasks).map(({ name }) => name)).toEqual(['A', 'C', 'B', 'Z', 'Điểm 2', 'Điểm 1']);
  });
});
