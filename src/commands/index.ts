export { addIncident } from './addIncident';
export { addLayer, type NewLayer } from './addLayer';
export { addTerm } from './addTerm';
export {
  type ActivityFields,
  addActivity,
  changeActivity,
  importActivities,
  removeActivities,
} from './changeActivities';
export {
  addBriefing,
  addScene,
  changeBriefing,
  changeScene,
  removeBriefing,
  removeScene,
  reorderScenes,
  scenesOf,
} from './changeBriefings';
export { addMember, changeCluster, removeMember } from './changeMembers';
export {
  removePlan,
  removePost,
  removeShift,
  removeTasks,
  removeTeam,
  savePlan,
  savePost,
  saveShift,
  saveTasks,
  saveTeam,
  setDuties,
} from './changePatrols';
export { addPlace, changePlace, type PlaceFields, removePlace } from './changePlaces';
export { changeTerm } from './changeTerm';
export { editEach, editIncidents } from './editIncidents';
export { firstCluster } from './firstCluster';
export { importIncidents } from './importIncidents';
export { knownReviews } from './knownReviews';
export { type Mend, mendIncidents } from './mendIncidents';
export { mergeIncidents } from './mergeIncidents';
export { mergeTerm } from './mergeTerm';
export { recordVisits } from './recordVisits';
export { removeIncidents } from './removeIncidents';
export { removeLayer } from './removeLayer';
export { removeSimulated } from './removeSimulated';
export { removeTerm } from './removeTerm';
export { renameLayer } from './renameLayer';
export { reorderLayers } from './reorderLayers';
export { reorderTerms } from './reorderTerms';
export { replaceLayerContent } from './replaceLayerContent';
export { restoreVersion } from './restoreVersion';
export type { EditableFields } from './reviseIncident';
export { setLayerVisible } from './setLayerVisible';
export { setLayerBarrier, setRoadSpeeds } from './setLayerWays';
export { setLayerZone } from './setLayerZone';
export { setMemberDays } from './setMemberDays';
export { setZoneDistances } from './setZoneDistances';
export { styleLayer } from './styleLayer';
