export { LineDetails } from './LineDetails';
export { MembersSection } from './MembersSection';
export { UnitDetails } from './UnitDetails';
export { ZoneSection } from './ZoneSection';
