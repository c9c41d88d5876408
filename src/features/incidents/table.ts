// Apart from `index`: what the table needs is loaded with it, not with the first screen.
export { ColumnsDialog } from './ColumnsDialog';
export { type EditableColumn, type IncidentColumn, isIncidentColumn } from './columnIds';
export { EditManyDialog } from './EditManyDialog';
export { IncidentTable } from './IncidentTable';
export { planCellEdits } from './planCellEdits';
export { RecordHistory } from './RecordHistory';
export type { CellChoices } from './readCell';
export { SelectionBar } from './SelectionBar';
export { type IncidentRow, useCellChoices } from './useIncidentColumns';
