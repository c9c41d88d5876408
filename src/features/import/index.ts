export { ImportDialog, type ImportDialogProps } from './ImportDialog';
export type { ImportSurroundings, ImportTasks, IncidentImport, LayerImport } from './importTasks';
export { areCells } from './pastedCells';
