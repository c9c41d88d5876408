export { CountsSection } from './CountsSection';
export { FilterSentence } from './FilterSentence';
export { describeFilter, type FilterPart } from './filterWords';
export { IncidentDetails } from './IncidentDetails';
export { IncidentHover } from './IncidentHover';
