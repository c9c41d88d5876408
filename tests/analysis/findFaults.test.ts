import { describe, expect, it } from 'vitest';
import { bitOf, FAULTS, type FaultSurroundings, findFaults } from '../../src/analysis/findFaults';
import type { Incident, PlainDate, TermId, UnitCode, WallClock } from '../../src/domain';
import { makeIncident } from '../store/records';

const surroundings: FaultSurroundings = {
  now: '2024-06-01T10:00' as WallClock,
  areaBbox: [105.2, 21.1, 105.7, 21.5],
  editions: [
    { validFrom: null, validTo: '2025-06-30' as PlainDate, codes: new Set(['07912'] as UnitCode[]) },
    { validFrom: '2025-07-01' as PlainDate, validTo: null, codes: new Set(['07900'] as UnitCode[]) },
  ],
  isRetired: (category) => category === 'old',
};
const faultsOf = (fields: Partial<Incident>): string[] => {
  const bits = findFaults(makeIncident(1, fields), surroundings);
  return FAULTS.filter((fault) => bits & bitOf(fault));
};
const during = (from: string, to = from) => ({ occurred: { from: from as WallClock, to: to as WallClock } });
const on = (day: string) => ({ reportedOn: day as PlainDate });

describe('what is wrong with a record', () => {
  it('is nothing where nothing is', () => {
    expect(faultsOf({ positionAccuracyM: 500, ...on('2018-05-04') })).toEqual([]);
  });

  it('is a position that is missing, far outside or coarse', () => {
    expect(faultsOf({ lng: null, lat: null, positionMethod: 'none' })).toEqual(['noPosition']);
    expect(faultsOf({ lng: 21.3, lat: 105.4 })).toEqual(['farOutside']);
    // Five kilometres are 0.048° of longitude there, and 0.045° of latitude.
    expect(faultsOf({ lng: 105.747 })).toEqual([]);
    expect(faultsOf({ lng: 105.75 })).toEqual(['farOutside']);
    expect(faultsOf({ lat: 21.05 })).toEqual(['farOutside']);
    expect(faultsOf({ positionAccuracyM: 501 })).toEqual(['coarsePosition']);
  });

  it('is a time that cannot be', () => {
    expect(faultsOf(during('2024-06-01T10:01'))).toEqual(['inFuture']);
    expect(faultsOf(during('2024-06-01T10:00'))).toEqual([]);
    expect(faultsOf(on('2024-06-02'))).toEqual(['inFuture']);
    expect(faultsOf(during('1989-12-31T23:59'))).toEqual(['tooEarly']);
    expect(faultsOf(during('2018-05-04T21:30', '2018-05-04T21:00'))).toEqual(['endsBeforeStart']);
    expect(faultsOf(on('2018-05-03'))).toEqual(['reportedEarly']);
  });

  it('is a category that says nothing or is no more, and a unit that was not there', () => {
    expect(faultsOf({ category: 'other' })).toEqual(['noCategory']);
    expect(faultsOf({ category: 'old' as TermId })).toEqual(['retiredCategory']);
    expect(faultsOf({ unitCode: null })).toEqual([]);
    expect(faultsOf({ unitCode: '99999' as UnitCode })).toEqual(['unknownUnit']);
    expect(faultsOf({ unitCode: '07900' as UnitCode })).toEqual(['otherEditionUnit']);
  });

  it('is a number that leads to a person; and of a simulated record only that it is one', () => {
    expect(faultsOf({ summary: 'Gọi 0912 345 678' })).toEqual(['personalNumber']);
    const source = { kind: 'simulated', name: 'seed 1', row: null, id: null } as const;
    expect(faultsOf({ source, lng: null, lat: null, category: 'other' })).toEqual(['simulated']);
  });
});
