/**
 * How the app, its workers and the benchmarks are bundled. Constants of modules stay constants and are put where they are used: as
 * variables, which is what bundlers make of them otherwise, they cost the kernels a fifth of their speed.
 */
export const ROLLDOWN_OPTIONS = {
  output: { topLevelVar: false },
  optimization: { inlineConst: { mode: 'all', pass: 2 } },
};
