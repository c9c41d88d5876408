export { FaultTable } from './FaultTable';
export { FixBar } from './FixBar';
export { HealthChecks } from './HealthChecks';
export { MergeDialog } from './MergeDialog';
export { type PairRow, PairTable } from './PairTable';
