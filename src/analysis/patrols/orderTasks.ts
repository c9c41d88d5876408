import type { PatrolTask } from '../../domain';

/** Tasks along their lines, line after line by the name of what comes first on it; then those of no line, the weightiest first. */
export function orderTasks<Task extends Pick<PatrolTask, 'name' | 'chainage' | 'weight'>>(
  tasks: readonly Task[],
): Task[] {
  const byWeight = (a: Task, b: Task): number => b.weight - a.weight;
  const ofLine = new Map<string, Task[]>();
  for (const task of tasks) {
    if (!task.chainage) continue;
    const own = ofLine.get(task.chainage.lineId);
    if (own) own.push(task);
    else ofLine.set(task.chainage.lineId, [task]);
  }
  const lines = [...ofLine.values()].map((own) =>
    own.sort((a, b) => a.chainage!.fromM - b.chainage!.fromM || byWeight(a, b)),
  );
  lines.sort(([a], [b]) => (a!.name < b!.name ? -1 : a!.name > b!.name ? 1 : 0));
  return [...lines.flat(), ...tasks.filter(({ chainage }) => !chainage).sort(byWeight)];
}
