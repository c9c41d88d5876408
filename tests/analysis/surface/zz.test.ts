import { it } from 'vitest';
import { stampPoints } from '/work/main/src/analysis/surface/stampPoints';
import { splineKernel } from '/work/main/src/analysis/surface/splineKernel';
import { makeLattice, spreadPoints } from '/work/main/src/analysis/surface/lattice';
import { drawLattice } from '/work/main/src/analysis/surface/drawLattice';
it('x', () => {
  const C=1024; const grid = { minX: 0, minY: 0, cellM: 1, columns: C, rows: C };
  const best: Record<string, number> = {};
  const T=(name: string, f: () => void) => { const t0 = performance.now(); f(); best[name] = Math.min(best[name] ?? 1e9, performance.now() - t0); };
  for (const n of [1e5, 1e6]) { const points = Float64Array.from({ length: 2 * n }, () => C * Math.random());
  for (let rep = 0; rep < 4; rep++)
  for (const h of [2,4,8]) for (const k of ['quartic', 'gaussian'] as const) {
    if (k === 'gaussian' ? h < 4 : n < 1e6 || h < 8) T(`${n} ${k} ${h} stamp`, () => stampPoints(points, undefined, {grid, kernel: k, bandwidthM: h}));
    const m = k === 'quartic' ? 6 : 2; if (h < 4 && k === 'quartic') continue;
    const s = splineKernel(k, m); const l = makeLattice(grid, s, h);
    T(`${n} ${k} ${h} spread`, () => spreadPoints(l, points, {grid, weights: undefined}));
    T(`${n} ${k} ${h} draw ${l.sums.length}`, () => drawLattice(l, s, {grid, factor: 1}));
  } }
  for (const [a, b] of Object.entries(best)) console.log('T', a, b.toFixed(1));
}, 600000);
