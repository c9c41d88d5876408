export { CountsSection } from './CountsSection';
export { FilterSentence } from './FilterSentence';
export { IncidentDetails } from './IncidentDetails';
export { IncidentHover } from './IncidentHover';
