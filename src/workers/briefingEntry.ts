import { expose } from 'comlink';
import { createOfficeTasks } from './officeTasks';

const api = { office: createOfficeTasks() };

export type BriefingApi = typeof api;

expose(api);
