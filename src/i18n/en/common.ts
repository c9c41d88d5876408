import type { Messages } from '../messages';

export const common: Messages['common'] = {
  appName: 'Giáp Ranh',
  close: 'Close',
  cancel: 'Cancel',
  undo: 'Undo',
  redo: 'Redo',
  simulated: 'simulated data',
};
