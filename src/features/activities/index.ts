export { ActivitiesDialog } from './ActivitiesDialog';
export { ActivityImport } from './ActivityImport';
