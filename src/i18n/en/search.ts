import type { Messages } from '../messages';

export const search: Messages['search'] = {
  label: 'Search units, border lines, places, incidents',
  placeholder: 'Search',
  nothing: 'Nothing found',
  ownPlaceNote: 'a place of your own',
  placeNote: 'place, within about 1 km',
  groups: { unit: 'Units', line: 'Border lines', place: 'Places', incident: 'Incidents' },
};
