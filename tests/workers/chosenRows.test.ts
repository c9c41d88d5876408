import { describe, expect, it } from 'vitest';
import type { IncidentColumns } from '../../src/analysis/incidentColumns';
import { rememberChosen } from '../../src/workers/chosenRows';

/** Three incidents by slot; the second has no place. */
const columns = {
  count: 3,
  ids: ['b', 'c', 'a'],
  slotOf: new Map([
    ['b', 0],
    ['c', 1],
    ['a', 2],
  ]),
  positions: Float64Array.of(105.4, 21.3, Number.NaN, Number.NaN, 105.2, 21.4),
} as unknown as IncidentColumns;

describe('rows that are chosen', () => {
  it('are given as the register holds them, however the table is sorted, and found in any other order', () => {
    const chosen = rememberChosen(columns);
    chosen.choose(Uint32Array.of(1, 0, 2), Uint32Array.of(0, 1, 2));
    expect(chosen.ids(0, 10)).toEqual(['a', 'b', 'c']);
    expect(chosen.ids(1, 2)).toEqual(['b']);
    chosen.choose(Uint32Array.of(1, 0, 2), Uint32Array.of(2, 0));
    expect(chosen.ids(0, 10)).toEqual(['a', 'c']);
    expect([...chosen.places(Uint32Array.of(2, 0, 1))]).toEqual([0, 2]);
    expect([...chosen.places(Uint32Array.of(0, 1))]).toEqual([1]);
  });

  it('are let go of where an answer leaves them out, for good; a single one that is left is not several', () => {
    const chosen = rememberChosen(columns);
    const all = Uint32Array.of(0, 1, 2);
    chosen.choose(all, all);
    chosen.keepWithin(Uint32Array.of(2, 1, 0));
    expect(chosen.ids(0, 10)).toEqual(['a', 'b', 'c']);
    expect(chosen.mask(1)).toEqual(Uint8Array.of(1, 1, 1));
    chosen.keepWithin(Uint32Array.of(2, 0));
    expect(chosen.ids(0, 10)).toEqual(['a', 'b']);
    expect(chosen.mask(1)).toEqual(Uint8Array.of(1, 0, 1));
    expect([...chosen.places(all)]).toEqual([0, 2]);
    chosen.keepWithin(Uint32Array.of(2));
    expect(chosen.ids(0, 10)).toEqual([]);
    expect(chosen.mask(1)).toBeNull();
  });

  it('are boxed by those that have a place', () => {
    const chosen = rememberChosen(columns);
    expect(chosen.bbox()).toBeNull();
    chosen.choose(Uint32Array.of(0, 1, 2), Uint32Array.of(1));
    expect(chosen.bbox()).toBeNull();
    chosen.choose(Uint32Array.of(0, 1, 2), Uint32Array.of(0, 1, 2));
    expect(chosen.bbox()).toEqual([105.2, 21.3, 105.4, 21.4]);
  });
});
