import type { terms as vi } from '../vi/terms';

export const terms: typeof vi = {
  title: 'Categories and statuses',
  lists: { category: 'Categories', status: 'Statuses' },
  add: { category: 'Add a category', status: 'Add a status' },
  name: 'Name',
  nameHint: 'Short, and unlike any other.',
  look: 'Look on the map',
  lookHint: 'Colour and sign are shared with a category that comes ready; the legend shows your name.',
  uses: (n, text) => (n === 0 ? 'not used' : n === 1 ? '1 incident' : `${text} incidents`),
  retired: 'retired',
  mergedInto: (name) => `merged into “${name}”`,
  actions: (name) => `Actions on “${name}”`,
  edit: 'Rename, change look…',
  editStatus: 'Rename…',
  up: (name) => `Move “${name}” up`,
  down: (name) => `Move “${name}” down`,
  retire: 'Retire: not for new incidents',
  bringBack: 'Use again',
  merge: 'Merge into another…',
  remove: 'Remove',
  inUse: 'In use: merge or retire it',
  builtIn: 'Comes ready: can only be retired',
  lastOne: 'At least one has to stay in use',
  editTitle: (name) => `Edit “${name}”`,
  save: 'Save',
  mergeTitle: (name) => `Merge “${name}” into another`,
  mergeTarget: 'Merge into',
  mergeCount: (n, text, target) =>
    n === 0
      ? 'No incident has it. It will be retired.'
      : `${n === 1 ? '1 incident' : `${text} incidents`} will become “${target}”. This one is retired. It can be undone.`,
  mergeDo: 'Merge',
  merging: 'Changing incidents',
  merged: (n, text, target) =>
    n === 0 ? `Merged into “${target}”.` : `${n === 1 ? '1 incident' : `${text} incidents`} became “${target}”.`,
  removed: (name) => `“${name}” is removed from the list.`,
  note: 'What incidents have never vanishes: merge it into another, or retire it so that it is no longer offered.',
};
