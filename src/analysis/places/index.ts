export { makePlaceFinder } from './makePlaceFinder';
export type { PlaceCandidate, PlaceEntry } from './placeTypes';
