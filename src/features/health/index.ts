export { FaultTable } from './FaultTable';
export { FixBar, type FixScope } from './FixBar';
export { HealthChecks } from './HealthChecks';
export { MergeDialog } from './MergeDialog';
export { type PairRow, PairTable } from './PairTable';
