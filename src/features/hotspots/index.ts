export { BasisNote, DiscoveredSwitch } from './BasisNote';
export { MethodNote } from './MethodNote';
export { MonthBars } from './MonthBars';
export { type ChainSpan, ProfileChart } from './ProfileChart';
export { ALPHA, StretchTable } from './StretchTable';
export { ViewPicker } from './ViewPicker';
export { WeekMatrix } from './WeekMatrix';
