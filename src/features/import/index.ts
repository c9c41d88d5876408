export { ImportDialog, type ImportDialogProps } from './ImportDialog';
export { type FinishedImport, ImportList, type ImportListProps } from './ImportList';
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
