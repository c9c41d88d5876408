export { ImportDialog, type ImportDialogProps } from './ImportDialog';
export { type FinishedImport, ImportList } from './ImportList';
export type {
  ImportMemory,
  ImportSurroundings,
  ImportTasks,
  IncidentImport,
  KeptWork,
  LayerImport,
  RememberedMapping,
} from './importTasks';
export { areCells } from './pastedCells';
