export { draftIncidents } from './draftIncidents';
export { maskPersonalNumbers } from './personalNumbers';
export { recogniseIncidents } from './recogniseIncidents';
export * from './types';
