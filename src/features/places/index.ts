export { PlacesDialog } from './PlacesDialog';
