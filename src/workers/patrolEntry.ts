import { expose } from 'comlink';
import { createGroundTasks } from './groundTasks';
import { createPatrolTasks } from './patrolTasks';
import { createRoadTasks } from './roadTasks';
import { createSweepTasks } from './sweepTasks';

/** The exact solver comes when a sweep first asks for it. */
const openHighs = async () => (await import('./openHighs')).openHighs();

const api = {
  patrols: createPatrolTasks(),
  ground: createGroundTasks(),
  roads: createRoadTasks(),
  sweeps: createSweepTasks(openHighs),
};

export type PatrolApi = typeof api;

expose(api);
