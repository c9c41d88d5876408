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
export { indexUnits } from './indexUnits';
export { type BorderLocations, locateOnBorders, makeBorderLocations } from './locateOnBorders';
export { locateUnit } from './locateUnit';
export type { CoverageNote, CoverageTolerance } from './mendCoverage';
export { openUnitIndex, type UnitIndex } from './unitIndex';
