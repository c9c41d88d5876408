export { draftIncidents } from './draftIncidents';
export { recogniseIncidents } from './recogniseIncidents';
export * from './types';
