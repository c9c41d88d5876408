export { CountsSection } from './CountsSection';
export { FilterSentence } from './FilterSentence';
export {
  CategoryFacets,
  DiscoveryFacets,
  FlagFacets,
  HandlingFacets,
  KindFacets,
  LevelFacets,
  LineFacets,
  MemberFacets,
  SideFacets,
  StatusFacets,
} from './facetLists';
export { describeFilter, type FilterPart } from './filterWords';
export { IncidentDetails } from './IncidentDetails';
export { IncidentHover } from './IncidentHover';
