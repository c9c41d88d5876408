export { ColumnsDialog } from './ColumnsDialog';
export { CountsSection } from './CountsSection';
export { EditManyDialog } from './EditManyDialog';
export { FilterSentence } from './FilterSentence';
export { IncidentDetails } from './IncidentDetails';
export { IncidentHover } from './IncidentHover';
export { IncidentTable } from './IncidentTable';
export { planCellEdits } from './planCellEdits';
export type { CellChoices } from './readCell';
export { SelectionBar } from './SelectionBar';
export {
  type EditableColumn,
  type IncidentColumn,
  type IncidentRow,
  isIncidentColumn,
  useCellChoices,
} from './useIncidentColumns';
