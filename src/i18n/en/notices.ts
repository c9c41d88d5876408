import type { Messages } from '../messages';

export const notices: Messages['notices'] = {
  updateReady: 'A newer version is ready.',
  reload: 'Reload the page',
  readOnly: 'The register on this device was written by a newer version.',
  readOnlyDetail:
    'This version only shows it and changes nothing, so that no data are harmed. Reload the page to use the newer one.',
  outdated: 'Another tab has opened a newer version. This tab must be reloaded.',
  lost: 'The connection to the browser’s storage was lost.',
  lostDetail: 'Your last change may not have been written. Reload the page and check.',
  reopened: 'The connection to the browser’s storage broke and is back. Please check your last change.',
  workerFailed: 'A part of the program could not run. What was saved is not affected.',
};
