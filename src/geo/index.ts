export { type BorderIndex, openBorderIndex } from './borderIndex';
export {
  type BorderLine,
  type BorderLineProperties,
  type BorderNetwork,
  type OuterEdge,
  type OuterEdgeProperties,
  toBorderLineFeatures,
  toOuterEdgeFeatures,
} from './borderNetwork';
export { buildBorderNetwork } from './buildBorderNetwork';
export type { UnitCollection, UnitProperties } from './coverage';
export { type BorderZones, findBorderZones } from './findBorderZones';
export { indexBorderNetwork } from './indexBorderNetwork';
export { type BorderLocations, locateOnBorders } from './locateOnBorders';
export type { CoverageNote, CoverageTolerance } from './mendCoverage';
