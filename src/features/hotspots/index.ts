export { BasisNote, DiscoveredSwitch } from './BasisNote';
export { MethodNote } from './MethodNote';
export { MonthBars } from './MonthBars';
export { ProfileChart, type ProfileChartProps } from './ProfileChart';
export type { ChainSpan, HotSpan } from './ProfilePicture';
export { SmallMultiples } from './SmallMultiples';
export { StretchTable } from './StretchTable';
export { ViewPicker } from './ViewPicker';
export { WeekMatrix } from './WeekMatrix';
