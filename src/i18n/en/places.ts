import type { places as vi } from '../vi/places';

export const places: typeof vi = {
  title: 'Your own places',
  note: 'Spots that your unit calls by name: a dyke, a sluice, a junction, a market… They are found by the search, and understood where an incident’s place is told in words.',
  empty: 'No places yet',
  add: 'Add a place on the map',
  list: 'List of places',
  what: (coordinates, accuracy) => `${coordinates} · within ${accuracy}`,
  show: (name) => `Show “${name}” on the map`,
  edit: (name) => `Edit “${name}”`,
  remove: (name) => `Remove “${name}”`,
  addTitle: 'New place',
  editTitle: (name) => `Edit “${name}”`,
  name: 'Name',
  nameHint: 'As people call it, such as “Đê Bồ Sao”.',
  accuracy: 'Within',
  accuracyHint: 'The name may mean any spot within this circle.',
  move: 'Point at it on the map again',
  save: 'Save',
  added: (name) => `The place “${name}” is added.`,
  changed: (name) => `The place “${name}” is saved.`,
  removed: (name) => `The place “${name}” is removed.`,
};
