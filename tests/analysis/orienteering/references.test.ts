import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { solveTeamOrienteering } from '../../../src/analysis/orienteering/solveTeamOrienteering';
import { faultsOf } from './faultsOf';
import { readBestKnown, readInstance } from './readInstance';

const ROOT = join(import.meta.dirname, '../../..');

describe('published instances', () => {
  it.each(readBestKnown(ROOT))('$name with $teams teams comes near to the best known $bestKnown', (known) => {
    const instance = readInstance(ROOT, known.name, known);
    const result = solveTeamOrienteering(instance, { seed: 1, maxIterations: 2_000 });
    expect(faultsOf(instance, result)).toEqual([]);
    expect(result.score).toBeGreaterThanOrEqual(0.97 * known.bestKnown);
    expect(result.score).toBeLessThanOrEqual(known.bestKnown);
    expect(result.upperBound).toBeGreaterThanOrEqual(known.bestKnown);
  });
});
