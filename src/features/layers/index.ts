export { DrawnZoneDialog, type DrawnZoneDialogProps } from './DrawnZoneDialog';
export type { LegendIncidents } from './IncidentRows';
export { Legend, type LegendProps, legendStartsOpen } from './Legend';
export { firstLayerStyle } from './layerColors';
export type { UserLayersProps } from './UserLayers';
