import type { Messages } from '../messages';

export const shell: Messages['shell'] = {
  skipToMap: 'To the map',
  skipToPanel: 'To the panel',
  skipToTable: 'To the list',
  roles: 'Tasks',
  map: 'Map',
  register: 'Incidents',
  mapArea: 'Map',
  tableArea: 'List of incidents',
  foldPanel: 'Fold the panel',
  unfoldPanel: 'Unfold the panel',
  resizePanel: 'Width of the panel',
  resizeTable: 'Size of the list',
  settings: 'Settings',
  keys: 'Keyboard shortcuts',
  palette: 'Find a command',
  notices: 'Notices',
  crashTitle: 'Something went wrong',
  crashDetail:
    'This screen cannot go on. Saved data are intact on this computer; what you were typing is kept until the page is reloaded.',
  crashRetry: 'Open the screen again',
  crashReload: 'Reload the page',
  crashBackup: 'Download a backup',
  crashBackupDone: 'The backup is downloaded. Put the file away before you reload.',
  crashBackupFailed: 'The backup did not succeed.',
  crashReport: 'The error (to send to support; holds no incident data)',
};
