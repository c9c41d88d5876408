export { DrawnZoneDialog } from './DrawnZoneDialog';
export { Legend, legendStartsOpen } from './Legend';
export { firstLayerStyle } from './layerColors';
export { legendEdition } from './legendEdition';
export {
  baseRows,
  categoryRows,
  incidentRows,
  type LegendIncidents,
  type LegendRow,
  lineRows,
  zoneRows,
} from './legendRows';
export type { UserLayersProps } from './UserLayers';
