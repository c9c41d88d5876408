export { CountsSection } from './CountsSection';
export { FilterSentence } from './FilterSentence';
export { CategoryFacets, LineFacets, MemberFacets } from './facetLists';
export { describeFilter, type FilterPart } from './filterWords';
export { IncidentDetails } from './IncidentDetails';
export { IncidentHover } from './IncidentHover';
