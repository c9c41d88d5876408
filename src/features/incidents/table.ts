// Apart from `index`: what the table needs is loaded with it, not with the first screen.
export { ColumnsDialog } from './ColumnsDialog';
export { EditManyDialog } from './EditManyDialog';
export { IncidentTable } from './IncidentTable';
export { type EditableColumn, type IncidentColumn, isIncidentColumn } from './incidentColumnIds';
export { planCellEdits } from './planCellEdits';
export { RecordHistory } from './RecordHistory';
export type { CellChoices } from './readCell';
export { SelectionBar } from './SelectionBar';
export { useHeadFilters } from './useHeadFilters';
export { type IncidentRow, useCellChoices, useColumnTitles } from './useIncidentColumns';
