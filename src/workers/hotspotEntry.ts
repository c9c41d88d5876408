import { expose } from 'comlink';
import { createHotspotTasks } from './hotspotTasks';

const api = { hotspots: createHotspotTasks() };

export type HotspotApi = typeof api;

expose(api);
