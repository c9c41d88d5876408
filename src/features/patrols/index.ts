import './patrols.css';
import './roster.css';

export { CoverMatrix, type CoverRow } from './CoverMatrix';
export { GapSwatch } from './GapSwatch';
export * from './hourText';
export { PostForm } from './PostForm';
export { RecordList } from './RecordList';
export { RoadHelp } from './RoadHelp';
export { OSM_ATTRIBUTION, RoadReportView } from './RoadReportView';
export { RosterMonth } from './RosterMonth';
export { RosterWeek } from './RosterWeek';
export type { DutyPlace } from './rosterModel';
export { ShiftForm } from './ShiftForm';
export { SpeedsTable } from './SpeedsTable';
export { StopMenu } from './StopMenu';
export { TaskForm } from './TaskForm';
export { TeamForm } from './TeamForm';
