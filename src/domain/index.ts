export * from './brand';
export * from './changeSet';
export * from './fold';
export * from './plainDate';
export * from './problem';
export * from './records';
export * from './result';
export * from './table';
