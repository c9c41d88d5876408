export { BasisNote, DiscoveredSwitch } from './BasisNote';
export { MethodNote } from './MethodNote';
export { MonthBars } from './MonthBars';
export { type ChainSpan, type HotSpan, ProfileChart, type ProfileChartProps } from './ProfileChart';
export { SmallMultiples } from './SmallMultiples';
export { ALPHA, StretchTable } from './StretchTable';
export { ViewPicker } from './ViewPicker';
export { WeekMatrix } from './WeekMatrix';
