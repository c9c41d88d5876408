export { DrawnZoneDialog } from './DrawnZoneDialog';
export { Legend, legendStartsOpen } from './Legend';
export { firstLayerStyle } from './layerColors';
export type { UserLayersProps } from './UserLayers';
