export { completeChoices, describeValues, type FieldValues, type FileValue, type NamedTerm } from './describeValues';
export { draftIncidents } from './draftIncidents';
export { fileShape } from './fileShape';
export { foldText } from './foldText';
export { type FileColumn, type FileColumns, guessColumns } from './guessColumns';
export { recogniseIncidents } from './recogniseIncidents';
export { makeRowRepairer, NO_REPAIR, type RowRepairer } from './repairRows';
export * from './repairTypes';
export {
  DUPLICATE_DECISIONS,
  type DuplicateDecision,
  type KnownRecord,
  type SettledRow,
  settleDuplicates,
} from './settleDuplicates';
export * from './types';
